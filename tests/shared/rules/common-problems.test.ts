import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../shared/domain/day.ts'
import {
  clustersOf,
  type Likely,
  likeness,
  pairsOf,
  reasonsToJoin,
  seasonsOf,
} from '../../../shared/rules/common-problems.ts'
import * as fc from '../../helpers/fast-check.ts'

function likely(number: string, title: string, change: Partial<Likely> = {}): Likely {
  return { number, title, category: 'HQ', unit: 'HQC', receivedOn: parseDay('2026-11-18'), ...change }
}

describe('likeness of titles', () => {
  it('looks at what titles say beyond the words every title has', () => {
    expect(likeness(pairsOf('关于宿舍热水供应的问题'), pairsOf('宿舍热水供应不足'))).toBe(1)
    expect(likeness(pairsOf('关于反映问题'), pairsOf('关于反映情况'))).toBe(0)
    expect(likeness(pairsOf('食堂晚间供餐'), pairsOf('转专业申请'))).toBe(0)
  })

  it('is symmetric, between 0 and 1, and 1 with itself unless nothing is said', () => {
    const title = fc.string({ unit: fc.constantFrom(...'宿舍热水供应食堂供餐问题'.split('')) })
    fc.assert(
      fc.property(title, title, (a, b) => {
        const [x, y] = [pairsOf(a), pairsOf(b)]
        expect(likeness(x, y)).toBe(likeness(y, x))
        expect(likeness(x, y)).toBeGreaterThanOrEqual(0)
        expect(likeness(x, y)).toBeLessThanOrEqual(1)
        expect(likeness(x, x)).toBe(x.size === 0 ? 0 : 1)
      }),
    )
  })
})

describe('clusters', () => {
  const hot = [
    likely('1', '东区宿舍热水供应不足'),
    likely('2', '宿舍热水供应时间太短'),
    likely('3', '西区宿舍热水供应中断'),
  ]

  it('gathers at least three alike petitions of one category', () => {
    const others = [likely('4', '食堂晚间供餐'), likely('5', '宿舍热水供应不足', { category: 'XJ' })]
    expect(clustersOf([...hot, ...others])).toEqual([{ category: 'HQ', unit: 'HQC', members: hot }])
    expect(clustersOf(hot.slice(1))).toEqual([])
  })

  it('names a unit only when most petitions lie with it', () => {
    const scattered = hot.map((each, index) => ({ ...each, unit: ['HQC', 'GZC', null][index] ?? null }))
    expect(clustersOf(scattered)[0]?.unit).toBeNull()
  })

  it('does not depend on the order, and puts nothing into two clusters', () => {
    const some = fc.uniqueArray(
      fc.record({
        number: fc.stringMatching(/^\d{1,3}$/),
        title: fc.string({ unit: fc.constantFrom(...'宿舍热水供应食堂供餐'.split('')), maxLength: 8 }),
        category: fc.constantFrom('HQ', 'XJ'),
      }),
      { selector: ({ number }) => number, maxLength: 25 },
    )
    fc.assert(
      fc.property(some, (drawn) => {
        const all = drawn.map(({ number, title, category }) => likely(number, title, { category }))
        const clusters = clustersOf(all)
        expect(clustersOf(all.toReversed())).toEqual(clusters)
        const members = clusters.flatMap((cluster) => cluster.members.map(({ number }) => number))
        expect(new Set(members).size).toBe(members.length)
        for (const cluster of clusters) {
          expect(cluster.members.length).toBeGreaterThanOrEqual(3)
          expect(cluster.members.every(({ category }) => category === cluster.category)).toBe(true)
        }
      }),
    )
  })
})

describe('joining a group', () => {
  const group = { category: 'HQ', unit: 'HQC', months: [11] }
  const members = [likely('1', '宿舍热水供应不足')]

  it('gives the reasons, the surest first', () => {
    expect(reasonsToJoin(likely('2', '东区宿舍热水供应不足'), group, members)).toEqual([
      '内容相似',
      '同一分类',
      '同一承办单位',
      '同为 11 月',
    ])
  })

  it('does not take a category alone for a reason', () => {
    const other = { unit: 'GZC', receivedOn: parseDay('2026-06-01') }
    expect(reasonsToJoin(likely('2', '食堂供餐', other), group, members)).toEqual([])
    expect(reasonsToJoin(likely('2', '食堂供餐', { unit: 'GZC' }), group, members)).toEqual([
      '同一分类',
      '同为 11 月',
    ])
  })
})

describe('seasons', () => {
  const month = (text: string, count: number) => ({ category: 'HQ', month: text, count })

  it('finds a month that rose above its year in earlier years', () => {
    const counts = [month('2025-11', 9), month('2025-10', 2), month('2025-09', 4), month('2026-11', 50)]
    expect(seasonsOf(counts, 11, 2026)).toEqual([
      { category: 'HQ', month: 11, years: [{ year: 2025, count: 9, usual: 3 }] },
    ])
  })

  it('calls neither a few petitions nor an ordinary month a season', () => {
    expect(seasonsOf([month('2025-11', 2)], 11, 2026)).toEqual([])
    expect(seasonsOf([month('2025-11', 5), month('2025-10', 5)], 11, 2026)).toEqual([])
    expect(seasonsOf([month('2026-11', 9)], 11, 2026)).toEqual([])
  })
})
