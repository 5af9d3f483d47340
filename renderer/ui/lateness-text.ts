import type { Answer } from '../../shared/contract/api.ts'

export type LatenessView = Answer<'petitions.list'>['lines'][number]['lateness']

/** 逾期 2 个工作日, 今天到期, 还剩 3 个工作日; empty when no clock runs. */
export function latenessText(lateness: LatenessView): string {
  switch (lateness.kind) {
    case 'none':
      return ''
    case 'running':
      return `还剩 ${lateness.daysLeft} 个工作日`
    case 'dueTomorrow':
      return '下个工作日到期'
    case 'dueToday':
      return '今天到期'
    default:
      return overdueText(lateness)
  }
}

function overdueText({ daysLate, severe }: Extract<LatenessView, { kind: 'overdue' }>): string {
  const days = daysLate === 0 ? '' : ` ${daysLate} 个工作日`
  return `${severe ? '严重' : ''}逾期${days}`
}
