import { strToU8 } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer, Sent } from '../../../../shared/contract/api.ts'
import { aDesk, type TestDesk } from '../../../helpers/a-desk.ts'
import { aWorkbook, dateCell, formulaCell, type RawCell } from '../../../helpers/a-workbook.ts'

const HEADINGS = ['工单编号', '来电时间', '姓名', '联系电话', '问题类型', '诉求内容', '分级']
/** 2026-11-17 10:30. */
const TUESDAY = 46_343.4375

let desk: TestDesk
beforeEach(async () => {
  desk = await aDesk()
})
afterEach(() => desk.remove())

async function upload(bytes: Uint8Array, name = '热线工单.xlsx', id = 'u1'): Promise<Answer<'imports.read'>> {
  await desk.ask('imports.drop', { upload: id })
  for (let offset = 0; offset < bytes.length; offset += 40_000) {
    const piece = Buffer.from(bytes.subarray(offset, offset + 40_000)).toString('base64')
    await desk.ask('imports.upload', { upload: id, name, offset, bytes: piece })
  }
  return desk.ask('imports.read', { upload: id })
}

type Run = Partial<Sent<'imports.run'>>
const run = (mapping: Answer<'imports.read'>['mapping'], more: Run = {}) =>
  desk.ask('imports.run', { upload: 'u1', mapping, job: 'j', ...more })
const check = (mapping: Answer<'imports.read'>['mapping']) =>
  desk.ask('imports.check', { upload: 'u1', mapping, job: 'j' })

function order(number: number, changes: Partial<Record<number, RawCell>> = {}): RawCell[] {
  const cells: RawCell[] = [
    `GD${String(number).padStart(5, '0')}`,
    dateCell(TUESDAY, 2),
    '钱小雨',
    13_900_000_000 + number,
    '食堂餐饮',
    `第 ${number} 个窗口排队太久`,
    '一般',
  ]
  return cells.map((cell, index) => (Object.hasOwn(changes, index) ? (changes[index] ?? null) : cell))
}

