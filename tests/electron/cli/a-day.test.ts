import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConnection } from '../../../electron/core/store/connection.ts'
import { readKeyring, unwrapKey } from '../../../electron/core/store/keyring.ts'
import { isPetitionNumber } from '../../../shared/rules/numbering.ts'
import { aVisit } from '../../helpers/a-visit.ts'
import { answerOf, desk, deskHere, PASSWORD } from './run-desk.ts'

type Registered = { visit: string; petitions: { number: string; dueOn: string; sentence: string }[] }
type Notice = { number: string; file: string; sha256: string; document: string; copy: boolean }
type Sealed = { batches: { number: number; fromSeq: number; toSeq: number; documents: number }[] }
type Synced = { batches: number; entries: number; receipts: number; refused: string[] }

/** One store from its founding to a damaged journal, each step a process of its own. */
describe('a day at the terminal', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-cli-'))
  const data = path.join(folder, 'desk')
  const file = (name: string) => path.join(folder, name)
  let petition = ''

  beforeAll(() => {
    const visit = aVisit({
      startedAt: new Date().toISOString(),
      person: { name: '钱小样', phone: '13900000777' },
    })
    writeFileSync(file('visit.json'), `\ufeff${JSON.stringify(visit)}`)
    mkdirSync(file('archive'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('founds a station and prints the recovery code', async () => {
    const ran = await desk([
      'init',
      '--data',
      data,
      '--school',
      '示例学院',
      '--station',
      'zx',
      '--admin',
      '王管理',
    ])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('接待点 ZX')
    expect(ran.stdout).toMatch(/恢复码：(?:[2-9A-Z]{5}-){5}[2-9A-Z]{5}\n/)
    expect(ran.stdout).not.toContain(PASSWORD)
  })

  it('registers a visit and names nobody', async () => {
    const ran = await desk(['register', '--data', data, '--file', file('visit.json'), '--json'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const { visit, petitions } = JSON.parse(ran.stdout) as Registered
    expect(visit).toMatch(/^ZX-\d{4}-L00001$/)
    petition = petitions[0]?.number ?? ''
    expect(isPetitionNumber(petition)).toBe(true)
    expect(petitions[0]?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(ran.stdout).not.toMatch(/钱|小样|13900000777|食堂/)
  })

  it('registers from standard input, with the defaults of the office, and shows the title only when asked', async () => {
    const { channel, startedAt, place, receivedBy, ...rest } = aVisit()
    expect([channel, startedAt, place, receivedBy]).not.toContain(undefined)
    const ran = await desk(['register', '--data', data, '--file', '-', '--reveal'], {
      input: JSON.stringify(rest),
    })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('食堂晚间供餐时间过短')
    expect(ran.stdout).toMatch(/来访登记表 ZX-\d{4}-D00003、来访回执 ZX-\d{4}-D00004/)
  })

  it('takes its own example', async () => {
    const example = await deskHere(['register', '--example'])
    writeFileSync(file('example.json'), example.stdout)
    const { petitions } = await answerOf<Registered>([
      'register',
      '--data',
      data,
      '--file',
      file('example.json'),
    ])
    expect(petitions).toHaveLength(1)
  })

  it('transfers and issues a notice as a Word document, and keeps it for another time', async () => {
    const out = file('notice.docx')
    const args = ['notice', '--data', data, '--petition', petition, '--kind', 'transfer', '--unit', '后勤处']
    const notice = await answerOf<Notice>([...args, '--out', 'notice.docx'], (all) =>
      desk(all, { cwd: folder }),
    )
    expect(notice.number).toMatch(/^校办信转〔\d{4}〕1号$/)
    expect(notice.file).toBe(out)
    const bytes = readFileSync(out)
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(notice.sha256)
    const again = await answerOf<Notice>([
      'notice',
      '--data',
      data,
      '--document',
      notice.document,
      '--out',
      out,
    ])
    expect(again).toMatchObject({ number: notice.number, copy: true })
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('gives the next notice the next number, also when one was refused in between', async () => {
    const args = ['notice', '--data', data, '--petition', petition, '--out', file('second.docx')]
    const refused = await deskHere([...args, '--unit', '教务处'])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('教务处不是本事项的承办或协办单位')
    const notice = await answerOf<Notice>([...args, '--unit', 'hqc'])
    expect(notice.number).toMatch(/〕2号$/)
  })

  it('issues every other paper the petition is ripe for, and says why not', async () => {
    const args = ['notice', '--data', data, '--petition', petition, '--out', file('other.docx')]
    const accepted = await answerOf<Notice>([...args, '--kind', 'accept'])
    expect(accepted.number).toMatch(/^校信访受〔\d{4}〕1号$/)
    const sheet = await answerOf<Notice>([...args, '--kind', 'feedback'])
    expect(sheet.number).toBe('')
    const extended = await deskHere([...args, '--kind', 'extend'])
    expect(extended).toMatchObject({ code: 1, stdout: '' })
    expect(extended.stderr).toContain('没有批准过延期')
    expect((await deskHere([...args, '--kind', 'archive-list'])).stderr).toContain(
      '没有“archive-list”这种文书',
    )
  })

  it('seals once, delivers, and then has nothing left to deliver', async () => {
    const sealed = await answerOf<Sealed>(['seal', '--data', data], desk)
    expect(sealed.batches).toMatchObject([{ number: 1, fromSeq: 1 }])
    expect(await answerOf(['seal', '--data', data])).toEqual({ batches: [] })
    const to = ['--archive', `folder:${file('archive')}`]
    const first = await answerOf<Synced>(['sync', '--data', data, ...to], desk)
    expect(first).toMatchObject({ batches: 2, receipts: 2, refused: [] })
    expect(first.entries).toBeGreaterThanOrEqual(sealed.batches[0]?.toSeq ?? 0)
    expect(await answerOf(['sync', '--data', data, ...to])).toEqual({
      batches: 0,
      entries: 0,
      receipts: 0,
      refused: [],
    })
    expect(readdirSync(file('archive/ZX'))).toContain('batch-000001')
  })

  it('backs up, rebuilds and verifies', async () => {
    const { file: copy } = await answerOf<{ file: string }>(['backup', '--data', data], desk)
    expect(path.dirname(copy)).toBe(path.join(data, 'backup'))
    const { entries } = await answerOf<{ entries: number }>(['rebuild', '--data', data], desk)
    const ran = await desk(['verify', '--data', data])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain(`核验通过：${entries + 1} 条日志`)
  })

  it('counts days by the calendar of the store', async () => {
    const own = ['deadline', '--days', '3', '--counts', 'working', '--from', '2026-09-30', '--data', data]
    expect(await answerOf(own)).toMatchObject({ dueOn: '2026-10-10', provisional: false })
  })

  it('names the entry of a journal in which one byte was changed', async () => {
    await changeOneByte(data, 20)
    const ran = await desk(['verify', '--data', data])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('ZX 第 20 条：内容与哈希不符')
    const told = await deskHere(['verify', '--data', data, '--json'])
    expect(told.code).toBe(1)
    expect((JSON.parse(told.stdout) as { problems: string[] }).problems).toHaveLength(1)
  })
})

async function changeOneByte(data: string, seq: number): Promise<void> {
  const keyring = readKeyring(path.join(data, 'keyring.json'))
  const key = keyring && (await unwrapKey(keyring, '王管理', PASSWORD))
  if (!key) throw new Error('the key was not unwrapped')
  const db = openConnection(path.join(data, 'desk.db'), key)
  db.exec('drop trigger journal_no_update')
  const { body } = db.prepare('select body from journal where seq = ?').get(seq) as { body: string }
  db.prepare('update journal set body = ? where seq = ?').run(body.replace(/[a-z]/, 'Z'), seq)
  db.close()
}
