import { Button, Group, Radio, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import {
  RATED_WAYS,
  RATINGS,
  type Rating,
  ratedWaySchema,
  ratingSchema,
} from '../../../shared/domain/petition.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 满意度评价: the petitioner presses it at the counter, or it was told by telephone or later. */
export function RateDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.rate')
  const [how, setHow] = useState<'phone' | 'later'>('phone')
  const [score, setScore] = useState<Rating | null>(null)
  const [office, setOffice] = useState<Rating | null>(null)
  const [reason, setReason] = useState('')

  async function send() {
    if (score === null) {
      call.fail([{ path: 'score', message: '请选择反映人对办理情况的评价。' }])
      return
    }
    const done = await call.send({ number: petition.number, how, score, office, reason })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="满意度评价"
      submitLabel="记录评价"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <AtTheCounter number={petition.number} />
      <Radio.Group
        label="评价从哪里来"
        required
        value={how}
        onChange={(value) => setHow(ratedWaySchema.parse(value) === 'later' ? 'later' : 'phone')}
      >
        <Group mt={4}>
          <Radio value="phone" label={RATED_WAYS.phone} />
          <Radio value="later" label={RATED_WAYS.later} />
        </Group>
      </Radio.Group>
      <RatingRadios
        label="对承办单位的办理"
        required
        value={score}
        onChange={setScore}
        error={call.errorAt('score')}
      />
      {score === 'dissatisfied' && (
        <LongText
          label="不满意的原因"
          description="会发回重办，写清哪里不满意。"
          required
          value={reason}
          onChange={setReason}
          error={call.errorAt('reason')}
        />
      )}
      <RatingRadios label="对接待" value={office} onChange={setOffice} error={call.errorAt('office')} />
    </FormDialog>
  )
}

/** Who stands at the counter turns the screen to oneself: the rating page fills the window. */
function AtTheCounter({ number }: { readonly number: string }) {
  const [, navigate] = useLocation()
  const open = () => navigate(`/rate/${number}`)
  useShortcut('F4', '请反映人评价', open)
  return (
    <Group justify="space-between">
      <Text>反映人在场的，请本人在屏幕上评价。</Text>
      <Button variant="default" onClick={open} title="F4">
        请反映人评价 F4
      </Button>
    </Group>
  )
}

type RadiosProps = {
  readonly label: string
  readonly required?: boolean
  readonly value: Rating | null
  readonly onChange: (rating: Rating) => void
  readonly error: string | undefined
}

function RatingRadios({ onChange, ...rest }: RadiosProps) {
  return (
    <Radio.Group {...rest} onChange={(value) => onChange(ratingSchema.parse(value))}>
      <Group mt={4}>
        {ratingSchema.options.map((each, index) => (
          <Radio
            key={each}
            value={each}
            label={RATINGS[each]}
            aria-invalid={rest.error !== undefined || undefined}
            data-autofocus={(rest.required === true && index === 0) || undefined}
          />
        ))}
      </Group>
    </Radio.Group>
  )
}
