import { describe, expect, it } from 'vitest'
import { flowOf } from '../../../../renderer/features/petitions/flow.ts'
import { STATES, stateSchema } from '../../../../shared/domain/petition.ts'

type Facts = Parameters<typeof flowOf>[0]

const UNRATED: Facts['followUp'] = { round: 0, ratings: [] }
const some: Facts = {
  state: 'handling',
  route: 'direct',
  grade: 'complex',
  instructed: false,
  anonymous: false,
  followUp: UNRATED,
}
const rated = (round: 0 | 1 | 2, ...scores: ('satisfied' | 'dissatisfied')[]): Facts['followUp'] => ({
  round,
  ratings: scores.map((score, index) => ({ on: '2026-11-20' as never, score, round: index })),
})

/** Every place a petition stands at: the stop, and the way or round within it. */
const here = (facts: Partial<Facts>) =>
  flowOf({ ...some, ...facts }).flatMap((stop) =>
    [stop, ...stop.branches].filter(({ stands }) => stands === 'here').map(({ label }) => label),
  )
const branch = (label: string, facts: Partial<Facts>) =>
  flowOf({ ...some, ...facts })
    .flatMap(({ branches }) => branches)
    .find((each) => each.label === label)?.stands

describe('the picture of the flow', () => {
  it('stands at the sorting until there is a route, and ends there when declined', () => {
    expect(here({ state: 'registered', route: null })).toEqual(['分类'])
    expect(here({ state: 'declined', route: 'decline' })).toEqual(['分类', '不予受理'])
    const after = flowOf({ ...some, state: 'declined', route: 'decline' }).slice(3)
    expect(after.every(({ stands }) => stands === 'passed')).toBe(true)
  })

  it('shows by which way a matter is handled, and the instruction as a way of its own', () => {
    expect(here({ state: 'transferred', route: 'transfer' })).toEqual(['办理', '转办'])
    expect(here({ state: 'submitted', route: 'submit' })).toEqual(['办理', '呈办'])
    expect(here({ state: 'assigned', route: 'submit', instructed: true })).toEqual(['办理', '批示交办'])
    expect(branch('呈办', { state: 'assigned', route: 'submit', instructed: true })).toBe('done')
    expect(branch('批示交办', { state: 'submitted', route: 'submit' })).toBe('ahead')
  })

  it('leads a dissatisfied petitioner through redo and supervision', () => {
    const followUp = rated(0, 'dissatisfied')
    expect(here({ state: 'dissatisfied', followUp })).toEqual(['评价', '不满意重办'])
    expect(here({ state: 'redoing', followUp: { ...followUp, round: 1 } })).toEqual(['评价', '不满意重办'])
    const twice = rated(1, 'dissatisfied', 'dissatisfied')
    expect(here({ state: 'to-supervise', followUp: twice })).toEqual(['评价', '仍不满意督办'])
    expect(branch('不满意重办', { state: 'to-supervise', followUp: twice })).toBe('done')
    expect(here({ state: 'supervising', followUp: { ...twice, round: 2 } })).toEqual(['评价', '仍不满意督办'])
  })

  it('waits for the rating after an answer, for the closing after the rating, then for the archive', () => {
    expect(here({ state: 'answered' })).toEqual(['评价'])
    expect(here({ state: 'answered', anonymous: true })).toEqual(['办结'])
    expect(here({ state: 'answered', followUp: rated(0, 'satisfied') })).toEqual(['办结'])
    // An answer to a redo is rated anew.
    expect(here({ state: 'answered', followUp: rated(1, 'dissatisfied') })).toEqual(['评价'])
    expect(here({ state: 'closed' })).toEqual(['归档'])
    expect(here({ state: 'archived' })).toEqual([])
  })

  it('does not pretend that a rating or a grade was given', () => {
    const stops = flowOf({ ...some, state: 'archived', grade: null })
    const stands = Object.fromEntries(stops.map((stop) => [stop.label, stop.stands]))
    expect(stands).toMatchObject({ 分级: 'passed', 评价: 'passed', 办结: 'done', 归档: 'done' })
  })

  it.each(stateSchema.options)('stands at one stop at most for %s, with nothing ahead before it', (state) => {
    const stands = flowOf({ ...some, state }).map((stop) => stop.stands)
    const at = stands.indexOf('here')

    expect(stands.filter((each) => each === 'here').length, STATES[state]).toBeLessThanOrEqual(1)
    expect(stands.slice(0, at < 0 ? undefined : at)).not.toContain('ahead')
    expect(stands.slice(at < 0 ? stands.length : at + 1)).not.toContain('done')
  })
})
