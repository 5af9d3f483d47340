import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SearchFilters, searchPetitions } from '../../../../electron/core/search/search.ts'
import {
  clearSearchIndex,
  reindexPetition,
  tidySearchIndex,
  unindexPetition,
} from '../../../../electron/core/search/search-index.ts'
import { firstRidOf } from '../../../../electron/core/search/search-schema.ts'
import { parseDay } from '../../../../shared/domain/day.ts'
import { addPetition, aPetition, emptySearchStore } from './search-world.ts'

let db: Database

beforeEach(async () => {
  db = await emptySearchStore()
})

afterEach(() => db.close())

function find(query: string, filters: SearchFilters = {}): readonly number[] {
  return searchPetitions(db, { query, filters, limit: 50 }).rids
}

describe('one petition', () => {
  const petition = aPetition({
    rid: firstRidOf(parseDay('2026-03-02')),
    number: 'QK-2026-00123-7',
    title: '宿舍停水，求助',
    matter: '五号楼（Ｂ座）自３月１日起停水；已报修2次、8：30未果。联系微信 ShuiDian_99',
    people_text: '单晓𠮷\n13812345678\n37010219800101123x\nS20250001\n买买提•阿不都',
  })

  beforeEach(() => addPetition(db, petition))

  it.each([
    ['one character', '水'],
    ['a rare character', '𠮷'],
    ['two characters', '停水'],
    ['a whole clause', '五号楼(B座)自3月1日起停水'],
    ['half width for full width', '停水,求助'],
    ['full width for half width', '１３８１２３４５６７８'],
    ['a full stop alone', '。'],
    ['capitals for small letters', 'SHUIDIAN_99'],
    ['one digit', '9'],
    ['two digits', '78'],
    ['three digits', '678'],
    ['the last four digits of the phone', '5678'],
    ['the whole phone', '13812345678'],
    ['the ID number with a capital X', '37010219800101123X'],
    ['the end of the ID number', '123X'],
    ['the student number', 's20250001'],
    ['the petition number', 'qk-2026-00123-7'],
    ['the petition number half typed', 'QK-2'],
    ['the serial of the petition number', '00123'],
    ['a time of day', '8:30'],
    ['a mark and a digit', ':3'],
    ['a name with another dot', '买买提·阿不都'],
    ['the surname and the phone', '单 138'],
    ['words in any order, with wide gaps', '微信　 停水 楼'],
    ['the initials of the surname as surnames are read', 'sx'],
    ['the initials of the surname as it is read elsewhere', 'dx'],
    ['initials past a character nobody knows the reading of', 'sxj'],
    ['more initials than are indexed', 'mmtabd'],
  ])('is found by %s', (_, query) => {
    expect(find(query)).toEqual([petition.rid])
  })

  it.each([
    ['the same characters in another order', '水停'],
    ['characters with something between them', '楼座'],
    ['a piece that reaches from one field into the next', '求助五号'],
    ['four digits from two numbers', '7837'],
    ['initials that are not at the beginning of the name', 'xj'],
    ['too many initials', 'sxjs'],
    ['the letters that all petition numbers begin with', 'qk'],
    ['initials in the middle of a longer name', 'abd'],
    ['one word that is there and one that is not', '停水 停电'],
    ['pieces that all occur, but not as one', '停水未果'],
  ])('is not found by %s', (_, query) => {
    expect(find(query)).toEqual([])
  })
})

