import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { type KeyboardEvent, type RefObject } from 'react'
import { STATES, stateSchema } from '../../../shared/domain/petition.ts'
import { useCategoryOptions } from '../../ui/CategorySelect.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { filterByPinyin, UnitSelect } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import classes from './list.module.css'
import { hasFilters, type ListFilters, NO_FILTERS, rangeProblem } from './list-filters.ts'

type Props = {
  readonly filters: ListFilters
  readonly onChange: (filters: ListFilters) => void
  readonly search: RefObject<HTMLInputElement | null>
  /** ↓ in the search field: on to the list. */
  readonly onDown: () => void
}

const STATE_OPTIONS = Object.entries(STATES).map(([value, label]) => ({ value, label }))

/** The row above the list: words to search for and everything the list can be narrowed by. */
export function ListFilterRow({ filters, onChange, search, onDown }: Props) {
  const set = (change: Partial<ListFilters>) => onChange({ ...filters, ...change })
  const { channels } = useCatalogue()
  const categories = useCategoryOptions(filters.category)

  function keyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    event.preventDefault()
    onDown()
  }

  return (
    <div className={classes['filters']} role="search">
      <TextInput
        ref={search}
        label="查找"
        placeholder="编号、姓名、电话、标题、内容…"
        value={filters.query}
        onChange={(event) => set({ query: event.currentTarget.value })}
        onKeyDown={keyDown}
        title="Ctrl+F"
      />
      <MultiSelect
        label="状态"
        placeholder={filters.states.length === 0 ? '全部' : ''}
        data={STATE_OPTIONS}
        value={[...filters.states]}
        onChange={(states) => set({ states: stateSchema.array().parse(states) })}
        clearable
      />
      <UnitSelect
        label="承办单位"
        placeholder="全部"
        value={filters.unit}
        onChange={(unit) => set({ unit })}
      />
      <Select
        label="渠道"
        placeholder="全部"
        data={channels
          .toSorted((a, b) => a.order - b.order)
          .map(({ code, name }) => ({ value: code, label: name }))}
        value={filters.channel}
        onChange={(channel) => set({ channel })}
        filter={filterByPinyin}
        searchable
        clearable
      />
      <Select
        label="分类"
        placeholder="全部"
        data={categories}
        value={filters.category}
        onChange={(category) => set({ category })}
        filter={filterByPinyin}
        searchable
        clearable
      />
      <DayInput
        label="登记从"
        value={filters.from}
        onChange={(from) => set({ from })}
        error={rangeProblem(filters)}
      />
      <DayInput label="到" value={filters.to} onChange={(to) => set({ to })} />
      <Button variant="subtle" disabled={!hasFilters(filters)} onClick={() => onChange(NO_FILTERS)}>
        清除条件
      </Button>
    </div>
  )
}
