import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../../../../shared/domain/day.ts'
import { aDesk, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'
import * as fc from '../../../helpers/fast-check.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
  await signInAs(desk, 'clerk')
})
afterAll(() => desk.remove())

async function transferred(changes: Parameters<typeof aVisit>[0] = {}): Promise<string> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit(changes) })
  const number = petitions[0]?.number ?? ''
  await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
  return number
}

const issue = (petition: string, kind = 'transfer') => desk.ask('documents.issue', { petition, kind })
const declareVoid = (paper: { id: string; number: string }, reason = '主送单位有误') =>
  desk.ask('register.void', { id: paper.id, number: paper.number || paper.id, reason })
const next = async (petition: string) =>
  (await desk.ask('documents.offered', { petition })).papers.find((paper) => paper.next)?.kind ?? null
const seriesOf = async (series: string) =>
  (await desk.ask('register.series')).series.find((each) => each.series === series)
const problems = () => asAdmin(async () => (await desk.ask('desk.verify', { job: 'v' })).problems)
const bodyOf = (bytes: string) =>
  strFromU8(unzipSync(Buffer.from(bytes, 'base64'))['word/document.xml'] ?? new Uint8Array())

async function asAdmin<T>(work: () => Promise<T>): Promise<T> {
  await signInAs(desk, 'admin', 'admin')
  const result = await work()
  await signInAs(desk, 'clerk')
  return result
}

describe('a paper declared void', () => {
  it('keeps its number, no longer counts, and is replaced by the next of its kind', async () => {
    const petition = await transferred()
    const paper = await issue(petition)
    expect(await next(petition)).toBeNull()
    const voided = await declareVoid(paper)
    expect(voided).toMatchObject({
      number: paper.number,
      voided: { reason: '主送单位有误', replacedBy: null },
    })
    expect(await next(petition)).toBe('transfer')
    const instead = await issue(petition)
    expect(instead.number).not.toBe(paper.number)
    const { documents } = await desk.ask('petitions.open', { number: petition })
    const shown = documents.find(({ id }) => id === paper.id)
    expect(shown?.voided).toMatchObject({ replacedBy: { id: instead.id, number: instead.number } })
    expect(documents.find(({ id }) => id === instead.id)?.voided).toBeNull()
  })

  it('names the valid paper of its petition that stands in its place, and each is told of the other', async () => {
    const petition = await transferred()
    const wrong = await issue(petition)
    const right = await issue(petition)
    const other = await issue(await transferred())
    const { papers } = await desk.ask('register.replacements', { id: wrong.id })
    expect(papers[0]).toEqual({ id: right.id, name: `转办函 ${right.number}` })
    expect(papers.map(({ id }) => id)).not.toContain(wrong.id)
    const asked = { id: wrong.id, number: wrong.number, reason: '事由有误' }
    const foreign = await desk.refusal('register.void', { ...asked, replacedBy: other.id })
    expect(foreign.message).toContain('不是同一信访事项')
    expect(foreign.fields).toMatchObject([{ path: 'replacedBy' }])
    expect((await desk.refusal('register.void', { ...asked, replacedBy: 'D0' })).message).toContain(
      '没有找到',
    )

    const voided = await desk.ask('register.void', { ...asked, replacedBy: right.id })
    expect(voided.voided?.replacedBy).toMatchObject({ id: right.id, voided: false })
    const later = await issue(petition)
    const { documents, timeline } = await desk.ask('petitions.open', { number: petition })
    const shown = (id: string) => documents.find((each) => each.id === id)
    expect(shown(wrong.id)?.voided?.replacedBy).toMatchObject({ id: right.id })
    expect(shown(right.id)?.replaces).toEqual([{ id: wrong.id, name: `转办函 ${wrong.number}` }])
    expect(shown(later.id)?.replaces).toEqual([])
    expect(timeline.find(({ label }) => label === '作废文书')?.lines).toEqual([
      `转办函 ${wrong.number}：事由有误`,
      `由转办函 ${right.number}代替`,
    ])
    const listed = (await seriesOf(wrong.number.split('〔')[0] ?? ''))?.voided
    expect(listed?.find(({ document }) => document === wrong.id)?.replacedBy?.id).toBe(right.id)
  })

  it('is followed to the paper that counts, however often it was replaced', async () => {
    const petition = await transferred()
    const first = await issue(petition)
    await declareVoid(first)
    const second = await issue(petition)
    await declareVoid(second)
    const scan = async (id: string) =>
      (await desk.ask('register.scan', { text: `XF/${petition}/${id}` })).says
    expect(await scan(first.id)).toBe(`这是转办函 ${first.number}，已作废（主送单位有误）。`)
    const third = await issue(petition)
    expect(await scan(first.id)).toContain(`，以转办函 ${third.number}为准。`)
    expect(await scan(third.id)).toContain(`代替已作废的转办函 ${second.number}，`)
    expect(
      (await desk.refusal('register.previewRedacted', { id: first.id, level: 'masked' })).message,
    ).toContain(`请从代替它的转办函 ${third.number}取用`)
    const { timeline } = await desk.ask('petitions.open', { number: petition })
    const lines = timeline.flatMap((item) => item.lines)
    expect(lines).toContain(`代替已作废的转办函 ${first.number}`)
    expect(lines.join('')).not.toContain(first.id)
  })

  it('is no longer quoted by what is written later', async () => {
    const petition = await transferred()
    const wrong = await issue(petition)
    await declareVoid(wrong)
    const right = await issue(petition)
    const { paper } = await desk.ask('documents.preview', { petition, kind: 'feedback', unit: 'HQC' })
    expect(JSON.stringify(paper)).toContain(right.number)
    expect(JSON.stringify(paper)).not.toContain(wrong.number)
  })

  it('is taken only as a copy stamped 作废件, never as the original and never redacted', async () => {
    const paper = await issue(await transferred())
    await declareVoid(paper)
    const taken = await desk.ask('documents.take', { id: paper.id, how: 'save' })
    expect(taken).toMatchObject({ copy: true, stamp: '作废件' })
    expect(taken.fileName).toContain('（作废件）')
    expect(bodyOf(taken.bytes)).toContain('<w:t>作废件</w:t>')
    const original = { id: paper.id, how: 'save', reason: '补寄' }
    expect((await desk.refusal('register.takeOriginal', original)).message).toContain('已经作废')
    const redacted = { ...original, level: 'masked' }
    expect((await desk.refusal('register.takeRedacted', redacted)).message).toContain('已经作废')
  })

  it('asks for the reason and for the very number that was read, and cannot be done twice', async () => {
    const paper = await issue(await transferred())
    const asked = { id: paper.id, number: paper.number, reason: '重复印发' }
    expect((await desk.refusal('register.void', { ...asked, reason: ' ' })).message).toContain(
      '请填写作废原因',
    )
    expect(
      (await desk.refusal('register.void', { ...asked, number: '校办信转〔2026〕99号' })).message,
    ).toContain('不一致')
    await desk.ask('register.void', asked)
    expect((await desk.refusal('register.void', asked)).message).toContain('已经作废')
  })

  it('is for the office alone', async () => {
    const paper = await issue(await transferred())
    await signInAs(desk, 'receptionist')
    const asked = { id: paper.id, number: paper.number, reason: '有误' }
    expect((await desk.refusal('register.void', asked)).code).toBe('notAllowed')
    await signInAs(desk, 'clerk')
  })
})

