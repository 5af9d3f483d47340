import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../../../shared/documents/kinds/index.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { ENTRY_KINDS } from '../../../../shared/domain/entries.ts'
import { phoneProblem, residentIdProblem } from '../../../../shared/domain/identity-numbers.ts'
import { ROUTES, STATES } from '../../../../shared/domain/petition.ts'
import { IDENTITIES } from '../../../../shared/domain/visit.ts'
import { isWorkingDay } from '../../../../shared/rules/working-days.ts'
import { aDemo, type DemoWorld, UNTIL } from './demo-world.ts'

const VISITS = 300

/** What is changed, taken back, refused or taken away later; nothing of it is a state of its own. */
const UNDOINGS = [
  'petition.repeat-judged',
  'coordination.released',
  'meeting.amended',
  'meeting.cancelled',
  'group.members-refused',
  'group.member-removed',
  'campaign.finished',
  'semester.saved',
  'report.exported',
  'list.exported',
]

describe('a demo store of a few hundred visits', () => {
  let world: DemoWorld
  beforeAll(async () => {
    world = await aDemo(VISITS, '1')
  })
  afterAll(() => world.remove())

  const values = (sql: string) => world.rows<{ v: string }>(sql).map((row) => row.v)
  const count = (where: string) => world.rows<{ n: number }>(`select count(*) as n from ${where}`)[0]?.n ?? 0

  it('has exactly the visits that were asked for, and a sound journal', async () => {
    expect(world.demo.visits).toBe(VISITS)
    // Conversations of reception days and what other channels bring come on top.
    const atTheCounter = "json_extract(body, '$.visit.origin.kind') = 'counter'"
    expect(count(`journal where kind = 'visit.registered' and ${atTheCounter}`)).toBe(VISITS)
    expect(count('petition')).toBeGreaterThan(world.demo.petitions)
    const { entries, problems } = await world.verify()
    expect(problems).toEqual([])
    expect(entries).toBe(count('journal'))
  })

  it('shows every state, route and channel, every kind of person, paper and step', () => {
    expect(new Set(values('select distinct state as v from petition'))).toEqual(new Set(Object.keys(STATES)))
    expect(values('select distinct route as v from petition where route is not null').sort()).toEqual(
      Object.keys(ROUTES).sort(),
    )
    const channels = world.desk.ledger.office().channels.map(({ code }) => code)
    expect(values('select distinct channel as v from petition').sort()).toEqual([...channels].sort())
    expect(values('select distinct identity as v from petitioner').sort()).toEqual(
      Object.keys(IDENTITIES).sort(),
    )
    expect(values('select distinct kind as v from document').sort()).toEqual(Object.keys(KINDS).sort())
    const kinds = new Set(values('select distinct kind as v from journal'))
    expect(Object.keys(ENTRY_KINDS).filter((kind) => !kinds.has(kind))).toEqual(UNDOINGS)
  })

  it('has groups, the nameless, the confidential, repeats, several matters at once, the overdue and the due today', () => {
    expect(count('visit where is_group = 1')).toBeGreaterThan(3)
    expect(count('visit where anonymous = 1')).toBeGreaterThan(3)
    expect(count('visit where confidential = 1')).toBeGreaterThan(3)
    expect(count('petition where repeat_of is not null')).toBeGreaterThan(5)
    expect(count('(select visit from petition group by visit having count(*) > 1)')).toBeGreaterThan(10)
    const open = "state in ('registered', 'handling', 'transferred', 'submitted', 'assigned')"
    expect(count(`petition where ${open} and due_on < '${UNTIL}'`)).toBeGreaterThan(0)
    expect(count(`petition where ${open} and due_on >= '${UNTIL}'`)).toBeGreaterThan(10)
    expect(count(`petition where received_on = '${UNTIL}'`)).toBeGreaterThan(0)
    expect(count('petition where read_on is null')).toBeGreaterThan(0)
  })

  it('gives an accusation to nobody but discipline inspection or a leader', () => {
    expect(count("petition where purpose = 'accusation'")).toBeGreaterThan(3)
    const units = values(
      "select distinct lead_unit as v from petition where purpose = 'accusation' and lead_unit is not null",
    )
    expect(units).toEqual(['JJS'])
  })

  it('receives nobody on a rest day', () => {
    const { calendar } = world.desk.ledger.office()
    const days = values('select distinct received_on as v from petition') as Day[]
    expect(days.filter((day) => !isWorkingDay(calendar, day))).toEqual([])
  })

  it('has delivered most of its journal, sealed some, and left the last days open', () => {
    const states = new Set(values('select distinct state as v from batch'))
    expect(states).toEqual(new Set(['acknowledged', 'sealed']))
    expect(count('journal where seq > (select max(to_seq) from batch)')).toBeGreaterThan(20)
  })

  it('invents people whose numbers are well formed and belong to nobody', () => {
    const phones = values("select phone as v from petitioner where phone <> ''")
    expect(phones.filter((phone) => !phone.startsWith('13900') || phoneProblem(phone) !== null)).toEqual([])
    const cards = values("select id_number as v from petitioner where id_number <> ''")
    expect(cards.length).toBeGreaterThan(20)
    expect(cards.filter((card) => !card.startsWith('990101') || residentIdProblem(card) !== null)).toEqual([])
  })

  it('tells nothing twice and leaves no slot unfilled', () => {
    const matters = values('select matter as v from petition')
    expect(new Set(matters).size).toBe(matters.length)
    const texts = values('select title || matter || demand || grounds as v from petition')
    expect(texts.filter((text) => /[{}]|undefined|。。|，。/.test(text))).toEqual([])
  })
})

type Line = {
  seq: number
  at: string
  tick: number
  actor: string
  subject: string
  kind: string
  body: string
}

/** Of the entries that carry what is drawn for safety or depends on the folder, only that they are there. */
function comparable(lines: readonly Line[]): unknown[] {
  const differing = new Set(['station.founded', 'archive.set', 'batch.sealed', 'batch.answered'])
  return lines.map((line) => (differing.has(line.kind) ? { ...line, body: '' } : line))
}

describe('the same seed', () => {
  const journal = 'select seq, at, tick, actor, subject, kind, body from journal order by seq'

  it('gives the same entries to the letter, another seed others', async () => {
    const [one, again, other] = [await aDemo(40, 'seed'), await aDemo(40, 'seed'), await aDemo(40, 'other')]
    const [first, second, third] = [one, again, other].map((world) => comparable(world.rows<Line>(journal)))
    expect(first?.length).toBeGreaterThan(400)
    expect(second).toEqual(first)
    expect(third).not.toEqual(first)
    expect(again.demo.recoveryCode).not.toBe(one.demo.recoveryCode)
    await Promise.all([one, again, other].map((world) => world.remove()))
  })
})
