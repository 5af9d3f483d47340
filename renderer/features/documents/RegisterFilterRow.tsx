import { Button, Group, Select, TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { filterByPinyin, UnitSelect } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import classes from './documents.module.css'
import { hasFilters, KIND_OPTIONS, NO_FILTERS, type RegisterFilters } from './register-filters.ts'

type Props = {
  readonly filters: RegisterFilters
  readonly onChange: (filters: RegisterFilters) => void
  readonly search: Ref<HTMLInputElement>
  readonly thisYear: number
}

const STATES = [
  { value: 'valid', label: '有效' },
  { value: 'void', label: '作废' },
]
/** How far back somebody still looks for a paper. */
const YEARS = 6

/** One row of filters; each narrows the register at once. */
export function RegisterFilterRow({ filters, onChange, search, thisYear }: Props) {
  const { settings } = useCatalogue()
  const series = [...new Set(Object.values(settings?.series ?? {}))]
  if (filters.series !== null && !series.includes(filters.series)) series.push(filters.series)
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back))
  const set = (change: Partial<RegisterFilters>) => onChange({ ...filters, ...change })
  return (
    <Group gap="xs" align="end" wrap="nowrap" mb="sm" className={classes['filters'] ?? ''}>
      <TextInput
        ref={search}
        label="查找"
        placeholder="文号、标题、信访编号"
        value={filters.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <Select
        label="文书种类"
        placeholder="全部"
        data={KIND_OPTIONS}
        filter={filterByPinyin}
        value={filters.kind}
        onChange={(kind) => set({ kind })}
        clearable
        searchable
      />
      <Select
        label="机关代字"
        placeholder="全部"
        data={series}
        value={filters.series}
        onChange={(chosen) => set({ series: chosen })}
        clearable
      />
      <Select
        label="年度"
        placeholder="全部"
        data={years}
        value={filters.year === null ? null : String(filters.year)}
        onChange={(year) => set({ year: year === null ? null : Number(year) })}
        clearable
      />
      <Select
        label="状态"
        placeholder="全部"
        data={STATES}
        value={filters.state}
        onChange={(state) => set({ state: state === 'valid' || state === 'void' ? state : null })}
        clearable
      />
      <UnitSelect
        label="主送单位"
        placeholder="全部"
        value={filters.unit}
        onChange={(unit) => set({ unit })}
      />
      <Button variant="subtle" disabled={!hasFilters(filters)} onClick={() => onChange(NO_FILTERS)}>
        清除
      </Button>
    </Group>
  )
}