describe('a series', () => {
  it('goes on at 13 when 1 to 12 were used on paper, and says so', async () => {
    const petition = await transferred()
    const asked = { series: '校信访受', year: 2026, next: 13, reason: '系统启用前纸质登记' }
    await desk.ask('register.continue', asked)
    expect((await desk.refusal('register.continue', { ...asked, next: 9 })).message).toContain('只能往后续')
    expect((await desk.refusal('register.continue', { ...asked, series: '没有' })).message).toContain(
      '没有“没有”',
    )
    expect((await issue(petition, 'accept')).number).toBe('校信访受〔2026〕13号')
    expect(await seriesOf('校信访受')).toMatchObject({
      next: 14,
      issued: 1,
      gaps: [{ from: 1, to: 12, reason: '系统启用前纸质登记' }],
      verdict: '1—13号连续，其中1—12号已说明',
      sound: true,
    })
    expect(await problems()).toEqual([])
  })

  it('ends when 机关代字 changes, and the new one starts at 1; kinds that share one share a counter', async () => {
    const petition = await transferred()
    const before = await issue(petition)
    const { settings } = await desk.ask('catalogue.read')
    await asAdmin(() =>
      desk.ask('settings.save', {
        series: { ...settings.series, transfer: '院信', accept: '院信' },
      }),
    )
    const first = await issue(await transferred())
    const shared = await issue(petition, 'accept')
    expect([first.number, shared.number]).toEqual(['院信〔2026〕1号', '院信〔2026〕2号'])
    expect(await seriesOf('院信')).toMatchObject({ current: true, kinds: ['转办函', '受理告知书'] })
    expect(await seriesOf(before.number.split('〔')[0] ?? '')).toMatchObject({ current: false, sound: true })
    await asAdmin(() => desk.ask('settings.save', { series: settings.series }))
    expect((await issue(await transferred())).number).toMatch(/^校办信转〔2026〕\d+号$/)
  })

  it('stays whole in the store over any course of issuing, voiding, going on and refusals', async () => {
    const petition = await transferred()
    const step = fc.record({
      act: fc.constantFrom('issue', 'void', 'continue', 'refused'),
      by: fc.integer({ min: 1, max: 5 }),
    })
    const [course] = fc.sample(fc.array(step, { minLength: 25, maxLength: 25 }), { numRuns: 1, seed: 7 })
    for (const { act, by } of course ?? []) {
      if (act === 'issue') await issue(petition, 'accept')
      else if (act === 'refused') await desk.refusal('documents.issue', { petition, kind: 'decline' })
      else if (act === 'continue') {
        const at = (await seriesOf('校信访受'))?.next ?? 0
        await desk.ask('register.continue', {
          series: '校信访受',
          year: 2026,
          next: at + by,
          reason: '纸质登记',
        })
      } else {
        const { lines } = await desk.ask('register.list', { series: '校信访受', state: 'valid' })
        const paper = lines[by % Math.max(1, lines.length)]
        if (paper !== undefined) await declareVoid(paper)
      }
    }
    const { series } = await desk.ask('register.series')
    expect(series.filter(({ sound }) => !sound)).toEqual([])
    expect(await problems()).toEqual([])
  })
})

