import type { Day } from '../../../shared/domain/day.ts'
import type { followUpEntries } from '../../../shared/domain/entries/follow-up-entries.ts'
import type { KnownEntry } from '../../../shared/domain/entries.ts'
import {
  CHASE_LEVELS,
  CHASE_MEDIA,
  INFORMINGS,
  MEDIA,
  RATED_WAYS,
  RATINGS,
  TALKS,
} from '../../../shared/domain/petition.ts'

type FollowUpEntry = Extract<KnownEntry, { kind: keyof typeof followUpEntries }>

type Words = { readonly unit: (code: string | null) => string; readonly day: (on: Day) => string }

const SETTLED = { yes: '反映人接受', partly: '反映人部分接受', no: '反映人不接受', unknown: '' } as const

/** What an entry after the route says, each fact its own line. */
export function followUpLines(entry: FollowUpEntry, { unit, day }: Words): string[] {
  switch (entry.kind) {
    case 'petition.acknowledged':
      return [`${MEDIA[entry.body.medium]}告知受理`, entry.body.text]
    case 'petition.returned': {
      const { suggestedUnit, reason } = entry.body
      const suggestion = suggestedUnit === null ? '没有建议单位' : `建议由${unit(suggestedUnit)}办理`
      return [`${unit(entry.body.unit)}退回：${reason}`, suggestion]
    }
    case 'petition.kept':
      return [entry.body.reason]
    case 'petition.chased': {
      const { level, medium, counterpart, answer, requiredOn } = entry.body
      return [
        `${CHASE_MEDIA[medium]}${CHASE_LEVELS[level]}${unit(entry.body.unit)}（${counterpart}）`,
        `答复：${answer}`,
        requiredOn === null ? '' : `要求 ${day(requiredOn)}前反馈`,
      ]
    }
    case 'petition.progressed':
      return [entry.body.text]
    case 'petition.unit-replied': {
      const { handler, findings, opinion, basis, settled } = entry.body
      return [
        `${unit(entry.body.unit)}（经办人${handler}）`,
        `调查核实：${findings}`,
        `处理意见：${opinion}`,
        basis === '' ? '' : `依据：${basis}`,
        SETTLED[settled],
      ]
    }
    case 'petition.informed':
      return [`${MEDIA[entry.body.medium]}${INFORMINGS[entry.body.kind]}`, entry.body.text]
    case 'petition.reported': {
      const { leader, kind, medium, text, remark } = entry.body
      return [
        `${MEDIA[medium]}向${leader}反馈${kind === 'result' ? '办理结果' : '办理进度'}`,
        text,
        remark === '' ? '' : `${leader}：${remark}`,
      ]
    }
    case 'petition.extended': {
      const { from, to, reason, approver } = entry.body
      return [`由 ${day(from)}延至 ${day(to)}，${approver}批准`, `延期原因：${reason}`]
    }
    case 'petition.communicated': {
      const { means, by, place, text, attitude } = entry.body
      return [
        `${TALKS[means]}，沟通人${by}${place === '' ? '' : `，${place}`}`,
        text,
        attitude === '' ? '' : `反映人态度：${attitude}`,
      ]
    }
    case 'petition.planned':
      return entry.body.stages.map((stage, index) => `第 ${index + 1} 阶段 ${day(stage.on)}：${stage.what}`)
    case 'petition.rated': {
      const { how, score, office, reason } = entry.body
      return [
        `${RATED_WAYS[how]}，对办理结果：${RATINGS[score]}`,
        office === null ? '' : `对接待工作：${RATINGS[office]}`,
        reason,
      ]
    }
    case 'petition.redone':
      return [`发回${unit(entry.body.unit)}重办`, entry.body.requirement]
    case 'petition.supervised': {
      const { leader, requirement, limitOn } = entry.body
      return [
        `${leader}批示，由${unit(entry.body.unit)}限期办理`,
        requirement,
        limitOn === null ? '' : `办结时限 ${day(limitOn)}`,
      ]
    }
    case 'petition.unfinished-explained':
      return [`${entry.body.semester} 学期：${entry.body.reason}`]
    case 'petition.archived':
      return [`档号 ${entry.body.number}，保管期限${entry.body.retention}`]
  }
}
