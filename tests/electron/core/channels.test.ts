import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sent } from '../../../shared/contract/api.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { aDesk, signInAs, type TestDesk } from '../../helpers/a-desk.ts'
import { aVisit } from '../../helpers/a-visit.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
  await signInAs(desk, 'leader')
  await signInAs(desk, 'clerk')
})
afterAll(() => desk.remove())

type Record = Sent<'channels.register'>['record']
const aRecord = (changes: Partial<Record> = {}): Record => ({
  channel: 'JSRX',
  name: '孙电话',
  phone: '13900000002',
  title: '宿舍热水不够',
  matter: '六号楼晚上十点以后没有热水。',
  category: 'HQ02',
  grade: 'same-day',
  ...changes,
})
const register = (changes: Partial<Record> = {}) =>
  desk.ask('channels.register', { record: aRecord(changes) })
const as = (login: string) => desk.ask('session.signIn', { login, password: 'a-desk-password' })

describe('a short record', () => {
  it('needs a name, a title and a matter, and runs by its grade', async () => {
    const { number, sentence, remarks } = await register()
    expect(remarks).toEqual([])
    expect(sentence).toContain('今天')
    const view = await desk.ask('petitions.open', { number })
    expect(view).toMatchObject({ channel: 'JSRX', grade: 'same-day', petitioner: '孙*话', documents: [] })
    expect(view.visit.place).toBe('接诉即办热线')
  })

  it('takes an anonymous caller, and refuses a nameless one who is not', async () => {
    expect((await register({ name: '', phone: '', anonymous: true })).number).toMatch(/^ZX-2026/)
    const refusal = await desk.refusal('channels.register', { record: aRecord({ title: '', phone: '12' }) })
    expect(refusal.fields.map(({ path }) => path).sort()).toEqual(['record.phone', 'record.title'])
    const nameless = await desk.refusal('channels.register', { record: aRecord({ name: '' }) })
    expect(nameless.message).toContain('匿名')
  })

  it('takes its draft away with it', async () => {
    await desk.ask('drafts.save', { id: 'd1', title: '电话', form: { short: true } })
    await desk.ask('channels.register', { record: aRecord(), draft: 'd1' })
    expect(await desk.ask('drafts.list')).toEqual([])
  })
})

describe('an appeal', () => {
  const appeal = { decision: '学处〔2026〕3号 记过处分', decidedBy: 'XSGZC', deliveredOn: '2026-11-10' }

  it('goes to its committee at once and has fifteen days', async () => {
    const { number, remarks } = await register({ channel: 'XSSS', category: 'JC04', grade: null, appeal })
    expect(remarks).toEqual(['已转学生申诉处理委员会。'])
    const view = await desk.ask('petitions.open', { number })
    expect(view).toMatchObject({
      leadUnit: 'XSSSWYH',
      state: 'transferred',
      purpose: 'appeal',
      dueOn: '2026-12-03',
    })
    expect(view.due?.basis).toContain('第六十一条')
    expect(view.accusedUnits).toEqual(['XSGZC'])
  })

  it('is said to be late, not refused', async () => {
    const { number, remarks } = await register({
      channel: 'XSSS',
      category: 'JC04',
      appeal: { ...appeal, deliveredOn: '2026-11-01' },
    })
    expect(remarks[1]).toContain('已超过 7 日')
    const opened = await desk.ask('appeals.open', { number })
    expect(opened).toMatchObject({ filingDueOn: '2026-11-11', filedOn: '2026-11-18', procedure: 'appeal' })
    expect(opened?.late).toContain('第六十条')
  })

  it('of staff goes to the other committee and has thirty', async () => {
    const { number } = await register({
      channel: 'JZGFH',
      category: 'JC06',
      appeal: { decision: '人事处理决定' },
    })
    const view = await desk.ask('petitions.open', { number })
    expect(view).toMatchObject({ leadUnit: 'JZGFHWYH', dueOn: '2026-12-18' })
  })

  it('needs the decision complained of', async () => {
    const refusal = await desk.refusal('channels.register', { record: aRecord({ channel: 'XSSS' }) })
    expect(refusal.fields[0]?.path).toBe('appeal.decision')
  })

  it('is concluded before it is told, and telling it answers the petition', async () => {
    const { number } = await register({ channel: 'XSSS', category: 'JC04', appeal })
    const early = await desk.refusal('appeals.tell', { number, on: '2026-11-18', medium: 'written' })
    expect(early.message).toContain('还没有作出结论')
    await desk.ask('appeals.decide', { number, on: '2026-11-18', result: 'changed', text: '建议改为警告。' })
    const before = await desk.refusal('appeals.decide', {
      number,
      on: '2026-11-01',
      result: 'upheld',
      text: '维持',
    })
    expect(before.message).toContain('不能早于')
    const told = await desk.ask('appeals.tell', { number, on: '2026-11-18', medium: 'written' })
    expect(told).toMatchObject({ toldOn: '2026-11-18', result: 'changed', due: null })
    expect(await desk.ask('petitions.open', { number })).toMatchObject({ state: 'answered' })
    expect((await desk.ask('appeals.list')).map(({ petition }) => petition)).toContain(number)
  })

  it('is of its two channels alone', async () => {
    const { number } = await register()
    const refusal = await desk.refusal('appeals.file', { number, filing: appeal, filedOn: '2026-11-18' })
    expect(refusal.message).toContain('学生申诉')
  })
})

