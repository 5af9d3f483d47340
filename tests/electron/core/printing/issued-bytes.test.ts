import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConnection } from '../../../../electron/core/store/connection.ts'
import { readKeyring, unwrapKey } from '../../../../electron/core/store/keyring.ts'
import { aDesk, PASSWORD, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

let desk: TestDesk
let petition = ''
let notice = ''

beforeAll(async () => {
  desk = await aDesk()
  const { petitions } = await desk.ask('visits.register', {
    visit: aVisit({ startedAt: '2026-11-18T00:30:00.000Z', person: { name: '赵𠮷𬭚' } }),
  })
  petition = petitions[0]?.number ?? ''
  notice = (await desk.ask('documents.issue', { petition, kind: 'accept', unit: null })).id
})
afterAll(() => desk.remove())

/** Changes the store behind the desk's back, as somebody with the key could. */
async function tamper(statement: string, ...values: readonly unknown[]): Promise<void> {
  const keyring = readKeyring(path.join(desk.dataDir, 'keyring.json'))
  const key = keyring === null ? null : await unwrapKey(keyring, 'admin', PASSWORD)
  if (key === null) throw new Error('no key')
  const raw = openConnection(path.join(desk.dataDir, 'desk.db'), key)
  raw.prepare(statement).run(...values)
  raw.close()
}

describe('an issued paper on the screen', () => {
  it('is drawn from its bytes, not from what was kept beside them', async () => {
    await tamper(
      `update document_content set paper = '{"createdAt":"","paper":{"format":"form","name":"","code":null,"blocks":[]}}'`,
    )
    const { paper, drawn, problem } = await desk.ask('documents.show', { id: notice })
    expect({ drawn, problem }).toEqual({ drawn: 'whole', problem: null })
    expect(JSON.stringify(paper)).toContain('赵𠮷𬭚')
    expect(paper).toMatchObject({ format: 'letter', code: `XF/${petition}/${notice}` })
  })
})

describe('the fonts of a paper', () => {
  it('are told once, until something changes', async () => {
    const found = await desk.ask('fonts.preflight', { ids: [notice] })
    expect(found.known).toBe(found.standIns.length === 0 && found.lacking.length === 0)
    await desk.ask('fonts.acknowledge', { characters: found.lacking.map(({ character }) => character) })
    expect((await desk.ask('fonts.preflight', { ids: [notice] })).known).toBe(true)
    rmSync(path.join(desk.dataDir, 'this-pc.json'))
    expect((await desk.ask('fonts.preflight', { ids: [notice] })).known).toBe(found.known)
  })

  it('that stood in when it was printed are in its record and in the petition’s, one saved is nobody’s yet', async () => {
    await desk.ask('documents.take', { id: notice, how: 'save' })
    expect((await desk.ask('documents.show', { id: notice })).standIns).toEqual([])
    await desk.ask('documents.take', { id: notice, how: 'print' })
    const { standIns } = await desk.ask('fonts.preflight', { ids: [notice] })
    const recorded = (await desk.ask('documents.show', { id: notice })).standIns
    expect(recorded.toSorted(byFont)).toEqual(standIns.toSorted(byFont))
    const { timeline } = await desk.ask('petitions.open', { number: petition })
    const said = timeline.flatMap(({ lines }) => lines).join('\n')
    for (const { font, by } of standIns) {
      expect(said).toContain(font)
      expect(said).toContain(`以 ${by} 代`)
    }
    expect((await desk.ask('desk.verify', { job: 'verify' })).problems).toEqual([])
  })
})

const byFont = (a: { font: string }, b: { font: string }) => (a.font < b.font ? -1 : 1)

describe('a paper whose bytes are not those of the journal', () => {
  it('is neither shown nor taken, and says why', async () => {
    const { bytes } = await desk.ask('documents.take', { id: notice, how: 'save' })
    await tamper(
      'update document_content set bytes = ? where sha256 = (select sha256 from document where id = ?)',
      Buffer.from(bytes, 'base64'),
      notice,
    )
    const { paper, drawn, problem, line } = await desk.ask('documents.show', { id: notice })
    expect({ paper, drawn }).toEqual({ paper: null, drawn: 'nothing' })
    expect(problem).toContain('与印发时登记的校验值不符')
    for (const how of ['print', 'save', 'open', 'pdf'] as const)
      expect((await desk.refusal('documents.take', { id: notice, how })).message).toBe(problem)
    const run = await desk.ask('printing.run', { job: 'run', ids: [notice], how: 'zip' })
    expect(run.failures).toMatchObject([{ id: notice, why: problem }])
    expect((await desk.refusal('printing.look', { id: notice })).message).toBe(problem)
    expect((await desk.ask('documents.show', { id: notice })).line.taken).toBe(line.taken)
  })
})
