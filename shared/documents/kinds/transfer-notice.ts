import type { Day } from '../../domain/day.ts'
import { hidePetitioner } from '../../rules/masks.ts'
import { scanText } from '../../rules/numbering.ts'
import type { Block, Line, Paper, Paragraph } from '../paper.ts'
import { titleLines } from '../title-lines.ts'
import {
  chineseDate,
  chineseWeekday,
  clauseOf,
  ourselves,
  petitionerInText,
  petitionerInTitle,
  sentence,
  termText,
} from '../wording.ts'

/** 转办函 or 转办通知: the facts of one transfer to one lead unit, nothing worded yet. */
export type TransferNoticeData = {
  readonly petitionNumber: string
  readonly documentId: string
  /** Issuing organ, full or standard short name: letterhead and signature. */
  readonly organ: string
  /** 发文字号 `办信转〔2026〕12号`; a preview leaves the serial out. */
  readonly number: string
  readonly genre: '函' | '通知'
  readonly issuedOn: Day
  /** 紧急程度 as the standard knows it; null prints none. */
  readonly urgency: '特急' | '加急' | null
  /** 承办单位 */
  readonly leadUnit: string
  /** Set when the addressee only assists: the unit that leads. */
  readonly ledBy?: string
  /** 协办单位, the addressee not among them. */
  readonly assistingUnits: readonly string[]
  /** 抄送 */
  readonly copiesTo: readonly string[]
  readonly petitioner: NoticePetitioner
  /** 要求保密: the petitioner is never named, only `一名学生`. */
  readonly confidential: boolean
  /** Further people a confidential paper must not give away: representatives, agents. */
  readonly companions?: readonly { readonly name: string; readonly secrets: readonly string[] }[]
  readonly receivedOn: Day
  /** 反映渠道: 信访接待, 校领导接待日 … */
  readonly channel: string
  /** 事由 */
  readonly title: string
  /** 反映内容摘要 */
  readonly summary: string
  /** 具体诉求 */
  readonly demand: string
  /** 领导批示 */
  readonly instructions: readonly NoticeInstruction[]
  readonly limit: NoticeLimit
  /** 不属职责退回, in working days (《信访工作条例》第二十三条: 5). */
  readonly returnWithin: number
  readonly attachments: readonly NoticeAttachment[]
  readonly contact: { readonly name: string; readonly phone: string }
  /** A reprint, marked 副本. */
  readonly copy: boolean
}

