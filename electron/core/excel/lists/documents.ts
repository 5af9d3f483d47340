import type { Answer } from '../../../../shared/contract/api.ts'
import { isDocumentKind, KINDS } from '../../../../shared/documents/kinds/index.ts'
import { registerHandlers } from '../../handlers/register-handlers.ts'
import { volumeItems } from '../../issuing/archive-list-paper.ts'
import { unitName } from '../../issuing/gather.ts'
import type { Office } from '../../store/office-store.ts'
import type { Asked, Gathered, Gathering } from '../gathering.ts'
import { day, type ListColumn, listTable, long, moment, pagedTable, text, whole } from '../list-table.ts'

type Line = Answer<'register.list'>['lines'][number]
type Series = Answer<'register.series'>['series'][number]

/** 发文登记簿, page by page through the very call the screen makes, and what accounts for every number. */
export async function documentList(asked: Asked<'documents'>, gathering: Gathering): Promise<Gathered> {
  const { series } = await registerHandlers['register.series'](undefined, gathering.context)
  return {
    filter: wordsOf(asked, gathering.office),
    tables: [
      await pagedTable('发文登记簿', lineColumns(gathering.office), registerPages(asked, gathering)),
      listTable('文号使用情况', SERIES_COLUMNS, series),
    ],
  }
}

async function* registerPages(asked: Asked<'documents'>, { context, limits, pause }: Gathering) {
  let before: string | null = null
  do {
    const page: Answer<'register.list'> = await registerHandlers['register.list'](
      { ...asked, before, limit: limits.page },
      context,
    )
    yield page.lines
    before = page.next
    await pause()
  } while (before !== null)
}

function lineColumns(office: Office): ListColumn<Line>[] {
  return [
    text('发文字号', ({ number }) => number, 24),
    text('文种', ({ kindName }) => kindName),
    long('标题', ({ title }) => title),
    text('发往单位', ({ unit }) => unitName(office, unit)),
    text('信访编号', ({ petition }) => petition),
    day('印发日期', ({ issuedOn }) => issuedOn),
    moment('印发时间', ({ issuedAt }) => issuedAt),
    text('印发人', ({ issuedBy }) => issuedBy),
    whole('取用次数', ({ taken }) => taken),
    text('状态', ({ voided }) => (voided === null ? '有效' : '已作废')),
    day('作废日期', ({ voided }) => voided?.on ?? null),
    long('作废原因', ({ voided }) => voided?.reason ?? ''),
    text('替代文书', ({ voided }) => voided?.replacedBy?.number || voided?.replacedBy?.id || ''),
    text('内部编号', ({ id }) => id),
  ]
}

const SERIES_COLUMNS: readonly ListColumn<Series>[] = [
  text('机关代字', ({ series }) => series),
  whole('年度', ({ year }) => year),
  long('文种', ({ kinds }) => kinds.join('、')),
  whole('已印发', ({ issued }) => issued),
  whole('下一个号', ({ next }) => next),
  long('作废的号', ({ voided }) => voided.map(({ serial, reason }) => `${serial}号：${reason}`).join('\n')),
  long('程序外使用', ({ gaps }) =>
    gaps.map(({ from, to, reason }) => `${from === to ? from : `${from}至${to}`}号：${reason}`).join('\n'),
  ),
  long('核对结果', ({ verdict }) => verdict),
]

/** What was searched for may be a name: it is not written down again. */
function wordsOf({ kind, series, year, state, unit, words }: Asked<'documents'>, office: Office): string {
  const said = [
    kind === null ? '' : isDocumentKind(kind) ? KINDS[kind].name : kind,
    series ?? '',
    year === null ? '' : `${year}年`,
    state === null ? '' : state === 'valid' ? '有效' : '已作废',
    unitName(office, unit),
    words.trim() === '' ? '' : '按文字查找',
  ].filter((word) => word !== '')
  return said.length === 0 ? '全部' : said.join('，')
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
