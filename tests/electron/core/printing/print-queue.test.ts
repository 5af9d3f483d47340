import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { findSoffice } from '../../../../electron/core/printing/find-soffice.ts'
import type { Answer } from '../../../../shared/contract/api.ts'
import { A_MORNING, aDesk, openApp, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

let desk: TestDesk
const PATH = process.env['PATH'] ?? ''
const programs = mkdtempSync(path.join(os.tmpdir(), 'desk-programs-'))

beforeAll(async () => {
  desk = await aDesk()
})
afterEach(() => {
  process.env['PATH'] = PATH
})
afterAll(async () => {
  await desk.remove()
  rmSync(programs, { recursive: true })
})

type Line = Answer<'printing.waiting'>['lines'][number]

/** Registers visits, each of which issues papers. */
async function issued(visits: number): Promise<readonly Line[]> {
  const before = new Set((await desk.ask('printing.waiting', { since: 'ever' })).lines.map(({ id }) => id))
  for (let visit = 0; visit < visits; visit += 1) {
    const { petitions } = await desk.ask('visits.register', {
      visit: aVisit({ startedAt: '2026-11-18T00:30:00.000Z' }),
    })
    const number = petitions[0]?.number ?? ''
    await desk.ask('documents.issue', { petition: number, kind: 'accept', unit: null })
  }
  const { lines } = await desk.ask('printing.waiting', { since: 'ever' })
  return lines.filter(({ id }) => !before.has(id))
}

const idsOf = (lines: readonly Line[]): string[] => lines.map(({ id }) => id)

async function takenOf(id: string): Promise<number> {
  return (await desk.ask('documents.show', { id })).line.taken
}

/** A program of that name, found before the real one. */
function pretend(name: 'soffice' | 'lpstat' | 'xdg-open', script: string): void {
  const file = path.join(programs, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  process.env['PATH'] = `${programs}:${PATH}`
}

describe('the queue', () => {
  it('holds what was issued and not yet taken, in the order of issue', async () => {
    const lines = await issued(2)
    expect(idsOf(lines)).toEqual(idsOf(lines).toSorted())
    expect(lines.length).toBeGreaterThanOrEqual(2)
    await desk.ask('documents.take', { id: lines[0]?.id ?? '', how: 'save' })
    const waiting = idsOf((await desk.ask('printing.waiting', { since: 'today' })).lines)
    expect(waiting).not.toContain(lines[0]?.id)
    expect(waiting).toContain(lines[1]?.id)
  })

  it('takes all of it into one archive, each paper recorded, one that fails named', async () => {
    const ids = idsOf(await issued(2))
    const run = await desk.ask('printing.run', { job: 'zip', ids: ['ZX-2026-D99999', ...ids], how: 'zip' })
    expect(run.failures).toEqual([
      { id: 'ZX-2026-D99999', name: 'ZX-2026-D99999', why: '没有找到这份文书，请刷新后重试。' },
    ])
    expect(run.done).toEqual(ids.toSorted())
    const files = unzipSync(Buffer.from(run.file?.bytes ?? '', 'base64'))
    expect(Object.keys(files)).toHaveLength(ids.length)
    for (const id of ids) expect(await takenOf(id)).toBe(1)
    const again = await desk.ask('printing.run', { job: 'zip', ids, how: 'zip' })
    expect(Object.keys(unzipSync(Buffer.from(again.file?.bytes ?? '', 'base64'))).join()).toContain(
      '（副本）',
    )
  })

  it('gives the window every paper for one print job, copies stamped', async () => {
    const [first = '', second = ''] = idsOf(await issued(1))
    await desk.ask('documents.take', { id: first, how: 'print' })
    const run = await desk.ask('printing.run', { job: 'window', ids: [second, first], how: 'window' })
    expect(run.papers).toMatchObject([{ stamp: '副本' }, { format: expect.any(String) }])
    expect(run.papers[1]).not.toHaveProperty('stamp')
  })

  it('stops when asked to: what was done stays done, the rest stays waiting', async () => {
    const ids = idsOf(await issued(3)).toSorted()
    const running = desk.ask('printing.run', { job: 'stopped', ids, how: 'zip' })
    const told = () =>
      desk.events.filter((event) => event.type === 'progress' && event.job === 'stopped').length
    while (told() < 2) await new Promise((resolve) => setImmediate(resolve))
    await desk.ask('session.cancel', { job: 'stopped' })
    const run = await running
    expect(run.stopped).toBe(true)
    expect(run.done).toEqual(ids.slice(0, run.done.length))
    expect(run.done.length).toBeLessThan(ids.length)
    expect(await takenOf(ids.at(-1) ?? '')).toBe(0)
  })
})

describe('LibreOffice that is broken', () => {
  it('ends in one sentence, and the paper counts as not taken', async () => {
    const [id = ''] = idsOf(await issued(1))
    pretend('soffice', 'exit 77')
    expect((await desk.refusal('documents.take', { id, how: 'pdf' })).message).toContain(
      'LibreOffice 出错退出',
    )
    expect(await takenOf(id)).toBe(0)
    expect(readdirSync(path.join(desk.dataDir, 'temp'))).toEqual([])
  })

  it('or writes half a file: that is no PDF', async () => {
    const [id = ''] = idsOf(await issued(1))
    pretend('soffice', 'while [ "$1" != --outdir ]; do shift; done; printf "%%PDF-1.7 half" > "$2/001.pdf"')
    expect((await desk.refusal('documents.take', { id, how: 'pdf' })).message).toContain('没有转换成 PDF')
  })

  it('in a queue fails paper by paper and leaves the desk at work', async () => {
    const ids = idsOf(await issued(1))
    pretend('soffice', 'exit 1')
    const run = await desk.ask('printing.run', { job: 'pdf', ids, how: 'pdf' })
    expect(run.done).toEqual([])
    expect(run.failures.map(({ id }) => id)).toEqual(ids.toSorted())
    expect(run.file).toBe(null)
  })
})

describe('printing through LibreOffice', () => {
  it('needs a default printer, or LibreOffice would print to nowhere', async () => {
    const [id = ''] = idsOf(await issued(1))
    pretend('soffice', 'exit 0')
    pretend('lpstat', 'echo "no system default destination"')
    expect((await desk.refusal('documents.take', { id, how: 'libreoffice' })).message).toContain('默认打印机')
    expect(await takenOf(id)).toBe(0)
  })

  it('hands over the papers as they were issued, without a shell and with a profile of its own', async () => {
    const ids = idsOf(await issued(2)).toSorted()
    const log = path.join(programs, 'arguments')
    pretend('soffice', `printf '%s\\n' "$@" >> ${log}`)
    pretend('lpstat', 'echo "system default destination: Office"')
    const run = await desk.ask('printing.run', { job: 'print', ids, how: 'libreoffice' })
    expect(run.done).toEqual(ids)
    const given = readFileSync(log, 'utf8').trim().split('\n')
    expect(given[0]).toMatch(/^-env:UserInstallation=file:\/\/.*\/temp\/print-\w+\/profile$/)
    expect(given.slice(1, 5)).toEqual(['--headless', '--norestore', '--nolockcheck', '-p'])
    expect(given.slice(5, 5 + Math.min(5, ids.length)).map((file) => path.basename(file))).toEqual(
      ids.slice(0, 5).map((_, at) => `00${at + 1}.docx`),
    )
    for (const id of ids) expect(await takenOf(id)).toBe(1)
  })
})

describe.skipIf(process.platform !== 'linux')('a paper opened in Word', () => {
  it('lies in a folder of its own, and what was opened a day ago goes', async () => {
    const [id = ''] = idsOf(await issued(1))
    pretend('xdg-open', 'exit 0')
    vi.stubEnv('DISPLAY', ':0')
    const folder = path.join(desk.dataDir, 'opened')
    const old = path.join(folder, 'paper-old')
    mkdirSync(old, { recursive: true })
    const yesterday = A_MORNING / 1000 - 100_000
    utimesSync(old, yesterday, yesterday)
    const { opened, fileName } = await desk.ask('documents.take', { id, how: 'open' })
    vi.unstubAllEnvs()
    expect(opened).toBe(true)
    const [only = '', ...others] = readdirSync(folder)
    expect(others).toEqual([])
    expect(only).not.toBe('paper-old')
    expect(readdirSync(path.join(folder, only))).toEqual([fileName])
    expect(statSync(path.join(folder, only, fileName)).mode & 0o077).toBe(0)
  })
})

it('what a core that was killed left of papers is gone at the next start, whether or not anybody prints', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-left-'))
  const yesterday = A_MORNING / 1000 - 100_000
  const left = ['temp/print-a/001.docx', 'opened/paper-old/来访登记表.docx', 'opened/paper-new/转办函.docx']
  for (const name of left) {
    mkdirSync(path.dirname(path.join(dataDir, name)), { recursive: true })
    writeFileSync(path.join(dataDir, name), 'words')
  }
  utimesSync(path.join(dataDir, 'opened/paper-old'), yesterday, yesterday)
  utimesSync(path.join(dataDir, 'opened/paper-new'), A_MORNING / 1000, A_MORNING / 1000)
  const opened = await openApp({ dataDir })
  const there = left.map((name) => existsSync(path.join(dataDir, name)))
  await opened.remove()
  expect(there).toEqual([false, false, true])
})

describe('the way to the printer', () => {
  it('is remembered for this PC, and without LibreOffice says what to do', async () => {
    expect((await desk.ask('printing.routes')).chosen).toBe('window')
    await desk.ask('printing.choose', { route: 'word' })
    expect((await desk.ask('printing.routes')).chosen).toBe('word')
    expect(JSON.parse(readFileSync(path.join(desk.dataDir, 'this-pc.json'), 'utf8'))).toMatchObject({
      route: 'word',
    })
  })

  it('is found where installers put it', () => {
    const folder = path.join(programs, 'opt/program')
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'soffice'), '#!/bin/sh\n')
    chmodSync(path.join(folder, 'soffice'), 0o755)
    expect(findSoffice('linux', { PATH: `relative:${folder}` })).toBe(path.join(folder, 'soffice'))
    expect(findSoffice('win32', { PATH: 'C:\\Windows' })).toBe(null)
  })
})

