import type { NoticeSeries } from '../../domain/catalogue.ts'
import { cleanPaper } from '../clean-text.ts'
import type { Paper, PaperFormat } from '../paper.ts'
import { type OperationReportData, operationReportPaper } from '../reports/operation-report.ts'
import { type ReportSheet, reportPaper } from '../reports/report-sheet.ts'
import { type SemesterSummaryData, semesterSummary } from '../reports/semester-summary.ts'
import { factsOf } from '../template-fields/facts.ts'
import { type AcceptanceNoticeData, acceptanceNotice } from './acceptance-notice.ts'
import { type ArchiveListData, archiveList } from './archive-list.ts'
import { type AssignmentNoticeData, assignmentNotice } from './assignment-notice.ts'
import { type CampaignPlanData, campaignPlan } from './campaign-plan.ts'
import { type DeclineNoticeData, declineNotice } from './decline-notice.ts'
import { type ExtensionNoticeData, extensionNotice } from './extension-notice.ts'
import { type FeedbackSheetData, feedbackSheet } from './feedback-sheet.ts'
import { type MeetingMinutesData, meetingMinutes } from './meeting-minutes.ts'
import { type RatingSheetData, ratingSheet } from './rating-sheet.ts'
import { type ReceptionAnnouncementData, receptionAnnouncement } from './reception-announcement.ts'
import { type ReceptionBookingData, receptionBooking } from './reception-booking.ts'
import { type ReceptionMinutesData, receptionMinutes } from './reception-minutes.ts'
import { type ReceptionRecordData, receptionRecord } from './reception-record.ts'
import { registrationForm } from './registration-form.ts'
import type { RegistrationFormData } from './registration-form-data.ts'
import { type ReplyOpinionData, replyOpinion } from './reply-opinion.ts'
import { type ResultNoticeData, resultNotice } from './result-notice.ts'
import { type ServiceReceiptData, serviceReceipt } from './service-receipt.ts'
import { type SubmissionSheetData, submissionSheet } from './submission-sheet.ts'
import { type SupervisionNoticeData, supervisionNotice } from './supervision-notice.ts'
import { type TransferNoticeData, transferNotice } from './transfer-notice.ts'
import { type UrgeNoticeData, urgeNotice } from './urge-notice.ts'
import { type VisitReceiptData, visitReceipt } from './visit-receipt.ts'
import { type WhereaboutsSlipData, whereaboutsSlip } from './whereabouts-slip.ts'

export type { AcceptanceNoticeData } from './acceptance-notice.ts'
export type { ArchiveListData } from './archive-list.ts'
export type { AssignmentNoticeData } from './assignment-notice.ts'
export type { CampaignPlanData } from './campaign-plan.ts'
export type { DeclineNoticeData } from './decline-notice.ts'
export type { ExtensionNoticeData } from './extension-notice.ts'
export type { FeedbackSheetData } from './feedback-sheet.ts'
export type { MeetingMinutesData } from './meeting-minutes.ts'
export type { RatingSheetData } from './rating-sheet.ts'
export type { ReceptionAnnouncementData } from './reception-announcement.ts'
export type { ReceptionBookingData } from './reception-booking.ts'
export type { ReceptionMinutesData } from './reception-minutes.ts'
export type { ReceptionRecordData } from './reception-record.ts'
export type { RegistrationFormData } from './registration-form-data.ts'
export type { ReplyOpinionData } from './reply-opinion.ts'
export type { ResultNoticeData } from './result-notice.ts'
export type { ServiceReceiptData } from './service-receipt.ts'
export type { SubmissionSheetData } from './submission-sheet.ts'
export type { SupervisionNoticeData } from './supervision-notice.ts'
export type { TransferNoticeData } from './transfer-notice.ts'
export type { UrgeNoticeData } from './urge-notice.ts'
export type { VisitReceiptData } from './visit-receipt.ts'
export type { WhereaboutsSlipData } from './whereabouts-slip.ts'