describe("a channel's lead unit", () => {
  it('has all its channels and their petitions in one list, the most urgent first', async () => {
    const later = await register({ channel: 'XZXX', title: '晚到', grade: null })
    const { petitions } = await desk.ask('visits.register', {
      visit: aVisit({ channel: 'JDR', startedAt: '2026-10-08T01:00:00.000Z' }),
    })
    const { channels, lines, overdue } = await desk.ask('channels.ofUnit', { unit: 'DYB' })
    expect(channels).toEqual(['ZXZX', 'XZXX', 'JDR', 'ZTDY'])
    expect(lines.map(({ number }) => number)).toEqual([petitions[0]?.number, later.number])
    expect(overdue).toBe(1)
    const { units, channels: all } = await desk.ask('channels.overview')
    expect(units.find(({ unit }) => unit === 'DYB')).toEqual({
      unit: 'DYB',
      channels: 4,
      open: 2,
      overdue: 1,
    })
    expect(all.find(({ code }) => code === 'XZXX')).toMatchObject({ semester: 1, total: 1 })
  })

  it('is kept from what complains about it, and from the lists of others', async () => {
    await register({ channel: 'XZXX', title: '反映办公室', purpose: 'accusation', accusedUnits: ['DYB'] })
    await as('admin')
    await desk.ask('accounts.save', {
      login: 'dyb',
      name: '郑主任',
      roles: ['unit'],
      unit: 'DYB',
      active: true,
      password: 'a-desk-password',
    })
    await as('dyb')
    const titles = (await desk.ask('channels.ofUnit', { unit: 'DYB' })).lines.map(({ title }) => title)
    expect(titles).not.toContain('反映办公室')
    expect((await desk.refusal('channels.ofUnit', { unit: 'TW' })).code).toBe('notAllowed')
    expect((await desk.ask('channels.overview')).units.map(({ unit }) => unit)).toEqual(['DYB'])
    await as('clerk')
  })
})

describe('an activity', () => {
  const lunch = {
    channel: 'WCH',
    title: '十一月午餐会',
    heldOn: '2026-11-17',
    host: '院长',
    participants: 12,
  }

  it('raises its matters in one go, each a petition of the channel', async () => {
    const { id } = await desk.ask('activities.save', { held: true, activity: lunch })
    expect(id).toBe('ZX-2026-H0001')
    const raised = await desk.ask('activities.raise', {
      id,
      matters: [
        { proposer: '周同学', seconders: '吴同学、郑同学', title: '图书馆座位', category: 'HQ09' },
        { title: '早餐品种', matter: '希望增加杂粮。', category: 'HQ01' },
      ],
    })
    const { petitions, matters } = await desk.ask('activities.open', { id })
    expect(matters).toBe(2)
    expect(petitions.map(({ number }) => number)).toEqual(raised.map(({ number }) => number))
    const first = await desk.ask('petitions.open', { number: raised[0]?.number as PetitionNumber })
    expect(first).toMatchObject({
      channel: 'WCH',
      receivedOn: '2026-11-17',
      purpose: 'suggestion',
      petitioner: '周*学',
    })
    expect(first.visit.remark).toBe('附议人：吴同学、郑同学')
    const none = await desk.refusal('activities.raise', {
      id,
      matters: [
        { title: '甲', category: 'HQ01' },
        { title: '乙', category: 'NONE' },
      ],
    })
    expect(none.fields[0]?.path).toBe('matters.1.category')
    expect((await desk.ask('activities.open', { id })).matters).toBe(2)
  })

  it('is planned first, then written down or cancelled', async () => {
    const plan = { ...lunch, channel: 'MDM', title: '面对面', heldOn: '2026-11-25' }
    const { id } = await desk.ask('activities.save', { held: false, activity: plan })
    expect(
      (await desk.refusal('activities.raise', { id, matters: [{ title: '甲', category: 'HQ01' }] })).message,
    ).toContain('还没有记录为已召开')
    expect((await desk.refusal('activities.save', { id, held: true, activity: plan })).message).toContain(
      '晚于今天',
    )
    expect((await desk.refusal('activities.save', { held: false, activity: lunch })).message).toContain(
      '已经过去',
    )
    const overview = await desk.ask('channels.overview')
    expect(overview.channels.find(({ code }) => code === 'MDM')?.nextPlannedOn).toBe('2026-11-25')
    const held = await desk.ask('activities.save', {
      id,
      held: true,
      activity: { ...plan, heldOn: '2026-11-18' },
    })
    expect(held.state).toBe('held')
    expect((await desk.refusal('activities.cancel', { id, reason: '误' })).message).toContain('还没有召开')
  })

  it('is counted per channel and semester, with the day of the last', async () => {
    await desk.ask('activities.save', { held: true, activity: { ...lunch, heldOn: '2026-04-01' } })
    const { semesters, channels } = await desk.ask('activities.frequency')
    expect(semesters.slice(0, 2)).toEqual(['2026—2027学年第一学期', '2025—2026学年第二学期'])
    const lunches = channels.find(({ channel }) => channel === 'WCH')
    expect(lunches).toMatchObject({ lastHeldOn: '2026-11-17', since: 1 })
    expect(lunches?.counts.slice(0, 2)).toEqual([1, 1])
    expect(channels.find(({ channel }) => channel === 'JDTA')?.lastHeldOn).toBeNull()
  })
})

