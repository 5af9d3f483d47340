import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, PASSWORD, type TestDesk } from '../../helpers/a-desk.ts'
import { aVisit } from '../../helpers/a-visit.ts'

let desk: TestDesk
let canteen: string
let accusing: string
let complaint: string

const signIn = (login: string) => desk.ask('session.signIn', { login, password: PASSWORD })
const numbersSeen = async () =>
  (await desk.ask('petitions.list', {})).lines.map(({ number }) => number as string)

beforeAll(async () => {
  desk = await aDesk()
  const account = { active: true, password: PASSWORD } as const
  const unit = { ...account, roles: ['unit' as const] }
  await desk.ask('accounts.save', { ...unit, login: 'hqc', name: '赵后勤', unit: 'HQC' })
  await desk.ask('accounts.save', { ...unit, login: 'jjs', name: '钱监督', unit: 'JJS' })
  await desk.ask('accounts.save', { ...unit, login: 'nobody', name: '孙某', unit: '' })
  const leader = { ...account, roles: ['leader' as const] }
  await desk.ask('accounts.save', { ...leader, login: 'fyz', name: '李副院长', leader: 'FYZ1' })
  await desk.ask('accounts.save', { ...leader, login: 'other', name: '周副院长', leader: 'FYZ2' })

  const register = async (petition: NonNullable<NonNullable<Parameters<typeof aVisit>[0]>['petition']>) => {
    const { petitions } = await desk.ask('visits.register', { visit: aVisit({ petition }) })
    return petitions[0]?.number ?? ('' as never)
  }
  const first = await register({})
  await desk.ask('petitions.route', {
    number: first,
    to: { route: 'transfer', leadUnit: 'HQC', remark: '' },
  })
  const second = await register({ purpose: 'accusation', accusedUnits: ['HQC'], accusedNames: '李副院长' })
  await desk.ask('petitions.route', {
    number: second,
    to: { route: 'transfer', leadUnit: 'JJS', remark: '' },
  })
  const third = await register({ title: '反映后勤处', accusedUnits: ['HQC'] })
  await desk.ask('petitions.route', { number: third, to: { route: 'submit', leader: 'FYZ1', proposal: '' } })
  canteen = first
  accusing = second
  complaint = third
})
afterAll(() => desk.remove())

describe('who sees which petition', () => {
  it('the office sees the whole office', async () => {
    await signIn('admin')
    expect(await numbersSeen()).toEqual([complaint, accusing, canteen])
  })

  it('a head of a unit sees what the unit handles, and nothing that complains about it', async () => {
    await signIn('hqc')
    expect(await numbersSeen()).toEqual([canteen])
    expect(await desk.ask('petitions.count', {})).toMatchObject({ count: 1, more: false })
    for (const number of [accusing, complaint]) {
      const refusal = await desk.refusal('petitions.open', { number })
      expect(refusal.code).toBe('notFound')
    }
    expect((await desk.refusal('petitions.remark', { number: canteen, text: '看到了' })).code).toBe(
      'notAllowed',
    )
  })

  it('a lead unit of a channel sees the petitions its channel brought', async () => {
    await signIn('jjs')
    // 信访接待 is led by 纪监审: all three came through it.
    expect(await numbersSeen()).toEqual([complaint, accusing, canteen])
  })

  it('an account without a unit sees nothing', async () => {
    await signIn('nobody')
    expect(await numbersSeen()).toEqual([])
  })

  it('a leader never meets a complaint about themselves, on no page', async () => {
    await signIn('fyz')
    expect(await numbersSeen()).toEqual([complaint, canteen])
    expect((await desk.refusal('petitions.open', { number: accusing })).code).toBe('notFound')
    const { today } = await desk.ask('session.state')
    const day = await desk.ask('review.day', { day: today })
    expect(day.petitions.map(({ number }) => number)).not.toContain(accusing)
    expect((await desk.refusal('review.instruct', { number: accusing, text: '停办' })).code).toBe('notFound')
    const board = await desk.ask('chasing.board')
    expect(board.groups.flatMap(({ lines }) => lines.map(({ number }) => number))).not.toContain(accusing)
    const home = await desk.ask('petitions.today')
    expect(home.registered.map(({ number }) => number)).not.toContain(accusing)
    const papers = await desk.ask('documents.list', {})
    expect(papers.lines.some(({ petition }) => petition === accusing)).toBe(false)
  })

  it('what waits for one leader does not wait for another, and after the days of review only theirs is left', async () => {
    const { today } = await desk.ask('session.state')
    await signIn('fyz')
    expect((await desk.ask('review.day', { day: today })).waiting.map(({ number }) => number)).toEqual([
      complaint,
    ])
    await signIn('other')
    expect((await desk.ask('review.day', { day: today })).waiting).toEqual([])
    desk.passTime(40 * 86_400_000)
    expect(await numbersSeen()).toEqual([])
    await signIn('fyz')
    expect(await numbersSeen()).toEqual([complaint])
  })

  it('nor does a paper about many petitions tell whom one of them complains about', async () => {
    await signIn('admin')
    const asked = { period: '2026-11', job: 'report' } as const
    const { id } = await desk.ask('reports.issue', { ...asked, report: 'dispatch-list' })
    expect(JSON.stringify((await desk.ask('documents.show', { id })).paper)).toContain(accusing)
    await signIn('fyz')
    for (const method of ['documents.show', 'printing.look', 'register.record'] as const)
      expect((await desk.refusal(method, { id })).code).toBe('notFound')
    expect((await desk.refusal('register.scan', { text: `XF/-/${id}` })).code).toBe('notFound')
    for (const method of ['documents.list', 'register.list'] as const)
      expect((await desk.ask(method, {})).lines.map((line) => line.id)).not.toContain(id)
    await signIn('other')
    expect((await desk.ask('documents.show', { id })).line.id).toBe(id)
  })

  it('and what lists matters by their titles alone is for the office', async () => {
    await signIn('admin')
    for (const petition of [accusing, complaint, canteen])
      await desk.ask('reports.explain', {
        petition,
        semester: '2026-2027-1',
        reason: '等待上级明确政策',
      })
    const asked = { report: 'semester-summary', period: '2026-2027-1', job: 'report' } as const
    const { id } = await desk.ask('reports.issue', asked)
    await signIn('fyz')
    expect((await desk.refusal('documents.show', { id })).code).toBe('notFound')
  })
})
