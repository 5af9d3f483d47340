import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { BookingFields, VacationFields } from './BookingFields.tsx'
import { classes } from './classes.ts'
import { RuleFields } from './RuleFields.tsx'
import { type Schedule, usualSchedule } from './rule-form.ts'

/** 规则: from which the days, turns and bookings follow. Days planned already stay as they were announced. */
export function RuleSection() {
  const today = useToday()
  const saved = useDeskQuery('reception.schedule', undefined)
  const { leaders } = useCatalogue()
  if (saved.data === undefined || leaders.length === 0) {
    return saved.error === null ? <Loader aria-label="正在打开规则" /> : <Failure error={saved.error} />
  }
  const active = leaders.filter((leader) => leader.active).toSorted((a, b) => a.order - b.order)
  const usual = usualSchedule(
    today,
    active.map(({ code }) => code),
  )
  return <RuleForm begin={saved.data.schedule ?? usual} isNew={saved.data.schedule === null} />
}

function RuleForm({ begin, isNew }: { readonly begin: Schedule; readonly isNew: boolean }) {
  const { form, send, busy, error, problems, errorAt } = useCheckedCall('reception.saveSchedule')
  const [schedule, setSchedule] = useState(begin)
  const [said, setSaid] = useState('')
  const change = (changes: Partial<Schedule>) => {
    setSaid('')
    setSchedule({ ...schedule, ...changes })
  }

  async function save() {
    if ((await send(schedule)) !== null) setSaid('规则已保存。已经排定的日子不变，之后生成的安排按新规则。')
  }

  useShortcut('Ctrl+S', '保存规则', () => void save(), { enabled: !busy })
  return (
    <form
      ref={form}
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        {isNew && <Text>还没有设置规则，下面是《信息沟通实施办法》规定的每周三下午，请核对后保存。</Text>}
        <ProblemSummary problems={problems} />
        <Failure error={error} />
        <RuleFields rule={schedule.rule} onChange={(rule) => change({ rule })} errorAt={errorAt} />
        <BookingFields schedule={schedule} onChange={change} errorAt={errorAt} />
        <VacationFields rule={schedule.rule} onChange={(rule) => change({ rule })} errorAt={errorAt} />
        <Group className={classes['foot'] ?? ''} justify="space-between">
          <Text role="status">{said}</Text>
          <Button type="submit" loading={busy} title="Ctrl+S">
            保存规则
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
