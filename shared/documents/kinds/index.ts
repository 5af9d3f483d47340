import type { NoticeSeries } from '../../domain/catalogue.ts'
import { cleanPaper } from '../clean-text.ts'
import type { Paper, PaperFormat } from '../paper.ts'
import { type CampaignPlanData, campaignPlan } from './campaign-plan.ts'
import { type MeetingMinutesData, meetingMinutes } from './meeting-minutes.ts'
import { registrationForm } from './registration-form.ts'
import type { RegistrationFormData } from './registration-form-data.ts'
import { type TransferNoticeData, transferNotice } from './transfer-notice.ts'
import { type VisitReceiptData, visitReceipt } from './visit-receipt.ts'

export type { CampaignPlanData } from './campaign-plan.ts'
export type { MeetingMinutesData } from './meeting-minutes.ts'
export type { RegistrationFormData } from './registration-form-data.ts'
export type { TransferNoticeData } from './transfer-notice.ts'
export type { VisitReceiptData } from './visit-receipt.ts'

/** What each kind is made from. A new kind is a line here, a line in KINDS and a file of its own. */
export type KindData = {
  readonly transfer: TransferNoticeData
  readonly registration: RegistrationFormData
  readonly receipt: VisitReceiptData
  readonly 'meeting-minutes': MeetingMinutesData
  readonly 'campaign-plan': CampaignPlanData
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
  registration: { name: '来访登记表', format: 'form', series: null, build: registrationForm },
  receipt: { name: '来访回执', format: 'form', series: null, build: visitReceipt },
  'meeting-minutes': { name: '会议纪要', format: 'form', series: null, build: meetingMinutes },
  'campaign-plan': { name: '专项治理方案', format: 'form', series: null, build: campaignPlan },
}

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(KINDS, text)
}

/** The paper of a kind, every string of it clean and on one line. */
export function buildPaper<K extends DocumentKind>(kind: K, data: KindData[K]): Paper {
  return cleanPaper(KINDS[kind].build(data))
}
