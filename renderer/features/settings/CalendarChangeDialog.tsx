import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import type { Answer, Sent } from '../../../shared/contract/api.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'

export type CalendarChange = Sent<'calendar.preview'>

type Props = {
  readonly title: string
  readonly about: string
  readonly change: CalendarChange
  readonly submitLabel: string
  readonly onClose: () => void
}

/** Which open petitions would be due on another day, before anything is changed. */
export function CalendarChangeDialog(props: Props) {
  return (
    <Dialog opened onClose={props.onClose} title={props.title} size="xl">
      <ChangeForm {...props} />
    </Dialog>
  )
}

function ChangeForm({ about, change, submitLabel, onClose }: Props) {
  const preview = useDeskQuery('calendar.preview', change)
  const saveYear = useDeskMutation('calendar.saveYear')
  const saveDay = useDeskMutation('calendar.saveDay')
  const busy = saveYear.isPending || saveDay.isPending
  const failed = saveYear.error ?? saveDay.error ?? preview.error

  async function apply() {
    try {
      if (change.change === 'year') await saveYear.mutateAsync(change.year)
      else await saveDay.mutateAsync({ day: change.day, kind: change.kind, reason: change.reason })
      onClose()
    } catch {
      // Shown below from the call itself.
    }
  }

  const ready = preview.data !== undefined && !busy
  useShortcut('Ctrl+Enter', submitLabel, () => void apply(), { enabled: ready })

  return (
    <Stack gap="sm">
      <Text>{about}</Text>
      <Failure error={failed} listFields />
      {preview.isPending && <Loader aria-label="正在计算受影响的事项" />}
      {preview.data !== undefined && <Moved moved={preview.data} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} title="Esc">
          返回，不改
        </Button>
        <Button
          data-autofocus
          onClick={() => void apply()}
          loading={busy}
          disabled={!ready}
          title="Ctrl+回车"
        >
          {submitLabel}
        </Button>
      </Group>
    </Stack>
  )
}

function Moved({ moved }: { readonly moved: Answer<'calendar.preview'> }) {
  if (moved.length === 0) return <Text>没有在办事项的到期日会因此改变。</Text>
  return (
    <>
      <Text fw={600}>有 {moved.length} 件在办事项的到期日会改变：</Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">标题</th>
            <th scope="col">现在到期</th>
            <th scope="col">改为</th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ number, title, before, after }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>{title}</td>
              <td>
                <DayText day={before} />
              </td>
              <td>
                <DayText day={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
