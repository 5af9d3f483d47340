import { Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Method, Sent } from '../../../shared/contract/api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

type Props<M extends Method> = {
  readonly method: M
  readonly title: string
  readonly label: string
  readonly submitLabel: string
  /** What it leads to. */
  readonly about?: ReactNode
  /** The call with the text that was typed, and the path of that text in it. */
  readonly inputOf: (text: string) => Sent<M>
  readonly path: string
  readonly onClose: () => void
}

/** A step that takes one text: a reason, a result, progress. */
export function TextDialog<M extends Method>(props: Props<M>) {
  const { method, title, label, submitLabel, about, inputOf, path, onClose } = props
  const call = useCheckedCall(method)
  const [text, setText] = useState('')

  async function send() {
    if ((await call.send(inputOf(text))) !== null) onClose()
  }

  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      {about !== undefined && <Text>{about}</Text>}
      <Textarea
        label={label}
        required
        data-autofocus
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={call.errorAt(path)}
      />
    </FormDialog>
  )
}
