import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode, RefObject } from 'react'
import type { FieldProblem } from '../../../../shared/contract/errors.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx'
import { useShortcut } from '../../../ui/shortcuts.tsx'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The action in its own words. */
  readonly submitLabel: string
  readonly onSubmit: () => void
  readonly call: {
    readonly form: RefObject<HTMLFormElement | null>
    readonly busy: boolean
    readonly error: unknown
    readonly problems: readonly FieldProblem[]
  }
  readonly size?: string | number
}

/** The form of one step. Ctrl+Enter sends it from any field, Esc closes it. */
export function StepDialog(props: Props) {
  return (
    <Dialog opened onClose={props.onClose} title={props.title} size={props.size ?? 'lg'}>
      <StepForm {...props} />
    </Dialog>
  )
}

function StepForm({ onClose, children, submitLabel, onSubmit, call }: Props) {
  useShortcut('Ctrl+Enter', submitLabel, onSubmit, { enabled: !call.busy })

  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }

  return (
    <form ref={call.form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemSummary problems={call.problems} />
        <Failure error={call.error} />
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          <Button type="submit" loading={call.busy} title="Ctrl+回车">
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
