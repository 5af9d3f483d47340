import type { Day, Instant } from '../../domain/day.ts'

/** 来访登记表: everything that was registered at one visit, in the words people read. Empty facts are empty strings. */
export type RegistrationFormData = {
  readonly documentId: string
  /** 登记编号 */
  readonly visitNumber: string
  /** School or office, in front of the title. */
  readonly organ: string
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly place: string
  /** 反映渠道 */
  readonly channel: string
  readonly anonymous: boolean
  readonly confidential: boolean
  /** 来访人数 and 涉及人数 */
  readonly headcount: number
  readonly affected: number
  /** 集体访 */
  readonly group: boolean
  /** The first is the main petitioner; of a group the others are representatives. */
  readonly petitioners: readonly RegisteredPerson[]
  readonly agent: { readonly name: string; readonly authorised: boolean } | null
  readonly petitions: readonly RegisteredPetition[]
  readonly materials: readonly RegisteredMaterial[]
  /** 异常情况 */
  readonly unusual: string
  readonly receivedBy: string
  readonly receivingUnit: string
  readonly registeredBy: string
  readonly registeredAt: Instant
  /** 查询码 */
  readonly queryCode: string
  readonly remark: string
  /** `file` is the office's own full copy; `unit` leaves the office: numbers masked, a confidential person hidden. */
  readonly copyFor: 'file' | 'unit'
}

export type RegisteredPerson = {
  /** Empty when anonymous. */
  readonly name: string
  readonly gender: string
  /** 出生年月 */
  readonly bornOn: string
  readonly identity: string
  /** 学号/工号 */
  readonly studentNumber: string
  readonly organisation: string
  readonly idType: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
  readonly email: string
}

/** One 信访事项 of the visit. */
export type RegisteredPetition = {
  readonly number: string
  /** 事由 */
  readonly title: string
  /** 反映问题概况 */
  readonly matter: string
  /** 事实与理由 */
  readonly grounds: string
  readonly demand: string
  readonly purpose: string
  readonly category: string
  readonly urgency: string
  /** 被反映人或单位 */
  readonly accused: string
  readonly happenedOn: string
  readonly happenedAt: string
  readonly repeat: { readonly of: string; readonly visits: number; readonly lastOn: Day | null } | null
  /** 曾反映单位及处理情况 */
  readonly previousHandling: string
  /** 是否已进入法定途径: the words of those that apply. */
  readonly legalFlags: readonly string[]
  /** 办理方式 and 分级 */
  readonly route: string
  readonly grade: string
  /** 承办单位 */
  readonly leadUnit: string
  readonly dueOn: Day | null
  readonly provisional: boolean
  /** 答复或处理意见 */
  readonly opinion: string
}

export type RegisteredMaterial = {
  readonly name: string
  readonly pages: number
  /** 原件 or 复印件 */
  readonly form: string
  /** 是否留存 */
  readonly kept: boolean
}
