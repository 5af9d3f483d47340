import type { Day } from '../../domain/day.ts'

/** 转办函 or 转办通知: facts of one transfer to one lead unit, nothing worded yet. */
export type TransferNoticeData = {
  readonly petitionNumber: string
  readonly documentId: string
  /** Issuing organ, full or standard short name: letterhead and signature. */
  readonly organ: string
  /** 发文字号 `办信转〔2026〕12号` */
  readonly number: string
  readonly genre: '函' | '通知'
  readonly issuedOn: Day
  readonly urgency?: '特急' | '加急'
  /** 承办单位 */
  readonly leadUnit: string
  /** 协办单位 */
  readonly assistingUnits: readonly string[]
  /** 抄送 */
  readonly copiesTo: readonly string[]
  readonly petitioner: NoticePetitioner
  /** 要求保密: the petitioner is never named, only `一名学生`. */
  readonly confidential: boolean
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
  /** 不属职责退回, working days (信访工作条例 art. 23). */
  readonly returnWithin: number
  readonly attachments: readonly NoticeAttachment[]
  readonly contact: { readonly name: string; readonly phone: string }
  /** A reprint, marked 副本. */
  readonly copy: boolean
}

export type NoticePetitioner = {
  /** Null for an anonymous petitioner. */
  readonly name: string | null
  /** 身份类别 as on the form: 学生, 教职工, 离退休人员, 校友, 学生家长, 校外人员 */
  readonly identity: string
  /** 所在单位 */
  readonly affiliation?: string
  readonly phone?: string
  /** 来访人数 */
  readonly people: number
}

export type NoticeInstruction = { readonly leader: string; readonly on: Day; readonly text: string }

export type NoticeLimit = {
  readonly days: number
  readonly counts: 'working' | 'calendar'
  readonly dueOn: Day
  /** Its holidays are not published yet. */
  readonly provisional: boolean
  /** The clause the limit rests on: `《信息沟通实施办法》二（二）2` */
  readonly basis: string
}

export type NoticeAttachment = { readonly name: string; readonly pages?: number }
