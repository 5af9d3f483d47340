import { rateOf } from '../../rules/reports/assessment.ts'
import { chineseDate } from '../wording.ts'
import { comparison, type FigureReport, type NamedCounts } from './figure-report.ts'

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
