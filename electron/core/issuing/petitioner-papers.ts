import { buildPaper, type KindData } from '../../../shared/documents/kinds/index.ts'
import type { Remedy } from '../../../shared/documents/kinds/reply-opinion.ts'
import { OPEN_STATES, ROUTES } from '../../../shared/domain/petition.ts'
import { procedureOf } from '../../../shared/rules/appeals.ts'
import { unitName } from './gather.ts'
import { dueLimit, letterData, letterMatter, type PaperNumbers } from './paper-data.ts'
import { type PaperFacts, unnamedRefusal } from './paper-facts.ts'
import type { PetitionPaper } from './petition-papers.ts'
import { isAssigned } from './unit-papers.ts'

/** Letters to the petitioner: who left no name is owed none. */
export const petitionerPapers = {
  accept: {
    refusal: (facts) => unnamedRefusal(facts, '受理告知书') ?? acceptRefusal(facts),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('accept', acceptData(facts, to)),
    title: ({ petition }) => `受理告知书（${petition.number}）`,
  },
  decline: {
    refusal: (facts) =>
      declined(facts) === null
        ? '事项没有作不予受理处理，请先用“不予受理”选明情形（《接诉即办工作制度》二）。'
        : unnamedRefusal(facts, '不予受理告知书'),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('decline', declineData(facts, to)),
    title: ({ petition }) => `不予受理告知书（${petition.number}）`,
  },
  extend: {
    refusal: (facts) =>
      extended(facts) === null
        ? '没有批准过延期，不能印发延期办理告知书；请先办理延期（《信访工作条例》第三十四条）。'
        : unnamedRefusal(facts, '延期办理告知书'),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('extend', extendData(facts, to)),
    title: ({ petition }) => `延期办理告知书（${petition.number}）`,
  },
  reply: {
    refusal: (facts) => unnamedRefusal(facts, '答复意见书') ?? replyRefusal(facts),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('reply', replyData(facts, to)),
    title: ({ petition }) => `答复意见书（${petition.number}）`,
  },
  result: {
    refusal: (facts) => unnamedRefusal(facts, '反馈告知书') ?? resultRefusal(facts),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('result', resultData(facts, to)),
    title: ({ petition }) => `反馈告知书（${petition.number}）`,
  },
  whereabouts: {
    refusal: (facts) => unnamedRefusal(facts, '转送去向告知单') ?? whereaboutsRefusal(facts),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('whereabouts', whereaboutsData(facts, to)),
    title: ({ petition }) => `转送去向告知单（${petition.number}）`,
  },
} as const satisfies Readonly<Record<string, PetitionPaper>>

function acceptRefusal({ petition }: PaperFacts): string | null {
  if (petition.state === 'declined') return '事项不予受理，请印发不予受理告知书。'
  return OPEN_STATES.includes(petition.state) ? null : '事项已经答复或者办结，不需要再告知受理。'
}

function acceptData(facts: PaperFacts, to: PaperNumbers): KindData['accept'] {
  const { course, office, petition, gathered, desk } = facts
  return {
    ...letterData(facts, to),
    ...letterMatter(facts),
    route: course.route === null ? '' : ROUTES[course.route],
    leadUnit: unitName(office, course.leadUnit),
    assistingUnits: course.assistUnits.map((code) => unitName(office, code)),
    limit: dueLimit(desk, petition),
    queryCode: gathered.visit.query_code,
    enquiryPlace: office.settings.contact.place,
  }
}

function declined({ happened, course }: PaperFacts) {
  const routed = happened.routed.at(-1)
  return course.route === 'decline' && routed?.route === 'decline' ? routed : null
}

function declineData(facts: PaperFacts, to: PaperNumbers): KindData['decline'] {
  const routed = declined(facts)
  if (routed === null) throw new Error(`${facts.petition.number} was not declined`)
  const { ground, lawfulChannel, explanation } = routed
  return { ...letterData(facts, to), ...letterMatter(facts), ground, lawfulChannel, explanation }
}

function extended({ happened, course }: PaperFacts) {
  return course.followUp.extension === null ? null : (happened.extended.at(-1) ?? null)
}

function extendData(facts: PaperFacts, to: PaperNumbers): KindData['extend'] {
  const extension = extended(facts)
  if (extension === null) throw new Error(`${facts.petition.number} was not extended`)
  const { on, from, to: until, reason, approver } = extension
  return {
    ...letterData(facts, to),
    ...letterMatter(facts),
    leadUnit: unitName(facts.office, facts.course.leadUnit),
    from,
    to: until,
    provisional: false,
    approvedOn: on,
    approver,
    reason,
  }
}

/** 申诉求决类: decided in an opinion that can be appealed against. */
export function hasRemedy({ purpose }: PaperFacts['petition']): boolean {
  return purpose === 'appeal' || purpose === 'request'
}

