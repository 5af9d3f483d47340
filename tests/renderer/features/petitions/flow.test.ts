import { describe, expect, it } from 'vitest'
import { flowOf } from '../../../../renderer/features/petitions/flow.ts'
import { STATES, stateSchema } from '../../../../shared/domain/petition.ts'

const here = (facts: Parameters<typeof flowOf>[0]) =>
  flowOf(facts).find(({ stands }) => stands === 'here')?.label

describe('the picture of the flow', () => {
  it('stands at the decision on the route until there is one', () => {
    expect(here({ state: 'registered', route: null, instructed: false })).toBe('确定办理方式')
  })

  it('shows the instruction as a stop only where one is needed or was given', () => {
    const labels = (route: 'transfer' | 'submit', instructed: boolean) =>
      flowOf({ state: 'handling', route, instructed }).map(({ label }) => label)

    expect(labels('transfer', false)).not.toContain('领导批示')
    expect(labels('transfer', true)).toContain('领导批示')
    expect(labels('submit', false)).toContain('领导批示')
  })

  it('waits for the leader while a submission has no instruction', () => {
    expect(here({ state: 'submitted', route: 'submit', instructed: false })).toBe('领导批示')
    expect(here({ state: 'assigned', route: 'submit', instructed: true })).toBe('办理')
  })

  it('leaves nothing ahead once a petition is closed or declined', () => {
    for (const state of ['closed', 'declined'] as const) {
      const route = state === 'declined' ? 'decline' : 'direct'
      expect(flowOf({ state, route, instructed: false }).every(({ stands }) => stands === 'done')).toBe(true)
    }
  })

  it.each(stateSchema.options)('has at most one place for %s, with everything before it done', (state) => {
    const stands = flowOf({ state, route: 'submit', instructed: true }).map((stop) => stop.stands)
    const order = ['done', 'here', 'ahead']

    expect(stands.filter((each) => each === 'here').length, STATES[state]).toBeLessThanOrEqual(1)
    expect(stands).toEqual(stands.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  })
})
