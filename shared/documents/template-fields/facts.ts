import type { Day } from '../../domain/day.ts'
import { cleanParagraphs, cleanText } from '../clean-text.ts'
import type { DocumentKind, KindData } from '../kinds/index.ts'
import {
  type NoticeInstruction,
  type TransferNoticeData,
  withoutPetitioner,
} from '../kinds/transfer-notice.ts'
import { hiding, type LetterData, type LetterLimit, type LetterMatter } from '../petition-letter.ts'
import { chineseDate, petitionerInTitle, termText } from '../wording.ts'

/** Facts by the name a template calls them. */
export type Facts = Readonly<Record<string, string>>

type FactsOf = { readonly [K in DocumentKind]?: (data: KindData[K]) => Facts }

/**
 * What papers about one petition rest on, for templates that word it themselves. Taken after hiding: a template can
 * say no more about a petitioner than our own paper does.
 */
const FACTS: FactsOf = {
  transfer: noticeFacts,
  assign: noticeFacts,
  urge: (data) => ({
    ...letter(data),
    ...toUnit(data),
    ...due(data.limit),
    ...handled(data),
    ...asked(data),
  }),
  supervise: (data) => ({
    ...letter(data),
    ...toUnit(data),
    ...due(data.limit),
    ...handled(data),
    ...asked(data),
    ...instructions(data.instruction === null ? [] : [data.instruction], hiding(data)),
  }),
  submission: (data) => ({
    信访编号: data.petitionNumber,
    文书编号: data.documentId,
    ...toUnit(data),
    反映内容摘要: hiding(data)(data.summary),
    诉求: hiding(data)(data.demand),
    承办单位: data.leadUnit,
    截止日期: dayText(data.dueOn),
  }),
  feedback: (data) => ({
    信访编号: data.petitionNumber,
    文书编号: data.documentId,
    ...toUnit(data),
    ...due(data.limit),
    承办单位: data.leadUnit,
  }),
  accept: (data) => ({
    ...letter(data),
    ...toPetitioner(data),
    ...due(data.limit),
    ...handled(data),
    协办单位: data.assistingUnits.join('、'),
    查询码: data.queryCode,
  }),
  whereabouts: (data) => ({
    ...letter(data),
    ...toPetitioner(data),
    ...handled(data),
    协办单位: data.assistingUnits.join('、'),
    截止日期: dayText(data.answerOn),
  }),
  decline: (data) => ({
    ...letter(data),
    ...toPetitioner(data),
    法定途径说明: data.lawfulChannel,
    不予受理理由: data.explanation,
  }),
  extend: (data) => ({
    ...letter(data),
    ...toPetitioner(data),
    ...handled(data),
    原截止日期: dayText(data.from),
    截止日期: dayText(data.to),
    批准日期: dayText(data.approvedOn),
    批准人: data.approver,
    延期理由: data.reason,
  }),
  reply: (data) => ({
    ...letter(data),
    ...toPetitioner(data),
    ...handled(data),
    受理日期: dayText(data.acceptedOn),
    调查核实情况: data.findings,
    处理意见: data.opinion,
    处理依据: data.basis,
    答复内容: data.answer,
  }),
  result: (data) => ({
    ...letter(data),
    ...toPetitioner(data),
    ...handled(data),
    受理日期: dayText(data.acceptedOn),
    办结日期: dayText(data.answeredOn),
    答复内容: data.answer,
  }),
  service: (data) => ({ 文书编号: data.documentId, ...toPetitioner(data) }),
}

/** Every string clean and on one line; null for kinds that are about no single petition. */
export function factsOf<K extends DocumentKind>(kind: K, data: KindData[K]): Facts | null {
  const facts = FACTS[kind]?.(data)
  if (facts === undefined) return null
  return Object.fromEntries(
    Object.entries(facts).map(([name, text]) => [name, cleanParagraphs(text).map(cleanText).join('')]),
  )
}

function noticeFacts(whole: TransferNoticeData): Facts {
  const data = withoutPetitioner(whole)
  const { petitioner } = data
  return {
    ...letter(data),
    ...toUnit(whole),
    ...due(data.limit),
    ...handled(data),
    ...instructions(data.instructions, (text) => text),
    信访人电话: petitioner.phone ?? '',
    反映内容摘要: data.summary,
    诉求: data.demand,
    协办单位: data.assistingUnits.join('、'),
    牵头单位: data.ledBy ?? '',
  }
}

function letter({ petitionNumber, documentId, contact }: LetterData): Facts {
  return { 信访编号: petitionNumber, 文书编号: documentId, 联系人: contact.name, 联系电话: contact.phone }
}

/** As a unit may know it. */
function toUnit(matter: LetterMatter): Facts {
  const { petitioner, confidential } = matter
  return {
    信访人:
      confidential || petitioner.name === null
        ? petitionerInTitle(petitioner, confidential)
        : petitioner.name,
    身份: petitioner.identity,
    信访人单位: confidential ? '' : (petitioner.affiliation ?? ''),
    来访人数: `${petitioner.people}人`,
    收到日期: dayText(matter.receivedOn),
    渠道: matter.channel,
    事由: hiding(matter)(matter.title),
  }
}

/** Petitioners know who they are. */
function toPetitioner(matter: LetterMatter): Facts {
  const { petitioner } = matter
  return {
    信访人: petitionerInTitle(petitioner, false),
    身份: petitioner.identity,
    来访人数: `${petitioner.people}人`,
    收到日期: dayText(matter.receivedOn),
    渠道: matter.channel,
    事由: matter.title,
  }
}

function due(limit: LetterLimit | null): Facts {
  if (limit === null) return { 办理时限: '', 截止日期: '', 期限依据: '' }
  const { days, counts, dueOn, basis } = limit
  return { 办理时限: days === null ? '' : termText(days, counts), 截止日期: dayText(dueOn), 期限依据: basis }
}

function handled({ leadUnit }: { readonly leadUnit: string }): Facts {
  return { 承办单位: leadUnit }
}

function asked({ requiredOn }: { readonly requiredOn: Day | null }): Facts {
  return { 要求反馈日期: dayText(requiredOn) }
}

function instructions(all: readonly NoticeInstruction[], hide: (text: string) => string): Facts {
  const said = all.map(({ leader, on, text }) => `${leader}于${chineseDate(on)}批示：“${hide(text)}”`)
  return { 批示内容: said.join('；') }
}

function dayText(day: Day | null): string {
  return day === null ? '' : chineseDate(day)
}
