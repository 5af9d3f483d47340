import { Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Answer, Sent } from '../../../shared/contract/api.ts'
import { parseDay } from '../../../shared/domain/day.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { dayText } from '../../ui/day-text.ts'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { problemsOf } from '../../ui/use-checked-call.ts'
import { type CalendarChange, CalendarChangeDialog } from './CalendarChangeDialog.tsx'
import { classes } from './classes.ts'

type SchoolDay = Answer<'calendar.read'>['schoolDays'][number]
type DayChange = Sent<'calendar.saveDay'>

/** Days the school settled itself; they win over the State Council's. */
export function SchoolDays({ days }: { readonly days: readonly SchoolDay[] }) {
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const [change, setChange] = useState<DayChange | null>(null)
  useShortcut('N', '新增学校工作日历', () => setAdding(true))

  return (
    <section className={classes['section']} aria-label="学校自定的日子">
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={2}>学校自定的日子</Title>
          <Text c="dimmed">校庆放假、运动会、因故上班等，优先于国务院的安排。</Text>
        </div>
        <Button variant="default" onClick={() => setAdding(true)} title="N">
          新增一天…
        </Button>
      </Group>
      {days.length === 0 && <Text c="dimmed">还没有学校自定的日子。</Text>}
      {days.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">安排</th>
              <th scope="col">原因</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, kind, reason }) => (
              <tr key={day}>
                <td>{dayText(day, today)}</td>
                <td>{kind === 'rest' ? '休息' : '上班'}</td>
                <td>{reason}</td>
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => setChange({ day, kind: 'none', reason: `取消：${reason}` })}
                  >
                    取消这一天
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && (
        <DayDialog
          onClose={() => setAdding(false)}
          onChosen={(chosen) => {
            setAdding(false)
            setChange(chosen)
          }}
        />
      )}
      {change !== null && (
        <CalendarChangeDialog
          title={change.kind === 'none' ? '取消学校自定的日子' : '学校自定的日子'}
          about={changeSentence(change, dayText(parseDay(change.day), today))}
          change={asPreview(change)}
          submitLabel={change.kind === 'none' ? '取消这一天' : '保存这一天'}
          onClose={() => setChange(null)}
        />
      )}
    </section>
  )
}

function asPreview({ day, kind, reason }: DayChange): CalendarChange {
  return { change: 'day', day, kind, reason }
}

function changeSentence({ kind, reason }: DayChange, day: string): string {
  if (kind === 'none') return `${day} 恢复按国务院的安排计算。`
  return `${day} 按${kind === 'rest' ? '休息' : '上班'}计算，原因：${reason}。`
}

type DialogProps = { readonly onClose: () => void; readonly onChosen: (change: DayChange) => void }

function DayDialog({ onClose, onChosen }: DialogProps) {
  return (
    <Dialog opened onClose={onClose} title="新增学校自定的日子">
      <DayForm onClose={onClose} onChosen={onChosen} />
    </Dialog>
  )
}

function DayForm({ onClose, onChosen }: DialogProps) {
  const [day, setDay] = useState<string | null>(null)
  const [kind, setKind] = useState<'rest' | 'work'>('rest')
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>([])
  const errorAt = (path: string) => problems.find((problem) => problem.path === path)?.message

  function next() {
    const change = { day: day ?? '', kind, reason }
    const found =
      day === null
        ? [
            { path: 'day', message: '请选择日期。' },
            ...problemsOf('calendar.saveDay', change).filter(({ path }) => path !== 'day'),
          ]
        : problemsOf('calendar.saveDay', change)
    setProblems(found)
    if (found.length === 0) onChosen(change)
  }

  useShortcut('Ctrl+Enter', '看看会影响什么', next)

  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        next()
      }}
    >
      <Stack gap="sm">
        <ProblemSummary problems={problems} />
        <DayInput label="日期" required data-autofocus value={day} onChange={setDay} error={errorAt('day')} />
        <Radio.Group
          label="安排"
          value={kind}
          onChange={(value) => setKind(value === 'work' ? 'work' : 'rest')}
        >
          <Group mt={4}>
            <Radio value="rest" label="休息" />
            <Radio value="work" label="上班" />
          </Group>
        </Radio.Group>
        <TextInput
          label="原因"
          placeholder="例如：校庆放假"
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errorAt('reason')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          <Button type="submit" title="Ctrl+回车">
            看看会影响什么
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
