import { describe, expect, it } from 'vitest'
import {
  countText,
  hasFilters,
  NO_FILTERS,
  rangeProblem,
  searchInput,
} from '../../../../renderer/features/petitions/list-filters.ts'
import { petitionFilters } from '../../../../shared/contract/api/petitions-api.ts'

describe('the filters above the list', () => {
  it('ask for nothing in particular when none is set', () => {
    expect(hasFilters(NO_FILTERS)).toBe(false)
    expect(hasFilters({ ...NO_FILTERS, query: '  ' })).toBe(false)
    expect(hasFilters({ ...NO_FILTERS, states: ['closed'] })).toBe(true)
  })

  it('leave out a day that is no day yet', () => {
    const input = searchInput({ ...NO_FILTERS, from: '2026-02-30', to: '2026-03-01' })

    expect(input.from).toBeNull()
    expect(input.to).toBe('2026-03-01')
    expect(petitionFilters.safeParse(input).success).toBe(true)
  })

  it('say that the days are the wrong way round', () => {
    expect(rangeProblem({ ...NO_FILTERS, from: '2026-03-02', to: '2026-03-01' })).toMatch(
      '起始日期晚于截止日期',
    )
    expect(rangeProblem({ ...NO_FILTERS, from: '2026-03-01', to: '2026-03-01' })).toBeNull()
  })
})

describe('the count below the list', () => {
  it('is exact at the end of the list, whatever was counted', () => {
    expect(countText(37, true, { count: 50, more: true })).toBe('共 37 件')
  })

  it('says 以上 while the end is not known', () => {
    expect(countText(100, false, undefined)).toBe('100 件以上')
    expect(countText(100, false, { count: 1000, more: true })).toBe('1000 件以上')
    expect(countText(100, false, { count: 140, more: false })).toBe('共 140 件')
  })
})
