import type { FollowUp } from '../../../shared/domain/course.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { OUTCOMES, RATINGS } from '../../../shared/domain/petition.ts'
import { dayText } from '../../ui/day-text.ts'

type Fact = readonly [label: string, text: string]

const ROUND_NAMES = ['首次办理', '重办', '督办'] as const

/** What followed the route, in words; what did not happen is not there. */
export function followUpFacts(
  followUp: FollowUp,
  unitName: (code: string) => string,
  today: Day,
): readonly Fact[] {
  const on = (day: Day) => dayText(day, today)
  const talks = [
    followUp.phonedOn === null ? '' : `电话 ${on(followUp.phonedOn)}`,
    followUp.metOn === null ? '' : `见面 ${on(followUp.metOn)}`,
  ].filter((text) => text !== '')
  const rounds = followUp.ratings.map(
    ({ on: day, score, round }) => `${ROUND_NAMES[round] ?? ''}：${RATINGS[score]}（${on(day)}）`,
  )
  const facts: readonly Fact[] = [
    ['受理告知', followUp.acknowledgedOn === null ? '' : on(followUp.acknowledgedOn)],
    ['单位退回', returnText(followUp, unitName, on)],
    ['催办', chaseText(followUp, on)],
    ['单位反馈', followUp.repliedOn === null ? '' : on(followUp.repliedOn)],
    ['延期', extensionText(followUp, on)],
    ['时间表', stagesText(followUp, on)],
    ['处理结论', followUp.outcome === null ? '' : OUTCOMES[followUp.outcome]],
    ['沟通', talks.join('；')],
    ['反馈校领导', followUp.reportedOn === null ? '' : `办理结果 ${on(followUp.reportedOn)}`],
    ['评价', rounds.join('\n')],
    ['当前轮次', followUp.round === 0 ? '' : roundText(followUp, on)],
    ['档号', archiveText(followUp, on)],
  ]
  return facts.filter(([, text]) => text !== '')
}

type InWords = (day: Day) => string

function returnText(
  { returned, returns }: FollowUp,
  unitName: (code: string) => string,
  on: InWords,
): string {
  if (returned === null) return returns === 0 ? '' : `${returns} 次，已认定`
  const { unit, reason, suggestedUnit } = returned
  const better = suggestedUnit === null ? '没有建议单位' : `建议由${unitName(suggestedUnit)}办理`
  return `${on(returned.on)} ${unitName(unit)}退回：${reason}（${better}，尚未认定）`
}

function chaseText({ chases, chasedOn }: FollowUp, on: InWords): string {
  return chasedOn === null ? '' : `${chases} 次，最近 ${on(chasedOn)}`
}

function extensionText({ extension, extensions }: FollowUp, on: InWords): string {
  if (extension === null) return extensions === 0 ? '' : `${extensions} 次`
  const told = extension.told ? '已告知反映人' : '还没有告知反映人'
  return `由 ${on(extension.from)} 延至 ${on(extension.to)}，${told}`
}

function stagesText({ stages }: FollowUp, on: InWords): string {
  return stages
    .map(({ on: day, what, toldOn }) => {
      const told = toldOn === null ? '还没有反馈' : `${on(toldOn)} 已反馈`
      return `${on(day)} ${what}（${told}）`
    })
    .join('\n')
}

function roundText({ round, roundOn }: FollowUp, on: InWords): string {
  return `${ROUND_NAMES[round]}${roundOn === null ? '' : `，${on(roundOn)} 起`}`
}

function archiveText({ archive }: FollowUp, on: InWords): string {
  return archive === null ? '' : `${archive.number}（${archive.retention}，${on(archive.on)} 归档）`
}
