import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryLine } from '../../../../electron/core/journal/entry-hash.ts'
import { entriesOfStation } from '../../../../electron/core/store/journal-store.ts'
import { aDesk, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

let desk: TestDesk
let folder: string
beforeEach(async () => {
  desk = await aDesk()
  folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-archive-'))
})
afterEach(async () => {
  await desk.remove()
  rmSync(folder, { recursive: true, force: true })
})

const sync = () => desk.ask('archive.sync', { job: 'j' })
const useFolder = () => desk.ask('archive.set', { url: `folder:${folder}` })

async function register() {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit() })
  const number = petitions[0]?.number ?? ''
  return { number, open: () => desk.ask('petitions.open', { number }) }
}

describe('a petition on its way to the archive', () => {
  it('is unsealed, sealed, acknowledged, and unsealed again when something happens to it', async () => {
    const petition = await register()
    expect((await petition.open()).archive).toBe('unsealed')
    await desk.ask('archive.seal')
    expect(await petition.open()).toMatchObject({
      archive: 'sealed',
      archiveSentence: '已封装入第 1 批，尚未送出',
    })
    await useFolder()
    expect(await sync()).toMatchObject({ batches: 2, refused: [] })
    const view = await petition.open()
    expect(view.archive).toBe('acknowledged')
    expect(view.archiveSentence).toMatch(/^第 1 批已由归档中心签收（2026年11月18日.*9.*00.*）$/)
    await desk.ask('petitions.remark', { number: petition.number, text: '来电询问进度' })
    expect((await petition.open()).archive).toBe('unsealed')
    await sync()
    expect((await petition.open()).archive).toBe('acknowledged')
  })

  it('does not become unsealed because somebody looked at it', async () => {
    const petition = await register()
    await useFolder()
    await sync()
    await desk.ask('petitions.reveal', { number: petition.number })
    expect((await petition.open()).archive).toBe('acknowledged')
  })
})

describe('sync', () => {
  it('comes to rest: what only tells of earlier batches makes no new one', async () => {
    await register()
    await useFolder()
    await sync()
    expect(await sync()).toEqual({ batches: 0, entries: 0, receipts: 0, refused: [] })
    expect((await desk.ask('archive.state')).unsent).toBe(0)
    expect((await desk.ask('desk.status')).archive).toMatchObject({
      unsent: 0,
      lastAcknowledged: 1,
      problem: null,
    })
  })

  it('hands over every entry and document byte for byte', async () => {
    await register()
    await useFolder()
    await sync()
    const opened = desk.app.session.desk()
    const batch = path.join(folder, 'ZX', 'batch-000001')
    const sent = readFileSync(path.join(batch, 'entries.jsonl'), 'utf8').trimEnd().split('\n')
    const kept = [...entriesOfStation(opened.store.reader, 'ZX', 1, sent.length)].map(entryLine)
    expect(sent).toEqual(kept)
    const documents = opened.store.reader.raw.prepare('select sha256, bytes from document_content').all() as {
      sha256: string
      bytes: Buffer
    }[]
    expect(documents).toHaveLength(2)
    for (const { sha256, bytes } of documents) {
      expect(readFileSync(path.join(batch, 'documents', `${sha256}.docx`)).equals(bytes)).toBe(true)
    }
  })

  it('says where to set the target when there is none', async () => {
    expect((await desk.refusal('archive.sync', { job: 'j' })).message).toContain('还没有设置归档去向')
  })

  it('names an archive that cannot be reached, keeps the sealed batch, and sends it later', async () => {
    const petition = await register()
    const missing = path.join(folder, 'a-file')
    writeFileSync(missing, '')
    await desk.ask('archive.set', { url: `folder:${missing}` })
    const refusal = await desk.refusal('archive.sync', { job: 'j' })
    expect(refusal.code).toBe('unavailable')
    expect(refusal.message).toMatch(/\p{Script=Han}/u)
    expect((await petition.open()).archive).not.toBe('acknowledged')
    await useFolder()
    await sync()
    expect((await petition.open()).archive).toBe('acknowledged')
  })

  it('notes a refusal on the petition, and gives later batches their own answer', async () => {
    await register()
    await useFolder()
    await sync()
    // Another batch already lies under the next number: the station's disk was put back from an old copy.
    const receipts = path.join(folder, 'ZX')
    expect(existsSync(receipts)).toBe(true)
    chmodSync(receipts, 0o755)
    const other = await aDesk()
    await other.ask('visits.register', { visit: aVisit({ petition: { title: '另一台机器' } }) })
    await other.ask('archive.set', { url: `folder:${folder}` })
    const answer = await other.ask('archive.sync', { job: 'j' })
    expect(answer.batches).toBe(0)
    expect(answer.refused[0]).toMatch(/^第 1 批被退回：/)
    expect((await other.ask('archive.state')).batches[0]?.state).toBe('refused')
    expect((await other.ask('desk.status')).archive.problem).toMatch(/被退回/)
    await other.remove()
  })

  it('tells how far it is and stops when asked', async () => {
    await register()
    await useFolder()
    const running = desk.ask('archive.sync', { job: 'stop-me' })
    await desk.ask('session.cancel', { job: 'stop-me' })
    await expect(running).rejects.toThrow('已按您的要求停止')
    expect(desk.events.some((event) => event.type === 'progress' && event.job === 'stop-me')).toBe(true)
    expect((await sync()).batches).toBe(1)
  })

  it('keeps the password of a database out of the journal, the state and the address', async () => {
    await desk.ask('archive.set', { url: 'postgres://zx:top-secret@127.0.0.1:1/archive' })
    expect((await desk.ask('archive.state')).url).toBe('postgres://zx@127.0.0.1:1/archive')
    const bodies = desk.app.session
      .desk()
      .store.reader.raw.prepare('select group_concat(body) as text from journal')
      .get() as { text: string }
    expect(bodies.text).not.toContain('top-secret')
    const refusal = await desk.refusal('archive.sync', { job: 'j' })
    expect(refusal.message).not.toContain('top-secret')
  })
})
