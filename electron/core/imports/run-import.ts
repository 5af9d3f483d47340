import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { dayOf } from '../../../shared/domain/day.ts'
import { maskName } from '../../../shared/rules/masks.ts'
import type { Desk, Me } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { asJson } from '../store/as-json.ts'
import { findDuplicate } from './duplicates.ts'
import { type Choice, type GoodRow, importRow, type Mapping, type Outcome, rowReader } from './import-rows.ts'
import { importReport, type ReportLine, reportLines } from './report.ts'
import type { OpenedFile } from './uploads.ts'

/** Of each kind; the rest is in the report. */
const SHOWN = 300
const SAMPLES = 20
const ROWS_A_REPORT = 500
/** A commit costs as much as a few rows; rows of one change are in or out together, but never one of them half. */
const ROWS_A_CHANGE = 200

export async function checkImport(
  desk: Desk,
  me: Me,
  file: OpenedFile,
  mapping: Mapping,
  running: RunningJob,
): Promise<Answer<'imports.check'>> {
  const read = rowReader(desk, me, file, mapping)
  const seen = new Set<string>()
  const answer: Answer<'imports.check'> = {
    rows: 0,
    ready: 0,
    refused: 0,
    refusedRows: [],
    duplicates: 0,
    duplicateRows: [],
    samples: [],
  }
  for await (const sheetRow of file.table.rows()) {
    answer.rows += 1
    if (answer.rows % ROWS_A_REPORT === 0) await running.report('正在逐行检查', answer.rows, null)
    const row = read(sheetRow)
    if (!row.ok) {
      answer.refused += 1
      pushSome(
        answer.refusedRows,
        row.problems.map((problem) => ({ row: row.row, ...problem })),
      )
      continue
    }
    const here = findDuplicate(desk.store.reader.raw, row.visit, row.reference)
    const duplicate = here ?? (seen.has(row.reference) ? { why: 'file' as const, of: null } : null)
    seen.add(row.reference)
    if (duplicate === null) answer.ready += 1
    else {
      answer.duplicates += 1
      pushSome(answer.duplicateRows, [{ row: row.row, title: titleOf(row), ...duplicate }])
    }
    if (answer.samples.length < SAMPLES) answer.samples.push(sampleOf(row))
  }
  return answer
}

function pushSome<T>(list: T[], items: readonly T[]): void {
  list.push(...items.slice(0, Math.max(0, SHOWN - list.length)))
}

function titleOf({ visit }: GoodRow): string {
  return visit.petitions[0]?.title ?? ''
}

function sampleOf(row: GoodRow): Answer<'imports.check'>['samples'][number] {
  const { visit } = row
  return {
    row: row.row,
    reference: row.reference,
    title: titleOf(row),
    petitioner: visit.anonymous ? '匿名' : maskName(visit.petitioners[0]?.name ?? ''),
    channel: visit.channel,
    category: visit.petitions[0]?.category ?? '',
    receivedOn: dayOf(visit.startedAt),
  }
}

export type RunOptions = {
  readonly mapping: Mapping
  readonly duplicates: Choice
  readonly exceptions: readonly { readonly row: number; readonly as: Choice }[]
}

/** Registers what can be registered. Stopping it keeps what is in; the same file again goes on where it stopped. */
export async function runImport(
  desk: Desk,
  me: Me,
  file: OpenedFile,
  { mapping, duplicates, exceptions }: RunOptions,
  running: RunningJob,
): Promise<Answer<'imports.run'>> {
  const read = rowReader(desk, me, file, mapping)
  const choices = new Map(exceptions.map(({ row, as }) => [row, as]))
  const tally = newTally()
  await rememberMapping(desk, me, file, mapping)
  const importGood = (rows: readonly GoodRow[]) =>
    desk.ledger.change(async (change) => {
      const outcomes: [number, Outcome][] = []
      for (const row of rows) {
        const choice = choices.get(row.row) ?? duplicates
        outcomes.push([
          row.row,
          await importRow(change, desk, me, row, { choice, dispatch: mapping.dispatch }),
        ])
      }
      return outcomes
    })
  const waiting: GoodRow[] = []
  const flush = async () => {
    if (waiting.length > 0)
      for (const [row, outcome] of await importGood(waiting.splice(0))) tally.add(row, outcome)
  }
  let last = 0
  try {
    for await (const sheetRow of file.table.rows()) {
      const row = read(sheetRow)
      if (row.ok) waiting.push(row)
      else tally.add(row.row, { kind: 'refused', problems: row.problems })
      if (waiting.length >= ROWS_A_CHANGE || !row.ok) await flush()
      last = row.row
      if (tally.rows() % ROWS_A_CHANGE === 0) await running.report('正在导入', tally.rows(), null)
    }
    await flush()
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    await flush()
    const stopped = await finishRun(desk, me, file, tally, last)
    if (error.code === 'cancelled') return stopped
    const { code, message } = error
    throw new DeskError(code, `${message}已处理到第 ${last} 行，改正后再次导入，已导入的会自动跳过。`)
  }
  return finishRun(desk, me, file, tally, null)
}

function newTally() {
  const counts = { imported: 0, skipped: 0, refused: 0 }
  const lines: ReportLine[] = []
  const numbers: Answer<'imports.run'>['first'][] = []
  return {
    counts,
    lines,
    rows: () => counts.imported + counts.skipped + counts.refused,
    ends: () => ({ first: numbers[0] ?? null, last: numbers.at(-1) ?? null }),
    add: (row: number, outcome: Outcome) => {
      counts[outcome.kind] += 1
      lines.push(...reportLines(row, outcome))
      if (outcome.kind === 'imported') numbers[numbers.length === 0 ? 0 : 1] = outcome.number
    },
  }
}

async function rememberMapping(desk: Desk, me: Me, file: OpenedFile, mapping: Mapping): Promise<void> {
  const headings = headingsKey(file.table.headings)
  const known = await desk.store.reader.db
    .selectFrom('import_mapping')
    .select('mapping')
    .where('headings', '=', headings)
    .executeTakeFirst()
  if (known?.mapping === JSON.stringify(asJson(mapping))) return
  await desk.ledger.change(({ append }) =>
    append({
      kind: 'import.mapped',
      subject: headings,
      actor: me.login,
      body: { headings: [...file.table.headings], mapping },
    }),
  )
}

/** Files whose columns are called the same, in whatever order, are mapped the same. */
export function headingsKey(headings: readonly string[]): string {
  return headings.toSorted().join('\n')
}

async function finishRun(
  desk: Desk,
  me: Me,
  file: OpenedFile,
  tally: ReturnType<typeof newTally>,
  stoppedAt: number | null,
): Promise<Answer<'imports.run'>> {
  const run = `DR-${desk.surroundings.randomCode(10)}`
  const { name, sha256 } = file
  const rows = tally.rows()
  await desk.ledger.change(async ({ append, tx }) => {
    await append({
      kind: 'import.finished',
      subject: run,
      actor: me.login,
      body: { file: name.slice(-200), sha256, rows, ...tally.counts, stoppedAt },
    })
    await tx.db
      .insertInto('import_report')
      .values({ id: run, csv: importReport(tally.lines) })
      .execute()
  })
  const refusedRows = tally.lines
    .filter(({ outcome }) => outcome === 'refused')
    .slice(0, SHOWN)
    .map(({ row, column, reason }) => ({ row, column, reason }))
  return { run, rows, ...tally.counts, stoppedAt, refusedRows, ...tally.ends() }
}
