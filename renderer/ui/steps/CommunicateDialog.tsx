import { Group, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { TALKS, type Talk, talkSchema } from '../../../shared/domain/petition.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText, optionsOf, TYPED } from './fields.tsx'
import { talkOwed } from './petition-view.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

const TALK_OPTIONS = optionsOf(TALKS)

/** 电话沟通 and 见面沟通: why it takes long or cannot be granted, and what comes next. */
export function CommunicateDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.communicate')
  const { me } = useSession()
  const usualPlace = useCatalogue().settings?.receptionPlace ?? ''
  const owed = talkOwed(petition)
  const [means, setMeans] = useState<Talk>(owed === 'meeting' ? 'meeting' : 'phone')
  const [by, setBy] = useState(me.name)
  const [place, setPlace] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [attitude, setAttitude] = useState('')

  async function send() {
    const where = means === 'meeting' ? (place ?? usualPlace) : ''
    if (means === 'meeting' && where.trim() === '') {
      call.fail([{ path: 'place', message: '请填写见面的地点。' }])
      return
    }
    const done = await call.send({ number: petition.number, means, by, place: where, text, attitude })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="沟通记录"
      submitLabel="记录沟通"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      {owed !== null && (
        <Text>
          {owed === 'meeting'
            ? '诉求未能按要求解决，办结前要见面讲清不能解决的原因和下一步计划。'
            : '处置时间较长，办结前要电话或见面沟通一次。'}
        </Text>
      )}
      <LongText
        label="沟通情况"
        description="原因和下一步计划。"
        required
        data-autofocus
        rows={4}
        value={text}
        onChange={setText}
        error={call.errorAt('text')}
      />
      <LongText
        label="反映人的态度"
        description="可以不填。"
        rows={1}
        value={attitude}
        onChange={setAttitude}
        error={call.errorAt('attitude')}
      />
      <Group grow align="start">
        <Select
          label="沟通方式"
          required
          data={TALK_OPTIONS}
          {...TYPED}
          value={means}
          onChange={(value) => setMeans(talkSchema.parse(value))}
          error={call.errorAt('means')}
        />
        <TextInput
          label="沟通人"
          required
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
          error={call.errorAt('by')}
        />
        {means === 'meeting' && (
          <TextInput
            label="见面地点"
            required
            value={place ?? usualPlace}
            onChange={(event) => setPlace(event.currentTarget.value)}
            error={call.errorAt('place')}
          />
        )}
      </Group>
    </FormDialog>
  )
}
