import type { Paper } from '../paper.ts'
import {
  dear,
  dueDayWords,
  hei,
  type LetterData,
  type LetterLimit,
  type LetterMatter,
  paragraph,
  petitionerSlip,
  petitionLetter,
  yourMatter,
} from '../petition-letter.ts'
import { cited, clauseOf, ourselves } from '../wording.ts'

/** 受理告知书: received, who handles it, by when, and how to ask (条例 23). */
export type AcceptanceNoticeData = LetterData &
  LetterMatter & {
    /** 直接办理, 转办, 呈办; empty while the office has not decided. */
    readonly route: string
    readonly leadUnit: string
    readonly assistingUnits: readonly string[]
    readonly limit: LetterLimit
    readonly queryCode: string
    readonly enquiryPlace: string
  }

export function acceptanceNotice(data: AcceptanceNoticeData): Paper {
  const we = ourselves(data.organ)
  return petitionLetter(data, {
    subject: '受理告知书',
    addressee: dear(data),
    body: [
      paragraph(
        `${yourMatter(data)}，${we}已经收到并登记，决定予以受理。根据《信访工作条例》第二十三条，现将有关情况告知如下：`,
      ),
      paragraph(hei('一、办理途径。'), handledBy(data, we)),
      paragraph(hei('二、办理程序。'), PROCEDURE),
      paragraph(hei('三、预计答复时间。'), answerBy(data)),
      paragraph(hei('四、查询方式。'), enquiry(data, we)),
      paragraph('您提供的个人信息仅用于办理、答复和依法归档。'),
      paragraph('特此告知。'),
    ],
    slip: petitionerSlip(data, '受理告知书'),
  })
}

const PROCEDURE =
  '承办单位调查核实后依规依政策提出处理意见，向您答复；您对答复可以作出满意度评价，不满意的将发回重办〔《接诉即办工作制度》三（一）5〕。'

function handledBy({ route, leadUnit, assistingUnits }: AcceptanceNoticeData, we: string): string {
  if (route === '') return `办理途径正在研究，确定后由${we}另行告知您。`
  if (leadUnit === '') return `该事项按“${route}”方式办理，已呈报校领导，根据批示意见交有关单位办理。`
  const assist = assistingUnits.length === 0 ? '' : `，${assistingUnits.join('、')}协办`
  return `该事项按“${route}”方式办理，由${leadUnit}承办${assist}。`
}

function answerBy({ limit, route }: AcceptanceNoticeData): string {
  return route === ''
    ? `${dueDayWords(limit)}前告知您办理去向${cited(clauseOf(limit.basis))}。`
    : `${dueDayWords(limit)}前答复您${cited(clauseOf(limit.basis))}；确需延期的，将向您说明原因〔《信息沟通实施办法》二（四）〕。`
}

function enquiry({ contact, enquiryPlace, queryCode }: AcceptanceNoticeData, we: string): string {
  const phone = contact.phone === '' ? '' : `，电话：${contact.phone}`
  const place = enquiryPlace === '' ? '' : `，地点：${enquiryPlace}`
  return `可以凭信访编号和查询码（${queryCode}）向${we}查询${phone}${place}。`
}
