import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen and that it cannot be taken back, in one or two sentences. */
  readonly consequence: ReactNode
  /** The action in its own words: 销号, never 确定. */
  readonly confirmLabel: string
  readonly cancelLabel?: string
  readonly busy?: boolean
  readonly onConfirm: () => void
}

/** For what cannot be undone; what can be undone gets `UndoBar` instead. */
export function ConfirmDialog(props: Props) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <Stack>
        <Text component="div">{props.consequence}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {props.cancelLabel ?? '返回'}
          </Button>
          <Button data-autofocus loading={props.busy ?? false} onClick={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
