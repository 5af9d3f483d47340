import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../electron/core/store/database.ts'
import { chainProblems } from '../../electron/core/store/rebuild.ts'
import { aDesk, openApp, type TestDesk } from '../helpers/a-desk.ts'
import { aVisit } from '../helpers/a-visit.ts'
import { seededRandom } from '../helpers/random.ts'
import { type Acknowledged, type Kill, killedDesk, LOGIN, PASSWORD } from './killed-desk.ts'

/** Ten in the ordinary run; `KILLS=200` on demand. */
const KILLS = Number(process.env['KILLS'] ?? 10)
const SEED = Number(process.env['SEED'] ?? 20_261_121)

describe(`a desk that is killed ${KILLS} times while it registers (seed ${SEED})`, () => {
  let data: string
  const acknowledged: Acknowledged[] = []

  beforeAll(async () => {
    const desk = await aDesk({ now: Date.now() })
    data = desk.dataDir
    await desk.close()
  })
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  it(
    'has every acknowledged visit, whole, and a journal without a gap',
    async () => {
      const random = seededRandom(SEED)
      for (let run = 1; run <= KILLS; run += 1) {
        const fresh = await killedDesk(data, run, aKill(random))
        acknowledged.push(...fresh)
        await whenOpened(async (desk, store) => {
          expect(chainProblems(store)).toEqual([])
          for (const visit of fresh) {
            expectRows(store, visit)
            await expectFound(desk, visit)
          }
          expectAllWhole(store)
        })
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS)
      await whenOpened(async (_, store) => {
        for (const visit of acknowledged) expectRows(store, visit)
      })
    },
    KILLS * 60_000,
  )

  it('has a visit that was committed but never acknowledged, whole, and goes on with the next number', async () => {
    const told = await killedDesk(data, KILLS + 1, { at: 'commit', visit: 2 })
    expect(told).toHaveLength(1)
    acknowledged.push(...told)
    await whenOpened(async (desk, store) => {
      const rows = visitsIn(store)
      expect(rows.at(-2)).toBe(told[0]?.visit)
      expectAllWhole(store)
      const again = await desk.ask('visits.register', {
        visit: aVisit({ startedAt: new Date().toISOString() }),
      })
      expect(serialOf(again.visit)).toBe(serialOf(rows.at(-1) ?? '') + 1)
    })
  })

  it('gives the same rows again from the journal alone', async () => {
    await whenOpened(async (desk) => {
      const { problems } = await desk.ask('desk.verify', { job: 'verify' })
      expect(problems).toEqual([])
    })
  })

  type Opened = Pick<TestDesk, 'ask'>

  async function whenOpened(look: (desk: Opened, store: Store) => Promise<void>): Promise<void> {
    const desk = await openApp({ dataDir: data, now: Date.now() })
    try {
      await desk.ask('session.signIn', { login: LOGIN, password: PASSWORD })
      await look(desk, desk.app.session.desk().store)
    } finally {
      await desk.close()
    }
  }
})

function aKill(random: () => number): Kill {
  if (random() < 0.15) return { at: 'start', ms: random() * 2500 }
  return { at: 'work', after: 1 + Math.floor(random() * 5), ms: random() * 40 }
}

/** Row, journal, both papers with the bytes that were issued. */
function expectRows({ reader: { raw } }: Store, { visit, petitions, token }: Acknowledged): void {
  expect(raw.prepare('select number from visit where number = ?').pluck().all(visit)).toEqual([visit])
  const titles = raw.prepare('select number from petition where visit = ? and title like ?').pluck()
  expect(titles.all(visit, `%${token}%`)).toEqual(petitions)
  const entries = raw
    .prepare("select count(*) from journal where kind = 'visit.registered' and subject = ?")
    .pluck()
  expect(entries.get(visit)).toBe(1)
  const papers = raw
    .prepare(
      'select d.kind, d.sha256, c.bytes from document d join document_content c using (sha256) where d.visit = ?',
    )
    .all(visit) as { kind: string; sha256: string; bytes: Buffer }[]
  expect(papers.map(({ kind }) => kind).sort()).toEqual(['receipt', 'registration'])
  for (const { sha256, bytes } of papers)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
}

async function expectFound(desk: Pick<TestDesk, 'ask'>, { petitions, token }: Acknowledged): Promise<void> {
  const { lines } = await desk.ask('petitions.list', { query: token })
  expect(lines.map(({ number }) => number)).toEqual(petitions)
}

/** Also what nobody was told of is there either whole or not at all, and no number is missing. */
function expectAllWhole(store: Store): void {
  const { raw } = store.reader
  const visits = visitsIn(store)
  expect(visits.map(serialOf)).toEqual(visits.map((_, index) => index + 1))
  const count = (sql: string) => Number(raw.prepare(sql).pluck().get())
  expect(count("select count(*) from journal where kind = 'visit.registered'")).toBe(visits.length)
  expect(count('select count(*) from petition')).toBe(visits.length)
  expect(count('select count(*) from petitioner')).toBe(visits.length)
  expect(count('select count(*) from petition_fts')).toBe(visits.length)
  expect(count('select count(*) from document')).toBe(2 * visits.length)
  expect(count("select sum(n) from counter where dim = 'state'")).toBe(visits.length)
}

function visitsIn({ reader: { raw } }: Store): string[] {
  return raw.prepare<[], string>('select number from visit order by number').pluck().all()
}

function serialOf(visit: string): number {
  return Number(/L(\d+)$/.exec(visit)?.[1])
}