function replyRefusal({ petition, course }: PaperFacts): string | null {
  if (!hasRemedy(petition))
    return '答复意见书只用于申诉、求决类事项（《信访工作条例》第三十一条、第三十二条），其他事项请印发反馈告知书。'
  return course.answeredOn === null
    ? '还没有记录答复，请先登记答复和处理结论，再印发答复意见书（《信访工作条例》第三十二条）。'
    : null
}

const REMEDIES: Readonly<Record<NonNullable<ReturnType<typeof procedureOf>>, Remedy>> = {
  appeal: 'student-appeal',
  review: 'staff-review',
}

/** In the school's own name: an inner office may not issue it (domain facts 4.5). */
function replyData(facts: PaperFacts, to: PaperNumbers): KindData['reply'] {
  const { happened, course, petition, office, desk } = facts
  const answer = happened.answered.at(-1) ?? null
  if (answer === null) throw new Error(`${petition.number} was not answered`)
  const found = course.followUp.repliedOn === null ? null : happened.replied.at(-1)
  const procedure = procedureOf(petition.channel)
  return {
    ...letterData(facts, to),
    ...letterMatter(facts),
    organ: desk.station.school,
    demand: petition.demand,
    route: course.route === null ? '' : ROUTES[course.route],
    acceptedOn: course.routedOn ?? petition.received_on,
    leadUnit: unitName(office, course.leadUnit),
    findings: found?.findings ?? '',
    opinion: found?.opinion ?? '',
    basis: found?.basis ?? '',
    answer: answer.text,
    outcome: answer.outcome,
    remedy: procedure === null ? 'review' : REMEDIES[procedure],
  }
}

function resultRefusal({ petition, course }: PaperFacts): string | null {
  if (hasRemedy(petition))
    return '申诉、求决类事项应当印发答复意见书，写明救济途径（《信访工作条例》第三十二条、第三十五条）。'
  return course.answeredOn === null
    ? '还没有记录答复，请先登记答复和处理结论，再印发反馈告知书（《信息沟通实施办法》二（四））。'
    : null
}

/** Which clauses ask for the answer, by the way it went. */
const ANSWER_CLAUSES = {
  direct: '《信息沟通实施办法》二（二）1、二（四）',
  transfer: '《信息沟通实施办法》二（二）2、二（四）',
  submit: '《信息沟通实施办法》二（二）3、二（四）',
} as const

function resultData(facts: PaperFacts, to: PaperNumbers): KindData['result'] {
  const { happened, course, petition, office, on } = facts
  const answer = happened.answered.at(-1)
  if (answer === undefined) throw new Error(`${petition.number} was not answered`)
  const prompt = office.channel(petition.channel)?.regulation === '制度'
  const route = course.route === 'decline' || course.route === null ? 'direct' : course.route
  return {
    ...letterData(facts, to),
    ...letterMatter(facts),
    suggestion: petition.purpose === 'suggestion',
    acceptedOn: course.routedOn ?? petition.received_on,
    leadUnit: unitName(office, course.leadUnit),
    clause: prompt ? '《接诉即办工作制度》三（一）3和《信息沟通实施办法》二（四）' : ANSWER_CLAUSES[route],
    answeredOn: course.answeredOn ?? on,
    answer: answer.text,
    outcome: answer.outcome,
  }
}

function whereaboutsRefusal({ course }: PaperFacts): string | null {
  if (course.route === 'direct' && !isAssigned(course))
    return '事项由本单位直接办理，没有转送，请印发受理告知书（《信访工作条例》第二十三条）。'
  return course.leadUnit === null
    ? '还没有确定承办单位，请先转办或由校领导批示交办，再告知去向（《信访工作条例》第二十三条）。'
    : null
}

function whereaboutsData(facts: PaperFacts, to: PaperNumbers): KindData['whereabouts'] {
  const { course, office, petition, gathered } = facts
  const unit = course.leadUnit === null ? undefined : office.unit(course.leadUnit)
  const { instruction, followUp } = course
  const assignedOn = isAssigned(course) ? (instruction?.on ?? null) : null
  return {
    ...letterData(facts, to),
    ...letterMatter(facts),
    how: followUp.round > 0 ? '发回重办' : assignedOn === null ? '转办' : '校领导批示交办',
    on: followUp.roundOn ?? assignedOn ?? course.routedOn ?? petition.received_on,
    leadUnit: unit?.name ?? '',
    unitContact: unit?.contact ?? '',
    unitPhone: unit?.phone ?? '',
    unitPlace: unit?.place ?? '',
    assistingUnits: course.assistUnits.map((code) => unitName(office, code)),
    answerOn: petition.due_on,
    provisional: petition.due_provisional === 1,
    queryCode: gathered.visit.query_code,
  }
}