describe('filters', () => {
  it('tell codes apart that differ in case or by a hyphen', () => {
    const codes = ['u1', 'U1', 'u-1', 'u11']
    codes.forEach((lead_unit, at) => addPetition(db, aPetition({ rid: 100 + at, lead_unit })))

    expect(codes.map((unit) => find('', { unit }))).toEqual([[100], [101], [102], [103]])
    expect(codes.map((unit) => find('', { unit, state: 'registered' }))).toEqual([[100], [101], [102], [103]])
  })

  it('do not take a code of one field for the same code of another', () => {
    addPetition(db, aPetition({ rid: 1, channel: 'letter', category: 'visit', title: '停水' }))

    expect(find('停水', { channel: 'visit' })).toEqual([])
    expect(find('停水', { category: 'visit' })).toEqual([1])
  })

  it('are not words of the text', () => {
    addPetition(db, aPetition({ rid: 1, state: 'closed' }))

    expect(find('closed')).toEqual([])
  })

  it('take any of several states', () => {
    const states = ['registered', 'handling', 'closed']
    states.forEach((state, at) => addPetition(db, aPetition({ rid: at + 1, state, title: '停水' })))

    expect(find('', { state: ['closed', 'registered'] })).toEqual([3, 1])
    expect(find('停水', { state: ['closed', 'registered'], channel: 'visit' })).toEqual([3, 1])
    expect(find('', { state: [] })).toEqual([3, 2, 1])
  })

  it.each([
    ['that nearly all petitions pass', ['closed', 'handling']],
    ['that only a few pass', ['redo', 'handling']],
  ])('%s are right for a rare word', (_, state) => {
    for (let rid = 1; rid <= 300; rid += 1) addPetition(db, aPetition({ rid, state: 'closed' }))
    addPetition(db, aPetition({ rid: 301, state: 'handling', title: '停水' }))
    addPetition(db, aPetition({ rid: 302, state: 'assigned', title: '停水' }))

    expect(find('停水', { state })).toEqual([301])
    expect(find('停水', { state: 'assigned' })).toEqual([302])
    expect(find('停水', { state: 'closed' })).toEqual([])
  })

  it('include the first and the last day', () => {
    const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'].map(parseDay)
    days.forEach((day) => addPetition(db, aPetition({ rid: firstRidOf(day) + 7, title: '停水' })))

    const found = find('停水', { from: parseDay('2026-02-28'), to: parseDay('2026-03-01') })

    expect(found).toEqual([firstRidOf(parseDay('2026-03-01')) + 7, firstRidOf(parseDay('2026-02-28')) + 7])
  })
})

describe('the index', () => {
  it('follows a petition from state to state', () => {
    addPetition(db, aPetition({ rid: 1, title: '停水' }))
    db.exec("update petition set state = 'closed', lead_unit = 'logistics'")
    reindexPetition(db, 1)

    expect(find('停水', { state: 'registered' })).toEqual([])
    expect(find('停水', { state: 'closed', unit: 'logistics' })).toEqual([1])
  })

  it('forgets words that were taken out', () => {
    addPetition(db, aPetition({ rid: 1, title: '停水' }))
    addPetition(db, aPetition({ rid: 1, title: '停电' }))

    expect(find('停水')).toEqual([])
    expect(find('停电')).toEqual([1])
  })

  it('forgets a petition', () => {
    addPetition(db, aPetition({ rid: 1, title: '停水' }))
    unindexPetition(db, 1)

    expect(find('停水')).toEqual([])
  })

  it('is undone with the transaction that wrote it', () => {
    const undone = db.transaction(() => {
      addPetition(db, aPetition({ rid: 1, title: '停水' }))
      throw new Error('no')
    })

    expect(undone).toThrow('no')
    expect(find('停水')).toEqual([])
  })

  it('can be emptied and filled again', () => {
    addPetition(db, aPetition({ rid: 1, title: '停水' }))
    clearSearchIndex(db)
    expect(find('停水')).toEqual([])

    reindexPetition(db, 1)
    expect(find('停水')).toEqual([1])
  })
})

function piecesOfIndex(): number {
  return Number(db.prepare('select count(distinct segid) from petition_fts_idx').pluck().get())
}

describe('tidying', () => {
  it('ends with fewer pieces and the same answers', () => {
    for (let rid = 1; rid <= 150; rid += 1) addPetition(db, aPetition({ rid, title: `停水第${rid}次` }))
    unindexPetition(db, 150)
    const grown = piecesOfIndex()

    let steps = 0
    while (tidySearchIndex(db, 4) && steps < 1_000) steps += 1

    expect(steps).toBeGreaterThan(0)
    expect(steps).toBeLessThan(1_000)
    expect(piecesOfIndex()).toBeLessThan(grown)
    expect(find('停水第149次')).toEqual([149])
    expect(find('停水第150次')).toEqual([])
  })

  it('finds nothing to do in an empty store', () => {
    expect(tidySearchIndex(db)).toBe(false)
  })
})

describe('a search that runs out of time', () => {
  it('says so, and goes on where it stopped until it has found everything', () => {
    const titles = ['停水未果', '停水，未果', '停水未果', '未果停水', '停水未果']
    titles.forEach((title, at) => addPetition(db, aPetition({ rid: at + 1, title })))

    const found: number[] = []
    const said: boolean[] = []
    let before: number | null | undefined
    while (before !== null && said.length < 20) {
      const page = searchPetitions(db, { query: '停水未果', filters: {}, before, limit: 50, budgetMs: -1 })
      found.push(...page.rids)
      said.push(page.complete)
      before = page.next
    }

    expect(found).toEqual([5, 3, 1])
    expect(said).toEqual([...said.slice(1).map(() => false), true])
    expect(said.length).toBeGreaterThan(2)
  })
})
