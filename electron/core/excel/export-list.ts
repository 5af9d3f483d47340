import { createHash } from 'node:crypto'
import { LISTS, type ListAsked } from '../../../shared/contract/api/exports-api.ts'
import { chineseMoment } from '../../../shared/documents/wording.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Context } from '../dispatch.ts'
import type { RunningJob } from '../jobs.ts'
import { inSnapshot } from '../store/snapshot.ts'
import { type Gathered, LIMITS, type Limits } from './gathering.ts'
import { gather } from './lists/index.ts'
import { type ExcelSheet, ROW_COUNT } from './sheet.ts'
import { writeWorkbook } from './write-excel.ts'

export type ExportedList = {
  readonly fileName: string
  readonly bytes: Buffer
  readonly sha256: string
  readonly title: string
  readonly filter: string
  readonly rows: number
  readonly withheld: number
}

/** The list as an Excel file, as it stands at this moment; recording that it left the program is the caller's. */
export function exportList(
  asked: ListAsked,
  { session, desk, me }: Context,
  revealed: boolean,
  running: RunningJob,
  limits: Limits = LIMITS,
): Promise<ExportedList> {
  return inSnapshot(desk, async (reader) => {
    const then: Desk = { ...desk, store: { ...desk.store, reader } }
    const { title } = LISTS[asked.list]
    let done = 0
    let expected: number | null = null
    const pause = () => running.report(`正在导出${title}`, done, expected)
    const gathered = await gather(asked.list, asked, {
      context: { session, desk: then, me },
      running,
      revealed,
      office: desk.ledger.office(),
      limits,
      pause,
    })
    expected = expectedOf(gathered)
    const named = gathered.about === undefined ? title : `${title}：${gathered.about}`
    const { bytes, rows } = await writeWorkbook(sheetsOf(asked, gathered, named, { desk, me, revealed }), {
      rowsPerSheet: limits.rowsPerSheet,
      between: (written) => {
        done = written
        return pause()
      },
    })
    await pause()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await pause()
    return {
      fileName: fileName(`${named}（${today(desk)}）`),
      bytes,
      sha256,
      title: named,
      filter: gathered.filter,
      rows: rows.reduce((sum, each) => sum + each, 0),
      withheld: gathered.withheld?.() ?? 0,
    }
  })
}

/** Null while nobody knows: a search says only at its end how much it found. */
function expectedOf({ tables, expected }: Gathered): number | null {
  if (expected !== undefined) return expected
  let sum = 0
  for (const { rows } of tables) {
    if (Symbol.asyncIterator in rows) return null
    sum += rows.length
  }
  return sum
}

type By = { readonly desk: Desk; readonly me: Me; readonly revealed: boolean }

function sheetsOf(
  { list }: ListAsked,
  { filter, tables }: Gathered,
  title: string,
  { desk, me, revealed }: By,
): ExcelSheet[] {
  const asOf = chineseMoment(instantOf(desk.surroundings.clock()))
  const names = !LISTS[list].people
    ? ''
    : revealed
      ? '；含完整姓名，要求保密的仍作遮盖，请妥善保管'
      : '；姓名已遮盖'
  return tables.map((table) => ({
    ...table,
    head: [
      tables.length === 1 ? title : `${title}——${table.name}`,
      `${desk.station.school}　${filter}；截至${asOf}，共 ${ROW_COUNT} 条；${me.name}导出${names}`,
    ],
    whenEmpty: '没有符合条件的记录。',
  }))
}

/** Without what Windows forbids, and short enough for any folder. */
function fileName(name: string): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100)
  return `${safe.toWellFormed()}.xlsx`
}
