import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sent } from '../../../../shared/contract/api.ts'
import type { PetitionNumber } from '../../../../shared/domain/petition.ts'
import { aDesk, PASSWORD, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
  await signInAs(desk, 'clerk')
})
afterAll(() => desk.remove())

type Plan = Sent<'meetings.plan'>['plan']
type Held = Sent<'meetings.hold'>['held']

const plan = (changes: Partial<Plan> = {}): Plan => ({
  kind: 'coordination',
  title: '食堂与宿舍保障协调会',
  on: '2026-11-18',
  time: '14:30',
  place: '行政楼 302',
  chair: '周明远',
  leadUnit: 'HQC',
  assistUnits: ['GZC'],
  agenda: ['冬季保障安排'],
  ...changes,
})

const held = (changes: Partial<Held> = {}): Held => ({
  on: '2026-11-18',
  attendees: '周明远、后勤处负责人',
  minutes: '会议听取了后勤处的情况说明。',
  ...changes,
})

const as = (login: string) => desk.ask('session.signIn', { login, password: PASSWORD })

async function register(changes: Parameters<typeof aVisit>[0] = {}): Promise<PetitionNumber> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit(changes) })
  const [first] = petitions
  if (!first) throw new Error('nothing was registered')
  return first.number
}

async function transferred(): Promise<PetitionNumber> {
  const number = await register()
  await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
  return number
}

describe('what waits for a meeting', () => {
  it('is collected with its reason, put on a list, and waits again when the meeting is cancelled', async () => {
    const number = await transferred()
    await desk.ask('basket.add', { number, as: 'difficult', reason: '两个部门意见不一' })
    const waiting = async () =>
      (await desk.ask('basket.list')).waiting.find(({ line }) => line.number === number)
    expect(await waiting()).toMatchObject({ as: 'difficult', reason: '两个部门意见不一', meeting: null })

    const meeting = await desk.ask('meetings.plan', { id: null, plan: plan({ petitions: [number] }) })
    expect(meeting.id).toMatch(/^ZX-2026-M\d{5}$/)
    expect(meeting.items).toMatchObject([{ line: { number }, as: 'difficult', reason: '两个部门意见不一' }])
    expect((await waiting())?.meeting).toBe(meeting.id)
    expect(await desk.ask('basket.of', { number })).toMatchObject({
      waiting: { as: 'difficult' },
      meetings: [{ id: meeting.id, title: '食堂与宿舍保障协调会' }],
      groups: [],
      refusal: null,
    })
    expect((await desk.refusal('basket.remove', { number, reason: '误加' })).message).toContain(
      '已列入一次会议',
    )

    await desk.ask('meetings.cancel', { id: meeting.id, reason: '主持人外出' })
    expect((await waiting())?.meeting).toBeNull()
    await desk.ask('basket.remove', { number, reason: '已经办妥' })
    expect(await waiting()).toBeUndefined()
  })

  it('never holds an accusation', async () => {
    const number = await register({ petition: { purpose: 'accusation' } })
    expect((await desk.refusal('basket.add', { number, as: 'hot', reason: '重要' })).message).toContain(
      '第三十条',
    )
    const { suggested } = await desk.ask('basket.list')
    expect(suggested.map(({ line }) => line.number)).not.toContain(number)
  })

  it('is suggested where the record calls for it', async () => {
    const number = await register({ headcount: 9 })
    const { suggested } = await desk.ask('basket.list')
    expect(suggested.find(({ line }) => line.number === number)?.why).toEqual(['集体访'])
  })
})

