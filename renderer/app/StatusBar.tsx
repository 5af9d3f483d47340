import { Anchor, Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../shared/contract/api.ts'
import { useHasRole, useToday } from '../bridge/desk-context.tsx'
import { useDeskMutation } from '../bridge/use-desk-mutation.ts'
import { Failure } from '../ui/Failure.tsx'
import classes from './Frame.module.css'
import { type StatusFact, statusFacts } from './status-words.ts'

type Props = {
  readonly status: Answer<'desk.status'> | undefined
  /** When it was asked. */
  readonly askedAtMs: number
}

/** A click explains and mends. */
export function StatusBar({ status, askedAtMs }: Props) {
  const today = useToday()
  return (
    <footer className={classes['status']} aria-label="状态栏">
      {status !== undefined &&
        statusFacts(status, today, askedAtMs).map((fact, index) => (
          <span key={fact.about}>
            {index > 0 && '·'}
            <Fact fact={fact} />
          </span>
        ))}
    </footer>
  )
}

function Fact({ fact }: { fact: StatusFact }) {
  return (
    <Popover position="top-start" width={340} trapFocus withArrow shadow="sm">
      <Popover.Target>
        <UnstyledButton className={`${classes['fact']} ${fact.late ? classes['late'] : ''}`}>
          {fact.text}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text>{fact.explanation}</Text>
          <Remedy about={fact.about} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function Remedy({ about }: { about: StatusFact['about'] }) {
  const admin = useHasRole('admin')
  if (about === 'backup') return <BackupNow />
  if (about === 'archive')
    return (
      <Anchor component={Link} href="/archive">
        打开归档同步
      </Anchor>
    )
  return admin ? (
    <Anchor component={Link} href="/settings/calendar">
      打开日历设置
    </Anchor>
  ) : null
}

function BackupNow() {
  const backup = useDeskMutation('desk.backup')
  const [file, setFile] = useState('')
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={backup.isPending}
        onClick={() => backup.mutate(undefined, { onSuccess: (made) => setFile(made.file) })}
      >
        现在备份
      </Button>
      <Failure error={backup.error} />
      {file !== '' && <Text role="status">已备份到 {file}</Text>}
    </>
  )
}
