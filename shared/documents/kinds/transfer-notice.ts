import type { Day } from '../../domain/day.ts'
import type { Paper, Paragraph } from '../paper.ts'
import {
  hei,
  hiding,
  type LetterData,
  type LetterLimit,
  type LetterMatter,
  type LetterPetitioner,
  paragraph,
  petitionLetter,
  protection,
  unitSlip,
  whoBroughtWhat,
} from '../petition-letter.ts'
import {
  chineseDate,
  chineseWeekday,
  clauseOf,
  ourselves,
  petitionerInTitle,
  sentence,
  termText,
} from '../wording.ts'

/** 转办函 or 转办通知: the facts of one transfer to one lead unit, nothing worded yet. */
export type TransferNoticeData = LetterData &
  LetterMatter & {
    readonly genre: '函' | '通知'
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
    /** 反映内容摘要 */
    readonly summary: string
    /** 具体诉求 */
    readonly demand: string
    /** 领导批示 */
    readonly instructions: readonly NoticeInstruction[]
    /** 重办: the petitioner was not satisfied, and what is asked of the unit now. */
    readonly redo?: { readonly ratedOn: Day; readonly requirement: string }
    readonly limit: LetterLimit
    /** 不属职责退回, in working days (《信访工作条例》第二十三条: 5). */
    readonly returnWithin: number
    readonly attachments: readonly NoticeAttachment[]
  }

export type NoticePetitioner = LetterPetitioner

export type NoticeInstruction = { readonly leader: string; readonly on: Day; readonly text: string }

export type NoticeLimit = LetterLimit

export type NoticeAttachment = { readonly name: string; readonly pages?: number }

export function transferNotice(data: TransferNoticeData): Paper {
  const safe = withoutPetitioner(data)
  const attachments = attachmentNames(safe)
  return petitionLetter(safe, {
    subject: `关于转办${petitionerInTitle(safe.petitioner, safe.confidential)}反映事项的${safe.genre}`,
    addressee: safe.leadUnit,
    marks: safe.urgency === null ? [] : [safe.urgency],
    body: [
      ...noticeFacts(safe),
      ...requirements(safe),
      paragraph(safe.genre === '函' ? '特此函告。' : '特此通知。'),
    ],
    attachments,
    copiesTo: safe.copiesTo,
    slip: unitSlip(safe, `转办${safe.genre}`, attachments.length),
  })
}

/** What was typed may name the petitioner too; a confidential paper says it nowhere. */
export function withoutPetitioner(data: TransferNoticeData): TransferNoticeData {
  if (!data.confidential) return data
  const hide = hiding(data)
  return {
    ...data,
    petitioner: { name: null, identity: data.petitioner.identity, people: data.petitioner.people },
    title: hide(data.title),
    summary: hide(data.summary),
    demand: hide(data.demand),
    instructions: data.instructions.map((instruction) => ({ ...instruction, text: hide(instruction.text) })),
    ...(data.redo === undefined ? {} : { redo: { ...data.redo, requirement: hide(data.redo.requirement) } }),
    attachments: data.attachments.map((attachment) => ({ ...attachment, name: hide(attachment.name) })),
  }
}

/** Who brought what, asked for what, and what was said to it. */
export function noticeFacts(data: TransferNoticeData): readonly Paragraph[] {
  const { phone } = data.petitioner
  const reference = `信访编号：${data.petitionNumber}${phone === undefined || phone === '' ? '' : `，联系电话：${phone}`}`
  return [
    paragraph(`${whoBroughtWhat(data)}有关问题（${reference}）。`),
    paragraph(hei('主要情况：'), sentence(data.summary)),
    ...(data.demand === '' ? [] : [paragraph(hei('主要诉求：'), sentence(data.demand))]),
    ...data.instructions.map(({ leader, on, text }) =>
      paragraph(hei('领导批示：'), `${leader}于${chineseDate(on)}批示：“${sentence(text)}”`),
    ),
    ...redoFacts(data),
  ]
}

function redoFacts({ redo }: TransferNoticeData): readonly Paragraph[] {
  if (redo === undefined) return []
  const asked = redo.requirement === '' ? '' : `重办要求：${sentence(redo.requirement)}`
  return [
    paragraph(
      hei('重办事由：'),
      `反映人于${chineseDate(redo.ratedOn)}对答复评价为不满意，现发回重办〔《接诉即办工作制度》三（一）5〕。${asked}`,
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
    protection('三、保护信息。'),
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
  const given = data.redo === undefined ? '转办' : '发回重办'
  const term =
    days === null ? '' : days === 0 ? '（当日办结）' : `（自${given}次日起${termText(days, counts)}内）`
  const due = `${chineseDate(dueOn)}${chineseWeekday(dueOn)}前${term}`
  const unsettled = provisional ? `该年度放假安排尚未公布，期限暂定，如有变动由${we}另行告知。` : ''
  return `${whoAnswers(data, due, we)}确需延期的，请在期满前书面说明原因和拟办结日期〔《信息沟通实施办法》二（四）〕。${unsettled}`
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

/** 附件 with their pages, as the standard lists them. */
export function attachmentNames(data: Pick<TransferNoticeData, 'attachments'>): readonly string[] {
  return data.attachments.map(({ name, pages }) => (pages === undefined ? name : `${name}（共${pages}页）`))
}
