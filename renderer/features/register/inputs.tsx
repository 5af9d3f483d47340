import { Autocomplete, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { foundBy } from '../../ui/pinyin-initials.ts'
import { filterByPinyin } from '../../ui/UnitSelect.tsx'
import type { Field } from './entry-fields.ts'
import { readInstant, shownInstant } from './instant-text.ts'

type Common = {
  readonly label: string
  readonly required?: boolean
  readonly description?: string
  readonly className?: string | undefined
}

/** What every input of the form carries; `data-path` is how the first wrong field is found. */
function bound<T>(field: Field<T>) {
  return { 'data-path': field.path, error: field.error, onBlur: field.check }
}

type TextProps = Common & {
  readonly field: Field<string>
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric'
}

export function TextField({ field, ...rest }: TextProps) {
  return (
    <TextInput
      {...rest}
      {...bound(field)}
      size="xs"
      autoComplete="off"
      value={field.value}
      onChange={(event) => field.set(event.currentTarget.value)}
    />
  )
}

/** Free text, with what is known to be typed here often. */
export function SuggestField({
  field,
  options,
  ...rest
}: TextProps & { readonly options: readonly string[] }) {
  return (
    <Autocomplete
      {...rest}
      {...bound(field)}
      size="xs"
      autoComplete="off"
      data={[...options]}
      filter={({ options: all, search, limit }) =>
        all
          .filter((option) => !('group' in option) && foundBy(option.label, search))
          .slice(0, Math.min(limit, 8))
      }
      value={field.value}
      onChange={field.set}
    />
  )
}

export function LongField({ field, rows, ...rest }: TextProps & { readonly rows: number }) {
  return (
    <Textarea
      {...rest}
      {...bound(field)}
      size="xs"
      autosize
      minRows={rows}
      maxRows={rows * 3}
      value={field.value}
      onChange={(event) => field.set(event.currentTarget.value)}
    />
  )
}

type Options = readonly { readonly value: string; readonly label: string }[]

export function optionsOf(words: Readonly<Record<string, string>>): Options {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

type ChoiceProps<T extends string> = Common & {
  readonly field: Field<T>
  readonly options: Options
  /** Turns the chosen option back into a value of the field. */
  readonly read: (value: string) => T
}

/** One of a few words: typed by pinyin initials or chosen with the arrows. Opens only when asked to. */
export function ChoiceField<T extends string>({ field, options, read, ...rest }: ChoiceProps<T>) {
  return (
    <Select
      {...rest}
      {...bound(field)}
      size="xs"
      data={[...options]}
      filter={filterByPinyin}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      value={field.value === '' ? null : field.value}
      onChange={(value) => {
        if (value !== null) field.set(read(value))
      }}
    />
  )
}

type MaybeChoiceProps<T extends string> = Common & {
  readonly field: Field<T | null>
  readonly options: Options
  readonly read: (value: string) => T
  readonly placeholder: string
}

/** The same, where nothing chosen is an answer too. */
export function MaybeChoiceField<T extends string>({ field, options, read, ...rest }: MaybeChoiceProps<T>) {
  return (
    <Select
      {...rest}
      {...bound(field)}
      size="xs"
      data={[...options]}
      filter={filterByPinyin}
      searchable
      clearable
      selectFirstOptionOnChange
      clearButtonProps={{ 'aria-label': `清除${rest.label}`, tabIndex: -1 }}
      value={field.value}
      onChange={(value) => field.set(value === null ? null : read(value))}
    />
  )
}

export function NumberField({
  field,
  max,
  ...rest
}: Common & { readonly field: Field<number>; readonly max: number }) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <NumberInput
      {...rest}
      data-path={field.path}
      error={field.error}
      size="xs"
      min={1}
      max={max}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={typed ?? field.value}
      onChange={(value) => {
        setTyped(String(value))
        if (value !== '') field.set(Number(value))
      }}
      onBlur={() => {
        setTyped(null)
        field.check()
      }}
    />
  )
}

export function CheckField({ field, label }: { readonly field: Field<boolean>; readonly label: string }) {
  return (
    <Checkbox
      size="xs"
      label={label}
      data-path={field.path}
      checked={field.value}
      onChange={(event) => field.set(event.currentTarget.checked)}
    />
  )
}

type TimeProps = Common & { readonly field: Field<string | null>; readonly day: string }

/** `2026-11-21 09:30`, or only `9:30`; what cannot be read stays as typed and is said at the field. */
export function TimeField({ field, day, ...rest }: TimeProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      {...rest}
      data-path={field.path}
      error={field.error}
      size="xs"
      autoComplete="off"
      placeholder="时:分"
      value={typed ?? shownInstant(field.value)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        field.set(text.trim() === '' ? null : (readInstant(text, day) ?? text))
      }}
      onBlur={() => {
        setTyped(null)
        field.check()
      }}
    />
  )
}
