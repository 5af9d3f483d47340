import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Lateness } from '../../ui/Lateness.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { classes } from './classes.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { RowTable } from './RowTable.tsx'
import type { Talk } from './reception-words.ts'

const HEADS = ['信访编号', '来访人', '反映事项', '校领导意见', '状态', '期限']

/** What was said and decided, each opening its petition; a leader decides here what was put off. */
export function TalkTable({ talks, empty }: { readonly talks: readonly Talk[]; readonly empty: string }) {
  const isLeader = useHasRole('leader')
  const [deciding, setDeciding] = useState<Talk | null>(null)
  if (talks.length === 0) return <Text c="dimmed">{empty}</Text>
  return (
    <>
      <RowTable label="接待记录" heads={HEADS}>
        {talks.map((talk) => (
          <TalkRow key={talk.id} talk={talk} onDecide={isLeader ? setDeciding : null} />
        ))}
      </RowTable>
      {deciding !== null && <DecideDialog talk={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

type RowProps = { readonly talk: Talk; readonly onDecide: ((talk: Talk) => void) | null }

function TalkRow({ talk, onDecide }: RowProps) {
  const [, navigate] = useLocation()
  const open = talk.decision.kind === 'later' && talk.state === 'submitted'
  return (
    <tr>
      <td className={classes['short']}>
        <Anchor
          component="button"
          type="button"
          data-open
          onClick={() => navigate(`/petitions/${talk.petition}`)}
        >
          {talk.petition}
        </Anchor>
      </td>
      <td className={classes['short']}>{talk.petitioner}</td>
      <td>{talk.title}</td>
      <td>
        {talk.decided}
        {open && onDecide !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`批示：${talk.title}`}
            onClick={() => onDecide(talk)}
          >
            批示
          </Button>
        )}
      </td>
      <td className={classes['short']}>
        <StateWord state={talk.state} />
      </td>
      <td className={classes['short']}>
        <DayText day={talk.dueOn} /> <Lateness lateness={talk.lateness} />
      </td>
    </tr>
  )
}
