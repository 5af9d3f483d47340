import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportList } from '../../../../electron/core/excel/export-list.ts'
import { LIMITS, type Limits } from '../../../../electron/core/excel/gathering.ts'
import { openXlsx } from '../../../../electron/core/imports/xlsx-rows.ts'
import {
  LISTS,
  type ListAsked,
  type ListName,
  listAsked,
} from '../../../../shared/contract/api/exports-api.ts'
import type { Answer } from '../../../../shared/contract/api.ts'
import { cellText } from '../../../../shared/rules/import-cells.ts'
import { aDemo, type DemoWorld, UNTIL } from '../demo/demo-world.ts'
import { sheetsIn } from './workbooks.ts'

let world: DemoWorld
/** Names as they would stand alone in a cell, and telephone numbers anywhere. */
let secrets: readonly string[]
beforeAll(async () => {
  world = await aDemo(30, '3')
  const people = world.rows<{ name: string; phone: string }>('select distinct name, phone from petitioner')
  secrets = people
    .flatMap(({ name, phone }) => [name.length > 1 ? `>${name}<` : '', phone.length > 6 ? phone : ''])
    .filter((secret) => secret !== '')
})
afterAll(() => world.remove())

const first = (sql: string) => world.rows<{ v: string }>(sql)[0]?.v ?? ''

/** How each list is asked for in a store where everything has happened. */
function askedOf(list: ListName): unknown {
  const period = { from: '2026-01-01', until: '2027-07-01' }
  const more: Partial<Record<ListName, object>> = {
    instructions: period,
    review: { day: UNTIL },
    volume: { year: 2026, retention: '30年' },
    'reception-days': period,
    'reception-day': { id: first('select reception_day as v from reception_guest limit 1') },
    shifts: period,
    disputes: { settled: true },
    meeting: { id: first("select id as v from meeting where state = 'held' limit 1") },
    group: { id: first('select group_id as v from problem_group_member limit 1') },
    campaign: { id: first('select id as v from campaign limit 1') },
    'unit-channels': { unit: 'XSGZC', closed: true },
    activity: { id: first("select reference as v from petition_source where kind = 'activity' limit 1") },
    'import-rows': { run: first('select id as v from import_report limit 1') },
    figure: { period: '2026-2027-1', measure: 'all' },
  }
  return { list, ...more[list] }
}

async function exported(asked: unknown, reveal: string | null = null): Promise<Answer<'lists.export'>> {
  const reply = await world.call('lists.export', {
    asked,
    reveal: reveal === null ? null : { reason: reveal },
    job: 'an export',
  })
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as Answer<'lists.export'>
}

const files = new Map<ListName, Promise<Answer<'lists.export'>>>()

/** Each list is taken out once. */
function wholly(list: ListName): Promise<Answer<'lists.export'>> {
  const file = files.get(list) ?? exported(askedOf(list))
  files.set(list, file)
  return file
}

async function signIn(login: string): Promise<void> {
  const reply = await world.call('session.signIn', { login, password: 'a-demo-password' })
  if (!reply.ok) throw new Error(reply.error.message)
}

const NAMES = (Object.keys(LISTS) as ListName[]).filter((list) => list !== 'review')