describe('importing work orders', () => {
  it('guesses the columns, registers every good row and names what is wrong with the others', async () => {
    const read = await upload(
      aWorkbook([
        HEADINGS,
        order(1),
        order(2, { 3: '1234' }),
        order(3, { 1: '03/04/2026', 4: '没有的类' }),
        order(4, { 5: null }),
        order(5, { 2: null, 3: null, 6: '复杂' }),
        order(6, { 5: { xml: (at) => `<c r="${at}"><f>A1</f></c>` } }),
        order(7, { 1: 60_000 }),
      ]),
    )
    expect(read.mapping.columns).toEqual({
      reference: '工单编号',
      reportedAt: '来电时间',
      name: '姓名',
      phone: '联系电话',
      category: '问题类型',
      matter: '诉求内容',
      grade: '分级',
    })
    const checked = await check(read.mapping)
    expect(checked).toMatchObject({ rows: 7, ready: 2, refused: 5, duplicates: 0 })
    expect(checked.refusedRows.map(({ row, column }) => [row, column])).toEqual([
      [3, '联系电话'],
      [4, '来电时间'],
      [4, '问题类型'],
      [5, '诉求内容'],
      [7, '诉求内容'],
      [8, '来电时间'],
    ])
    expect(checked.samples[0]).toMatchObject({
      petitioner: '钱*雨',
      receivedOn: '2026-11-17',
      category: 'HQ01',
    })

    const done = await run(read.mapping)
    expect(done).toMatchObject({ rows: 7, imported: 2, refused: 5, skipped: 0, stoppedAt: null })
    const view = await desk.ask('petitions.open', { number: done.first ?? '' })
    expect(view).toMatchObject({
      channel: 'JSRX',
      grade: 'same-day',
      title: '第 1 个窗口排队太久',
      receivedOn: '2026-11-17',
    })
    expect((await desk.ask('petitions.open', { number: done.last ?? '' })).petitioner).toBe('匿名')
    const { csv } = await desk.ask('imports.report', { run: done.run })
    expect(csv).toContain('3,未导入,联系电话,')
    expect(csv).not.toContain('1234')
  })

  it('remembers the mapping for files with the same headings in any order', async () => {
    const read = await upload(aWorkbook([HEADINGS, order(1)]))
    expect(read.remembered).toBe(false)
    await run({ ...read.mapping, channel: 'JSAPP' })
    const again = await upload(aWorkbook([HEADINGS.toReversed(), order(2).toReversed()]))
    expect(again).toMatchObject({ remembered: true, mapping: { channel: 'JSAPP' } })
    expect(await run(again.mapping)).toMatchObject({ imported: 1 })
  })

  it('goes on where it was stopped, and registers nothing twice', async () => {
    const rows = Array.from({ length: 900 }, (_, index) => order(index + 1))
    const read = await upload(aWorkbook([HEADINGS, ...rows]))
    const progress = desk.events.length
    const running = run(read.mapping)
    // Stopped at its first word.
    while (!desk.events.slice(progress).some(({ type }) => type === 'progress'))
      await new Promise(setImmediate)
    await desk.ask('session.cancel', { job: 'j' })
    const stopped = await running
    expect(stopped.stoppedAt).toBeGreaterThan(1)
    expect(stopped.imported).toBeLessThan(900)
    expect(stopped.imported + 1).toBe(stopped.stoppedAt)

    const rest = await run(read.mapping)
    expect(rest).toMatchObject({ rows: 900, skipped: stopped.imported, imported: 900 - stopped.imported })
    expect(await run(read.mapping)).toMatchObject({ imported: 0, skipped: 900 })
    expect(await desk.ask('imports.list')).toHaveLength(3)
    const { count } = await desk.ask('petitions.count', { channel: 'JSRX' })
    expect(count).toBe(900)
  })

  it('shows the same person with the same title, and lets each row be decided', async () => {
    const read = await upload(aWorkbook([HEADINGS, order(1), order(2), order(3)]))
    await run(read.mapping)
    const again = [11, 12, 13].map((number) => order(number - 10, { 0: `NEW${number}` }))
    await upload(aWorkbook([HEADINGS, ...again, order(3), order(20), order(20)]))
    const checked = await check(read.mapping)
    expect(checked).toMatchObject({ ready: 1, duplicates: 5 })
    expect(checked.duplicateRows.map(({ row, why }) => [row, why])).toEqual([
      [2, 'person'],
      [3, 'person'],
      [4, 'person'],
      [5, 'number'],
      [7, 'file'],
    ])
    const done = await run(read.mapping, {
      exceptions: [
        { row: 2, as: 'repeat' },
        { row: 3, as: 'import' },
      ],
    })
    expect(done).toMatchObject({ imported: 3, skipped: 3 })
    const repeated = await desk.ask('petitions.open', { number: done.first ?? '' })
    expect(repeated.repeat).toBe(true)
  })

  it('knows a row without a number again by what stands in it', async () => {
    const csv =
      '标题,内容,分类\n食堂,排队太久,后勤保障\n食堂,排队太久,后勤保障\n宿舍,热水不够,后勤保障/宿舍住宿与维修\n'
    const read = await upload(strToU8(csv), 'a.csv')
    expect(await run(read.mapping)).toMatchObject({ imported: 2, skipped: 1 })
    expect(await run(read.mapping)).toMatchObject({ imported: 0, skipped: 3 })
  })

  it('goes to the unit of its category at once when it is to', async () => {
    const read = await upload(aWorkbook([HEADINGS, order(1, { 6: '复杂' })]))
    const { first } = await run({ ...read.mapping, dispatch: true })
    expect(await desk.ask('petitions.open', { number: first ?? '' })).toMatchObject({
      state: 'transferred',
      leadUnit: 'HQC',
      dueOn: '2026-11-20',
    })
  })

  it('takes what a formula came to', async () => {
    const read = await upload(aWorkbook([HEADINGS, order(1, { 5: formulaCell('"排"&"队"', '排队') })]))
    const { first } = await run(read.mapping)
    expect((await desk.ask('petitions.open', { number: first ?? '' })).matter).toBe('排队')
  })

  it('refuses columns that are not there, and a file that is no longer held', async () => {
    const { mapping } = await upload(aWorkbook([HEADINGS, order(1)]))
    const wrong = { ...mapping, columns: { ...mapping.columns, title: '主题词' } }
    const refusal = await desk.refusal('imports.run', { upload: 'u1', mapping: wrong, job: 'j' })
    expect(refusal.message).toContain('没有“主题词”这一列')
    expect((await desk.refusal('imports.read', { upload: 'gone' })).message).toContain('重新选择')
    const gap = await desk.refusal('imports.upload', {
      upload: 'u1',
      name: 'a',
      offset: 9_999_999,
      bytes: 'AAAA',
    })
    expect(gap.message).toContain('没有完整')
  })

  it('can be rebuilt from the journal alone', async () => {
    const read = await upload(aWorkbook([HEADINGS, order(1), order(2)]))
    await run(read.mapping)
    const { problems } = await desk.ask('desk.verify', { job: 'v' })
    expect(problems).toEqual([])
  })
})
