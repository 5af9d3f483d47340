import type { Paper, Paragraph } from '../paper.ts'
import {
  CLAUSES,
  dueDayWords,
  hei,
  paragraph,
  petitionLetter,
  protection,
  unitSlip,
} from '../petition-letter.ts'
import { cited, clauseOf, ourselves, petitionerInTitle, termText } from '../wording.ts'
import {
  attachmentNames,
  noticeFacts,
  type TransferNoticeData,
  withoutPetitioner,
} from './transfer-notice.ts'

/** 交办函, after a leader's instruction: the facts of a transfer notice, and a report owed at the end. */
export type AssignmentNoticeData = TransferNoticeData & {
  /** What the days of the limit are counted from. */
  readonly countedFrom: '呈报' | '批示' | '纳入督办'
}

export function assignmentNotice(data: AssignmentNoticeData): Paper {
  const safe = { ...withoutPetitioner(data), countedFrom: data.countedFrom }
  const attachments = attachmentNames(safe)
  return petitionLetter(safe, {
    subject: `关于交办${petitionerInTitle(safe.petitioner, safe.confidential)}反映事项的${safe.genre}`,
    addressee: safe.leadUnit,
    marks: safe.urgency === null ? [] : [safe.urgency],
    body: [
      ...noticeFacts(safe),
      ...requirements(safe),
      paragraph(safe.genre === '函' ? '特此函告。' : '特此通知。'),
    ],
    attachments,
    copiesTo: safe.copiesTo,
    slip: unitSlip(safe, `交办${safe.genre}`, attachments.length),
  })
}

function requirements(data: AssignmentNoticeData): readonly Paragraph[] {
  return [
    paragraph(
      `根据校领导批示意见，按照${clauseOf(data.limit.basis)}的规定，现将该事项${assigned(data)}。情况重要，请按以下要求办理。`,
    ),
    paragraph(hei('一、限期办结。'), settleBy(data)),
    paragraph(hei('二、提交办结报告。'), report(data)),
    paragraph(
      hei('三、说明延期。'),
      `确需延期的，请在期满前书面说明原因和拟办结日期，报校领导批准${cited(CLAUSES.extension)}。`,
    ),
    protection('四、保护信息。'),
  ]
}

function assigned({ ledBy, assistingUnits }: AssignmentNoticeData): string {
  if (ledBy !== undefined) return `交请你单位协助办理，由${ledBy}牵头`
  if (assistingUnits.length === 0) return '交你单位办理'
  return `交你单位办理，由你单位牵头，${assistingUnits.join('、')}协办`
}

function settleBy(data: AssignmentNoticeData): string {
  const { days, counts } = data.limit
  const term =
    days === null ? '（校领导批示的办结时限）' : `（自${data.countedFrom}次日起${termText(days, counts)}内）`
  return `请单位负责人组织专人依规依政策调查处理，于${dueDayWords(data.limit)}前办结${term}。`
}

/** An assigned matter ends in a report to the office, from there to the leader (条例 22, 《办法》二（四）). */
function report(data: AssignmentNoticeData): string {
  const we = ourselves(data.organ)
  if (data.ledBy !== undefined)
    return `请将协办意见送${data.ledBy}，由其汇总形成办结报告（《信访工作条例》第二十二条）。`
  const answered = answeredWords(data, we)
  return `期限内书面向${we}提交办结报告，写明调查核实情况、处理意见及依据${answered}，由${we}向校领导反馈（《信访工作条例》第二十二条）。`
}

function answeredWords({ confidential, petitioner }: AssignmentNoticeData, we: string): string {
  if (confidential) return `；反映人要求保密，由${we}负责答复，请勿打听、扩散反映人信息`
  return petitioner.name === null ? '；反映人未留姓名' : '和答复反映人的情况'
}
