import type { Unit } from '../../../shared/domain/catalogue.ts'
import type { Decision } from '../../../shared/domain/coordination.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { stepRefusal, unitRefusal } from '../../../shared/rules/petition-steps.ts'
import type { Desk } from '../desk.ts'
import { readStrings } from '../store/petition-codec.ts'
import type { PetitionTable } from '../store/schema.ts'
import { findPetition, steppedOf } from '../views/petition-view.ts'

/**
 * Why these may not discuss the petition, or null: nobody who is complained about hears of it, and an accusation is
 * discussed by discipline inspection alone.
 */
export function discussionRefusal(
  row: Pick<PetitionTable, 'number' | 'purpose' | 'accused_names' | 'accused_units'>,
  chair: string,
  units: readonly (Unit | undefined)[],
): string | null {
  if (chair !== '' && row.accused_names.includes(chair))
    return `主持人${chair}是 ${row.number} 的被反映人，应当回避（《信访工作条例》第二十八条）。`
  const problem = unitRefusal({ purpose: row.purpose, accusedUnits: readStrings(row.accused_units) }, units)
  return problem === null ? null : `${row.number}：${problem}`
}

/** The chase a decision sends out, or null where no unit owes anything: then it is followed in the meeting alone. */
export async function chaseFor(
  desk: Desk,
  petition: PetitionNumber,
  /** Its name: there the unit was told. */
  meeting: string,
  on: Day,
  { unit, what, dueOn, level }: Decision,
): Promise<EntryBody<'petition.chased'> | null> {
  const taken = await steppedOf(desk, await findPetition(desk, petition))
  if (stepRefusal('chase', taken) !== null) return null
  return {
    on,
    level,
    medium: 'written',
    unit,
    counterpart: meeting,
    answer: `会议议定：${what}`,
    requiredOn: dueOn,
  }
}
