import type { Paper, Table } from '../paper.ts'
import { type ReportTable, tableBlock } from './report-sheet.ts'

/** One line of 问题办理情况汇总表, the annex of 《信息沟通实施办法》. */
export type SummaryRow = {
  readonly problem: string
  readonly channel: string
  readonly finished: boolean
  /** Required of what is unfinished, empty otherwise. */
  readonly reason: string
}

export type SemesterSummaryData = {
  /** 部门、单位; the school's name for the whole school. */
  readonly unit: string
  /** `2026—2027学年第一学期` */
  readonly semester: string
  readonly rows: readonly SummaryRow[]
  /** Unfinished matters of earlier semesters, listed apart. */
  readonly carried: readonly SummaryRow[]
}

export const SUMMARY_TITLE = '问题办理情况汇总表'
/** Word for word the annex's own. */
export const SUMMARY_NOTE = '办理情况填写“已办结”或“未办结”，填写“未办结”的需注明未办结原因。'
const CARRIED_TITLE = '以前学期结转的未办结事项'
/** Numbered rows the annex prints, filled or not. */
const PRINTED_ROWS = 6

const COLUMNS = [
  { name: '序号', share: 12, align: 'center' },
  { name: '反映问题', share: 58 },
  { name: '反映渠道', share: 30, align: 'center' },
  { name: '办理情况', share: 24, align: 'center' },
  { name: '原因', share: 38 },
] as const

export function summaryTable(name: string, rows: readonly SummaryRow[]): ReportTable {
  return {
    kind: 'table',
    name,
    columns: COLUMNS,
    rows: rows.map(({ problem, channel, finished, reason }, at) => [
      at + 1,
      problem,
      channel,
      finished ? '已办结' : '未办结',
      finished ? '' : reason,
    ]),
    empty: '',
  }
}

export function summaryHead({ unit, semester }: SemesterSummaryData): { left: string; right: string } {
  return { left: `部门、单位：${unit}`, right: `汇总时间：${semester}` }
}

/** Both tables as Excel sheets; the second only when something was carried over. */
export function summaryTables({ rows, carried }: SemesterSummaryData): readonly ReportTable[] {
  const first = summaryTable(SUMMARY_TITLE, rows)
  return carried.length === 0 ? [first] : [first, summaryTable(CARRIED_TITLE, carried)]
}

export function semesterSummary(data: SemesterSummaryData): Paper {
  const { left, right } = summaryHead(data)
  return {
    format: 'form',
    name: `${SUMMARY_TITLE}（${data.unit}，${data.semester}）`,
    code: null,
    blocks: [
      { kind: 'title', lines: [SUMMARY_TITLE] },
      { kind: 'caption', left, right },
      printed(summaryTable(SUMMARY_TITLE, data.rows)),
      { kind: 'remarks', items: [`备注：${SUMMARY_NOTE}`] },
      ...(data.carried.length === 0
        ? []
        : [
            { kind: 'heading', level: 1, text: `附：${CARRIED_TITLE}` } as const,
            tableBlock(summaryTable(CARRIED_TITLE, data.carried)),
          ]),
    ],
  }
}

/** Like the printed form, which has six numbered rows. */
function printed(table: ReportTable): Table {
  const blank = Array.from({ length: Math.max(0, PRINTED_ROWS - table.rows.length) }, (_, at) => [
    table.rows.length + at + 1,
    '',
    '',
    '',
    '',
  ])
  const block = tableBlock({ ...table, rows: [...table.rows, ...blank] })
  return {
    ...block,
    dense: false,
    rows: block.rows.map((row) => ({ ...row, divisible: true })),
  }
}
