import { Select, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { MEDIA, type Medium, mediumSchema } from '../../../shared/domain/petition.ts'
import { filterByPinyin } from '../UnitSelect.tsx'
import { useCatalogue } from '../use-catalogue.ts'

/** How a Select of a few words is typed into: the first letters of the pinyin are enough. */
export const TYPED = { searchable: true, selectFirstOptionOnChange: true, filter: filterByPinyin } as const

export function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

type LongTextProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly error: ReactNode
  readonly description?: string
  readonly required?: boolean
  readonly rows?: number
  readonly 'data-autofocus'?: boolean
}

/** A text of several lines that grows as it is typed. */
export function LongText({ onChange, rows = 3, ...rest }: LongTextProps) {
  return (
    <Textarea
      {...rest}
      autosize
      minRows={rows}
      maxRows={12}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

const MEDIUM_OPTIONS = optionsOf(MEDIA)

type MediumProps = {
  readonly label: string
  readonly value: Medium
  readonly onChange: (medium: Medium) => void
  readonly error: ReactNode
}

/** 当面、电话、书面 or 网络. */
export function MediumSelect({ onChange, ...rest }: MediumProps) {
  return (
    <Select
      {...rest}
      required
      allowDeselect={false}
      data={MEDIUM_OPTIONS}
      {...TYPED}
      onChange={(value) => onChange(mediumSchema.parse(value))}
    />
  )
}

type LeaderProps = {
  readonly label: string
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  readonly error: ReactNode
  readonly 'data-autofocus'?: boolean
}

/** A leader by post, name or pinyin initials. */
export function LeaderSelect(props: LeaderProps) {
  const options = useCatalogue()
    .leaders.filter(({ active }) => active)
    .toSorted((a, b) => a.order - b.order)
    .map(({ code, post, name, principal }) => ({
      value: code,
      label: `${post}${name === '' ? '' : ` ${name}`}${principal ? '（主要领导）' : ''}`,
    }))
  return <Select {...props} required placeholder="职务、姓名或拼音首字母" data={options} {...TYPED} />
}
