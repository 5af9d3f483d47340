import { Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { isDay } from '../../../shared/domain/day.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { dayText } from '../../ui/day-text.ts'
import { Failure } from '../../ui/Failure.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { classes } from './classes.ts'
import { cutOffText, restOfSemester } from './reception-words.ts'

/** What the rule gives for a time, each date with its reason, before it is put into the plan. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const today = useToday()
  const usual = restOfSemester(today)
  const [from, setFrom] = useState<string | null>(usual.from)
  const [until, setUntil] = useState<string | null>(usual.until)
  const call = useCheckedCall('reception.plan')
  const complete = from !== null && until !== null && isDay(from) && isDay(until)
  const preview = useDeskQuery(
    'reception.preview',
    { from: from ?? '', until: until ?? '' },
    { enabled: complete, keep: true },
  )
  const free = preview.data?.filter(({ leader }) => leader !== null).length ?? 0

  async function send() {
    if ((await call.send({ from: from ?? '', until: until ?? '' })) !== null) onClose()
  }

  return (
    <FormDialog
      title="生成接待安排"
      submitLabel={free === 0 ? '排定' : `排定 ${free} 次`}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
      size={900}
    >
      <Group align="start">
        <DayInput label="从" required value={from} onChange={setFrom} error={call.errorAt('from')} />
        <DayInput label="到" required value={until} onChange={setUntil} error={call.errorAt('until')} />
      </Group>
      <Failure error={preview.error} />
      {preview.data !== undefined && <Preview lines={preview.data} />}
    </FormDialog>
  )
}

function Preview({ lines }: { readonly lines: Answer<'reception.preview'> }) {
  const today = useToday()
  const { leaders } = useCatalogue()
  if (lines.length === 0) return <Text c="dimmed">按规则，这段时间没有接待日。</Text>
  const leaderName = (code: string) => {
    const leader = leaders.find((each) => each.code === code)
    return leader === undefined ? code : `${leader.post}${leader.name}`
  }
  return (
    <table className={classes['table']} aria-label="按规则排出的日期">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">时间</th>
          <th scope="col">接访校领导</th>
          <th scope="col">预约截止</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ regular, day, start, end, leader, cutOff, settled, why }) => (
          <tr key={regular} className={leader === null ? classes['off'] : undefined}>
            <td className={classes['short']}>{dayText(day ?? regular, today)}</td>
            <td className={classes['short']}>{day === null ? '—' : `${start}—${end}`}</td>
            <td>{leader === null ? '—' : leaderName(leader)}</td>
            <td className={classes['short']}>{cutOff === null ? '—' : cutOffText({ cutOff }, today)}</td>
            <td>{settled === 'planned' ? `已排定（${why}）` : settled === 'past' ? '日期已过' : why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
