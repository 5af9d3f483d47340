import type { Day, Instant } from '../../domain/day.ts'

/** 来访登记表: everything that was registered, every value in the words people read. Empty optional facts are left out. */
export type RegistrationFormData = {
  readonly documentId: string
  /** 登记编号: of the visit */
  readonly visitNumber: string
  readonly petitionNumber: string
  /** School or office, above the title. */
  readonly organ: string
  readonly startedAt: Instant
  readonly endedAt?: Instant
  readonly place: string
  /** 信访形式: 来访 */
  readonly form: string
  /** 反映渠道 */
  readonly channel: string
  readonly petitioner: RegisteredPerson
  /** 来访人数 and 涉及人数 */
  readonly people: number
  readonly affectedPeople: number
  readonly group: boolean
  readonly representatives: readonly Representative[]
  readonly agents: readonly { readonly name: string; readonly phone?: string; readonly authorised: boolean }[]
  readonly title: string
  /** 反映问题概况 */
  readonly summary: string
  /** 事实与理由 */
  readonly grounds: string
  /** 具体诉求 */
  readonly demand: string
  /** 信访目的 */
  readonly purpose: string
  /** 内容分类, one or two levels */
  readonly category: string
  /** 被反映人或单位 */
  readonly accused?: string
  readonly happenedOn?: Day
  readonly happenedAt?: string
  readonly repeat: RegisteredRepeat
  /** 曾反映单位及处理情况 */
  readonly earlierHandling?: string
  /** 是否已进入法定途径: words of those that apply, none when empty. */
  readonly legalChannels: readonly string[]
  readonly materials: readonly RegisteredMaterial[]
  readonly anonymous: boolean
  readonly confidential: boolean
  /** 紧急程度: 一般, 紧急, 特急 */
  readonly urgency: string
  /** 异常情况 */
  readonly incidents?: string
  /** 现场处理 */
  readonly route: string
  /** 分级 and due day in words, when there are any. */
  readonly dueOn?: Day
  /** 承办单位 */
  readonly leadUnit?: string
  /** 答复或处理意见 */
  readonly opinion: string
  readonly receptionist: { readonly name: string; readonly department: string }
  readonly registrar: { readonly name: string; readonly at: Instant }
  /** 查询码 */
  readonly queryCode: string
  readonly remark?: string
  /** `file` is the office's own full copy; `unit` leaves the office: numbers masked, a confidential person hidden. */
  readonly copyFor: 'file' | 'unit'
  readonly copy: boolean
}

export type RegisteredPerson = {
  /** Null when anonymous. */
  readonly name: string | null
  readonly sex?: string
  /** 出生年月 or 年龄, as it was said. */
  readonly age?: string
  readonly identity: string
  /** 学号/工号 */
  readonly staffOrStudentNumber?: string
  readonly affiliation: string
  readonly documentType?: string
  readonly documentNumber?: string
  readonly phone?: string
  readonly address?: string
  readonly email?: string
}

export type Representative = { readonly name: string; readonly affiliation?: string; readonly phone?: string }

export type RegisteredRepeat =
  | { readonly kind: 'first' }
  | {
      readonly kind: 'repeat'
      readonly rootNumber: string
      readonly visits: number
      readonly lastOn: Day
    }

export type RegisteredMaterial = {
  readonly name: string
  readonly pages: number
  readonly original: boolean
  /** 是否留存 */
  readonly kept: boolean
}
