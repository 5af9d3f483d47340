import { type Day, dayOf, instantOf, yearOf } from '../../../shared/domain/day.ts'
import { OPEN_STATES, type PetitionNumber } from '../../../shared/domain/petition.ts'
import { type CoordinationThing, coordinationNumber } from '../../../shared/rules/coordination.ts'
import type { Desk } from '../desk.ts'
import { discussionRefusal } from '../handlers/decision-chases.ts'
import type { Change } from '../store/ledger.ts'
import { nextSerial } from '../store/projection/serials.ts'
import type { Staff } from './case.ts'
import type { WorkDays } from './semesters.ts'

export type Stage = {
  readonly desk: Desk
  readonly staff: Staff
  readonly until: Day
  readonly workDays: WorkDays
}

/** What every invented meeting has. */
export const MEETING = {
  time: '14:30',
  place: '行政楼 302 会议室',
  chair: '分管校领导',
  leadUnit: 'DYB',
  assistUnits: [],
  agenda: [],
}

type Step = Change & { readonly number: (thing: CoordinationThing) => string }

/** One transaction of the invented office. */
export function change<T>({ desk }: Stage, work: (step: Step) => Promise<T>): Promise<T> {
  return desk.ledger.change((open) => {
    const number = (thing: CoordinationThing) => {
      const year = yearOf(dayOf(instantOf(desk.surroundings.clock())))
      return coordinationNumber(desk.station.code, thing, year, nextSerial(open.tx, `${thing}/${year}`))
    }
    return work({ ...open, number })
  })
}

type Matter = { readonly number: PetitionNumber; readonly unit: string | null }

/** The oldest that units still work on and that this office may discuss. */
export function openMatters({ desk }: Stage, count: number): readonly Matter[] {
  return mattersWhere(
    desk,
    `state in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})
    and lead_unit is not null and number not in (select petition from collected)
    and number not in (select petition from meeting_matter)`,
  ).slice(0, count)
}

/** What is collected and on no meeting's list yet. */
export function waitingMatters({ desk }: Stage): readonly Matter[] {
  return mattersWhere(desk, 'number in (select petition from collected where meeting is null)')
}

function mattersWhere(desk: Desk, condition: string): readonly Matter[] {
  const office = desk.ledger.office()
  const rows = desk.store.reader.raw
    .prepare(
      `select number, lead_unit as unit, purpose, accused_names, accused_units from petition
        where purpose <> 'accusation' and ${condition} order by rid limit 20`,
    )
    .all() as (Matter & Parameters<typeof discussionRefusal>[0])[]
  return rows.filter(
    (row) => discussionRefusal(row, MEETING.chair, [office.unit(row.unit ?? MEETING.leadUnit)]) === null,
  )
}