export type NoticePetitioner = {
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

export type NoticeInstruction = { readonly leader: string; readonly on: Day; readonly text: string }

export type NoticeLimit = {
  /** Null when a leader named the day itself. */
  readonly days: number | null
  readonly counts: 'working' | 'calendar'
  readonly dueOn: Day
  /** Its holidays are not published yet. */
  readonly provisional: boolean
  /** The rule it rests on, as `shared/rules/deadlines.ts` cites it: clause, then what it asks for. */
  readonly basis: string
}

export type NoticeAttachment = { readonly name: string; readonly pages?: number }

export function transferNotice(data: TransferNoticeData): Paper {
  const safe = data.confidential ? withoutPetitioner(data) : data
  const subject = `关于转办${petitionerInTitle(safe.petitioner, safe.confidential)}反映事项的${safe.genre}`
  return {
    format: 'letter',
    name: `${subject}（${safe.number}）`,
    code: scanText(safe.petitionNumber, safe.documentId),
    blocks: [
      { kind: 'letterhead', organ: safe.organ },
      { kind: 'documentNumber', text: safe.number },
      ...marks(safe),
      { kind: 'title', lines: titleLines(subject) },
      { kind: 'addressee', text: `${safe.leadUnit}：` },
      ...facts(safe),
      ...requirements(safe),
      paragraph(safe.genre === '函' ? '特此函告。' : '特此通知。'),
      ...attachments(safe),
      { kind: 'signature', organ: safe.organ, date: chineseDate(safe.issuedOn), sealed: true },
      { kind: 'note', text: `联系人：${safe.contact.name}；联系电话：${safe.contact.phone}` },
      ...(safe.copiesTo.length > 0 ? [{ kind: 'copiesTo', units: safe.copiesTo } as const] : []),
      slip(safe),
    ],
  }
}

/** What was typed may name the petitioner too; a confidential paper says it nowhere. */
function withoutPetitioner(data: TransferNoticeData): TransferNoticeData {
  const { name, phone } = data.petitioner
  const people = [{ name, secrets: phone === undefined ? [] : [phone] }, ...(data.companions ?? [])]
  const hide = (text: string): string =>
    people.reduce((hidden, person) => hidePetitioner(hidden, person), text)
  return {
    ...data,
    petitioner: { name: null, identity: data.petitioner.identity, people: data.petitioner.people },
    title: hide(data.title),
    summary: hide(data.summary),
    demand: hide(data.demand),
    instructions: data.instructions.map((instruction) => ({ ...instruction, text: hide(instruction.text) })),
    attachments: data.attachments.map((attachment) => ({ ...attachment, name: hide(attachment.name) })),
  }
}

function marks({ urgency, copy }: TransferNoticeData): readonly Block[] {
  return [
    ...(urgency === null ? [] : [{ kind: 'mark', of: 'urgency', text: urgency } as const]),
    ...(copy ? [{ kind: 'mark', of: 'copy', text: '副本' } as const] : []),
  ]
}

function facts(data: TransferNoticeData): readonly Paragraph[] {
  const who = petitionerInText(data.petitioner, data.confidential)
  const { phone } = data.petitioner
  const reference = `信访编号：${data.petitionNumber}${phone === undefined || phone === '' ? '' : `，联系电话：${phone}`}`
  return [
    paragraph(
      `${chineseDate(data.receivedOn)}，${who}通过${data.channel}渠道反映“${data.title}”有关问题（${reference}）。`,
    ),
    paragraph(hei('主要情况：'), sentence(data.summary)),
    paragraph(hei('主要诉求：'), sentence(data.demand)),
    ...data.instructions.map(({ leader, on, text }) =>
      paragraph(hei('领导批示：'), `${leader}于${chineseDate(on)}批示：“${sentence(text)}”`),
    ),
  ]
}

function requirements(data: TransferNoticeData): readonly Paragraph[] {
  const we = ourselves(data.organ)
  const paper = data.genre === '函' ? '本函' : '本通知'
  return [
    paragraph(`按照${clauseOf(data.limit.basis)}的规定，现将该事项${transferred(data)}。`),
    paragraph(hei('一、按期答复。'), answerBy(data, we)),
    paragraph(
      hei('二、异议退回。'),
      `不属于你单位职责范围的，请自收到${paper}之日起${data.returnWithin}个工作日内书面说明理由并建议承办单位，经${we}同意后退回材料，期限连续计算（《信访工作条例》第二十三条）。`,
    ),
    paragraph(
      hei('三、保护信息。'),
      '请勿将反映材料及情况透露或者转给被反映的人员和单位（《信访工作条例》第三十条、第四十六条）。',
    ),
  ]
}

function transferred({ ledBy, assistingUnits }: TransferNoticeData): string {
  if (ledBy !== undefined) return `转请你单位协助办理，由${ledBy}牵头`
  if (assistingUnits.length === 0) return '转你单位办理'
  return `转你单位办理，由你单位牵头，${assistingUnits.join('、')}协办`
}

/** Who answers by when; delays are explained, not taken silently (《办法》二（四）). */
function answerBy(data: TransferNoticeData, we: string): string {
  const { days, counts, dueOn, provisional } = data.limit
  const term =
    days === null ? '' : days === 0 ? '（当日办结）' : `（自转办次日起${termText(days, counts)}内）`
  const due = `${chineseDate(dueOn)}${chineseWeekday(dueOn)}前${term}`
  const unsettled = provisional ? `该年度放假安排尚未公布，期限暂定，如有变动由${we}另行告知。` : ''
  return `${whoAnswers(data, due, we)}确需延期的，请在期满前书面说明原因和拟办结日期（《信息沟通实施办法》二（四））。${unsettled}`
}

/** The unit answers a petitioner it may know; otherwise the office does, with what the unit found. */
function whoAnswers(
  { ledBy, confidential, petitioner }: TransferNoticeData,
  due: string,
  we: string,
): string {
  if (ledBy !== undefined) {
    return `请指定专人配合牵头单位依规依政策调查处理，于${due}将协办意见送${ledBy}，并书面报${we}。`
  }
  const settle = `请指定专人依规依政策调查处理，于${due}`
  const report = `将办理结果书面报${we}`
  if (confidential) {
    return `${settle}${report}；反映人要求保密，由${we}负责答复，请勿打听、扩散反映人信息。`
  }
  return petitioner.name === null
    ? `${settle}${report}；反映人未留姓名，由${we}视情答复。`
    : `${settle}答复反映人，并${report}。`
}

function attachments(data: TransferNoticeData): readonly Block[] {
  if (data.attachments.length === 0) return []
  const names = data.attachments.map(({ name, pages }) =>
    pages === undefined ? name : `${name}（共${pages}页）`,
  )
  return [{ kind: 'attachments', names }]
}

function slip(data: TransferNoticeData): Block {
  const count = data.attachments.length
  const enclosed = count === 0 ? '' : `及附件${count}件`
  return {
    kind: 'tearOff',
    hint: `沿虚线裁下，签收后送回${data.organ}`,
    title: '签收回执',
    lines: [[`今收到${data.number}转办${data.genre}${enclosed}。`]],
    fields: [
      { label: '签收单位（盖章）' },
      { label: '签收人（签名）' },
      { label: '联系电话' },
      { label: '签收时间', hint: '年　月　日　时' },
    ],
  }
}

function paragraph(...line: Line): Paragraph {
  return { kind: 'paragraph', line }
}

function hei(text: string): Line[number] {
  return { text, face: 'hei' }
}