describe('a coordination meeting', () => {
  it('turns decisions into chases and follows each until it is carried out', async () => {
    const number = await transferred()
    await desk.ask('basket.add', { number, as: 'key', reason: '反映集中' })
    const { id } = await desk.ask('meetings.plan', { id: null, plan: plan({ petitions: [number] }) })
    const decision = { petition: number, unit: 'HQC', what: '延长东区食堂供餐时间', dueOn: '2026-11-25' }
    const meeting = await desk.ask('meetings.hold', {
      id,
      held: held({ decisions: [decision, { unit: 'GZC', what: '检修餐台', dueOn: '2026-11-20' }] }),
    })
    expect(meeting).toMatchObject({ state: 'held', decisions: 2, openDecisions: 2, lateDecisions: 0 })
    const { timeline } = await desk.ask('petitions.open', { number })
    expect(timeline.at(-1)?.label).toBe('催办督办')
    expect(timeline.at(-1)?.lines.join('，')).toContain('食堂与宿舍保障协调会')
    expect(timeline.find(({ label }) => label === '列入会商')?.lines).toEqual(['重点：反映集中'])
    expect((await desk.ask('basket.list')).waiting.map(({ line }) => line.number)).not.toContain(number)

    const settled = await desk.ask('meetings.settle', { id, decision: 1, result: '已检修完毕' })
    expect(settled.decided[1]).toMatchObject({ doneOn: '2026-11-18', result: '已检修完毕' })
    const again = { id, decision: 1, result: '再次' }
    expect((await desk.refusal('meetings.settle', again)).message).toContain('已经落实')
    const { open } = await desk.ask('meetings.list')
    expect(open.filter(({ meeting: of }) => of === id).map(({ what }) => what)).toEqual([
      '延长东区食堂供餐时间',
    ])
  })

  it('issues its minutes without naming a petitioner', async () => {
    const number = await register({ petition: { title: '赵小满反映食堂供餐，电话13900000001' } })
    await desk.ask('basket.add', { number, as: 'hot', reason: '赵小满多次来访' })
    const named = { title: '赵小满反映事项协调会', agenda: ['赵小满的诉求'], petitions: [number] }
    const { id } = await desk.ask('meetings.plan', { id: null, plan: plan(named) })
    expect((await desk.refusal('meetings.issue', { id })).message).toContain('还没有召开')
    await desk.ask('meetings.hold', { id, held: held({ minutes: '赵小满的诉求应予支持。' }) })
    const preview = JSON.stringify((await desk.ask('meetings.preview', { id })).paper)
    expect(preview).toContain('协调会纪要')
    expect(preview).toContain(number)
    expect(preview).not.toContain('赵小满')
    expect(preview).not.toContain('13900000001')
    const document = await desk.ask('meetings.issue', { id })
    expect(document).toMatchObject({ kindName: '会议纪要', petition: null })
    expect(document.title).not.toContain('赵小满')
    expect((await desk.ask('meetings.open', { id })).document?.id).toBe(document.id)
    await desk.ask('documents.show', { id: document.id })

    // A leader may be whom one of the matters complains about.
    await signInAs(desk, 'leader')
    expect((await desk.refusal('documents.show', { id: document.id })).code).toBe('notFound')
    await as('clerk')
  })

  it('keeps a correction with its reason and refuses another holding', async () => {
    const { id } = await desk.ask('meetings.plan', { id: null, plan: plan() })
    await desk.ask('meetings.hold', { id, held: held() })
    const amended = {
      id,
      reason: '漏记出席人员',
      attendees: '周明远、孙慧',
      absent: '',
      minutes: '改过的记录',
    }
    const { attendees, history } = await desk.ask('meetings.amend', amended)
    expect(attendees).toBe('周明远、孙慧')
    expect(history.map(({ label }) => label)).toEqual(['安排会议', '召开会议', '更正会议记录'])
    expect(history[2]).toMatchObject({
      lines: ['更正原因：漏记出席人员'],
      struck: ['出席：周明远、后勤处负责人', '会议情况：会议听取了后勤处的情况说明。'],
    })
    expect((await desk.refusal('meetings.hold', { id, held: held() })).message).toContain('已经召开')
    expect((await desk.refusal('meetings.plan', { id, plan: plan() })).message).toContain('更正记录')
  })

  it('never brings a matter before those it complains about', async () => {
    const number = await register({ petition: { accusedNames: '周明远', accusedUnits: ['GZC'] } })
    const asked = (changes: Partial<Plan>) =>
      desk.refusal('meetings.plan', { id: null, plan: plan({ petitions: [number], ...changes }) })
    expect((await asked({})).fields).toMatchObject([{ path: 'plan.petitions.0' }])
    expect((await asked({})).message).toContain('应当回避')
    expect((await asked({ chair: '李校长' })).message).toContain('是被反映单位')
    const meeting = plan({ petitions: [number], chair: '李校长', assistUnits: [] })
    const { id } = await desk.ask('meetings.plan', { id: null, plan: meeting })
    const decision = { petition: number, unit: 'GZC', what: '说明情况', dueOn: '2026-11-25' }
    const refusal = await desk.refusal('meetings.hold', { id, held: held({ decisions: [decision] }) })
    expect(refusal.fields).toMatchObject([{ path: 'held.decisions.0.unit' }])
    expect((await desk.ask('meetings.open', { id })).state).toBe('planned')
  })

  it.each([
    ['an unknown unit', { leadUnit: 'NONE' }, 'plan.leadUnit'],
    ['a unit twice', { assistUnits: ['HQC'] }, 'plan.assistUnits'],
    ['no chair', { chair: ' ' }, 'plan.chair'],
    ['a time that is none', { time: '25:00' }, 'plan.time'],
  ])('refuses %s at its field', async (_, changes, path) => {
    const refusal = await desk.refusal('meetings.plan', { id: null, plan: plan(changes) })
    expect(refusal.fields.map((field) => field.path)).toContain(path)
  })

  it('is arranged by the clerk alone', async () => {
    await signInAs(desk, 'receptionist')
    expect((await desk.refusal('meetings.plan', { id: null, plan: plan() })).code).toBe('notAllowed')
    await desk.ask('meetings.list')
    await as('clerk')
  })
})

