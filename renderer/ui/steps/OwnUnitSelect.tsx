import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { nameOfCode, useCatalogue } from '../use-catalogue.ts'
import { TYPED } from './fields.tsx'
import type { PetitionView } from './petition-view.ts'

type Props = {
  readonly label: string
  readonly petition: PetitionView
  readonly value: string | null
  readonly onChange: (code: string | null) => void
  readonly error: ReactNode
}

/** One of the units that have the matter: the lead unit, or an assisting one. */
export function OwnUnitSelect({ petition: { leadUnit, assistUnits }, ...rest }: Props) {
  const { units } = useCatalogue()
  const codes = leadUnit === null ? assistUnits : [leadUnit, ...assistUnits]
  return (
    <Select
      {...rest}
      required
      allowDeselect={false}
      {...TYPED}
      data={codes.map((code) => ({
        value: code,
        label: `${nameOfCode(units, code)}（${code === leadUnit ? '承办' : '协办'}）`,
      }))}
    />
  )
}