/** What each kind is made from. A new kind is a line here, a line in KINDS and a file of its own. */
export type KindData = {
  readonly transfer: TransferNoticeData
  readonly urge: UrgeNoticeData
  readonly supervise: SupervisionNoticeData
  readonly accept: AcceptanceNoticeData
  readonly 'archive-list': ArchiveListData
  readonly assign: AssignmentNoticeData
  readonly decline: DeclineNoticeData
  readonly extend: ExtensionNoticeData
  readonly feedback: FeedbackSheetData
  readonly rating: RatingSheetData
  readonly reply: ReplyOpinionData
  readonly result: ResultNoticeData
  readonly service: ServiceReceiptData
  readonly submission: SubmissionSheetData
  readonly whereabouts: WhereaboutsSlipData
  readonly registration: RegistrationFormData
  readonly receipt: VisitReceiptData
  readonly 'reception-announcement': ReceptionAnnouncementData
  readonly 'reception-booking': ReceptionBookingData
  readonly 'reception-record': ReceptionRecordData
  readonly 'reception-minutes': ReceptionMinutesData
  readonly 'meeting-minutes': MeetingMinutesData
  readonly 'campaign-plan': CampaignPlanData
  readonly 'semester-summary': SemesterSummaryData
  readonly 'operation-report': OperationReportData
  readonly 'period-summary': ReportSheet
  readonly 'dispatch-list': ReportSheet
  readonly bulletin: ReportSheet
  readonly assessment: ReportSheet
}

export type DocumentKind = keyof KindData

export type KindRow<Data> = {
  /** Name on screens and in lists. */
  readonly name: string
  readonly format: PaperFormat
  /** Takes a 发文字号 of this series when issued; null for internal sheets. */
  readonly series: NoticeSeries | null
  readonly build: (data: Data) => Paper
}

export const KINDS: { readonly [K in DocumentKind]: KindRow<KindData[K]> } = {
  transfer: { name: '转办函', format: 'letter', series: 'transfer', build: transferNotice },
  urge: { name: '催办通知', format: 'letter', series: 'urge', build: urgeNotice },
  supervise: { name: '督办通知单', format: 'form', series: 'supervise', build: supervisionNotice },
  accept: { name: '受理告知书', format: 'letter', series: 'accept', build: acceptanceNotice },
  'archive-list': { name: '归档文件目录', format: 'form', series: null, build: archiveList },
  assign: { name: '交办函', format: 'letter', series: 'assign', build: assignmentNotice },
  decline: { name: '不予受理告知书', format: 'letter', series: 'decline', build: declineNotice },
  extend: { name: '延期办理告知书', format: 'letter', series: 'extend', build: extensionNotice },
  feedback: { name: '办理情况反馈表', format: 'form', series: null, build: feedbackSheet },
  rating: { name: '满意度评价表', format: 'form', series: null, build: ratingSheet },
  reply: { name: '答复意见书', format: 'letter', series: 'reply', build: replyOpinion },
  result: { name: '反馈告知书', format: 'letter', series: 'result', build: resultNotice },
  service: { name: '送达回证', format: 'form', series: null, build: serviceReceipt },
  submission: { name: '呈批笺', format: 'form', series: null, build: submissionSheet },
  whereabouts: { name: '转送去向告知单', format: 'form', series: null, build: whereaboutsSlip },
  registration: { name: '来访登记表', format: 'form', series: null, build: registrationForm },
  receipt: { name: '来访回执', format: 'form', series: null, build: visitReceipt },
  'reception-announcement': {
    name: '接待日通知',
    format: 'document',
    series: 'general',
    build: receptionAnnouncement,
  },
  'reception-booking': { name: '接待日预约登记表', format: 'form', series: null, build: receptionBooking },
  'reception-record': { name: '接待日登记表', format: 'form', series: null, build: receptionRecord },
  'reception-minutes': {
    name: '接待日纪要',
    format: 'minutes',
    series: 'minutes',
    build: receptionMinutes,
  },
  'meeting-minutes': { name: '会议纪要', format: 'minutes', series: 'minutes', build: meetingMinutes },
  'campaign-plan': { name: '专项治理方案', format: 'document', series: 'general', build: campaignPlan },
  'semester-summary': { name: '问题办理情况汇总表', format: 'form', series: null, build: semesterSummary },
  'operation-report': {
    name: '信息沟通机制运行情况报告',
    format: 'document',
    series: 'report',
    build: operationReportPaper,
  },
  'period-summary': { name: '信访汇总', format: 'form', series: null, build: reportPaper },
  'dispatch-list': { name: '调度会清单', format: 'form', series: null, build: reportPaper },
  bulletin: { name: '工作群通报', format: 'form', series: null, build: reportPaper },
  assessment: { name: '考核表', format: 'form', series: null, build: reportPaper },
}

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(KINDS, text)
}

/** The paper of a kind, every string of it clean and on one line. */
export function buildPaper<K extends DocumentKind>(kind: K, data: KindData[K]): Paper {
  const paper = cleanPaper(KINDS[kind].build(data))
  const fields = factsOf(kind, data)
  return fields === null ? paper : { ...paper, fields }
}