describe('a standing link', () => {
  const link = { kind: 'expert' as const, leader: 'YZ', partner: '王教授', since: '2026-09-01' }

  it('covers the leader, and whoever has none is named', async () => {
    const before = await desk.ask('links.list')
    expect(before.missing).toHaveLength(14)
    await desk.ask('links.save', { link })
    await desk.ask('links.save', {
      link: { kind: 'student', person: '冯处长', post: '处长', partner: '卫小困', since: '2026-09-01' },
    })
    const { missing, links } = await desk.ask('links.list')
    expect(missing.filter(({ kind }) => kind === 'expert').map(({ who }) => who)).not.toContain('院长')
    expect(missing.map(({ who }) => who)).toContain('处长冯处长')
    expect(links.find(({ kind }) => kind === 'student')?.partner).toBe('卫*困')
  })

  it('keeps the name behind the mask when the link is changed', async () => {
    const { id } = await desk.ask('links.save', {
      link: { kind: 'student', leader: 'SJ', partner: '蒋小困', since: '2026-09-01' },
    })
    await desk.ask('links.save', {
      id,
      link: { kind: 'student', leader: 'SJ', partner: '蒋*困', since: '2026-09-01', remark: '换了宿舍' },
    })
    await desk.ask('links.save', {
      id,
      link: { kind: 'class', leader: 'SJ', partner: '数据2401班', since: '2026-09-01' },
    })
    const [first] = desk.app.session
      .desk()
      .store.reader.raw.prepare(
        "select body from journal where kind = 'link.saved' and subject = ? order by seq desc limit 2 offset 1",
      )
      .all(id) as { body: string }[]
    expect(JSON.parse(first?.body ?? '{}')).toMatchObject({ partner: '蒋小困', remark: '换了宿舍' })
  })

  it('is contacted, with a matter that becomes a petition of its channel', async () => {
    const { id } = await desk.ask('links.save', { link: { ...link, leader: 'FSJ' } })
    await desk.ask('links.contact', { id, on: '2026-11-12', how: 'talk', text: '谈了学科建设。' })
    const { petition } = await desk.ask('links.contact', {
      id,
      on: '2026-11-16',
      how: 'visit',
      matter: { proposer: '王教授', title: '实验室用房', category: 'JX99' },
    })
    expect(await desk.ask('petitions.open', { number: petition ?? '' })).toMatchObject({
      channel: 'LXZJ',
      receivedOn: '2026-11-16',
    })
    const opened = await desk.ask('links.open', { id })
    expect(opened).toMatchObject({ contacts: 2, lastContactOn: '2026-11-16' })
    expect(opened.history.map(({ how }) => how)).toEqual(['visit', 'talk'])
    const empty = await desk.refusal('links.contact', { id, on: '2026-11-12', how: 'talk' })
    expect(empty.message).toContain('联系的情况')
  })

  it('with an expert is a leader’s own', async () => {
    const refusal = await desk.refusal('links.save', { link: { ...link, leader: null, person: '冯处长' } })
    expect(refusal.message).toContain('党委领导班子成员')
  })
})

describe('all of it', () => {
  it('can be rebuilt from the journal alone', async () => {
    await as('admin')
    expect((await desk.ask('desk.verify', { job: 'v' })).problems).toEqual([])
  })
})