describe('every list people keep working with', () => {
  beforeAll(() => signIn('bangong'))

  it.each(NAMES)('%s leaves as Excel with masked names, and the journal knows it', async (list) => {
    const { bytes, rows, fileName } = await wholly(list)
    expect(fileName).toContain(LISTS[list].title)
    expect(fileName).toMatch(/（2026-11-20）\.xlsx$/)
    expect(rows, `${list} has rows in a demo store`).toBeGreaterThan(list.startsWith('import') ? -1 : 0)
    const file = Buffer.from(bytes, 'base64')
    const [title, about, head, ...table] = [...openXlsx(file).rows()].map(({ cells }) => cells.map(cellText))
    expect(title?.[0]).toContain(LISTS[list].title)
    expect(about?.[0]).toMatch(/截至2026年11月20日.*共 \d+ 条.*导出/)
    expect(head?.every((name) => name !== '')).toBe(true)
    expect(table.length).toBeGreaterThan(0)
    for (const [path, part] of Object.entries(unzipSync(file))) {
      if (!path.startsWith('xl/worksheets/sheet')) continue
      const text = strFromU8(part)
      expect(text).toContain('state="frozen"')
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    }
    const [entry] = world.rows<{ body: string }>(
      "select body from journal where kind = 'list.exported' order by seq desc limit 1",
    )
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ list, rows, revealed: false, reason: '' })
  })

  it('leaves with full names where a reason is given, and keeps those who asked for confidence masked', async () => {
    const asked = { list: 'petitions' }
    const { bytes, rows } = await exported(asked, '核对名单')
    const cells = [...openXlsx(Buffer.from(bytes, 'base64')).rows()].flatMap((row) => row.cells.map(cellText))
    const open = world.rows<{ name: string }>(`${MAIN} and confidential = 0 and anonymous = 0`)
    const kept = world.rows<{ name: string; shown: string }>(`${MAIN} and confidential = 1 and anonymous = 0`)
    for (const { name } of open) expect(cells).toContain(name)
    const openly = new Set(open.map(({ name }) => name))
    for (const { name, shown } of kept.filter((one) => !openly.has(one.name))) {
      expect(cells).not.toContain(name)
      expect(cells).toContain(shown)
    }
    expect(kept.length).toBeGreaterThan(0)
    const [entry] = world.rows<{ body: string }>(
      "select body from journal where kind = 'list.exported' order by seq desc limit 1",
    )
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ rows, revealed: true, reason: '核对名单' })
  })

  it('holds every petition that matches, not only the page that is shown', async () => {
    const { n } = world.rows<{ n: number }>('select count(*) as n from petition')[0] ?? { n: 0 }
    expect((await exported({ list: 'petitions' })).rows).toBe(n)
    expect(n).toBeGreaterThan(50)
  })
})

describe('a list longer than a page, a sheet or the program expects', () => {
  beforeAll(() => signIn('bangong'))

  const taken = (asked: ListAsked, limits: Limits) =>
    world.desk.jobs.run('an export', (running) =>
      exportList(
        asked,
        { session: world.session, desk: world.desk, me: world.session.me() },
        false,
        running,
        limits,
      ),
    )

  it.each(NAMES)(
    '%s is taken out whole over pages and sheets, or refused in a sentence: never cut',
    async (list) => {
      const asked = listAsked.parse(askedOf(list))
      const whole = await wholly(list)
      const small = { page: 7, rowsPerSheet: 25 }
      const split = await taken(asked, { ...LIMITS, ...small })
      expect(split.rows).toBe(whole.rows)
      expect(tablesIn(split.bytes)).toEqual(tablesIn(Buffer.from(whole.bytes, 'base64')))
      for (const { body } of sheetsIn(split.bytes)) expect(body.length).toBeLessThanOrEqual(25)
      const tight = taken(asked, { ...small, listed: 1 })
      const told = await tight.then(
        ({ rows }) => rows === whole.rows,
        ({ message }: Error) =>
          message.includes('一次导出不了，没有导出任何内容；请用日期、单位或其他条件缩小范围'),
      )
      expect(told).toBe(true)
    },
  )
})

/** The rows of each table, wherever its sheets end. */
function tablesIn(workbook: Uint8Array): ReadonlyMap<string, readonly (readonly string[])[]> {
  const tables = new Map<string, (readonly string[])[]>()
  for (const { name, body } of sheetsIn(workbook)) {
    const table = name.replace(/（续\d+）$/, '')
    tables.set(table, [...(tables.get(table) ?? []), ...body])
  }
  return tables
}

const MAIN = `select petitioner.name as name, petition.petitioner as shown from petition
  join visit on visit.number = petition.visit
  join petitioner on petitioner.visit = visit.number and ordinal = 0 where length(petitioner.name) > 1`
