import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Channel } from '../../../shared/domain/catalogue.ts'
import { dayOf } from '../../../shared/domain/day.ts'
import { OPEN_STATES, type PetitionState } from '../../../shared/domain/petition.ts'
import { lateFiling, PROCEDURE_RULES, procedureOf } from '../../../shared/rules/appeals.ts'
import { semesterName, semesterOf } from '../../../shared/rules/semesters.ts'
import { registeredLine, registerOne, shortVisit } from '../channels/short-record.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { semesterTable } from '../reports/semesters.ts'
import { isWithin, scopeOf } from '../scope.ts'
import { matchOfFilters } from '../search/facets.ts'
import { all } from '../store/connection.ts'
import type { Change } from '../store/ledger.ts'
import { toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'
import { SCOPED_LINE_COLUMNS, type ScopedLineRow } from '../views/scoped-lines.ts'

type ChannelMethod = Extract<keyof Handlers, `channels.${string}`>
type ShortRecord = Received<'channels.register'>['record']

const SHOWN = 500
const states = (list: readonly PetitionState[]) => list.map((state) => `'${state}'`).join(', ')

/** The channels of both regulations, their lead units, and what comes in by them as a short record. */
export const channelHandlers: Pick<Handlers, ChannelMethod> = {
  'channels.overview': (_, { desk, me }) => overview(desk, me),
  'channels.ofUnit': ({ unit, closed }, { desk, me }) => {
    const scope = scopeOf(me)
    if (scope.kind === 'unit' && scope.unit !== unit) {
      throw new DeskError('notAllowed', '单位负责人只能查看本单位牵头的渠道。')
    }
    return ofUnit(desk, me, unit, closed)
  },
  'channels.register': async ({ record, draft }, { desk, me }) => {
    const made = await desk.ledger.change(async (change) => {
      const done = await registerShort(change, desk, me, record)
      if (draft !== null) await change.tx.db.deleteFrom('draft').where('id', '=', draft).execute()
      return done
    })
    return { ...(await registeredLine(desk, made.petition)), visit: made.visit, remarks: made.remarks }
  },
}

async function overview(desk: Desk, me: Me): Promise<Answer<'channels.overview'>> {
  const { raw } = desk.store.reader
  const office = desk.ledger.office()
  const { saved, defaults } = await semesterTable(desk)
  const semester = semesterOf(today(desk), saved, defaults)
  const counted = new Map(
    all<{ key: string; total: number; semester: number }>(
      raw,
      `select key, sum(n) as total, coalesce(sum(n) filter (where month >= ?), 0) as semester
         from counter where dim = 'channel' group by key`,
      semester.coversFrom.slice(0, 7),
    ).map((row) => [row.key, row]),
  )
  const met = new Map(heldAndPlanned(desk).map((row) => [row.channel, row]))
  return {
    semester: semesterName(semester.id),
    channels: office.channels.map(({ code }) => ({
      code,
      semester: counted.get(code)?.semester ?? 0,
      total: counted.get(code)?.total ?? 0,
      lastHeldOn: met.get(code)?.last ?? null,
      nextPlannedOn: met.get(code)?.next ?? null,
    })),
    units: leadUnits(desk, me),
  }
}

type Met = Pick<Answer<'channels.overview'>['channels'][number], 'lastHeldOn' | 'nextPlannedOn'>

/** Of each channel that meets: when it last did, and when it will. */
export function heldAndPlanned(
  desk: Desk,
): { readonly channel: string; readonly last: Met['lastHeldOn']; readonly next: Met['nextPlannedOn'] }[] {
  return all(
    desk.store.reader.raw,
    `select channel, max(held_on) filter (where state = 'held') as last,
            min(held_on) filter (where state = 'planned' and held_on >= ?) as next
       from activity group by channel`,
    today(desk),
  )
}

/** Lead units with what is open in their channels; a head of a unit is shown only their own. */
function leadUnits(desk: Desk, me: Me): Answer<'channels.overview'>['units'] {
  const { channels, units } = desk.ledger.office()
  const scope = scopeOf(me)
  const open = new Map(
    all<{ channel: string; open: number; overdue: number }>(
      desk.store.reader.raw,
      `select channel, count(*) as open, count(*) filter (where due_on < ?) as overdue
         from petition where state in (${states(OPEN_STATES)}) group by channel`,
      today(desk),
    ).map((row) => [row.channel, row]),
  )
  return units
    .filter(({ code }) => scope.kind !== 'unit' || scope.unit === code)
    .map(({ code }) => {
      const own = channelsOf(channels, code)
      const sum = (of: 'open' | 'overdue') =>
        own.reduce((n, channel) => n + (open.get(channel)?.[of] ?? 0), 0)
      return { unit: code, channels: own.length, open: sum('open'), overdue: sum('overdue') }
    })
    .filter((unit) => unit.channels > 0)
}

export function channelsOf(channels: readonly Channel[], unit: string): string[] {
  return channels
    .filter(({ leadUnit, otherLeadUnits }) => leadUnit === unit || otherLeadUnits.includes(unit))
    .map(({ code }) => code)
}

function ofUnit(desk: Desk, me: Me, unit: string, closed: boolean): Answer<'channels.ofUnit'> {
  const context = lineContext(desk)
  const channels = channelsOf(context.office.channels, unit)
  const scope = scopeOf(me)
  const state = closed ? [] : OPEN_STATES
  const match = matchOfFilters(channels.map((channel) => ({ channel, state })))
  // What has a due day comes first, the one longest over before all others.
  const rows = all<ScopedLineRow>(
    desk.store.reader.raw,
    `select ${SCOPED_LINE_COLUMNS.join(', ')} from petition
      where rid in (select rowid from petition_fts where petition_fts match ?)
      order by due_on is null or state not in (${states(OPEN_STATES)}), due_on, rid desc limit ${SHOWN + 1}`,
    match,
  ).filter((row) => isWithin(scope, row, context.office, context.today))
  const lines = rows.slice(0, SHOWN).map((row) => toLine(row, context))
  return {
    channels,
    lines,
    more: rows.length > SHOWN,
    overdue: lines.filter(({ lateness }) => lateness.kind === 'overdue').length,
  }
}

/** An appeal goes to its committee at once: nobody at the desk has to know which. */
export async function registerShort(change: Change, desk: Desk, me: Me, record: ShortRecord) {
  const procedure = procedureOf(record.channel)
  if (procedure === null || record.appeal === null) {
    if (procedure !== null) {
      const message = '请填写不服的处分决定或处理意见，再登记申诉（复核）。'
      throw new DeskError('badRequest', message, [{ path: 'appeal.decision', message }])
    }
    const { petition, number } = await registerOne(change, desk, me, shortVisit(desk, me, record))
    return { petition, visit: number, remarks: [] }
  }
  const { decidedBy } = record.appeal
  const accusedUnits = decidedBy === null ? [] : [decidedBy]
  const visit = shortVisit(desk, me, { ...record, purpose: 'appeal', accusedUnits })
  const { petition, number } = await registerOne(change, desk, me, visit)
  const filedOn = dayOf(visit.startedAt)
  const actor = me.login
  const body = { procedure, ...record.appeal, filedOn }
  await change.append({ kind: 'appeal.filed', subject: petition, actor, body })
  const office = desk.ledger.office()
  const remarks: string[] = []
  const committee = office.unit(PROCEDURE_RULES[procedure].committee)
  if (committee?.active) {
    await change.append({
      kind: 'petition.routed',
      subject: petition,
      actor,
      body: { route: 'transfer', on: today(desk), leadUnit: committee.code, assistUnits: [], remark: '' },
    })
    remarks.push(`已转${committee.name}。`)
  }
  const late = lateFiling(
    procedure,
    { deliveredOn: record.appeal.deliveredOn, filedOn },
    office.calendar,
    office.settings.deadlines,
  )
  if (late !== null) remarks.push(late)
  return { petition, visit: number, remarks }
}
