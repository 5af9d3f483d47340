import type { Day, Instant } from '../../domain/day.ts'

/** 来访回执, handed to the visitor over the counter (信访工作条例 art. 23: 当场书面告知). */
export type VisitReceiptData = {
  readonly documentId: string
  readonly visitNumber: string
  readonly organ: string
  readonly receivedAt: Instant
  readonly place: string
  /** Null when anonymous. */
  readonly petitionerName: string | null
  readonly petitions: readonly ReceiptPetition[]
  /** 查询码 */
  readonly queryCode: string
  /** How to ask: phone, place, hours, in the office's own words. */
  readonly enquiry: {
    readonly phone: string
    readonly place: string
    readonly hours?: string
    readonly web?: string
  }
  readonly receptionist: string
  readonly copy: boolean
}

export type ReceiptPetition = {
  readonly number: string
  readonly title: string
  /** 办理方式 in words: 转办, 直接办理 … */
  readonly route: string
  /** 承办去向; the office itself when left out. */
  readonly unit?: string
  /** 预计答复日期; none where no answer is owed. */
  readonly answerOn?: Day
  /** Its holidays are not published yet. */
  readonly provisional?: boolean
}
