import type { Retention, Settings } from '../domain/catalogue.ts'
import { type SteppedPetition, standing } from './stepped-petition.ts'

type Filed = Pick<SteppedPetition, 'state' | 'course' | 'papers' | 'anonymous'>

/** One paper of the file, and whether it is there. */
export type FiledPaper = { readonly name: string; readonly there: boolean }

/** 归档材料齐全性: what the file of this petition has to hold (《办法》二（五）). */
export function papersOf({ course, papers, anonymous }: Filed): readonly FiledPaper[] {
  const { followUp } = course
  const has = (...kinds: readonly string[]) => kinds.some((kind) => papers.includes(kind))
  const list: FiledPaper[] = [{ name: '来访（来件）登记表', there: has('registration') }]
  if (course.route === 'transfer') list.push({ name: '转办函', there: has('transfer', 'assign') })
  if (course.instruction !== null) {
    list.push({ name: '领导批示', there: true })
    if (course.instruction.leadUnit !== null) list.push({ name: '交办函', there: has('assign', 'transfer') })
  }
  if (course.route === 'transfer' || course.instruction?.leadUnit)
    list.push({ name: '承办单位办理情况反馈', there: followUp.repliedOn !== null || anonymous })
  list.push({ name: '对反映人的答复记录', there: course.answeredOn !== null || anonymous })
  if (followUp.extensions > 0) list.push({ name: '延期审批', there: true })
  return list
}

export function archiveRefusal(petition: SteppedPetition): string | null {
  const { state } = petition
  if (state === 'archived') return '事项已经归档。'
  if (state === 'declined') return '不予受理的事项不归档，登记备查即可。'
  if (state !== 'closed') return `事项${standing(state)}，办结后才能归档（《信息沟通实施办法》二（五））。`
  const missing = papersOf(petition).filter(({ there }) => !there)
  return missing.length === 0
    ? null
    : `归档材料不齐，还缺：${missing.map(({ name }) => name).join('、')}（《信息沟通实施办法》二（五）归档）。`
}

/** 保管期限: by a leader's instruction or a group visit, by an outcome, or neither. */
export function retentionOf(
  petition: { readonly course: SteppedPetition['course']; readonly group: boolean },
  settings: Pick<Settings, 'retention'>,
): Retention {
  const { leaderOrGroup, withOutcome, other } = settings.retention
  if (petition.course.instruction !== null || petition.group) return leaderOrGroup
  return petition.course.followUp.outcome !== null ? withOutcome : other
}
