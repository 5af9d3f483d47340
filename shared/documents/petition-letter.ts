import type { Day } from '../domain/day.ts'
import { hidePeople } from '../rules/masks.ts'
import { scanText } from '../rules/numbering.ts'
import type { Block, Line, Paper, Paragraph, TearOff } from './paper.ts'
import { withoutPersonalNumbers } from './redact-numbers.ts'
import { titleLines } from './title-lines.ts'
import { chineseDate, chineseWeekday, cited, petitionerInText, petitionerInTitle } from './wording.ts'

/** What every letter about one petition says of itself, whoever it goes to. */
export type LetterData = {
  readonly petitionNumber: string
  readonly documentId: string
  /** Issuing organ, full or standard short name: letterhead and signature. */
  readonly organ: string
  /** 发文字号 `办信转〔2026〕12号`; a preview leaves the serial out. */
  readonly number: string
  readonly issuedOn: Day
  readonly contact: { readonly name: string; readonly phone: string }
}

/** The matter as it may be told to a unit. */
export type LetterMatter = {
  readonly petitioner: LetterPetitioner
  /** 要求保密: the petitioner is never named, only `一名学生`. */
  readonly confidential: boolean
  /** Further people a confidential paper must not give away: representatives, agents. */
  readonly companions?: readonly { readonly name: string; readonly secrets: readonly string[] }[]
  readonly receivedOn: Day
  /** 反映渠道: 信访接待, 校领导接待日 … */
  readonly channel: string
  /** 事由 */
  readonly title: string
}

export type LetterPetitioner = {
  /** Null for an anonymous petitioner. */
  readonly name: string | null
  /** 身份类别: 学生, 教职工, 离退休人员, 校友, 学生家长, 校外人员 */
  readonly identity: string
  /** 所在单位 */
  readonly affiliation?: string
  /** For the unit to answer; never printed when confidential. */
  readonly phone?: string
  /** 来访人数 */
  readonly people: number
}

/** 办理期限 with the clause it rests on, as `shared/rules/deadlines.ts` cites it. */
export type LetterLimit = {
  /** Null when a leader named the day itself. */
  readonly days: number | null
  readonly counts: 'working' | 'calendar'
  readonly dueOn: Day
  /** Its holidays are not published yet. */
  readonly provisional: boolean
  readonly basis: string
}

export type LetterParts = {
  /** Title: 发文事由 and 文种. */
  readonly subject: string
  readonly addressee: string
  readonly body: readonly Block[]
  readonly marks?: readonly string[]
  readonly attachments?: readonly string[]
  readonly copiesTo?: readonly string[]
  readonly slip?: TearOff
}

/** 信函格式 (GB/T 9704-2012, 10.1) around the words of one kind. */
export function petitionLetter(data: LetterData, parts: LetterParts): Paper {
  const { marks = [], attachments = [], copiesTo = [] } = parts
  return {
    format: 'letter',
    name: `${parts.subject}（${data.number}）`,
    code: scanText(data.petitionNumber, data.documentId),
    blocks: [
      { kind: 'letterhead', organ: data.organ },
      { kind: 'documentNumber', text: data.number },
      ...marks.map((text): Block => ({ kind: 'mark', of: 'urgency', text })),
      { kind: 'title', lines: titleLines(parts.subject) },
      { kind: 'addressee', text: `${parts.addressee}：` },
      ...parts.body,
      ...(attachments.length === 0 ? [] : [{ kind: 'attachments', names: attachments } as const]),
      { kind: 'signature', organ: data.organ, date: chineseDate(data.issuedOn), sealed: true },
      ...contactNote(data),
      ...(copiesTo.length === 0 ? [] : [{ kind: 'copiesTo', units: copiesTo } as const]),
      ...(parts.slip === undefined ? [] : [parts.slip]),
    ],
  }
}

function contactNote({ contact: { name, phone } }: LetterData): readonly Block[] {
  const parts = [...(name === '' ? [] : [`联系人：${name}`]), ...(phone === '' ? [] : [`联系电话：${phone}`])]
  return parts.length === 0 ? [] : [{ kind: 'note', text: parts.join('；') }]
}

/** What was typed may name the petitioner too; a confidential paper says it nowhere. */
export function hiding({
  confidential,
  petitioner,
  companions = [],
}: LetterMatter): (text: string) => string {
  if (!confidential) return (text) => text
  const { name, phone } = petitioner
  const people = [{ name, secrets: phone === undefined ? [] : [phone] }, ...companions]
  return (text) => withoutPersonalNumbers(hidePeople(text, people))
}

/** 2026年1月4日，经济管理学院学生张晓明通过信访接待渠道反映“…” */
export function whoBroughtWhat(matter: LetterMatter): string {
  const who = petitionerInText(matter.petitioner, matter.confidential)
  return `${chineseDate(matter.receivedOn)}，${who}通过${matter.channel}渠道反映“${hiding(matter)(matter.title)}”`
}

/** `2026年1月12日周一`, and that its holidays are not published yet. */
export function dueDayWords({ dueOn, provisional }: Pick<LetterLimit, 'dueOn' | 'provisional'>): string {
  return `${chineseDate(dueOn)}${chineseWeekday(dueOn)}${provisional ? '（暂定）' : ''}`
}

/** The part a unit cuts off, signs and sends back. */
export function unitSlip(data: LetterData, paperName: string, enclosed: number): TearOff {
  return {
    kind: 'tearOff',
    hint: `沿虚线裁下，签收后送回${data.organ}`,
    title: '签收回执',
    lines: [[`今收到${data.number}${paperName}${enclosed === 0 ? '' : `及附件${enclosed}件`}。`]],
    fields: [
      { label: '签收单位（盖章）' },
      { label: '签收人（签名）' },
      { label: '联系电话' },
      { label: '签收时间', hint: '年　月　日　时' },
    ],
  }
}

/** The part a petitioner signs and the office keeps. */
export function petitionerSlip(data: LetterData, paperName: string): TearOff {
  return {
    kind: 'tearOff',
    hint: `沿虚线裁下，签收后由${data.organ}留存`,
    title: '签收回执',
    lines: [[`本人已收到${data.number}${paperName}。`]],
    fields: [{ label: '签收人（签名）' }, { label: '签收时间', hint: '年　月　日　时' }],
  }
}

export const CLAUSES = {
  /** What must not reach the accused. */
  protect: '《信访工作条例》第三十条、第四十六条',
  extension: '《信息沟通实施办法》二（四）',
} as const

export function protection(heading: string): Paragraph {
  return paragraph(
    hei(heading),
    `请勿将反映材料及情况透露或者转给被反映的人员和单位${cited(CLAUSES.protect)}。`,
  )
}

export function paragraph(...line: Line): Paragraph {
  return { kind: 'paragraph', line }
}

export function hei(text: string): Line[number] {
  return { text, face: 'hei' }
}

/** 您于2026年1月4日通过信访接待渠道反映的“…”（信访编号：…） */
export function yourMatter(data: LetterData & LetterMatter): string {
  return `您于${chineseDate(data.receivedOn)}通过${data.channel}渠道反映的“${data.title}”（信访编号：${data.petitionNumber}）`
}

/** How a letter to the petitioner begins: 张晓明同学, 李四等6人. */
export function dear({ petitioner }: LetterMatter): string {
  return petitionerInTitle(petitioner, false)
}
