import type { Day } from '../../domain/day.ts'
import type { Grade, PetitionState } from '../../domain/petition.ts'

/** What is known of an unfinished petition when its reason is asked for. */
export type UnfinishedFacts = {
  readonly state: PetitionState
  readonly grade: Grade | null
  readonly dueOn: Day | null
  readonly today: Day
  /** 延期 with its own reason, the latest one. */
  readonly extension: { readonly to: Day; readonly reason: string } | null
  /** The stages of a long-term matter that are still to come. */
  readonly nextStage: { readonly on: Day; readonly what: string } | null
}

const WAITING: Partial<Record<PetitionState, string>> = {
  dissatisfied: '反映人对答复不满意，待发回重办',
  redoing: '反映人对答复不满意，正在重办',
  'to-supervise': '反映人对重办结果不满意，待校领导批示督办',
  supervising: '已纳入督办，正在按校领导批示办理',
}

/**
 * Why it is unfinished, as far as the records say it already: nobody types twice what an extension or a limit says.
 * Null when a person has to say it.
 */
export function knownReason(facts: UnfinishedFacts): string | null {
  const { extension, nextStage, today, dueOn, state } = facts
  if (extension !== null && extension.to >= today)
    return `${extension.reason}，已延期至${monthDay(extension.to)}`
  if (nextStage !== null)
    return `长期事项，按时间表办理（下一阶段：${monthDay(nextStage.on)}${nextStage.what}）`
  const waiting = WAITING[state]
  if (waiting !== undefined) return waiting
  if (state !== 'answered' && dueOn !== null && dueOn >= today)
    return `尚在办理时限内（${monthDay(dueOn)}到期）`
  return null
}

/** What is offered where a person has to say it, best first. */
export function suggestedReasons(facts: UnfinishedFacts): readonly string[] {
  const own = facts.extension === null ? [] : [facts.extension.reason]
  if (facts.state === 'answered')
    return [...own, '已答复，待反映人确认', '已答复，后续措施正在落实', ...COMMON]
  if (facts.state === 'submitted') return [...own, '已呈报校领导，待批示', ...COMMON]
  return [...own, ...COMMON]
}

const COMMON = [
  '承办单位正在办理，尚未反馈结果',
  '涉及多个部门，正在协调',
  '受现有条件限制，近期内无法解决，已向反映人解释',
  '需列入下一年度预算或维修计划',
  '需等待上级政策明确',
] as const

function monthDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
