import { parse } from 'csv-parse/sync'
import type { Answer } from '../../../../shared/contract/api.ts'
import { chineseMoment } from '../../../../shared/documents/wording.ts'
import { importHandlers, listRuns } from '../../handlers/import-handlers.ts'
import { type Asked, type Gathered, type Gathering, uncut } from '../gathering.ts'
import { listTable, long, moment, text, whole } from '../list-table.ts'

type Run = Answer<'imports.list'>[number]

export async function importRuns(_: Asked<'import-runs'>, gathering: Gathering): Promise<Gathered> {
  const { context, limits } = gathering
  const runs = uncut(await listRuns(context.desk, limits.listed), gathering)
  const columns = [
    moment('导入时间', ({ at }: Run) => at),
    text('文件', ({ file }: Run) => file, 40),
    text('经办人', ({ by }: Run) => by),
    whole('行数', ({ rows }: Run) => rows),
    whole('已导入', ({ imported }: Run) => imported),
    whole('已跳过', ({ skipped }: Run) => skipped),
    whole('未导入', ({ refused }: Run) => refused),
    whole('停在第几行', ({ stoppedAt }: Run) => stoppedAt),
  ]
  return { filter: '全部', tables: [listTable('工单导入', columns, runs)] }
}

/** Which rows were refused or skipped, and why: to be put right in the file they came from. */
export async function importRows(
  { run }: Asked<'import-rows'>,
  { context, limits }: Gathering,
): Promise<Gathered> {
  const { csv } = await importHandlers['imports.report']({ run }, context)
  const [, ...rows] = parse(csv, { bom: true, relaxColumnCount: true })
  const known = (await listRuns(context.desk, limits.listed)).find((each) => each.run === run)
  const columns = [
    whole('行', (row: string[]) => Number(row[0])),
    text('结果', (row: string[]) => row[1] ?? ''),
    text('列', (row: string[]) => inert(row[2])),
    long('原因', (row: string[]) => inert(row[3])),
    text('已有的事项', (row: string[]) => row[4] ?? ''),
  ]
  return {
    about: known?.file ?? run,
    filter: known === undefined ? run : `${chineseMoment(known.at)}导入`,
    tables: [listTable('未导入和跳过的行', columns, rows)],
  }
}

/** The kept report has an apostrophe before what a spreadsheet would take for a formula; here it is a text anyway. */
function inert(text = ''): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
