import type { Day } from '../../domain/day.ts'
import type { Paper, Paragraph } from '../paper.ts'
import {
  CLAUSES,
  dueDayWords,
  hei,
  hiding,
  type LetterData,
  type LetterLimit,
  type LetterMatter,
  paragraph,
  petitionLetter,
  protection,
  unitSlip,
  whoBroughtWhat,
} from '../petition-letter.ts'
import {
  chineseDate,
  chineseWeekday,
  cited,
  clauseOf,
  ourselves,
  petitionerInTitle,
  sentence,
} from '../wording.ts'

/** 催办通知 to the unit that has the matter. */
export type UrgeNoticeData = LetterData &
  LetterMatter & {
    /** 承办单位 */
    readonly leadUnit: string
    /** How and when the unit got it: 转办, 交办, 发回重办, 督办. */
    readonly given: { readonly how: string; readonly on: Day; readonly number: string | null }
    readonly limit: LetterLimit
    readonly standing: Standing
    /** Every chase so far, this one last. */
    readonly chases: readonly ChasedOnce[]
    /** The day by which the unit is asked to answer; null leaves it to the limit. */
    readonly requiredOn: Day | null
    /** 校领导批示件 is chased first (《办法》二（三）). */
    readonly instructed: boolean
    /** 重大紧急问题跟踪催办 */
    readonly urgent: boolean
    /** Of the channel: it says which text asks for the chase. */
    readonly regulation: '办法' | '制度'
  }

/** Where today stands against the limit. */
export type Standing =
  | { readonly kind: 'left'; readonly workingDays: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'late'; readonly workingDays: number }

export type ChasedOnce = { readonly on: Day; readonly medium: string; readonly answer: string }

export function urgeNotice(data: UrgeNoticeData): Paper {
  return petitionLetter(data, {
    subject: `关于催办${petitionerInTitle(data.petitioner, data.confidential)}反映事项的通知`,
    addressee: data.leadUnit,
    marks: data.urgent ? ['加急'] : [],
    body: [...facts(data), ...requirements(data), paragraph('特此通知。')],
    slip: unitSlip(data, '催办通知', 0),
  })
}

function facts(data: UrgeNoticeData): readonly Paragraph[] {
  const { given } = data
  const number = given.number === null ? '' : `（${given.number}）`
  return [
    paragraph(
      `${whoBroughtWhat(data)}有关问题（信访编号：${data.petitionNumber}），${chineseDate(given.on)}${given.how}你单位办理${number}，应于${dueDayWords(data.limit)}前办结${cited(clauseOf(data.limit.basis))}。`,
    ),
    paragraph(`${standingWords(data)}${timesWords(data)}`),
    paragraph(`${basisWords(data)}，现予催办，请按以下要求抓紧办理。`),
  ]
}

function standingWords({ standing, issuedOn }: UrgeNoticeData): string {
  return `截至${chineseDate(issuedOn)}，${standingText(standing)}，尚未收到你单位的办理情况反馈。`
}

/** `距期限还有2个工作日`, `今日到期`, `已逾期3个工作日`. */
export function standingText(standing: Standing): string {
  switch (standing.kind) {
    case 'left':
      return standing.workingDays === 0
        ? '期限前已没有工作日'
        : `距办理期限还有${standing.workingDays}个工作日`
    case 'today':
      return '办理期限今日届满'
    case 'late':
      return standing.workingDays === 0 ? '已超过办理期限' : `已逾期${standing.workingDays}个工作日`
  }
}

/** How often, and what was said the last time. */
function timesWords(data: UrgeNoticeData): string {
  const earlier = data.chases.slice(0, -1)
  if (earlier.length === 0) return '这是第1次催办。'
  const list = earlier.map(({ on, medium }) => `${chineseDate(on)}${medium}`).join('、')
  const answer = hiding(data)(earlier.at(-1)?.answer ?? '')
  const said = answer === '' ? '' : `你单位上次答复：“${sentence(answer)}”`
  return `此前已催办${earlier.length}次（${list}），这是第${data.chases.length}次催办。${said}`
}

function basisWords({ instructed, urgent, regulation }: UrgeNoticeData): string {
  const clause =
    regulation === '制度'
      ? '《信息沟通实施办法》二（三）和《接诉即办工作制度》三（三）对接近时限的案件及时催办的规定'
      : '《信息沟通实施办法》二（三）定期催办、督办的规定'
  if (instructed) return `本事项是校领导批示件，按照${clause}，列为重点催办`
  return urgent ? `本事项情况紧急，按照${clause}，列为跟踪催办` : `按照${clause}`
}

function requirements(data: UrgeNoticeData): readonly Paragraph[] {
  const we = ourselves(data.organ)
  const by = data.requiredOn ?? (data.standing.kind === 'late' ? null : data.limit.dueOn)
  const when = by === null ? '收到本通知后立即' : `于${chineseDate(by)}${chineseWeekday(by)}前`
  return [
    paragraph(
      hei('一、限期反馈。'),
      `请${when}将办理情况书面报${we}；尚不能办结的，写明进展、原因和下一步计划。`,
    ),
    paragraph(hei('二、说明原因。'), delayWords(data)),
    protection('三、保护信息。'),
  ]
}

/** An extension is granted before the limit, never after it. */
function delayWords({ standing }: UrgeNoticeData): string {
  return standing.kind === 'late'
    ? `期限已过，不再办理延期，请书面说明未按期办结的原因，并向反映人做好解释${cited(CLAUSES.extension)}。`
    : `确需延期的，请在期满前书面说明原因和拟办结日期，经批准后告知反映人${cited(CLAUSES.extension)}。`
}