describe('the register', () => {
  it('accounts first for the series that are in use', async () => {
    await issue(await transferred())
    const { series } = await desk.ask('register.series')
    const used = series.map(({ issued, gaps }) => issued + gaps.length > 0)
    expect(used).toContain(false)
    expect(used.lastIndexOf(true)).toBeLessThan(used.indexOf(false))
  })

  it('is narrowed by kind, series, year, state, unit and words', async () => {
    const petition = await transferred({ petition: { title: '宿舍热水供应' } })
    const paper = await issue(petition)
    const found = async (filter: object) =>
      (await desk.ask('register.list', { ...filter, limit: 200 })).lines.map(({ id }) => id)
    expect(await found({ words: '宿舍 热水' })).toContain(paper.id)
    expect(await found({ words: paper.number })).toEqual([paper.id])
    expect(await found({ words: '100%' })).toEqual([])
    expect(
      await found({ kind: 'transfer', series: '校办信转', year: 2026, unit: 'HQC', state: 'valid' }),
    ).toContain(paper.id)
    expect(await found({ year: 2025 })).toEqual([])
    expect(await found({ unit: 'JWC' })).toEqual([])
    await declareVoid(paper, '文字有误')
    expect(await found({ words: paper.number, state: 'valid' })).toEqual([])
    expect(await found({ words: '文字有误', state: 'void' })).toEqual([paper.id])
  })
})

describe('重取原件', () => {
  it('gives the bytes as issued, to the byte, and is remembered with its reason', async () => {
    const paper = await issue(await transferred())
    const first = await desk.ask('documents.take', { id: paper.id, how: 'save' })
    const copy = await desk.ask('documents.take', { id: paper.id, how: 'print' })
    expect(copy).toMatchObject({ copy: true, stamp: '副本' })
    const asked = { id: paper.id, how: 'save', reason: '单位退回，原件破损' } as const
    expect((await desk.refusal('register.takeOriginal', { ...asked, reason: '' })).message).toContain(
      '请填写',
    )
    const again = await desk.ask('register.takeOriginal', asked)
    expect(again.bytes).toBe(first.bytes)
    expect(again).toMatchObject({ copy: false, stamp: null, fileName: first.fileName })
    expect(createHash('sha256').update(Buffer.from(again.bytes, 'base64')).digest('hex')).toBe(first.sha256)
    const { takings } = await desk.ask('register.record', { id: paper.id })
    expect(takings.map(({ form, how, reason }) => [form, how, reason])).toEqual([
      ['重取原件', 'save', '单位退回，原件破损'],
      ['副本', 'print', ''],
      ['原件', 'save', ''],
    ])
  })
})

describe('the check of the store', () => {
  it('names a series that lost a number', async () => {
    const { ledger } = desk.app.session.desk()
    const body = {
      id: 'ZX-2026-D09000',
      kind: 'supervise',
      title: '督办通知单',
      petition: null,
      visit: null,
      unit: null,
      number: { series: '校办信督', year: 2026, serial: 3 },
      on: '2026-11-18' as Day,
      sha256: '0',
      size: 0,
    }
    await ledger.change(({ append }) =>
      append({ kind: 'document.issued', subject: body.id, actor: 'clerk', body }),
    )
    expect(await problems()).toEqual(['文号 校办信督〔2026〕：缺1—2号，没有文书也没有说明'])
    expect(await seriesOf('校办信督')).toMatchObject({ sound: false })
  })
})

it('a paper issued as the year turns is of one year: its number, its day and its 文号', async () => {
  const petition = await transferred()
  const { clock } = desk.app.session.desk().surroundings
  const told: (readonly (string | undefined)[])[] = []
  for (let before = 1; before <= 7; before += 1) {
    const midnight = Date.parse(`${2025 + before}-12-31T16:00:00.000Z`)
    desk.passTime(midnight - before - clock())
    const { id, number, issuedOn } = await issue(petition, 'accept')
    told.push([id.slice(3, 7), /〔(\d{4})〕/u.exec(number)?.[1], issuedOn.slice(0, 4)])
  }
  expect(told.map((years) => new Set(years).size)).toEqual(told.map(() => 1))
})
