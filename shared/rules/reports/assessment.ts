import { namesOf } from '../../domain/names.ts'
import type { Counts, Measure } from './figures.ts'

/** How units are assessed (《接诉即办工作制度》三（四）): each rate with its formula, numerator and denominator. */
export const RATES = {
  onTime: {
    name: '按期答复率',
    formula: '按期答复 ÷（按期答复 + 超期）',
    part: 'inTime',
    of: 'judged',
    wanted: 'high',
  },
  firstTime: {
    name: '一次办结率',
    formula: '未经重办而办结 ÷ 办结（不含不予受理）',
    part: 'firstTime',
    of: 'settled',
    wanted: 'high',
  },
  satisfaction: {
    name: '满意率',
    formula: '（满意 + 基本满意）÷ 已评价',
    part: 'content',
    of: 'rated',
    wanted: 'high',
  },
  redo: { name: '重办率', formula: '重办 ÷ 曾答复', part: 'redone', of: 'answered', wanted: 'low' },
  returned: {
    name: '退回率',
    formula: '退回 ÷ 承办（含退回的）',
    part: 'returned',
    of: 'given',
    wanted: 'low',
  },
} as const satisfies Record<
  string,
  {
    readonly name: string
    readonly formula: string
    readonly part: Measure
    readonly of: Measure
    readonly wanted: 'high' | 'low'
  }
>

export type Rate = keyof typeof RATES
export const RATE_NAMES = namesOf<Rate>(RATES)

/** A rate as it is shown: which petitions of how many. */
export type RateValue = {
  readonly rate: Rate
  readonly part: number
  readonly of: number
  /** `92.3%`; 无 when there is nothing to divide by, which is neither good nor bad. */
  readonly text: string
}

export function rateOf(rate: Rate, counts: Counts): RateValue {
  const { part, of } = RATES[rate]
  return { rate, part: counts[part], of: counts[of], text: percent(counts[part], counts[of]) }
}

export function assess(counts: Counts): readonly RateValue[] {
  return RATE_NAMES.map((rate) => rateOf(rate, counts))
}

/** One decimal, rounded half up from whole numbers, so that 0.05 never depends on binary fractions. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '无'
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole))
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}
