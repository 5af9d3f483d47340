import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openXlsx } from '../../../../electron/core/imports/xlsx-rows.ts'
import { LISTS, type ListName } from '../../../../shared/contract/api/exports-api.ts'
import type { Sent } from '../../../../shared/contract/api.ts'
import { mayExport, mayReveal } from '../../../../shared/contract/list-exports.ts'
import { cellText } from '../../../../shared/rules/import-cells.ts'
import { aDesk, PASSWORD, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

type Asked = Sent<'lists.export'>['asked']

let desk: TestDesk
let canteen: string
let accusing: string

const signIn = (login: string) => desk.ask('session.signIn', { login, password: PASSWORD })

beforeAll(async () => {
  desk = await aDesk()
  const account = { active: true, password: PASSWORD, unit: '', leader: '' } as const
  await desk.ask('accounts.save', { ...account, login: 'clerk', name: '孙办公', roles: ['clerk'] })
  await desk.ask('accounts.save', { ...account, login: 'desk', name: '王接待', roles: ['receptionist'] })
  await desk.ask('accounts.save', { ...account, login: 'hqc', name: '赵后勤', roles: ['unit'], unit: 'HQC' })
  await desk.ask('accounts.save', {
    ...account,
    login: 'fyz',
    name: '李副院长',
    roles: ['leader'],
    leader: 'FYZ1',
  })
  const register = async (
    petition: NonNullable<NonNullable<Parameters<typeof aVisit>[0]>['petition']>,
    unit: string,
  ) => {
    const { petitions } = await desk.ask('visits.register', { visit: aVisit({ petition }) })
    const number = petitions[0]?.number ?? ('' as never)
    await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: unit, remark: '' } })
    return number
  }
  canteen = await register({}, 'HQC')
  accusing = await register({ purpose: 'accusation', accusedUnits: ['HQC'], accusedNames: '李副院长' }, 'JJS')
})
afterAll(() => desk.remove())

/** Every text of the first sheet, and what the call said beside. */
async function take(asked: Asked, reason: string | null = null) {
  const file = await desk.ask('lists.export', {
    asked,
    reveal: reason === null ? null : { reason },
    job: 'an export',
  })
  const rows = [...openXlsx(Buffer.from(file.bytes, 'base64')).rows()]
  return { ...file, texts: rows.flatMap(({ cells }) => cells.map(cellText)) }
}

const journal = () =>
  desk.app.session
    .desk()
    .store.reader.raw.prepare("select body from journal where kind = 'list.exported'")
    .all()

describe('a list that leaves', () => {
  it('about a unit never holds what complains about that unit, and tells the clerk so, not the sheet', async () => {
    await signIn('clerk')
    // The accused unit cannot be given the matter, but its channel may have brought it.
    await desk.ask('session.signIn', { login: 'admin', password: PASSWORD })
    const { channels } = await desk.ask('catalogue.read')
    const channel = channels.find(({ code }) => code === 'XFJD')
    if (channel === undefined) throw new Error('no channel')
    await desk.ask('catalogue.save', { list: 'channels', item: { ...channel, leadUnit: 'HQC' } })
    await signIn('clerk')
    const taken = await take({ list: 'unit-channels', unit: 'HQC' })
    expect(taken).toMatchObject({ rows: 1, withheld: 1 })
    expect(taken.texts).toContain(canteen)
    expect(taken.texts.join()).not.toContain(accusing)
    expect(taken.texts.join()).not.toMatch(/另有|检举/)
    expect((await take({ list: 'petitions' })).texts).toEqual(expect.arrayContaining([canteen, accusing]))
  })

  it('is masked, and holds full names only after a reason that stands in the journal', async () => {
    await signIn('clerk')
    const before = journal().length
    const masked = await take({ list: 'petitions', query: '赵小满' })
    expect(masked.texts).toContain('赵*满')
    expect(masked.texts.join()).not.toContain('赵小满')
    expect((await take({ list: 'petitions' }, '逐件电话回访')).texts).toContain('赵小满')
    const refused = await desk.refusal('lists.export', {
      asked: { list: 'petitions' },
      reveal: { reason: '  ' },
      job: 'an export',
    })
    expect(refused.fields).toEqual([{ path: 'reveal.reason', message: '请写明导出完整姓名的原因' }])
    const told = JSON.stringify(journal().slice(before))
    expect(journal().length).toBe(before + 2)
    expect(told).toContain('逐件电话回访')
    // What was searched for was a name.
    expect(told).not.toContain('赵小满')
  })

  it('can be stopped on the way, and then nothing has left', async () => {
    await signIn('clerk')
    const before = journal().length
    const job = 'a long export'
    const taking = desk.refusal('lists.export', { asked: { list: 'petitions' }, job })
    await desk.ask('session.cancel', { job })
    expect((await taking).code).toBe('cancelled')
    expect(journal()).toHaveLength(before)
    expect(desk.events).toContainEqual(expect.objectContaining({ job, label: '正在导出信访事项' }))
    expect((await take({ list: 'petitions' })).rows).toBeGreaterThan(0)
  })

  it('is not for whoever may not take it out, and with full names for fewer', async () => {
    const ask = (asked: Asked, reason?: string) =>
      desk.refusal('lists.export', {
        asked,
        reveal: reason === undefined ? null : { reason },
        job: 'an export',
      })
    await signIn('hqc')
    expect((await ask({ list: 'petitions' })).code).toBe('notAllowed')
    await signIn('desk')
    expect((await ask({ list: 'petitions' })).message).toContain('请由办公室同事导出')
    expect((await take({ list: 'today' })).rows).toBeGreaterThan(0)
    expect((await ask({ list: 'today' }, '想看')).message).toContain('请导出姓名已遮盖的')
    await signIn('fyz')
    expect((await ask({ list: 'chasing' })).code).toBe('notAllowed')
    expect((await ask({ list: 'review', day: '2026-11-18' }, '想看')).code).toBe('notAllowed')
  })

  it('of a leader’s day leaves out what complains about that leader', async () => {
    await signIn('fyz')
    const { texts, rows } = await take({ list: 'review', day: '2026-11-18' })
    expect(rows).toBe(1)
    expect(texts).toContain(canteen)
    expect(texts.join()).not.toContain(accusing)
  })

  it('is refused, named and recorded by nobody, when what it is about is not there', async () => {
    await signIn('clerk')
    const before = journal().length
    for (const asked of [
      { list: 'meeting', id: 'none' },
      { list: 'import-rows', run: 'none' },
    ] as const)
      expect((await desk.refusal('lists.export', { asked, job: 'an export' })).code).toBe('notFound')
    expect(journal().length).toBe(before)
  })
})

it('nobody takes out a list they may not look at, and full names never stand in a list without people', () => {
  for (const list of Object.keys(LISTS) as ListName[]) {
    expect([list, mayExport(list, ['unit']), mayReveal(list, ['receptionist'])]).toEqual([list, false, false])
    expect(mayReveal(list, ['clerk'])).toBe(LISTS[list].people && list !== 'review')
  }
  expect(mayExport('basket', ['admin'])).toBe(false)
})
