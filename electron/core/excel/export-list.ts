import { createHash } from 'node:crypto'
import { LISTS, type ListAsked } from '../../../shared/contract/api/exports-api.ts'
import { chineseMoment } from '../../../shared/documents/wording.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { today } from '../desk.ts'
import type { Context } from '../dispatch.ts'
import type { RunningJob } from '../jobs.ts'
import type { Gathered } from './gathering.ts'
import { gather } from './lists/index.ts'
import type { ExcelSheet } from './sheet.ts'
import { writeExcel } from './write-excel.ts'

export type ExportedList = {
  readonly fileName: string
  readonly bytes: Buffer
  readonly sha256: string
  readonly title: string
  readonly filter: string
  readonly rows: number
  readonly withheld: number
}

/** The list as an Excel file; recording that it left the program is the caller's. */
export async function exportList(
  asked: ListAsked,
  context: Context,
  revealed: boolean,
  running: RunningJob,
): Promise<ExportedList> {
  const { desk } = context
  const gathered = await gather(asked.list, asked, {
    context,
    running,
    revealed,
    office: desk.ledger.office(),
  })
  const { title } = LISTS[asked.list]
  const named = gathered.about === undefined ? title : `${title}：${gathered.about}`
  const rows = gathered.tables.reduce((sum, table) => sum + table.rows.length, 0)
  await running.report('正在写成 Excel 文件', rows, rows)
  const bytes = await writeExcel(sheetsOf(asked, gathered, named, context, revealed), () =>
    running.report('正在写成 Excel 文件', rows, rows),
  )
  return {
    fileName: fileName(`${named}（${today(desk)}）`),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    title: named,
    filter: gathered.filter,
    rows,
    withheld: gathered.withheld ?? 0,
  }
}

function sheetsOf(
  { list }: ListAsked,
  { filter, tables }: Gathered,
  title: string,
  { desk, me }: Context,
  revealed: boolean,
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
      `${desk.station.school}　${filter}；截至${asOf}，共 ${table.rows.length} 条；${me.name}导出${names}`,
    ],
    ...(table.rows.length === 0 ? { foot: ['没有符合条件的记录。'] } : {}),
  }))
}

/** Without what Windows forbids, and short enough for any folder. */
function fileName(name: string): string {
  const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100)
  return `${safe.toWellFormed()}.xlsx`
}
