import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Outcome } from './import-rows.ts'

export type ReportLine = {
  readonly row: number
  readonly outcome: 'refused' | 'skipped'
  readonly column: string
  readonly reason: string
  readonly of: PetitionNumber | null
}

const WHY_SKIPPED = {
  number: '同一工单（编号或整行内容相同）已经导入过',
  person: '同一电话、同一标题的事项已经有了',
} as const

/** What the office has to look at; a row that came in needs no line. */
export function reportLines(row: number, outcome: Outcome): ReportLine[] {
  switch (outcome.kind) {
    case 'imported':
      return []
    case 'skipped':
      return [{ row, outcome: 'skipped', column: '', reason: WHY_SKIPPED[outcome.why], of: outcome.of }]
    case 'refused':
      return outcome.problems.map((problem) => ({ row, outcome: 'refused', ...problem, of: null }))
  }
}

/** For Excel: with a byte order mark, and nothing in it begins like a formula. */
export function importReport(lines: readonly ReportLine[]): string {
  const head = ['行', '结果', '列', '原因', '已有的事项']
  const rows = lines.map(({ row, outcome, column, reason, of }) => [
    String(row),
    outcome === 'refused' ? '未导入' : '已跳过',
    column,
    reason,
    of ?? '',
  ])
  return `\uFEFF${[head, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
