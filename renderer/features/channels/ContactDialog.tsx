import { Checkbox, Group, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_WAYS, type ContactWay, contactWaySchema } from '../../../shared/domain/channel-work.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import type { LinkView } from './LinksTab.tsx'
import { BLANK_MATTER, type Matter, MatterFields } from './MatterFields.tsx'

type Props = { readonly link: LinkView; readonly onClose: () => void }

/** One talk or visit, and what is to be handled because of it. */
export function ContactDialog({ link, onClose }: Props) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [how, setHow] = useState<ContactWay>('talk')
  const [text, setText] = useState('')
  const [matter, setMatter] = useState<Matter | null>(null)
  const call = useCheckedCall('links.contact')

  async function save() {
    if ((await call.send({ id: link.id, on: on ?? '', how, text, matter })) !== null) onClose()
  }

  return (
    <FormDialog
      title={`记一次联系：${link.who} · ${link.partner}`}
      submitLabel="保存联系记录"
      onSubmit={() => void save()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      <Group grow align="start">
        <DayInput label="日期" required value={on} onChange={setOn} error={call.errorAt('on')} />
        <Select
          label="方式"
          allowDeselect={false}
          data={Object.entries(CONTACT_WAYS).map(([value, label]) => ({ value, label }))}
          value={how}
          onChange={(value) => setHow(contactWaySchema.parse(value ?? how))}
        />
      </Group>
      <Textarea
        label="情况"
        data-autofocus
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={call.errorAt('text')}
      />
      <Checkbox
        label="反映了需要办理的事项（登记为信访事项）"
        checked={matter !== null}
        onChange={(event) => setMatter(event.currentTarget.checked ? BLANK_MATTER : null)}
      />
      {matter !== null && (
        <MatterFields
          legend="反映的事项"
          matter={matter}
          onChange={setMatter}
          errorAt={(field) => call.errorAt(`matter.${field}`)}
          onRemove={null}
        />
      )}
    </FormDialog>
  )
}
