import { today } from '../desk.ts'
import { isWithin, SCOPE_COLUMNS, type ScopedRow, scopeOf } from '../scope.ts'
import { all, each } from '../store/connection.ts'
import { LINE_COLUMNS, type LineRow, type PetitionLine, toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'
import { type Gathering, namesOf } from './gathering.ts'

/** Rows looked at before others get their turn: some milliseconds. */
const STEPPED = 1000

/** The rows the statement gives, met one by one, so that a long walk through the store holds nobody up. */
export async function stepped<Row>(
  { context, pause }: Gathering,
  text: string,
  values: readonly (string | number)[],
  wanted: (row: Row) => boolean = () => true,
): Promise<Row[]> {
  const kept: Row[] = []
  let seen = 0
  for (const row of each<Row>(context.desk.store.reader.raw, text, ...values)) {
    if (wanted(row)) kept.push(row)
    seen += 1
    if (seen % STEPPED === 0) await pause()
  }
  return kept
}

/** Row ids of petitions in the statement's order. */
export async function ridsOf(
  gathering: Gathering,
  text: string,
  ...values: readonly (string | number)[]
): Promise<number[]> {
  const rows = await stepped<{ readonly rid: number }>(gathering, text, values)
  return rows.map(({ rid }) => rid)
}

const SCOPED = [...new Set([...LINE_COLUMNS, ...SCOPE_COLUMNS])]

/**
 * Petitions page by page in the order of their row ids, each as its line with the petitioner named as the list may name
 * them, and what `beside` makes of further columns.
 */
export async function* petitionPages<Extra extends object, Beside extends object>(
  gathering: Gathering,
  rids: readonly number[],
  extra: readonly (keyof Extra & string)[],
  beside: (row: LineRow & Extra, line: PetitionLine) => Beside,
  seen: (row: ScopedRow) => boolean = seenBy(gathering),
): AsyncGenerator<(PetitionLine & Beside)[]> {
  const { desk } = gathering.context
  const context = lineContext(desk)
  const columns = [...new Set([...SCOPED, ...extra])].join(', ')
  for (let from = 0; from < rids.length; from += gathering.limits.page) {
    const wanted = rids.slice(from, from + gathering.limits.page)
    const found = all<LineRow & ScopedRow & Extra>(
      desk.store.reader.raw,
      `select ${columns} from petition where rid in (select value from json_each(?))`,
      JSON.stringify(wanted),
    )
    const rows = new Map(found.map((row) => [row.rid, row]))
    const lines = wanted.flatMap((rid) => {
      const row = rows.get(rid)
      if (row === undefined || !seen(row)) return []
      const line = toLine(row, context)
      return [{ ...line, ...beside(row, line) }]
    })
    yield await named(gathering, lines)
  }
}

function seenBy({ context: { desk, me }, office }: Gathering): (row: ScopedRow) => boolean {
  const scope = scopeOf(me)
  const on = today(desk)
  return (row) => isWithin(scope, row, office, on)
}

/** The same lines with the petitioner as the list may name them. */
export async function named<Line extends PetitionLine>(
  gathering: Gathering,
  lines: readonly Line[],
): Promise<Line[]> {
  const nameOf = await namesOf(
    gathering,
    lines.map(({ number }) => number),
  )
  return lines.map((line) => ({ ...line, petitioner: nameOf(line) }))
}

/** The same for rows that hold their petition beside other things. */
export async function withNames<Row extends { readonly line: PetitionLine }>(
  gathering: Gathering,
  rows: readonly Row[],
): Promise<Row[]> {
  const nameOf = await namesOf(
    gathering,
    rows.map(({ line }) => line.number),
  )
  return rows.map((row) => ({ ...row, line: { ...row.line, petitioner: nameOf(row.line) } }))
}
