import { Anchor, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { DayText } from '../../ui/DayText.tsx'
import { Lateness } from '../../ui/Lateness.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { RowTable } from './RowTable.tsx'
import classes from './reception.module.css'
import type { Talk } from './reception-words.ts'

const HEADS = ['信访编号', '来访人', '反映事项', '校领导意见', '状态', '期限']

/** What was said and decided, each opening its petition. */
export function TalkTable({ talks, empty }: { readonly talks: readonly Talk[]; readonly empty: string }) {
  const [, navigate] = useLocation()
  if (talks.length === 0) return <Text c="dimmed">{empty}</Text>
  return (
    <RowTable label="接待记录" heads={HEADS}>
      {talks.map((talk) => (
        <tr key={talk.id}>
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
          <td>{talk.decided}</td>
          <td className={classes['short']}>
            <StateWord state={talk.state} />
          </td>
          <td className={classes['short']}>
            <DayText day={talk.dueOn} /> <Lateness lateness={talk.lateness} />
          </td>
        </tr>
      ))}
    </RowTable>
  )
}
