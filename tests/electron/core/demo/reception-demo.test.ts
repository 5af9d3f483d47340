import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receptionEntries } from '../../../../shared/domain/entries/reception-entries.ts'
import { DAY_STATES, GUEST_STATES } from '../../../../shared/domain/reception.ts'
import { aDemo, type DemoWorld, UNTIL } from './demo-world.ts'

describe('the reception days of a demo store', () => {
  let world: DemoWorld
  beforeAll(async () => {
    world = await aDemo(30, 'reception')
  })
  afterAll(() => world.remove())

  const values = (sql: string) => world.rows<{ v: string }>(sql).map(({ v }) => v)

  it('show every kind of entry, state of a day and of a guest, and every paper', () => {
    const kinds = new Set(values('select distinct kind as v from journal'))
    expect(Object.keys(receptionEntries).filter((kind) => !kinds.has(kind))).toEqual([])
    expect(values('select distinct state as v from reception_day').sort()).toEqual(
      Object.keys(DAY_STATES).sort(),
    )
    const states = values('select distinct state as v from reception_guest')
    expect(
      Object.keys(GUEST_STATES).filter((state) => state !== 'called' && !states.includes(state)),
    ).toEqual([])
    expect(values("select distinct kind as v from document where kind like 'reception-%'").sort()).toEqual([
      'reception-announcement',
      'reception-booking',
      'reception-minutes',
      'reception-record',
    ])
  })

  it('leave a queue for today, bookings ahead, and something the leader has not been told', () => {
    const count = (sql: string) => world.rows<{ n: number }>(`select count(*) as n from ${sql}`)[0]?.n ?? 0
    expect(count(`reception_day where day = '${UNTIL}' and state = 'planned'`)).toBe(1)
    expect(
      count(`reception_day join reception_guest on reception_day = reception_day.id where day > '${UNTIL}'`),
    ).toBeGreaterThan(0)
    expect(count(`reception_day where day < '${UNTIL}' and state = 'planned'`)).toBe(0)
    const told = 'reception_conversation join petition on number = petition where reported_on is'
    expect(count(`${told} null`)).toBeGreaterThan(0)
    expect(count(`${told} not null`)).toBeGreaterThan(0)
  })

  it('can be rebuilt from the journal alone', async () => {
    expect((await world.verify()).problems).toEqual([])
  })
})
