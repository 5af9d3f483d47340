import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { GRADES, ROUTES, STATES } from '../../../shared/domain/petition.ts'
import type { Desk, Me } from '../desk.ts'
import { type ExcelSheet, MOST_ROWS } from '../excel/write-excel.ts'
import { listPetitions } from '../handlers/petition-list.ts'
import { categoryName, unitName } from '../issuing/gather.ts'
import type { RunningJob } from '../jobs.ts'
import type { PetitionLine } from '../views/petition-line.ts'

type Filters = Omit<Received<'petitions.export'>, 'job'>

const PAGE = 200
/** What a person can use, and a computer of the office can hold. */
const MOST = Math.min(100_000, MOST_ROWS)

/** The list as it is seen: the same search, the same masks, in the same order. */
export async function exportedList(
  desk: Desk,
  me: Me,
  filters: Filters,
  running: RunningJob,
): Promise<{ readonly sheet: ExcelSheet; readonly about: string; readonly rows: number }> {
  const lines: PetitionLine[] = []
  let before: number | null = null
  do {
    const page: Awaited<ReturnType<typeof listPetitions>> = await listPetitions(desk, me, {
      ...filters,
      before,
      limit: PAGE,
    })
    lines.push(...page.lines)
    before = page.next
    if (lines.length > MOST) {
      throw new DeskError('refused', `符合条件的超过 ${MOST} 件，一次导出不了，请用日期或单位缩小范围。`)
    }
    await running.report('正在导出信访事项', lines.length, null)
  } while (before !== null)
  const about = wordsOf(desk, filters)
  return { sheet: sheetOf(desk, lines, about), about, rows: lines.length }
}

const COLUMNS = [
  { name: '信访编号', width: 18 },
  { name: '登记日期', width: 12 },
  { name: '标题', width: 40 },
  { name: '信访人', width: 10 },
  { name: '反映渠道', width: 18 },
  { name: '分类', width: 24 },
  { name: '分级', width: 8 },
  { name: '办理方式', width: 10 },
  { name: '承办单位', width: 18 },
  { name: '状态', width: 12 },
  { name: '到期日', width: 12 },
]

function sheetOf(desk: Desk, lines: readonly PetitionLine[], about: string): ExcelSheet {
  const office = desk.ledger.office()
  return {
    name: '信访事项',
    head: ['信访事项列表', `${about}，共 ${lines.length} 件`],
    columns: COLUMNS,
    rows: lines.map((line) => [
      line.number,
      line.receivedOn,
      line.title,
      line.petitioner,
      office.channel(line.channel)?.name ?? line.channel,
      categoryName(office, line.category),
      line.grade === null ? '' : GRADES[line.grade],
      line.route === null ? '' : ROUTES[line.route],
      unitName(office, line.leadUnit),
      STATES[line.state],
      line.dueOn ?? '',
    ]),
  }
}

/** The filters as people read them. A name that was searched for is not written down again. */
function wordsOf(desk: Desk, filters: Filters): string {
  const office = desk.ledger.office()
  const words = [
    filters.query.trim() === '' ? '' : '按文字查找',
    filters.states.map((state) => STATES[state]).join('、'),
    filters.unit === null ? '' : unitName(office, filters.unit),
    filters.channel === null ? '' : (office.channel(filters.channel)?.name ?? ''),
    filters.category === null ? '' : categoryName(office, filters.category),
    filters.from === null ? '' : `${filters.from} 起`,
    filters.to === null ? '' : `至 ${filters.to}`,
  ].filter((word) => word !== '')
  return words.length === 0 ? '全部' : words.join('，')
}
