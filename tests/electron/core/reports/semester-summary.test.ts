import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  semesterLines,
  semesterStanding,
  withoutPeople,
} from '../../../../electron/core/reports/semester-lines.ts'
import type { Answer, Method, Sent } from '../../../../shared/contract/api.ts'
import type { SemesterId } from '../../../../shared/domain/semester.ts'
import { aDemo, type DemoWorld } from '../demo/demo-world.ts'

/** The usual days of 2026—2027学年第一学期, the vacation before it included. */
const FROM = '2026-07-11'
const TO = '2027-01-15'
const SEMESTER = '2026-2027-1'
const VISITS = 220
const QUIET = { signal: new AbortController().signal, report: () => Promise.resolve() }

let world: DemoWorld
beforeAll(async () => {
  world = await aDemo(VISITS, 'semester')
})
afterAll(() => world.remove())

async function ask<M extends Method>(method: M, input: Sent<M>): Promise<Answer<M>> {
  const reply = await world.call(method, input)
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as Answer<M>
}

it.each([
  ['张明\n张明华', '张明华与张明反映', '反映人与反映人反映'],
  ['Anna\n13900000001', 'Anna，139-0000-0001', '反映人，（略）'],
])('whoever came, %j, is not named by a title', (people, title, told) => {
  expect(withoutPeople(title, people)).toBe(told)
})

type Told = { channel: string; receivedOn: string; closed: boolean; declined: boolean; round: number }

/** Folds the raw journal by hand: knows nothing of rows, projections or rules. */
function countFromJournal(): readonly Told[] {
  const petitions = new Map<string, Told>()
  const entries = world.rows<{ subject: string; kind: string; body: string }>(
    'select subject, kind, body from journal order by station, seq',
  )
  for (const { subject, kind, body: text } of entries) {
    const body = JSON.parse(text) as {
      numbers?: string[]
      receivedOn?: string
      visit?: { channel: string }
      route?: string
      score?: string
    }
    if (kind === 'visit.registered') {
      for (const number of body.numbers ?? []) {
        const { receivedOn = '', visit } = body
        petitions.set(number, {
          channel: visit?.channel ?? '',
          receivedOn,
          closed: false,
          declined: false,
          round: 0,
        })
      }
    }
    const petition = petitions.get(subject)
    if (petition === undefined) continue
    if (kind === 'petition.routed') petition.declined = body.route === 'decline'
    if (kind === 'petition.closed') petition.closed = true
    if (kind === 'petition.redone') Object.assign(petition, { round: 1, closed: false })
    if (kind === 'petition.supervised') Object.assign(petition, { round: 2, closed: false })
    if (kind === 'petition.rated' && body.score === 'dissatisfied' && petition.round < 2)
      petition.closed = false
  }
  return [...petitions.values()]
}

/** `校长信箱 已办结` → how many, as expected from the journal. */
function tallied(petitions: readonly Told[]): Map<string, number> {
  const names = new Map(world.desk.ledger.office().channels.map(({ code, name }) => [code, name]))
  const counts = new Map<string, number>()
  for (const { channel, closed, declined } of petitions) {
    const line = `${names.get(channel)} ${closed || declined ? '已办结' : '未办结'}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return counts
}

/** The tables of a Word file, cell by cell. */
function tablesOf(docx: Buffer): string[][][] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  const parts = (text: string, tag: string) =>
    [...text.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs'))].map(([match]) => match)
  const words = (cell: string) =>
    [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '').join('')
  return parts(xml, 'tbl').map((table) => parts(table, 'tr').map((row) => parts(row, 'tc').map(words)))
}

function printed(rows: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [, problem = '', channel = '', done = ''] of rows.slice(1)) {
    if (problem === '') continue
    counts.set(`${channel} ${done}`, (counts.get(`${channel} ${done}`) ?? 0) + 1)
  }
  return counts
}

describe('the semester summary of the demo data', () => {
  it('as printed equals a count made from the journal alone', async () => {
    const asked = { semester: SEMESTER, job: 'count' }
    const { lines } = await ask('reports.semester', asked)
    for (const { number, reason } of lines) {
      if (reason === '')
        await ask('reports.explain', { petition: number, semester: SEMESTER, reason: '承办单位正在办理' })
    }
    const report = { report: 'semester-summary', period: SEMESTER, job: 'count' } as const
    const { id } = await ask('reports.issue', report)
    const { bytes } = await ask('documents.take', { id, how: 'save' })
    const [own = [], carried = []] = tablesOf(Buffer.from(bytes, 'base64'))

    const petitions = countFromJournal()
    const inSemester = petitions.filter(({ receivedOn }) => FROM <= receivedOn && receivedOn <= TO)
    const before = petitions.filter(
      ({ receivedOn, closed, declined }) => receivedOn < FROM && !closed && !declined,
    )
    expect(inSemester.length).toBeGreaterThan(VISITS / 4)
    expect(petitions.length).toBeGreaterThan(inSemester.length)
    expect(printed(own)).toEqual(tallied(inSemester))
    expect(printed(carried)).toEqual(tallied(before))
  })

  it('gives every unfinished line a reason and no finished one', async () => {
    const { paper } = await ask('reports.preview', {
      report: 'semester-summary',
      period: SEMESTER,
      job: 'count',
    })
    const { blocks } = paper as { blocks: { kind: string; rows?: { cells: { lines: string[][] }[] }[] }[] }
    const rows = blocks.flatMap((block) => block.rows ?? [])
    const cells = rows.map((row) => row.cells.map(({ lines }) => lines.flat().join('')))
    expect(cells[0]).toEqual(['序号', '反映问题', '反映渠道', '办理情况', '原因'])
    for (const [, , , done, reason] of cells) {
      if (done === '未办结') expect(reason).not.toBe('')
      if (done === '已办结') expect(reason).toBe('')
    }
  })

  it('counts in the figures what the table lists', async () => {
    const figures = await ask('reports.figures', { period: SEMESTER, job: 'count' })
    const inSemester = countFromJournal().filter(({ receivedOn }) => FROM <= receivedOn && receivedOn <= TO)
    const finished = inSemester.filter(({ closed, declined }) => closed || declined)
    expect(figures.total).toMatchObject({ all: inSemester.length, finished: finished.length })
    const { total } = await ask('reports.lines', { period: SEMESTER, measure: 'finished', job: 'count' })
    expect(total).toBe(finished.length)
  })

  it('stands on the screen as it will be printed, for the school and for every unit', async () => {
    const { units } = world.desk.ledger.office()
    for (const unit of [null, ...units.map(({ code }) => code)]) {
      for (const grouping of ['channel', 'handling'] as const) {
        const asked = { semester: SEMESTER as SemesterId, unit, grouping }
        const lines = await semesterLines(world.desk, asked, QUIET)
        const { unfinished, finished } = await semesterStanding(world.desk, asked, QUIET)
        expect(finished, `${unit} ${grouping}`).toBe(lines.filter((line) => line.finished).length)
        expect(new Set(unfinished)).toEqual(new Set(lines.filter((line) => !line.finished)))
      }
    }
  })
})
