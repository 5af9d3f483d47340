import { describe, expect, it } from 'vitest'
import { replacementRefusal } from '../../../shared/rules/replacement.ts'

const A = 'ZX-2026-00001-A'
const B = 'ZX-2026-00002-B'
const paper = { id: 'D1', petition: A, visit: 'L1', voidedOn: null }

describe('what may stand in the place of a void paper', () => {
  it('is a valid paper of the same petition, or a form of its visit', () => {
    expect(replacementRefusal(paper, { ...paper, id: 'D2' })).toBeNull()
    expect(replacementRefusal(paper, { ...paper, id: 'D2', petition: null })).toBeNull()
    expect(replacementRefusal({ ...paper, petition: null }, { ...paper, id: 'D2' })).toBeNull()
  })

  it('is neither itself, nor void, nor about something else', () => {
    expect(replacementRefusal(paper, paper)).toContain('不能由它自己代替')
    expect(replacementRefusal(paper, { ...paper, id: 'D2', voidedOn: '2026-11-18' })).toContain('也已作废')
    // The other petition of one visit is another matter.
    expect(replacementRefusal(paper, { ...paper, id: 'D2', petition: B })).toContain('不是同一信访事项')
    expect(replacementRefusal(paper, { ...paper, id: 'D2', petition: null, visit: 'L2' })).toContain('同一')
    const meeting = { id: 'D3', petition: null, visit: null, voidedOn: null }
    expect(replacementRefusal(meeting, { ...meeting, id: 'D4' })).toContain('同一信访事项')
  })
})
