import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { importMappingSchema } from '../../../shared/domain/channel-work.ts'
import { cellText } from '../../../shared/rules/import-cells.ts'
import { guessColumns, mappingProblem } from '../../../shared/rules/import-rows.ts'
import type { Desk } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import type { Mapping } from '../imports/import-rows.ts'
import { checkImport, headingsKey, runImport } from '../imports/run-import.ts'
import { addPiece, dropUpload, type OpenedFile, openUpload } from '../imports/uploads.ts'
import { parseJson } from '../store/as-json.ts'

type ImportMethod = Extract<keyof Handlers, `imports.${string}`>

const PREVIEWED = 8
const LISTED = 30
/** Where work orders come from when nothing else is known. */
const USUAL_CHANNEL = 'JSRX'

/** Work orders from Excel and CSV files. */
export const importHandlers: Pick<Handlers, ImportMethod> = {
  'imports.upload': ({ upload, name, offset, bytes }, { desk }) => ({
    size: addPiece(desk, upload, name, offset, Buffer.from(bytes, 'base64')),
  }),
  'imports.drop': ({ upload }, { desk }) => {
    dropUpload(desk, upload)
    return { done: true }
  },
  'imports.read': async ({ upload }, { desk }) => readFile(desk, await openUpload(desk, upload)),
  'imports.check': async ({ upload, mapping, job }, { desk, me }) => {
    const file = await openUpload(desk, upload)
    return desk.jobs.run(job, (running) => checkImport(desk, me, file, mapping, running))
  },
  'imports.run': async ({ upload, job, ...options }, { desk, me }) => {
    const file = await openUpload(desk, upload)
    return desk.jobs.run(job, (running) => runImport(desk, me, file, options, running))
  },
  'imports.list': (_, { desk }) => listRuns(desk),
  'imports.report': async ({ run }, { desk }) => {
    const row = await desk.store.reader.db
      .selectFrom('import_report')
      .select('csv')
      .where('id', '=', run)
      .executeTakeFirst()
    if (!row) throw new DeskError('notFound', '没有这次导入的明细，可能是在别的电脑上导入的。')
    return { fileName: `工单导入情况 ${run}.csv`, csv: row.csv }
  },
}

async function readFile(desk: Desk, file: OpenedFile): Promise<Answer<'imports.read'>> {
  const { table } = file
  const rows: Answer<'imports.read'>['rows'] = []
  for await (const { row, cells } of table.rows()) {
    if (rows.length >= PREVIEWED) break
    rows.push({ row, cells: table.headings.map((_, index) => cellText(cells[index])) })
  }
  const remembered = await rememberedMapping(desk, table.headings)
  return {
    format: table.format,
    sheetName: table.sheetName,
    headings: [...table.headings],
    rows,
    mapping: remembered ?? guessedMapping(desk, table.headings),
    remembered: remembered !== null,
  }
}

async function rememberedMapping(desk: Desk, headings: readonly string[]): Promise<Mapping | null> {
  const row = await desk.store.reader.db
    .selectFrom('import_mapping')
    .select('mapping')
    .where('headings', '=', headingsKey(headings))
    .executeTakeFirst()
  if (!row) return null
  const mapping = importMappingSchema.safeParse(parseJson(row.mapping))
  return mapping.success && mappingProblem(mapping.data, headings) === null ? mapping.data : null
}

function guessedMapping(desk: Desk, headings: readonly string[]): Mapping {
  const office = desk.ledger.office()
  const channel = office.channel(USUAL_CHANNEL)?.active ? USUAL_CHANNEL : office.settings.defaultChannel
  return { columns: guessColumns(headings), channel, category: null, dispatch: false }
}

export async function listRuns(desk: Desk, listed: number = LISTED): Promise<Answer<'imports.list'>> {
  const rows = await desk.store.reader.db
    .selectFrom('import_run')
    .selectAll()
    .orderBy('at', 'desc')
    .limit(listed)
    .execute()
  return rows.map((row) => ({
    run: row.id,
    file: row.file,
    at: row.at,
    by: desk.nameOf(row.by),
    rows: row.row_count,
    imported: row.imported,
    skipped: row.skipped,
    refused: row.refused,
    stoppedAt: row.stopped_at,
  }))
}
