import type { Answer } from '../../../shared/contract/api.ts'
import { type KnownEntry, readEntry } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { dayInWords } from '../../../shared/rules/deadline-state.ts'
import { type Desk, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { all } from '../store/connection.ts'
import { entriesAbout } from '../store/journal-store.ts'
import { linesOf } from '../views/meeting-view.ts'

type Groups = Answer<'disputes.list'>
type Dispute = Groups[number]['disputes'][number]

/** The latest returned petitions looked at. */
const LOOKED_AT = 400

/** 权属不清、职责交叉、有争议的诉求, collated by category (《制度》三（一）4). */
export const disputeHandlers: Pick<Handlers, 'disputes.list'> = {
  'disputes.list': ({ settled }, { desk }) => listDisputes(desk, settled),
}

export async function listDisputes(
  desk: Desk,
  settled: boolean,
  lookedAt: number = LOOKED_AT,
  /** Called after each of them. */
  between: () => Promise<void> = async () => {},
): Promise<Groups> {
  const numbers = returned(desk, settled, lookedAt)
  const lines = await linesOf(desk, numbers)
  const disputes: Dispute[] = []
  for (const number of numbers) {
    const line = lines.get(number)
    if (line !== undefined) disputes.push(await disputeOf(desk, number, line))
    await between()
  }
  return byCategory(disputes)
}

/** Open disputes first; with `settled` those of old come too. */
function returned(desk: Desk, settled: boolean, lookedAt: number): PetitionNumber[] {
  const rows = all<{ number: PetitionNumber }>(
    desk.store.reader.raw,
    settled
      ? `select petition as number, max(on_day) as last from unit_return
           group by petition order by last desc, petition desc limit cast(? as integer)`
      : `select number from petition where returned_on is not null
           order by returned_on limit cast(? as integer)`,
    lookedAt,
  )
  return rows.map(({ number }) => number)
}

async function disputeOf(desk: Desk, number: PetitionNumber, line: Dispute['line']): Promise<Dispute> {
  const entries = (await entriesAbout(desk.store.reader, [number])).map(readEntry)
  const returns: Dispute['returns'] = []
  let firstUnit: string | null = null
  let outcome = ''
  for (const entry of entries) {
    firstUnit ??= receiverIn(entry)
    if (entry.kind === 'petition.returned') {
      const { on, unit, reason, suggestedUnit } = entry.body
      returns.push({ on, unit, reason, suggestedUnit })
      outcome = ''
    } else if (returns.length > 0 && outcome === '') outcome = outcomeOf(desk, entry)
  }
  return { line, firstUnit, settled: outcome !== '', returns, outcome }
}

function receiverIn(entry: KnownEntry): string | null {
  if (entry.kind === 'petition.instructed') return entry.body.leadUnit
  if (entry.kind !== 'petition.routed') return null
  if (entry.body.route === 'transfer') return entry.body.leadUnit
  return entry.body.route === 'direct' ? entry.body.unit : null
}

/** How the entry settles who handles it, or nothing. */
function outcomeOf(desk: Desk, entry: KnownEntry): string {
  const on = (day: Dispute['line']['receivedOn']) => dayInWords(day, today(desk))
  if (entry.kind === 'petition.kept') return `${on(entry.body.on)}认定由首办单位继续办理`
  const unit = receiverIn(entry)
  if (unit === null) return ''
  const name = desk.ledger.office().unit(unit)?.name ?? unit
  if (entry.kind === 'petition.routed') return `${on(entry.body.on)}改由${name}办理`
  return entry.kind === 'petition.instructed' ? `${on(entry.body.on)}批示交${name}办理` : ''
}

/** The category with most disputes first: there the lines between units should be drawn anew. */
function byCategory(disputes: readonly Dispute[]): Groups {
  return [...Map.groupBy(disputes, ({ line }) => line.category)]
    .map(([category, each]) => ({ category, disputes: each }))
    .sort((a, b) => b.disputes.length - a.disputes.length || (a.category < b.category ? -1 : 1))
}
