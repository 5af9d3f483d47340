import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import type { FieldProblem } from '../../shared/contract/errors.ts'
import { Dialog } from './Dialog.tsx'
import { Failure } from './Failure.tsx'
import { ProblemSummary } from './ProblemSummary.tsx'
import { useShortcut } from './shortcuts.tsx'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The action in its own words. */
  readonly submitLabel: string
  readonly onSubmit: () => void
  readonly call: {
    readonly form: (element: HTMLFormElement | null) => void
    readonly busy: boolean
    readonly error: unknown
    readonly problems: readonly FieldProblem[]
  }
  readonly size?: string | number
}

/** A form of its own. Ctrl+Enter sends it from any field, Esc closes it. */
export function FormDialog(props: Props) {
  return (
    <Dialog opened onClose={props.onClose} title={props.title} size={props.size ?? 'lg'}>
      <DialogForm {...props} />
    </Dialog>
  )
}

function DialogForm({ onClose, children, submitLabel, onSubmit, call }: Props) {
  const { form, busy, error, problems } = call
  useShortcut('Ctrl+Enter', submitLabel, onSubmit, { enabled: !busy })

  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemSummary problems={problems} />
        <Failure error={error} />
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          <Button type="submit" loading={busy} title="Ctrl+回车">
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
