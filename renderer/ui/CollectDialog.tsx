import { Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { COLLECTED_AS, collectedAsSchema } from '../../shared/domain/coordination.ts'
import type { PetitionNumber } from '../../shared/domain/petition.ts'
import { FormDialog } from './FormDialog.tsx'
import { useCheckedCall } from './use-checked-call.ts'

type Props = {
  readonly number: PetitionNumber
  /** What to begin the reason with. */
  readonly reason?: string
  readonly onClose: () => void
}

/** 列入会商: a matter is put down for the next coordination meeting. */
export function CollectDialog({ number, reason: offered = '', onClose }: Props) {
  const call = useCheckedCall('basket.add')
  const [as, setAs] = useState<keyof typeof COLLECTED_AS>('difficult')
  const [reason, setReason] = useState(offered)

  async function send() {
    if ((await call.send({ number, as, reason })) !== null) onClose()
  }

  return (
    <FormDialog
      title={`列入会商：${number}`}
      submitLabel="列入会商"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Radio.Group label="属于" value={as} onChange={(value) => setAs(collectedAsSchema.parse(value))}>
        {Object.entries(COLLECTED_AS).map(([value, word]) => (
          <Radio key={value} value={value} label={`${word}问题`} mt={4} />
        ))}
      </Radio.Group>
      <Textarea
        label="列入原因"
        required
        data-autofocus
        autosize
        minRows={3}
        maxRows={8}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={call.errorAt('reason')}
      />
    </FormDialog>
  )
}
