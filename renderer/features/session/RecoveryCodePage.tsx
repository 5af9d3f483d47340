import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { confirmsCode, lastGroup } from './recovery-code.ts'
import { SessionCard } from './SessionCard.tsx'
import classes from './session.module.css'

type Props = {
  readonly code: string
  readonly school: string
  readonly station: string
  readonly onDone: () => void
}

/** Shown once, never again: it has to be on paper before the desk opens. */
export function RecoveryCodePage({ code, school, station, onDone }: Props) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  useShortcut('Ctrl+P', '打印恢复码', printPage)
  return (
    <SessionCard
      title="恢复码：请打印并锁好"
      note="忘记全部密码时，只有它能打开记录。它只显示这一次，程序不会保存。"
    >
      <p className={classes['code']}>{code}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (confirmsCode(code, typed)) onDone()
          else setWrong(true)
        }}
      >
        <Stack>
          <TextInput
            label="请照纸上的恢复码输入最后一组"
            description={`最后一组有 ${lastGroup(code).length} 个字符，输入后开始使用`}
            autoFocus
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setWrong(false)
            }}
            error={wrong ? '与恢复码的最后一组不同，请对照打印的纸再输一次' : null}
          />
          <Group justify="space-between">
            <Button variant="default" onClick={printPage} title="Ctrl+P">
              打印恢复码
            </Button>
            <Button type="submit">开始使用</Button>
          </Group>
        </Stack>
      </form>
      <RecoverySheet code={code} school={school} station={station} />
    </SessionCard>
  )
}

function printPage() {
  window.print()
}

/** What comes out of the printer. */
function RecoverySheet({ code, school, station }: Omit<Props, 'onDone'>) {
  return createPortal(
    <div className={classes['sheet']}>
      <Text fw={600} size="xl">
        信访接待台恢复码
      </Text>
      <p>
        {school}　接待点 {station}
      </p>
      <p className={classes['code']}>{code}</p>
      <p>
        凭此码可以为任一账号设置新密码并打开全部记录。请装入信封密封，由办公室负责人锁存，不要拍照，不要存入电脑。
      </p>
    </div>,
    document.body,
  )
}
