import type { Day } from '../../domain/day.ts'
import type { PetitionNumber } from '../../domain/petition.ts'
import type { Counts, Dimension, Measure } from '../../rules/reports/figures.ts'
import { MEASURES } from '../../rules/reports/figures.ts'
import type { Period } from '../../rules/reports/periods.ts'
import { chineseDate } from '../wording.ts'
import type { ReportColumn, ReportPart, ReportTable } from './report-sheet.ts'

/** A row of counts under the name people know it by. */
export type NamedCounts = { readonly key: string; readonly name: string; readonly counts: Counts }

/** A petition in a list of a report: by number and category, with its matter but never with a person. */
export type ListedMatter = {
  readonly number: PetitionNumber
  readonly category: string
  readonly problem: string
  readonly accusation: boolean
  readonly unit: string
  readonly state: string
  readonly dueOn: Day | null
  /** Why it is listed: 逾期 3 个工作日, 退回待定, 重办中 … */
  readonly why: string
}

export type CommonMatter = { readonly category: string; readonly count: number; readonly before: number }

/** Everything the summaries of one period are written from. */
export type FigureReport = {
  readonly school: string
  readonly organ: string
  readonly period: Period
  /** The day the figures were taken. */
  readonly asOf: Day
  readonly total: Counts
  readonly groups: Readonly<Record<Dimension, readonly NamedCounts[]>>
  readonly before: { readonly name: string; readonly all: number }
  /** Closed within the period, whenever it was registered. */
  readonly closedWithin: number
  /** All that is unfinished on that day, whenever it was registered; the lists below may be shorter. */
  readonly backlog: {
    readonly unfinished: number
    readonly overdue: number
    readonly dueSoon: number
    readonly difficult: number
  }
  /** Units with overdue matters now, most first. */
  readonly overdueUnits: readonly { readonly name: string; readonly count: number }[]
  readonly overdue: readonly ListedMatter[]
  readonly dueSoon: readonly ListedMatter[]
  readonly difficult: readonly ListedMatter[]
  readonly common: readonly CommonMatter[]
}

export function heading(text: string): ReportPart {
  return { kind: 'heading', text }
}

export function paragraph(text: string): ReportPart {
  return { kind: 'paragraph', text }
}

/** Groups as rows, measures as columns, and a last row with the sum. */
export function countsTable(
  name: string,
  groups: readonly NamedCounts[],
  measures: readonly Measure[],
  total: Counts | null,
): ReportTable {
  const columns: ReportColumn[] = [
    { name, share: 54 },
    ...measures.map((measure) => ({ name: MEASURES[measure].name, share: 20, align: 'right' as const })),
  ]
  const rows = groups.map(({ name: group, counts }) => [group, ...measures.map((measure) => counts[measure])])
  const sum = total === null ? [] : [['合计', ...measures.map((measure) => total[measure])]]
  return { kind: 'table', name, columns, rows: rows.length === 0 ? [] : [...rows, ...sum], empty: '没有。' }
}

export function matterTable(name: string, matters: readonly ListedMatter[], empty: string): ReportTable {
  return {
    kind: 'table',
    name,
    columns: [
      { name: '信访编号', share: 33, align: 'center' },
      { name: '分类', share: 19 },
      { name: '反映问题', share: 40 },
      { name: '承办单位', share: 24 },
      { name: '情况', share: 46 },
    ],
    rows: matters.map(({ number, category, problem, unit, state, dueOn, why }) => [
      number,
      category,
      problem,
      unit === '' ? '未定' : unit,
      [standing(state, why), dueOn === null ? '' : `${chineseDate(dueOn)}到期`]
        .filter((part) => part !== '')
        .join('\n'),
    ]),
    empty,
  }
}

/** Where it stands; below it in the table the day it falls due, so that neither is broken. */
function standing(state: string, why: string): string {
  return [state, why].filter((part) => part !== '').join('，')
}

export function reportFrame(report: FigureReport) {
  return {
    left: `时间：${report.period.name}`,
    right: `数据截至：${chineseDate(report.asOf)}`,
    signature: { organ: report.organ, date: chineseDate(report.asOf) },
  }
}

/** `比上一周（2026年第46周）增加 3 件` */
export function comparison({ total, before }: FigureReport): string {
  const change = total.all - before.all
  const words = change === 0 ? '与其持平' : change > 0 ? `增加${change}件` : `减少${-change}件`
  return `${before.name}登记${before.all}件，本期${words}`
}
