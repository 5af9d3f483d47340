import type { Answer } from '../../../../shared/contract/api.ts'
import { documentHandlers } from '../../handlers/document-handlers.ts'
import { volumeItems } from '../../issuing/archive-list-paper.ts'
import { unitName } from '../../issuing/gather.ts'
import { type Asked, type Gathered, type Gathering, MOST_LISTED } from '../gathering.ts'
import { day, listTable, long, moment, text, whole } from '../list-table.ts'
import { tooMany } from './petitions.ts'

type Line = Answer<'documents.list'>['lines'][number]

const PAGE = 200

/** 发文登记簿, page by page through the very call the screen makes. */
export async function documentList(asked: Asked<'documents'>, gathering: Gathering): Promise<Gathered> {
  const lines: Line[] = []
  let before: string | null = null
  do {
    const page: Answer<'documents.list'> = await documentHandlers['documents.list'](
      { ...asked, before, limit: PAGE },
      gathering.context,
    )
    lines.push(...page.lines)
    before = page.next
    if (lines.length > MOST_LISTED) throw tooMany()
    await gathering.running.report('正在导出发文登记簿', lines.length, null)
  } while (before !== null)
  const { office } = gathering
  const columns = [
    text('发文字号', ({ number }: Line) => number, 24),
    text('文种', ({ kindName }: Line) => kindName),
    long('标题', ({ title }: Line) => title),
    text('发往单位', ({ unit }: Line) => unitName(office, unit)),
    text('信访编号', ({ petition }: Line) => petition),
    day('印发日期', ({ issuedOn }: Line) => issuedOn),
    moment('印发时间', ({ issuedAt }: Line) => issuedAt),
    text('印发人', ({ issuedBy }: Line) => issuedBy),
    whole('取用次数', ({ taken }: Line) => taken),
    text('内部编号', ({ id }: Line) => id),
  ]
  const filter = asked.kind === null ? '全部' : (lines[0]?.kindName ?? '')
  return { filter, tables: [listTable('发文登记簿', columns, lines)] }
}

/** 归档文件目录 of a year and a 保管期限. */
export async function volumeList(
  { year, retention }: Asked<'volume'>,
  gathering: Gathering,
): Promise<Gathered> {
  const { desk } = gathering.context
  const items = await volumeItems(desk, desk.store.reader, { year, retention })
  type Item = (typeof items)[number]
  const numbered = items.map((item, at) => ({ ...item, place: at + 1 }))
  const columns = [
    whole('序号', ({ place }: Item & { place: number }) => place),
    text('档号', ({ archiveNumber }: Item) => archiveNumber, 30),
    text('文号', ({ documentNumber }: Item) => documentNumber, 24),
    text('责任者', ({ author }: Item) => author),
    long('题名', ({ title }: Item) => title),
    day('日期', ({ on }: Item) => on),
    text('密级', ({ secrecy }: Item) => secrecy),
    whole('页数', ({ pages }: Item) => pages),
    text('备注', ({ remark }: Item) => remark),
  ]
  return { filter: `${year}年，保管期限${retention}`, tables: [listTable('归档文件目录', columns, numbered)] }
}
