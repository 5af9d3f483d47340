import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { filterByPinyin } from './UnitSelect.tsx'
import { useCatalogue } from './use-catalogue.ts'

type Props = {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (code: string) => void
  readonly required?: boolean
  readonly error?: ReactNode
  readonly 'data-path'?: string
  readonly size?: 'xs' | 'sm'
}

/** 内容分类 of both levels; a second-level one is shown, and found, with its first level before it. */
export function CategorySelect({ value, onChange, ...rest }: Props) {
  const data = useCategoryOptions(value)
  return (
    <Select
      {...rest}
      data={data}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      filter={filterByPinyin}
      placeholder="名称或拼音首字母"
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
    />
  )
}

/** Every active category under its full name, in the order of the lists; `chosen` stays even when switched off. */
export function useCategoryOptions(chosen: string | null = null): { value: string; label: string }[] {
  const { categories } = useCatalogue()
  const named = categories.map((category) => {
    const parent = categories.find(({ code }) => code === category.parent)
    return {
      category,
      order: [parent?.order ?? category.order, parent === undefined ? -1 : category.order],
      label: parent === undefined ? category.name : `${parent.name} / ${category.name}`,
    }
  })
  return named
    .filter(({ category: { active, code } }) => active || code === chosen)
    .toSorted((a, b) => (a.order[0] ?? 0) - (b.order[0] ?? 0) || (a.order[1] ?? 0) - (b.order[1] ?? 0))
    .map(({ category, label }) => ({ value: category.code, label }))
}
