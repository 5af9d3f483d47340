import { buildPaper, isDocumentKind, KINDS, type KindData } from '../../../shared/documents/kinds/index.ts'
import { ratingOf } from '../../../shared/domain/course.ts'
import { MEDIA, RATED_WAYS, RATINGS, URGENCIES } from '../../../shared/domain/petition.ts'
import { leaderRefusal } from '../../../shared/rules/petition-steps.ts'
import { categoryName, unitName } from './gather.ts'
import { dueLimit, issuingOrgan, letterMatter, type PaperNumbers, tellableTitle } from './paper-data.ts'
import { type PaperFacts, unnamedRefusal } from './paper-facts.ts'
import type { PetitionPaper } from './petition-papers.ts'
import { givenTo } from './unit-papers.ts'

/** Sheets that are filled in and signed: none takes a 发文字号. */
export const sheetPapers = {
  submission: {
    refusal: submissionRefusal,
    toUnit: 'never',
    compose: (facts, to) => buildPaper('submission', submissionData(facts, to)),
    title: (facts) => `呈批笺：${tellableTitle(facts)}`,
  },
  feedback: {
    refusal: ({ course }) =>
      course.leadUnit === null
        ? '还没有确定承办单位，请先转办或由校领导批示交办，再印发办理情况反馈表。'
        : null,
    toUnit: 'must',
    compose: (facts, to) => buildPaper('feedback', feedbackData(facts, to)),
    title: (facts, unit) => `办理情况反馈表（${unitName(facts.office, unit)}）：${tellableTitle(facts)}`,
  },
  rating: {
    refusal: (facts) =>
      unnamedRefusal(facts, '满意度评价表') ??
      (facts.course.answeredOn === null
        ? '还没有答复反映人，答复后才能评价满意度（《接诉即办工作制度》二）。'
        : null),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('rating', ratingData(facts, to)),
    title: ({ petition }) => `满意度评价表（${petition.number}）`,
  },
  service: {
    refusal: (facts) =>
      unnamedRefusal(facts, '送达回证') ??
      (served(facts) === null
        ? '还没有印发需要送达的文书，请先印发受理、不予受理、延期告知书或者答复意见书。'
        : null),
    toUnit: 'never',
    compose: (facts, to) => buildPaper('service', serviceData(facts, to)),
    title: (facts) => `送达回证（${served(facts)?.name ?? ''}，${facts.petition.number}）`,
  },
} as const satisfies Readonly<Record<string, PetitionPaper>>

function submissionRefusal({ course, office, petition }: PaperFacts): string | null {
  if (course.route !== 'submit' || course.leader === null)
    return '事项没有呈报校领导，请先用“呈办”选定校领导并写明拟办意见，再印发呈批笺（《信息沟通实施办法》二（二）3）。'
  const leader = office.leader(course.leader)
  return leader === undefined ? null : leaderRefusal({ accusedNames: petition.accused_names }, leader)
}

function submissionData(facts: PaperFacts, { documentId }: PaperNumbers): KindData['submission'] {
  const { course, office, petition, happened, desk } = facts
  const routed = happened.routed.at(-1)
  const leader = course.leader === null ? undefined : office.leader(course.leader)
  const { instruction } = course
  return {
    ...letterMatter(facts),
    petitionNumber: petition.number,
    documentId,
    organ: issuingOrgan(desk),
    submittedOn: course.routedOn ?? petition.received_on,
    urgency: URGENCIES[petition.urgency],
    category: categoryName(office, petition.category),
    summary: petition.matter,
    demand: petition.demand,
    proposal: routed?.route === 'submit' ? routed.proposal : '',
    leader: {
      name: leader === undefined ? '' : `${leader.post}${leader.name}`,
      principal: leader?.principal ?? false,
    },
    instruction:
      instruction === null
        ? null
        : { leader: instruction.leader, on: instruction.on, text: instruction.text },
    leadUnit: unitName(office, course.leadUnit),
    dueOn: petition.due_on,
    provisional: petition.due_provisional === 1,
    assignedOn: instruction !== null && instruction.leadUnit !== null ? instruction.on : null,
    preparedBy: facts.lastBy('petition.routed'),
  }
}

const SETTLED = { yes: '是', partly: '部分', no: '否', unknown: null } as const

/** Filled from what this unit told the office in this round, blank else. */
function feedbackData(
  facts: PaperFacts,
  { documentId, unit }: PaperNumbers & { readonly unit: string | null },
): KindData['feedback'] {
  const { course, office, petition, happened, desk } = facts
  const said =
    course.followUp.repliedOn === null
      ? null
      : (happened.replied.findLast((reply) => reply.unit === unit) ?? null)
  const answer = course.answeredOn === null ? null : (happened.answered.at(-1) ?? null)
  const rating = ratingOf(course.followUp)
  const given = givenTo(facts, unit)
  return {
    ...letterMatter(facts),
    petitionNumber: petition.number,
    documentId,
    organ: issuingOrgan(desk),
    leadUnit: unitName(office, unit),
    noticeNumber: given.number ?? '',
    givenOn: given.on,
    limit: petition.due_on === null ? null : dueLimit(desk, petition),
    reply: said === null ? null : { ...said, settled: SETTLED[said.settled] },
    phone: unit === null ? '' : (office.unit(unit)?.phone ?? ''),
    answered:
      answer === null
        ? null
        : {
            on: answer.on,
            medium: MEDIA[answer.medium],
            by: facts.lastBy('petition.answered'),
            text: answer.text,
          },
    rating: rating === null ? null : RATINGS[rating],
  }
}

const ROUNDS = ['首次答复', '重办答复', '督办答复'] as const

function ratingData(facts: PaperFacts, { documentId }: PaperNumbers): KindData['rating'] {
  const { course, office, petition, happened, desk, on } = facts
  const rated = ratingOf(course.followUp) === null ? null : (happened.rated.at(-1) ?? null)
  return {
    petitionNumber: petition.number,
    documentId,
    organ: issuingOrgan(desk),
    title: petition.title,
    leadUnit: unitName(office, course.leadUnit),
    answeredOn: course.answeredOn ?? on,
    round: ROUNDS[course.followUp.round],
    rating:
      rated === null
        ? null
        : {
            on: rated.on,
            unit: RATINGS[rated.score],
            office: rated.office === null ? null : RATINGS[rated.office],
            how: RATED_WAYS[rated.how],
            by: facts.lastBy('petition.rated'),
            reason: rated.reason,
          },
  }
}

/** Papers a petitioner signs for, as against sheets and letters to units. */
const SERVED: readonly string[] = ['accept', 'decline', 'extend', 'reply', 'result', 'whereabouts']

function served({ documents }: PaperFacts): KindData['service']['served'] | null {
  const paper = documents.findLast(({ kind }) => SERVED.includes(kind))
  if (paper === undefined) return null
  const name = isDocumentKind(paper.kind) ? KINDS[paper.kind].name : paper.kind
  return { name, number: paper.number, issuedOn: paper.issued_on }
}

function serviceData(facts: PaperFacts, { documentId }: PaperNumbers): KindData['service'] {
  const { petition, gathered, desk } = facts
  const paper = served(facts)
  if (paper === null) throw new Error(`${petition.number} has no paper to serve`)
  return {
    ...letterMatter(facts),
    petitionNumber: petition.number,
    documentId,
    organ: issuingOrgan(desk),
    served: paper,
    address: gathered.people[0]?.address ?? '',
  }
}
