import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDemo, type DemoWorld } from './demo-world.ts'

let world: DemoWorld
beforeAll(async () => {
  world = await aDemo(150, 'coordination')
}, 120_000)
afterAll(() => world.remove())

it('has met, decided, carried out one decision, and arranged the next meeting', async () => {
  expect(world.rows('select kind, state from meeting order by id')).toEqual([
    { kind: 'dispatch', state: 'held' },
    { kind: 'coordination', state: 'held' },
    { kind: 'coordination', state: 'planned' },
  ])
  const decisions = world.rows<{ done_on: string | null }>(
    "select done_on from meeting_decision where meeting in (select id from meeting where kind = 'coordination')",
  )
  expect(decisions.length).toBe(2)
  expect(decisions.filter(({ done_on }) => done_on === null).length).toBe(1)
  expect(
    world.rows('select kind from document where petition is null and visit is null order by kind'),
  ).toEqual(expect.arrayContaining([{ kind: 'campaign-plan' }, { kind: 'meeting-minutes' }]))
  expect(world.rows('select petition from collected').length).toBeGreaterThan(0)
})

it('has found a common problem, runs a campaign against it, and visited units', async () => {
  const members = world.rows("select petition from problem_group_member where answer = 'in'")
  expect(members.length).toBeGreaterThanOrEqual(3)
  expect(world.rows('select done_on is not null as done from campaign_step order by ordinal')).toEqual([
    { done: 1 },
    { done: 0 },
    { done: 0 },
  ])
  expect(world.rows('select kind from research order by id')).toEqual([
    { kind: 'visit' },
    { kind: 'supervision' },
  ])
})
