import { Group, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { RESEARCH_KINDS, type ResearchKind } from '../../../shared/domain/coordination.ts'
import { useSession, useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { filterByPinyin, UnitMultiSelect } from '../../ui/UnitSelect.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

type Props = {
  readonly record: Answer<'research.list'>['records'][number] | null
  readonly onClose: () => void
}

const KINDS: readonly ResearchKind[] = ['visit', 'supervision', 'topic']

export function ResearchDialog({ record, onClose }: Props) {
  const call = useCheckedCall('research.save')
  const today = useToday()
  const { me } = useSession()
  const groups = useDeskQuery('groups.list', undefined)
  const [kind, setKind] = useState<ResearchKind>(record?.kind ?? 'visit')
  const [on, setOn] = useState<string | null>(record?.on ?? today)
  const [units, setUnits] = useState<readonly string[]>(record?.units ?? [])
  const [people, setPeople] = useState(record?.people ?? me.name)
  const [findings, setFindings] = useState(record?.findings ?? '')
  const [proposals, setProposals] = useState(record?.proposals ?? '')
  const [group, setGroup] = useState<string | null>(record?.group ?? null)

  async function send() {
    const saved = await call.send({
      id: record?.id ?? null,
      record: { kind, on: on ?? '', units: [...units], people, findings, proposals, group },
    })
    if (saved !== null) onClose()
  }

  return (
    <FormDialog
      title={record === null ? '记录调研' : '更正调研记录'}
      submitLabel="保存调研记录"
      size={760}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Group grow align="start">
        <Select
          label="种类"
          data={KINDS.map((value) => ({ value, label: RESEARCH_KINDS[value] }))}
          allowDeselect={false}
          value={kind}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? kind)}
        />
        <DayInput label="日期" required value={on} onChange={setOn} error={call.errorAt('record.on')} />
        <TextInput
          label="参加人员"
          required
          value={people}
          onChange={(event) => setPeople(event.currentTarget.value)}
          error={call.errorAt('record.people')}
        />
      </Group>
      <UnitMultiSelect
        label="走访的单位"
        required
        data-autofocus
        value={units}
        onChange={setUnits}
        error={call.errorAt('record.units')}
      />
      <Textarea
        label="了解的情况"
        required
        autosize
        minRows={4}
        maxRows={10}
        value={findings}
        onChange={(event) => setFindings(event.currentTarget.value)}
        error={call.errorAt('record.findings')}
      />
      <Textarea
        label="解决方案和建议"
        description="对重点、反复发生的问题提出解决方案。"
        autosize
        minRows={3}
        maxRows={10}
        value={proposals}
        onChange={(event) => setProposals(event.currentTarget.value)}
        error={call.errorAt('record.proposals')}
      />
      <Select
        label="有关的共性问题"
        data={groups.data?.groups.map(({ id, title }) => ({ value: id, label: title })) ?? []}
        filter={filterByPinyin}
        searchable
        clearable
        value={group}
        onChange={setGroup}
      />
    </FormDialog>
  )
}
