import { DeskError } from '../../shared/contract/errors.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import type { Me } from './desk.ts'
import type { Office } from './store/office-store.ts'
import { readStrings } from './store/petition-codec.ts'
import type { PetitionTable } from './store/schema.ts'

/** Days back a duty leader reads and signs off. */
const REVIEWED_DAYS = 30

/**
 * Whose petitions somebody sees: the office all of them; a duty leader what is put before them and the days to review; a
 * head of a unit what the unit handles or its channels brought. Nobody sees a matter that complains about themselves.
 */
export type Scope =
  | { readonly kind: 'office' }
  | { readonly kind: 'leader'; readonly leader: string; readonly name: string }
  | { readonly kind: 'unit'; readonly unit: string; readonly name: string }

export function scopeOf(me: Me): Scope {
  if (me.roles.some((role) => role === 'receptionist' || role === 'clerk' || role === 'admin'))
    return { kind: 'office' }
  return me.roles.includes('leader')
    ? { kind: 'leader', leader: me.leader, name: me.name }
    : { kind: 'unit', unit: me.unit, name: me.name }
}

/** What deciding it takes. */
export const SCOPE_COLUMNS = [
  'lead_unit',
  'assist_units',
  'channel',
  'leader',
  'instruction',
  'received_on',
  'accused_names',
  'accused_units',
] as const satisfies readonly (keyof PetitionTable)[]

export type ScopedRow = Pick<PetitionTable, (typeof SCOPE_COLUMNS)[number]>

/** Does the petition lie within the scope? */
export function isWithin(scope: Scope, row: ScopedRow, office: Office, today: Day): boolean {
  switch (scope.kind) {
    case 'office':
      return true
    case 'leader':
      return (
        !complainsAbout(row, scope.name, null) &&
        (isPutBefore(row, scope) || row.received_on >= addDays(today, -REVIEWED_DAYS))
      )
    case 'unit':
      return !complainsAbout(row, scope.name, scope.unit) && isOfUnit(row, scope.unit, office)
  }
}

function isPutBefore(row: ScopedRow, { leader, name }: { leader: string; name: string }): boolean {
  return (
    (leader !== '' && row.leader === leader) ||
    (row.instruction !== null && row.instruction.includes(JSON.stringify(name)))
  )
}

function isOfUnit(row: ScopedRow, unit: string, office: Office): boolean {
  if (unit === '') return false
  if (row.lead_unit === unit || readStrings(row.assist_units).includes(unit)) return true
  const channel = office.channel(row.channel)
  return channel?.leadUnit === unit || (channel?.otherLeadUnits.includes(unit) ?? false)
}

/** 检举控告 and every other complaint is kept from whom it names (《信访工作条例》第三十条). */
export function complainsAbout(
  row: Pick<PetitionTable, 'accused_names' | 'accused_units'>,
  name: string,
  unit: string | null,
): boolean {
  if (name !== '' && row.accused_names.includes(name)) return true
  return unit !== null && unit !== '' && readStrings(row.accused_units).includes(unit)
}

/** Refuses as if it were not there: that a complaint exists is already too much to say. */
export function ensureWithin(
  scope: Scope,
  row: ScopedRow & { readonly number: string },
  office: Office,
  today: Day,
): void {
  if (isWithin(scope, row, office, today)) return
  throw new DeskError('notFound', `没有编号为 ${row.number} 的信访事项，或者不由您办理，请核对编号。`)
}
