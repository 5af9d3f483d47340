import { Modal, type ModalProps } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { ShortcutLayer } from './shortcuts.tsx'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  readonly size?: ModalProps['size']
}

/** Esc closes it, the focus goes back where it came from, and shortcuts of the page rest meanwhile. */
export function Dialog({ opened, onClose, title, children, size = 'lg' }: Props) {
  useFocusBack()
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <ShortcutLayer>{children}</ShortcutLayer>
    </Modal>
  )
}

/** The modal itself gives the focus back when it is closed, but not when it is taken away while open. */
function useFocusBack() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const lost = document.activeElement === null || document.activeElement === document.body
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
}