const reason = findSoffice() === null ? 'LibreOffice is not installed here' : null
if (reason !== null) process.stdout.write(`Papers are not converted to PDF: ${reason}.\n`)

describe.skipIf(reason !== null)('PDF by the LibreOffice of this machine', () => {
  it('is the issued paper, taken and recorded with the fonts that stood in', async () => {
    const ids = idsOf(await issued(1)).slice(0, 2)
    const run = await desk.ask('printing.run', { job: 'real', ids, how: 'pdf' })
    expect(run.failures).toEqual([])
    const files = Object.entries(unzipSync(Buffer.from(run.file?.bytes ?? '', 'base64')))
    expect(files.map(([name]) => path.extname(name))).toEqual(ids.map(() => '.pdf'))
    for (const [, bytes] of files) expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    const { fonts } = await desk.ask('fonts.check')
    const { line, standIns } = await desk.ask('documents.show', { id: ids[0] ?? '' })
    expect(line.taken).toBe(1)
    const lacking = fonts.filter(({ state }) => state !== 'present').map(({ font }) => font)
    expect(standIns.map(({ font }) => font).filter((font) => !lacking.includes(font))).toEqual([])
    if (lacking.includes('仿宋_GB2312')) expect(standIns.map(({ font }) => font)).toContain('仿宋_GB2312')
  }, 120_000)
})
