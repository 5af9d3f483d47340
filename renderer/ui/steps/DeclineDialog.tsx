import { Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DECLINE_GROUNDS, type DeclineGround, declineGroundSchema } from '../../../shared/domain/petition.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

/** Where the visitor should go instead; the receptionist may word it for the case at hand. */
const LAWFUL_CHANNELS: Readonly<Record<DeclineGround, string>> = {
  litigation: '向有管辖权的人民法院提起诉讼，或按生效裁判执行',
  arbitration: '向劳动人事争议仲裁委员会等仲裁机构申请仲裁',
  discipline: '向学校纪检监察部门反映',
  reconsideration: '向有权的行政机关申请行政复议',
  disclosure: '按政府信息公开的规定提出申请',
  petition: '按已受理机关的信访程序办理，可申请复查、复核',
  concluded: '复核意见是信访程序的终结意见，请按复核意见办理；有新的事实和理由的，可以另行提出',
  unlawful: '遵守法律法规和公序良俗，依法表达诉求',
}

/** 不予受理: never without the ground, the lawful channel and words of explanation. */
export function DeclineDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.route')
  const [ground, setGround] = useState<DeclineGround | null>(null)
  const [lawfulChannel, setLawfulChannel] = useState('')
  const [explanation, setExplanation] = useState('')

  function choose(value: string) {
    const next = declineGroundSchema.parse(value)
    const usual = ground === null ? '' : LAWFUL_CHANNELS[ground]
    if (lawfulChannel === usual) setLawfulChannel(LAWFUL_CHANNELS[next])
    setGround(next)
  }

  async function send() {
    if (ground === null) {
      call.fail([{ path: 'to.ground', message: '请选择不予受理的情形。' }])
      return
    }
    const to = { route: 'decline', ground, lawfulChannel, explanation } as const
    const done = await call.send({ number: petition.number, to })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="不予受理"
      submitLabel="作不予受理处理"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Radio.Group
        label="属于下列情形"
        required
        value={ground}
        onChange={choose}
        error={call.errorAt('to.ground')}
      >
        <Stack gap={6} mt={4}>
          {Object.entries(DECLINE_GROUNDS).map(([value, label], index) => (
            <Radio key={value} value={value} label={label} data-autofocus={index === 0 || undefined} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label="应当通过的法定途径或应遵守的规定"
        required
        value={lawfulChannel}
        onChange={(event) => setLawfulChannel(event.currentTarget.value)}
        error={call.errorAt('to.lawfulChannel')}
      />
      <Textarea
        label="对来访人的解释说明"
        description="只写“不予受理”容易引起重复来访，请写清理由和去处。"
        required
        autosize
        minRows={4}
        maxRows={12}
        value={explanation}
        onChange={(event) => setExplanation(event.currentTarget.value)}
        error={call.errorAt('to.explanation')}
      />
    </FormDialog>
  )
}
