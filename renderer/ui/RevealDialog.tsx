import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { LISTS, type ListName } from '../../shared/contract/api/exports-api.ts'
import { FormDialog } from './FormDialog.tsx'

type Props = {
  readonly list: ListName
  readonly onClose: () => void
  readonly onConfirm: (reason: string) => void
}

/** Before a list leaves with the full names of petitioners: what that means, and why it is needed. */
export function RevealDialog({ list, onClose, onConfirm }: Props) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)

  function confirm() {
    if (reason.trim() === '') setMissing(true)
    else onConfirm(reason.trim())
  }

  return (
    <FormDialog
      title={`带完整姓名导出${LISTS[list].title}`}
      submitLabel="导出完整姓名"
      onSubmit={confirm}
      onClose={onClose}
      call={{ form: () => undefined, busy: false, error: null, problems: [] }}
    >
      <Text>
        文件里会有信访人的完整姓名，要求保密的仍作遮盖。谁在什么时候、为什么导出，都会记入日志；请妥善保管，用后删除，不得转给无关人员。
      </Text>
      <Textarea
        label="导出完整姓名的原因"
        required
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing && reason.trim() === '' ? '请写明导出完整姓名的原因' : null}
      />
    </FormDialog>
  )
}
