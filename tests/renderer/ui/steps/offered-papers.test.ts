import { describe, expect, it } from 'vitest'
import {
  firstPaper,
  firstUnit,
  issuable,
  type OfferedPaper,
  refusedPapers,
} from '../../../../renderer/ui/steps/offered-papers.ts'

const paper = (kind: string, change: Partial<OfferedPaper> = {}): OfferedPaper => ({
  kind,
  name: kind,
  numbered: true,
  units: [],
  unitRequired: false,
  next: false,
  refusal: null,
  ...change,
})

describe('the dialog comes up with', () => {
  it('the paper it was asked for, also when another is owed', () => {
    expect(firstPaper([paper('accept'), paper('assign', { next: true })], 'accept')?.kind).toBe('accept')
  })

  it('the one that is owed', () => {
    expect(firstPaper([paper('transfer'), paper('extend', { next: true })], null)?.kind).toBe('extend')
  })

  it('else the unit’s notice, the leader’s before the office’s', () => {
    const papers = [paper('accept'), paper('transfer'), paper('assign')]
    expect(firstPaper(papers, null)?.kind).toBe('assign')
    expect(firstPaper([paper('accept'), paper('transfer')], null)?.kind).toBe('transfer')
  })

  it('else the first that may be issued', () => {
    const papers = [paper('transfer', { refusal: '不行。' }), paper('receipt')]
    expect(firstPaper(papers, null)?.kind).toBe('receipt')
    expect(firstPaper([], null)).toBeUndefined()
  })
})

it('sends to the lead unit only what has to go to one', () => {
  expect(firstUnit(paper('transfer', { units: ['HQC', 'BWC'], unitRequired: true }))).toBe('HQC')
  expect(firstUnit(paper('registration', { units: ['HQC'] }))).toBeNull()
})

it('says each reason once, with the papers it keeps back', () => {
  const papers = [
    paper('reply', { refusal: '还没有答复。' }),
    paper('accept'),
    paper('rating', { refusal: '还没有答复。' }),
    paper('decline', { refusal: '没有不予受理。' }),
  ]
  expect(issuable(papers).map(({ kind }) => kind)).toEqual(['accept'])
  expect(refusedPapers(papers)).toEqual([
    { reason: '还没有答复。', names: 'reply、rating' },
    { reason: '没有不予受理。', names: 'decline' },
  ])
})
