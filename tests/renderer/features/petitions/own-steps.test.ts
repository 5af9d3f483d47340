import { describe, expect, it } from 'vitest'
import { stepsFor } from '../../../../renderer/features/petitions/own-steps.ts'
import type { Role } from '../../../../shared/domain/account.ts'
import { STEPS } from '../../../../shared/rules/stepped-petition.ts'

const every = STEPS.map((step) => ({ step, main: step === 'supervise', refusal: null }))
const names = (state: 'transferred' | 'to-supervise', ...roles: Role[]) =>
  stepsFor({ state, steps: every }, roles).map(({ step }) => step)

describe('the steps somebody sees', () => {
  it('are all for the office, an instruction and a note for a leader, and none for the head of a unit', () => {
    expect(names('transferred', 'clerk').toSorted()).toEqual(STEPS.toSorted())
    expect(names('transferred', 'leader')).toEqual(['instruct', 'remark'])
    expect(names('transferred', 'unit')).toEqual([])
  })

  it('take a matter into supervision by one way each: the leader by an instruction, the office by entering it', () => {
    expect(names('to-supervise', 'clerk')).not.toContain('instruct')
    const leaders = stepsFor({ state: 'to-supervise', steps: every }, ['leader'])
    expect(leaders.map(({ step, main }) => [step, main])).toEqual([
      ['instruct', true],
      ['remark', false],
    ])
    expect(names('to-supervise', 'clerk', 'leader')).not.toContain('supervise')
  })
})
