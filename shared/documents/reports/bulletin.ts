import { rateOf } from '../../rules/reports/assessment.ts'
import { chineseDate } from '../wording.ts'
import {
  comparison,
  type FigureReport,
  heading,
  type ListedMatter,
  type NamedCounts,
  paragraph,
  reportFrame,
} from './figure-report.ts'
import type { ReportSheet, ReportTable } from './report-sheet.ts'

export type Bulletin = { readonly title: string; readonly text: string; readonly lines: string[] }

/** More names than this no group reads. */
const NAMED = 8

/**
 * 工作群通报 (《制度》三（三）): figures by unit and category, and what is late by its number and category. No title and no
 * matter, for what somebody typed may name a person; no accusation at all, for its unit reads along.
 */
export function bulletinOf(report: FigureReport): Bulletin {
  const title = `信访办理情况通报 ${report.period.name}`
  const lines = [
    `本期登记${report.total.all}件（${comparison(report)}），已办结${report.total.finished}件，按期答复率${rateOf('onTime', report.total).text}。`,
    `目前未办结${report.backlog.unfinished}件，其中逾期${report.backlog.overdue}件、临近时限${report.backlog.dueSoon}件。`,
    ...named('本期派发较多的单位', registered(handled(report))),
    ...named('目前逾期未办的单位', report.overdueUnits),
    ...named('本期反映较多的分类', registered(report.groups.category)),
    ...late('已逾期，请尽快办理', report.overdue),
    ...late('临近时限，请抓紧办理', report.dueSoon),
    `数据截至${chineseDate(report.asOf)}，${report.organ}。`,
  ]
  return { title, text: [title, ...lines].join('\n'), lines }
}

/** The same on paper, for the units that are in no group: it names nobody and no matter either. */
export function bulletinSheet(report: FigureReport): ReportSheet {
  const { total, backlog, overdueUnits, overdue, dueSoon, groups } = report
  return {
    ...reportFrame(report),
    title: '信访办理情况通报',
    parts: [
      heading('一、总体情况'),
      paragraph(
        `${report.period.name}登记${total.all}件（${comparison(report)}），已办结${total.finished}件，按期答复率${rateOf('onTime', total).text}。目前未办结${backlog.unfinished}件，其中逾期${backlog.overdue}件、临近时限${backlog.dueSoon}件。`,
      ),
      heading('二、工单派发和办理情况'),
      unitTable(handled(report)),
      ...named('本期反映较多的分类', registered(groups.category)).map(paragraph),
      heading('三、已逾期事项'),
      ...named('目前逾期未办的单位', overdueUnits).map(paragraph),
      numberTable('已逾期', overdue, '没有逾期未办的事项。'),
      heading('四、临近时限事项'),
      numberTable('临近时限', dueSoon, '没有临近时限的事项。'),
      paragraph('请有关单位对逾期的尽快办理并说明原因，对临近时限的抓紧办理，按期反馈。'),
    ],
    remarks: [
      '依据《接诉即办工作制度》三（三）：定期发布工单派发、办理情况，对未完成事项及时预警，对接近时限的案件及时催办。本通报只列编号、分类和单位，检举控告不列入。',
    ],
  }
}

function unitTable(units: readonly NamedCounts[]): ReportTable {
  return {
    kind: 'table',
    name: '办理情况',
    columns: [
      { name: '承办单位', share: 50 },
      ...['派发', '已办结', '未办结', '逾期未办'].map((name) => ({
        name,
        share: 20,
        align: 'right' as const,
      })),
      { name: '按期答复率', share: 26, align: 'right' },
    ],
    rows: units.map(({ name, counts }) => [
      name,
      counts.all,
      counts.finished,
      counts.unfinished,
      counts.overdue,
      rateOf('onTime', counts).text,
    ]),
    empty: '本期没有交各单位承办的事项。',
  }
}

function numberTable(name: string, matters: readonly ListedMatter[], empty: string): ReportTable {
  return {
    kind: 'table',
    name,
    columns: [
      { name: '信访编号', share: 34, align: 'center' },
      { name: '分类', share: 40 },
      { name: '承办单位', share: 40 },
      { name: '情况', share: 36 },
    ],
    rows: matters
      .filter(({ accusation }) => !accusation)
      .map(({ number, category, unit, why }) => [number, category, unit === '' ? '未定' : unit, why]),
    empty,
  }
}

function handled({ groups }: FigureReport): readonly NamedCounts[] {
  return groups.unit.filter(({ key }) => key !== '-')
}

type Counted = { readonly name: string; readonly count: number }

function registered(groups: readonly NamedCounts[]): readonly Counted[] {
  return groups.map(({ name, counts }) => ({ name, count: counts.all }))
}

function named(label: string, groups: readonly Counted[]): string[] {
  const most = groups
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, NAMED)
  if (most.length === 0) return []
  return [`${label}：${most.map(({ name, count }) => `${name}${count}件`).join('、')}。`]
}

function late(label: string, matters: FigureReport['overdue']): string[] {
  const open = matters.filter(({ accusation }) => !accusation)
  if (open.length === 0) return []
  const shown = open
    .slice(0, NAMED)
    .map(
      ({ number, category, unit, why }) =>
        `${number} ${category}，${unit === '' ? '未定单位' : unit}，${why}`,
    )
  const more = open.length > NAMED ? `（最急的${NAMED}件）` : ''
  return [`${label}${more}：`, ...shown]
}
