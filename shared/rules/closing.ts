import { NOT_GRANTED } from '../domain/petition.ts'
import { type SteppedPetition, standing } from './stepped-petition.ts'

type Closing = Pick<SteppedPetition, 'state' | 'purpose' | 'anonymous' | 'grade' | 'dueOn' | 'course'>

/** What a petition still lacks before it may be closed. */
export type ClosingGap = 'meeting' | 'call' | 'extension' | 'report'

const GAPS: Readonly<Record<ClosingGap, string>> = {
  meeting:
    '诉求未能按要求解决，请先与反映人见面沟通，讲清不能解决的原因和下一步计划（《接诉即办工作制度》三（一）2）。',
  call: '处置时间较长，请先与反映人电话或见面沟通并留下记录（《接诉即办工作制度》三（一）2）。',
  extension: '延期还没有告知反映人，请先告知延期原因（《信息沟通实施办法》二（四））。',
  report: '校领导批示件还没有向校领导反馈办理结果，请先反馈（《信息沟通实施办法》二（四））。',
}

/** The first thing missing, or null when it may be closed. */
export function closingGap(petition: Closing): ClosingGap | null {
  const { course, anonymous } = petition
  const { followUp } = course
  if (!anonymous) {
    if (needsMeeting(petition) && followUp.metOn === null) return 'meeting'
    if (needsCall(petition) && followUp.phonedOn === null && followUp.metOn === null) return 'call'
    if (followUp.extension !== null && !followUp.extension.told) return 'extension'
  }
  return course.instruction !== null && followUp.reportedOn === null ? 'report' : null
}

function gapSentence(petition: Closing): string | null {
  const gap = closingGap(petition)
  return gap === null ? null : GAPS[gap]
}

/** What cannot be granted is explained face to face; a consultation or an accusation asks for nothing that could be. */
function needsMeeting({ purpose, course }: Closing): boolean {
  const asked = purpose === 'request' || purpose === 'appeal'
  return asked && course.followUp.outcome !== null && NOT_GRANTED.includes(course.followUp.outcome)
}

/** Long-term, extended, or answered after its limit. */
function needsCall({ grade, course, dueOn }: Closing): boolean {
  const { answeredOn, followUp } = course
  const late = answeredOn !== null && dueOn !== null && answeredOn > dueOn
  return grade === 'long-term' || followUp.extensions > 0 || late
}

export function closeRefusal(petition: SteppedPetition): string | null {
  const { state, anonymous } = petition
  if (state === 'answered') return gapSentence(petition)
  if (state === 'closed' || state === 'archived' || state === 'declined')
    return `事项${standing(state)}，不必再办结。`
  if (state === 'dissatisfied' || state === 'to-supervise')
    return `事项${standing(state)}，不能办结（《接诉即办工作制度》三（一）5）。`
  // Nobody can be told, so what the unit found is the end of it.
  if (anonymous && (state === 'handling' || petition.course.followUp.repliedOn !== null))
    return gapSentence(petition)
  return '还没有答复反映人，请先记录答复再办结（《信息沟通实施办法》二（四）反馈）。'
}
