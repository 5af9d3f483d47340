import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../FormDialog.tsx'
import { UnitContact } from '../UnitContact.tsx'
import { UnitMultiSelect, UnitSelect } from '../UnitSelect.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { useCheckedCall } from '../use-checked-call.ts'
import { RouteDue } from './DirectDialog.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 转办: one lead unit and any assisting ones; the clock starts today. */
export function TransferDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.route')
  const { categories } = useCatalogue()
  const category = categories.find(({ code }) => code === petition.category)
  const usual = category?.defaultUnit ?? null
  const responsible = category?.responsible ?? ''
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  const [assistUnits, setAssistUnits] = useState<string[]>([])
  const [remark, setRemark] = useState('')
  const leadUnit =
    chosen === undefined ? (usual === null || petition.accusedUnits.includes(usual) ? null : usual) : chosen

  async function send() {
    const to = { route: 'transfer', leadUnit: leadUnit ?? '', assistUnits, remark } as const
    const done = await call.send({ number: petition.number, to })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog title="转办" submitLabel="转办" onSubmit={() => void send()} onClose={onClose} call={call}>
      <UnitSelect
        label="承办单位"
        description={
          chosen === undefined && leadUnit !== null ? '按内容分类的归口单位预填，可以改选。' : undefined
        }
        required
        data-autofocus
        value={leadUnit}
        onChange={setChosen}
        exclude={[...petition.accusedUnits, ...assistUnits]}
        error={call.errorAt('to.leadUnit')}
      />
      {leadUnit !== null && (
        <Text size="sm" c="dimmed">
          <UnitContact unit={leadUnit} />
        </Text>
      )}
      {leadUnit === usual && responsible !== '' && (
        <Text size="sm">直达责任人：{responsible}（《接诉即办工作制度》三（一）1）</Text>
      )}
      <UnitMultiSelect
        label="协办单位"
        value={assistUnits}
        onChange={setAssistUnits}
        exclude={[...petition.accusedUnits, ...(leadUnit === null ? [] : [leadUnit])]}
        error={call.errorAt('to.assistUnits')}
      />
      <Textarea
        label="转办说明"
        description="写给承办单位的话，可以不填。"
        autosize
        minRows={3}
        maxRows={10}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
        error={call.errorAt('to.remark')}
      />
      <RouteDue petition={petition} route="transfer" />
    </FormDialog>
  )
}
