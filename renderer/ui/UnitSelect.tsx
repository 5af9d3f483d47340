import { type ComboboxItem, MultiSelect, type OptionsFilter, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { foundBy } from './pinyin-initials.ts'
import { useCatalogue } from './use-catalogue.ts'

type Shared = {
  readonly label: ReactNode
  readonly required?: boolean
  readonly error?: ReactNode
  readonly description?: ReactNode
  readonly placeholder?: string
  /** Codes that may not be chosen: the accused unit, the lead unit among the assisting ones. */
  readonly exclude?: readonly string[]
  readonly 'data-autofocus'?: boolean
  /** Path of the field in the form, so that the first wrong one can be focused. */
  readonly 'data-path'?: string
  readonly onBlur?: () => void
  readonly size?: 'xs' | 'sm'
}

/** For any Select of ours: finds options by Chinese text or pinyin initials. */
export const filterByPinyin: OptionsFilter = ({ options, search }) =>
  options.filter((option): option is ComboboxItem => !('group' in option) && foundBy(option.label, search))

function useUnitOptions(exclude: readonly string[], chosen: readonly string[]) {
  return useCatalogue()
    .units.filter(({ active, code }) => (active && !exclude.includes(code)) || chosen.includes(code))
    .toSorted((a, b) => a.order - b.order)
    .map(({ code, name }) => ({ value: code, label: name }))
}

export function UnitSelect({
  value,
  onChange,
  exclude = [],
  placeholder = '名称或拼音首字母',
  ...rest
}: Shared & { readonly value: string | null; readonly onChange: (code: string | null) => void }) {
  const data = useUnitOptions(exclude, value === null ? [] : [value])
  return (
    <Select
      {...rest}
      placeholder={placeholder}
      data={data}
      value={value}
      onChange={onChange}
      filter={filterByPinyin}
      searchable
      clearable
      selectFirstOptionOnChange
    />
  )
}

export function UnitMultiSelect({
  value,
  onChange,
  exclude = [],
  placeholder = '名称或拼音首字母',
  ...rest
}: Shared & { readonly value: readonly string[]; readonly onChange: (codes: string[]) => void }) {
  const data = useUnitOptions(exclude, value)
  return (
    <MultiSelect
      {...rest}
      placeholder={value.length === 0 ? placeholder : ''}
      data={data}
      value={[...value]}
      onChange={onChange}
      filter={filterByPinyin}
      searchable
      hidePickedOptions
      selectFirstOptionOnChange
    />
  )
}
