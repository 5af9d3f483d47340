import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SearchFilters, searchPetitions } from '../../../../electron/core/search/search.ts'
import { reindexPetition, unindexPetition } from '../../../../electron/core/search/search-index.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { filters, petition, queryAbout, rid } from './search-arbitraries.ts'
import { addPetition, bruteForceSearch, emptySearchStore, type Petition } from './search-world.ts'

const SEED = 20_261_121
const PAGES = 4
/** Reading every petition for each query takes seconds, on a busy machine minutes. */
const PATIENCE = 300_000
const UNBOUNDED = Number.POSITIVE_INFINITY

describe('searching', () => {
  let db: Database
  const petitions = new Map<number, Petition>()

  function add(added: Petition): void {
    addPetition(db, added)
    petitions.set(added.rid, added)
  }

  function remove(rid: number): void {
    db.prepare('delete from petition where rid = ?').run(rid)
    unindexPetition(db, rid)
    petitions.delete(rid)
  }

  function setState(rid: number, state: string): void {
    const before = petitions.get(rid)
    if (!before) return
    db.prepare('update petition set state = ? where rid = ?').run(state, rid)
    reindexPetition(db, rid)
    petitions.set(rid, { ...before, state })
  }

  beforeAll(async () => {
    db = await emptySearchStore()
    const filled = fc.sample(petition, { seed: SEED, numRuns: 3_000 })
    db.transaction(() => filled.forEach(add))()
  })

  afterAll(() => db.close())

  /** The first pages, then the last ones. */
  function expectSamePages(query: string, filters: SearchFilters, limit: number): void {
    const all = bruteForceSearch(petitions.values(), { query, filters, limit: UNBOUNDED })
    let before: number | undefined
    for (let start = 0; start <= all.length; start += limit) {
      if (start === PAGES * limit) {
        start = Math.max(start, all.length - PAGES * limit)
        before = all[start - 1]
      }
      const page = searchPetitions(db, { query, filters, before, limit, budgetMs: UNBOUNDED })
      expect({ query, filters, rids: page.rids }).toEqual({
        query,
        filters,
        rids: all.slice(start, start + limit),
      })
      expect(page.complete).toBe(true)
      if (page.next === null) {
        expect(start + page.rids.length).toBe(all.length)
        return
      }
      expect(page.rids).toHaveLength(limit)
      before = page.next
    }
  }

  function expectSameAnswers(numRuns: number, seed: number): void {
    fc.assert(
      fc.property(
        queryAbout([...petitions.values()]),
        filters,
        fc.constantFrom(5, 50, 400),
        (query, filters, limit) => expectSamePages(query, filters, limit),
      ),
      { numRuns, seed },
    )
  }

  it(
    'finds page by page what reading every petition finds, for any query and any filters',
    () => {
      expectSameAnswers(800, SEED)
    },
    PATIENCE,
  )

  it(
    'still does after petitions are added, moved on, rewritten and removed',
    () => {
      const change = fc.oneof(
        petition.map((added) => () => add(added)),
        fc.tuple(rid, fc.constantFrom('closed', 'archived')).map(
          ([rid, state]) =>
            () =>
              setState(rid, state),
        ),
        rid.map((rid) => () => remove(rid)),
      )
      for (let round = 0; round < 4; round += 1) {
        const changes = fc.sample(change, { seed: SEED + round, numRuns: 300 })
        db.transaction(() => changes.forEach((apply) => apply()))()
        expectSameAnswers(100, SEED + round)
      }
    },
    PATIENCE,
  )
})
