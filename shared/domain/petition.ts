import { z } from 'zod'

/** `ZX-2026-00012-K`; see `shared/rules/numbering.ts`. */
export type PetitionNumber = string & { readonly __brand: 'PetitionNumber' }

/** 办理方式 */
export const ROUTES = { direct: '直接办理', transfer: '转办', submit: '呈办', decline: '不予受理' } as const
export type Route = keyof typeof ROUTES
export const routeSchema = z.enum(['direct', 'transfer', 'submit', 'decline'])

/** 分级，《接诉即办工作制度》三（一）3 */
export const GRADES = { instant: '简单', 'same-day': '一般', complex: '复杂', 'long-term': '长期' } as const
export type Grade = keyof typeof GRADES
export const gradeSchema = z.enum(['instant', 'same-day', 'complex', 'long-term'])

/** 信访目的，《信访工作条例》第二十九至三十一条 */
export const PURPOSES = {
  suggestion: '意见建议',
  accusation: '检举控告',
  appeal: '申诉',
  request: '求决',
  consultation: '咨询',
  other: '其他',
} as const
export type Purpose = keyof typeof PURPOSES
export const purposeSchema = z.enum([
  'suggestion',
  'accusation',
  'appeal',
  'request',
  'consultation',
  'other',
])

export const URGENCIES = { normal: '一般', urgent: '紧急', critical: '特急' } as const
export type Urgency = keyof typeof URGENCIES
export const urgencySchema = z.enum(['normal', 'urgent', 'critical'])

/** 不予受理的情形，《接诉即办工作制度》二；复核终结，《信访工作条例》第三十六条 */
export const DECLINE_GROUNDS = {
  litigation: '诉讼',
  arbitration: '仲裁',
  discipline: '纪检监察',
  reconsideration: '行政复议',
  disclosure: '政府信息公开',
  petition: '已进入信访渠道',
  concluded: '复核终结',
  unlawful: '违反法律法规或违背公序良俗',
} as const
export type DeclineGround = keyof typeof DECLINE_GROUNDS
export const declineGroundSchema = z.enum([
  'litigation',
  'arbitration',
  'discipline',
  'reconsideration',
  'disclosure',
  'petition',
  'concluded',
  'unlawful',
])

/** 处理结论 */
export const OUTCOMES = {
  supported: '支持',
  'partly-supported': '部分支持',
  explained: '解释说明',
  'not-supported': '不支持',
  adopted: '采纳',
  'not-adopted': '不采纳',
  redirected: '引导法定途径',
  filed: '存查',
} as const
export type Outcome = keyof typeof OUTCOMES
export const outcomeSchema = z.enum([
  'supported',
  'partly-supported',
  'explained',
  'not-supported',
  'adopted',
  'not-adopted',
  'redirected',
  'filed',
])

/** How a petitioner or unit was told. */
export const MEDIA = { 'in-person': '当面', phone: '电话', written: '书面', network: '网络' } as const
export type Medium = keyof typeof MEDIA
export const mediumSchema = z.enum(['in-person', 'phone', 'written', 'network'])

/** Where a petition stands. Derived by `shared/rules/petition-state.ts`, never stored as a fact. */
export const STATES = {
  registered: '待处置',
  handling: '办理中',
  transferred: '已转办',
  submitted: '待批示',
  assigned: '已交办',
  answered: '已答复',
  dissatisfied: '不满意待重办',
  redoing: '重办中',
  'to-supervise': '待督办批示',
  supervising: '督办中',
  closed: '已办结',
  archived: '已归档',
  declined: '不予受理',
} as const
export type PetitionState = keyof typeof STATES
export const stateSchema = z.enum(Object.keys(STATES) as [PetitionState, ...PetitionState[]])

/** States in which a due day still runs. */
export const OPEN_STATES: readonly PetitionState[] = [
  'registered',
  'handling',
  'transferred',
  'submitted',
  'assigned',
  'dissatisfied',
  'redoing',
  'to-supervise',
  'supervising',
]

/** States in which a unit owes the office an account of what it did. */
export const WITH_UNIT: readonly PetitionState[] = ['transferred', 'assigned', 'redoing', 'supervising']

/** How a unit is chased: 网络、电话、书面通知, 《办法》二（三）. */
export const CHASE_MEDIA = { phone: '电话', network: '网络', written: '书面通知' } as const
export type ChaseMedium = keyof typeof CHASE_MEDIA
export const chaseMediumSchema = z.enum(['phone', 'network', 'written'])

export const CHASE_LEVELS = { chase: '催办', supervise: '督办' } as const
export type ChaseLevel = keyof typeof CHASE_LEVELS
export const chaseLevelSchema = z.enum(['chase', 'supervise'])

/** What the petitioner is told on the way. */
export const INFORMINGS = {
  progress: '办理进度',
  explanation: '解释说明',
  extension: '延期告知',
  stage: '阶段反馈',
} as const
export type Informing = keyof typeof INFORMINGS
export const informingSchema = z.enum(['progress', 'explanation', 'extension', 'stage'])

/** 电话沟通 and 见面沟通, 《制度》三（一）2 */
export const TALKS = { phone: '电话沟通', meeting: '见面沟通' } as const
export type Talk = keyof typeof TALKS
export const talkSchema = z.enum(['phone', 'meeting'])

/** 满意度评价 */
export const RATINGS = { satisfied: '满意', fairly: '基本满意', dissatisfied: '不满意' } as const
export type Rating = keyof typeof RATINGS
export const ratingSchema = z.enum(['satisfied', 'fairly', 'dissatisfied'])

export const RATED_WAYS = { counter: '现场评价', phone: '电话回访', later: '事后反馈' } as const
export type RatedWay = keyof typeof RATED_WAYS
export const ratedWaySchema = z.enum(['counter', 'phone', 'later'])

/** Outcomes that do not give the petitioner what was asked for. */
export const NOT_GRANTED: readonly Outcome[] = ['explained', 'not-supported', 'not-adopted']