describe('dispatch meetings', () => {
  it('are asked for when the last one is too long ago', async () => {
    const own = await aDesk()
    await signInAs(own, 'clerk')
    expect((await own.ask('meetings.list')).reminders).toEqual([
      '还没有召开过调度会，应定期召开（《接诉即办工作制度》三（三））。',
    ])
    const { id } = await own.ask('meetings.plan', { id: null, plan: plan({ kind: 'dispatch' }) })
    expect((await own.ask('meetings.list')).reminders).toEqual([])
    await own.ask('meetings.hold', { id, held: held() })
    own.passTime(31 * 86_400_000)
    expect((await own.ask('meetings.list')).reminders[0]).toContain('上次调度会距今 31 天')
    await own.remove()
  })
})

describe('disputed ownership', () => {
  it('is collated by category with the first receiver until it is kept or given to another', async () => {
    const kept = await transferred()
    const moved = await transferred()
    for (const number of [kept, moved]) {
      await desk.ask('petitions.return', {
        number,
        unit: 'HQC',
        reason: '属于资产管理职责',
        suggestedUnit: 'GZC',
      })
    }
    const [group] = await desk.ask('disputes.list', {})
    expect(group).toMatchObject({ category: 'HQ' })
    expect(group?.disputes.map(({ line }) => line.number).sort()).toEqual([kept, moved].sort())
    expect(group?.disputes[0]).toMatchObject({
      firstUnit: 'HQC',
      settled: false,
      returns: [{ unit: 'HQC', reason: '属于资产管理职责', suggestedUnit: 'GZC' }],
    })
    await desk.ask('petitions.keep', { number: kept, reason: '首接首办' })
    await desk.ask('petitions.route', { number: moved, to: { route: 'transfer', leadUnit: 'GZC' } })
    expect(await desk.ask('disputes.list', {})).toEqual([])
    const [all] = await desk.ask('disputes.list', { settled: true })
    const outcomes = Object.fromEntries(
      all?.disputes.map(({ line, outcome }) => [line.number, outcome]) ?? [],
    )
    expect(outcomes[kept]).toContain('由首办单位继续办理')
    expect(outcomes[moved]).toContain('改由国有资产处办理')

    // The next unit says the same: whoever received it first is still named.
    await desk.ask('petitions.return', {
      number: moved,
      unit: 'GZC',
      reason: '属于后勤维修职责',
      suggestedUnit: 'HQC',
    })
    const [again] = await desk.ask('disputes.list', {})
    expect(again?.disputes).toMatchObject([{ firstUnit: 'HQC', settled: false, outcome: '' }])
    expect(again?.disputes[0]?.returns.map(({ unit }) => unit)).toEqual(['HQC', 'GZC'])
  })
})

it('gives the same rows when everything is folded again from the journal', async () => {
  await as('admin')
  expect(await desk.ask('desk.verify', { job: 'verify' })).toMatchObject({ problems: [] })
})
