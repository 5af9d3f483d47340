import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, PASSWORD, type TestDesk } from '../../helpers/a-desk.ts'
import { aGuest, aSchedule, aTalk, planReceptions } from '../../helpers/a-reception.ts'

/** Wednesday 2026-11-18, 15:00 in Shanghai. */
const AN_AFTERNOON = Date.parse('2026-11-18T07:00:00.000Z')
const TODAY = '2026-11-18'
const NEXT = '2026-11-25'
const WEEK = 7 * 86_400_000

const as = (desk: TestDesk, login: string) => desk.ask('session.signIn', { login, password: PASSWORD })

describe('the plan', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await aDesk({ now: AN_AFTERNOON })
    await planReceptions(desk)
  })
  afterAll(() => desk.remove())

  it('holds the days of the rule with the leaders in turn, and when bookings end', async () => {
    const days = await desk.ask('reception.days', { from: TODAY, until: '2026-12-31' })
    expect(days.map(({ day, leader }) => [day, leader])).toEqual([
      ['2026-11-18', 'SJ'],
      ['2026-11-25', 'YZ'],
      ['2026-12-02', 'FYZ1'],
      ['2026-12-09', 'SJ'],
      ['2026-12-16', 'YZ'],
      ['2026-12-23', 'FYZ1'],
      ['2026-12-30', 'SJ'],
    ])
    expect(days[1]).toMatchObject({ cutOff: { day: '2026-11-24', time: '16:00' }, why: '周三，工作日' })
  })

  it('is not planned twice, goes on in turn, and says why a date is left out', async () => {
    const again = { from: TODAY, until: '2026-12-31' }
    expect((await desk.refusal('reception.plan', again)).message).toContain('没有可以新排定的接待日')
    const preview = await desk.ask('reception.preview', { from: '2026-12-28', until: '2027-01-31' })
    expect(preview.map(({ regular, leader, settled, kind }) => [regular, leader, settled, kind])).toEqual([
      ['2026-12-30', null, 'planned', 'kept'],
      ['2027-01-06', 'YZ', null, 'kept'],
      ['2027-01-13', 'FYZ1', null, 'kept'],
      ['2027-01-20', null, null, 'suspended'],
      ['2027-01-27', null, null, 'suspended'],
    ])
    expect(preview[4]?.why).toContain('寒假')
  })

  it('swaps two leaders with the reason, and shows it on both days', async () => {
    const [first, second] = ['2026-12-02', '2026-12-16']
    const day = await desk.ask('reception.swap', {
      id: first,
      leader: 'YZ',
      withDay: second,
      reason: '孔副院外出开会',
    })
    expect(day).toMatchObject({
      leader: 'YZ',
      swaps: [{ from: '副院长（教学、科研）孔副院', to: '院长周明远' }],
    })
    expect(await desk.ask('reception.day', { id: second })).toMatchObject({ leader: 'FYZ1' })
    const wrong = { id: first, leader: 'SJ', withDay: second, reason: '再换' }
    expect((await desk.refusal('reception.swap', wrong)).message).toContain('不是由这位校领导接访')
  })

  it('moves a day to a working day only, with a new end of bookings', async () => {
    const move = { id: '2026-12-09', start: '14:00', end: '16:00', place: '行政楼 305', reason: '会议冲突' }
    expect((await desk.refusal('reception.move', { ...move, to: '2026-12-12' })).fields[0]?.path).toBe('to')
    expect((await desk.refusal('reception.move', { ...move, to: '2026-12-16' })).message).toContain(
      '已经有接待日',
    )
    const moved = await desk.ask('reception.move', { ...move, to: '2026-12-11' })
    expect(moved).toMatchObject({ day: '2026-12-11', cutOff: { day: '2026-12-10' }, reason: '会议冲突' })
  })

  it('warns when a planned day becomes a rest day', async () => {
    await desk.ask('calendar.saveDay', { day: '2026-12-30', kind: 'rest', reason: '校庆' })
    expect((await desk.ask('reception.day', { id: '2026-12-30' })).warning).toContain('校庆')
    const cancelled = await desk.ask('reception.cancel', { id: '2026-12-30', reason: '校庆放假' })
    expect(cancelled).toMatchObject({ state: 'cancelled', warning: null })
  })

  it('is announced as a table of all days to come', async () => {
    const { paper } = await desk.ask('reception.previewPaper', { kind: 'reception-announcement' })
    const text = JSON.stringify(paper)
    for (const said of [
      '接访时间',
      '预约截止时间',
      '接访校领导',
      '接访地点',
      '陪同部门',
      '院长周明远',
      '2026年12月11日',
    ]) {
      expect(text).toContain(said)
    }
    expect(text).not.toContain('2026年12月30日')
    const line = await desk.ask('reception.issuePaper', { kind: 'reception-announcement' })
    expect(line).toMatchObject({ kindName: '接待日通知', petition: null, number: '校办字〔2026〕1号' })
  })

  it('names only leaders and departments that exist, and hours that end after they begin', async () => {
    expect(
      (await desk.refusal('reception.saveSchedule', aSchedule({ leaders: ['NONE'] }))).fields[0]?.path,
    ).toBe('leaders')
    const late = aSchedule({ rule: { winter: { start: '16:00', end: '14:00' } } })
    expect((await desk.refusal('reception.saveSchedule', late)).fields[0]?.path).toBe('rule.winter.end')
  })
})

describe('a reception day', () => {
  let desk: TestDesk
  const booked: string[] = []
  beforeAll(async () => {
    desk = await aDesk({ now: AN_AFTERNOON })
    await planReceptions(desk)
  })
  afterAll(() => desk.remove())

  const ASKED = { demand: '考试周延长到晚上十一点', materials: '闭馆时间照片2张' }

  it('takes bookings by its rules and keeps the names masked', async () => {
    const book = { id: NEXT, means: 'phone' as const, appointedAt: '15:00', form: aGuest(ASKED) }
    const first = await desk.ask('reception.book', book)
    booked.push(first.guest)
    expect(first.day.guests[0]).toMatchObject({
      name: '钱*桥',
      phone: '139****0022',
      state: 'waiting',
      kind: 'booked',
      ...ASKED,
    })
    expect(JSON.stringify(first.day)).not.toContain('钱小桥')

    const crowd = { ...book, form: aGuest({ headcount: 5, department: '' }) }
    expect((await desk.refusal('reception.book', crowd)).fields.map(({ path }) => path)).toEqual([
      'form.headcount',
      'form.department',
    ])
    const accusing = { ...book, form: aGuest({ accusedNames: '院长周明远', purpose: 'accusation' }) }
    expect((await desk.refusal('reception.book', accusing)).message).toContain('不能由其接待')
    expect((await desk.refusal('reception.book', { ...book, appointedAt: '18:00' })).fields[0]?.path).toBe(
      'appointedAt',
    )

    const earlier = {
      ...book,
      appointedAt: '14:30',
      form: aGuest({ title: '宿舍热水', person: { ...aGuest().person, name: '孙二' } }),
    }
    booked.push((await desk.ask('reception.book', earlier)).guest)
    const { guests } = await desk.ask('reception.day', { id: NEXT })
    expect(guests.map(({ title }) => title)).toEqual(['宿舍热水', '图书馆闭馆时间过早'])
  })

  it('shows who it is to whoever phones them, and remembers that', async () => {
    const { form } = await desk.ask('reception.reveal', { guest: booked[0] ?? '' })
    expect(form.person).toMatchObject({ name: '钱小桥', phone: '13900000022' })
    const told = await desk.ask('reception.tellBooking', {
      guest: booked[0] ?? '',
      medium: 'phone',
      appointedAt: '15:10',
    })
    expect(told.guests.find(({ id }) => id === booked[0])).toMatchObject({
      appointedAt: '15:10',
      toldOn: TODAY,
    })
  })

  it('ends bookings on time, and calls nobody before the day', async () => {
    expect((await desk.refusal('reception.callNext', { id: NEXT })).message).toContain('还没有到接待日')
    desk.passTime(WEEK - 1000 * 60 * 60)
    const late = { id: NEXT, means: 'phone', form: aGuest() }
    expect((await desk.refusal('reception.book', late)).message).toContain('预约已于11月24日 16:00 截止')
  })

  it('hears booked ones first, then walk-ins, one at a time, and nobody without a record', async () => {
    const walkIn = await desk.ask('reception.arrive', {
      id: NEXT,
      form: aGuest({ title: '奖学金评定', department: '' }),
    })
    let day = await desk.ask('reception.callNext', { id: NEXT })
    expect(day.guests[0]).toMatchObject({ id: booked[1], state: 'called' })
    expect((await desk.refusal('reception.callNext', { id: NEXT })).message).toContain('请先结束当前接待')
    expect((await desk.ask('desk.status')).waiting.reception).toBe(3)
    expect((await desk.refusal('reception.finish', { guest: booked[1] })).message).toContain('还没有接待记录')

    await desk.ask('reception.absent', { guest: booked[1] ?? '' })
    day = await desk.ask('reception.callNext', { id: NEXT })
    expect(day.guests[0]?.id).toBe(booked[0])
    day = await desk.ask('reception.requeue', { guest: booked[1] ?? '' })
    expect(day.guests.filter(({ state }) => state === 'waiting').map(({ id }) => id)).toEqual([
      walkIn.guest,
      booked[1],
    ])
  })

  it('writes down the conversation with the decision, from which the state follows', async () => {
    const { conversation, documents } = await desk.ask(
      'reception.record',
      aTalk(NEXT, { guest: booked[0] ?? null }),
    )
    expect(conversation).toMatchObject({
      state: 'assigned',
      leadUnit: 'TSG',
      dueOn: '2026-11-27',
      leaderName: '院长周明远',
    })
    expect(conversation.decided).toBe('批示交办图书馆，2026年11月27日前办结：请尽快办理。')
    expect(documents.map(({ kindName }) => kindName)).toEqual(['接待日登记表', '来访回执'])
    const view = await desk.ask('petitions.open', { number: conversation.petition })
    expect(view).toMatchObject({ channel: 'JDR', instructed: true, route: 'submit' })
    expect(view.timeline.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['登记来访', '确定办理方式', '领导批示']),
    )

    // Calling the next one ends a conversation that was written down.
    const day = await desk.ask('reception.callNext', { id: NEXT })
    expect(day.guests.find(({ id }) => id === booked[0])?.state).toBe('finished')
    expect(day.guests[0]).toMatchObject({ state: 'called', title: '奖学金评定' })
  })

  it('answers, transfers, declines or puts off, each as the petition’s own step', async () => {
    const [inside] = (await desk.ask('reception.day', { id: NEXT })).guests
    const record = async (decision: Parameters<typeof aTalk>[1]) =>
      (await desk.ask('reception.record', aTalk(NEXT, { guest: inside?.id ?? null, ...decision })))
        .conversation
    const answered = await record({
      decision: { kind: 'answer', text: '本周起延长。', outcome: 'supported' },
    })
    expect(answered.state).toBe('answered')
    const transferred = await record({ decision: { kind: 'transfer', leadUnit: 'HQC', text: '' } })
    expect(transferred).toMatchObject({ state: 'transferred', leadUnit: 'HQC', dueOn: '2026-12-02' })
    const decline = {
      kind: 'decline' as const,
      ground: 'litigation' as const,
      lawfulChannel: '向人民法院起诉',
      explanation: '已在诉讼中。',
    }
    expect((await record({ decision: decline })).state).toBe('declined')
    expect((await record({ decision: { kind: 'later' } })).state).toBe('submitted')
  })

  it('refuses what the rules refuse: an accusation answered, or given to anybody but discipline inspection', async () => {
    const accusation = { title: '举报报销问题', purpose: 'accusation' as const, accusedNames: '某科长' }
    const talk = (decision: Parameters<typeof aTalk>[1]) => aTalk(NEXT, { petition: accusation, ...decision })
    const answer = talk({ decision: { kind: 'answer', text: '知道了。', outcome: 'explained' } })
    expect((await desk.refusal('reception.record', answer)).message).toContain('不能当场答复')
    const wrong = talk({ decision: { kind: 'transfer', leadUnit: 'HQC', text: '' } })
    expect((await desk.refusal('reception.record', wrong)).message).toContain('检举控告')
    const own = aTalk(NEXT, { petition: { purpose: 'accusation', accusedNames: '周明远' } })
    expect((await desk.refusal('reception.record', own)).message).toContain('被反映人')
    const handedOn = aTalk(NEXT, {
      petition: { title: '举报招标问题', purpose: 'accusation', accusedNames: '周明远' },
      person: { name: '郑举报' },
      decision: { kind: 'transfer', leadUnit: 'JJS', text: '' },
    })
    const about = (await desk.ask('reception.record', handedOn)).conversation
    expect(about.leadUnit).toBe('JJS')
    expect((await desk.ask('petitions.open', { number: about.petition })).instructed).toBe(false)
    await as(desk, 'zhou')
    expect((await desk.ask('reception.day', { id: NEXT })).talks.map(({ id }) => id)).not.toContain(about.id)
    await as(desk, 'admin')
    expect((await desk.ask('reception.followUp')).owed.map(({ id }) => id)).not.toContain(about.id)
    const elsewhen = aTalk(NEXT, { startedAt: '2026-11-24T06:00:00.000Z' })
    expect((await desk.refusal('reception.record', elsewhen)).fields[0]?.path).toBe('visit.startedAt')

    const right = talk({
      decision: { kind: 'transfer', leadUnit: 'JJS', text: '' },
      person: { name: '吴举报' },
    })
    expect((await desk.ask('reception.record', right)).conversation.leadUnit).toBe('JJS')
  })

  it('shows a leader the own days only, and lets them decide what was put off', async () => {
    const sheet = await desk.ask('reception.issuePaper', {
      kind: 'reception-booking',
      about: booked[0] ?? '',
    })
    const { paper } = await desk.ask('documents.show', { id: sheet.id })
    for (const said of Object.values(ASKED)) expect(JSON.stringify(paper)).toContain(said)
    await as(desk, 'zhou')
    expect((await desk.refusal('reception.day', { id: TODAY })).code).toBe('notAllowed')
    expect((await desk.refusal('documents.show', { id: sheet.id })).code).toBe('notFound')
    expect((await desk.ask('desk.status')).waiting.reception).toBe(1)
    const days = await desk.ask('reception.days', { from: TODAY, until: '2026-12-31' })
    expect(new Set(days.map(({ leader }) => leader))).toEqual(new Set(['YZ']))
    const { undecided } = await desk.ask('reception.followUp')
    const decision = { kind: 'assign' as const, text: '请教务处三日内答复。', leadUnit: 'JWC', limitOn: null }
    const [first] = undecided
    const decided = await desk.ask('reception.decide', { conversation: first?.id ?? '', decision })
    expect(decided).toMatchObject({ state: 'assigned', leadUnit: 'JWC' })
    const twice = { conversation: first?.id ?? '', decision }
    expect((await desk.refusal('reception.decide', twice)).message).toContain('已经批示')
    expect((await desk.refusal('reception.callNext', { id: NEXT })).code).toBe('notAllowed')
    await as(desk, 'admin')
  })

  it('ends when nobody waits, and is minuted without names and without accusations', async () => {
    expect((await desk.refusal('reception.close', { id: NEXT })).message).toContain('还有来访人正在接待')
    const note = { kind: 'reception-minutes', about: NEXT, note: '请各单位按期反馈，并告知赵小满和吴举报。' }
    expect((await desk.refusal('reception.issuePaper', note)).message).toContain('还没有结束')
    let day = await desk.ask('reception.callNext', { id: NEXT })
    await desk.ask('reception.leave', { guest: day.guests[0]?.id ?? '', reason: '另有急事' })
    const late = await desk.ask('reception.arrive', { id: NEXT, form: aGuest({ title: '最后一位' }) })
    expect((await desk.refusal('reception.close', { id: NEXT })).message).toContain('还有 1 位来访人没有接待')
    await desk.ask('reception.leave', { guest: late.guest, reason: '改日再来' })
    day = await desk.ask('reception.close', { id: NEXT, remark: '' })
    expect(day.state).toBe('held')

    const line = await desk.ask('reception.issuePaper', note)
    const text = JSON.stringify((await desk.ask('documents.show', { id: line.id })).paper)
    expect(text).toContain('院长周明远在行政楼 201 会议室接待来访师生')
    expect(text).toContain('另有检举控告和涉及被反映人员、单位的事项2件')
    expect(text).toContain('请各单位按期反馈')
    expect(text).toContain('批示交办图书馆')
    expect(text).toContain('赵*满')
    for (const secret of ['举报报销', '举报招标', '赵小满', '吴举报', '郑举报', '13900000001'])
      expect(text).not.toContain(secret)
    expect((await desk.refusal('reception.issuePaper', note)).message).toContain('已经印发')
    expect((await desk.refusal('reception.record', aTalk(NEXT))).message).toContain('已经结束')
  })

  it('is followed up until the leader has been told the result', async () => {
    const { owed } = await desk.ask('reception.followUp')
    const assigned = owed.find(({ leadUnit }) => leadUnit === 'TSG')
    expect(owed.length).toBe(4)
    const number = assigned?.petition ?? ''
    await desk.ask('petitions.unitReply', {
      number,
      unit: 'TSG',
      handler: '刘馆员',
      findings: '考试周可以延长。',
      opinion: '延长至二十二点。',
    })
    const report = {
      number,
      leader: 'YZ',
      kind: 'result' as const,
      medium: 'in-person' as const,
      text: '已延长开放时间。',
    }
    await desk.ask('petitions.report', report)
    expect((await desk.ask('reception.followUp')).owed.map(({ petition }) => petition)).not.toContain(number)
  })

  it('can be rebuilt from the journal alone', async () => {
    expect((await desk.ask('desk.verify', { job: 'v' })).problems).toEqual([])
  })
})

describe('the duty shifts', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await aDesk({ now: AN_AFTERNOON })
    await planReceptions(desk)
  })
  afterAll(() => desk.remove())

  const plan = {
    from: TODAY,
    until: '2026-11-30',
    weekdays: [2, 4],
    start: '14:00',
    end: '17:00',
    place: '大学生活动中心',
    members: [{ unit: 'XSGZC', name: '郑值班' }],
  }

  it('fall on Tuesdays, Thursdays and the reception days, which the leader heads', async () => {
    expect(await desk.ask('shifts.plan', plan)).toMatchObject({ planned: 5 })
    const shifts = await desk.ask('shifts.list', { from: TODAY, until: '2026-11-30' })
    expect(shifts.map(({ day, headName }) => [day, headName])).toEqual([
      ['2026-11-18', '党委书记韩书记'],
      ['2026-11-19', ''],
      ['2026-11-24', ''],
      ['2026-11-25', '院长周明远'],
      ['2026-11-26', ''],
    ])
    expect((await desk.refusal('shifts.plan', plan)).message).toContain('没有可以新排定的值班')
  })

  it('follow a swap of the leaders', async () => {
    await desk.ask('reception.swap', { id: NEXT, leader: 'FYZ1', reason: '临时出差' })
    const [, , , headed] = await desk.ask('shifts.list', { from: TODAY, until: '2026-11-30' })
    expect(headed).toMatchObject({ head: 'FYZ1', reason: '临时出差' })
  })

  it('are signed on once and on the day, and raise matters', async () => {
    const sign = { id: TODAY, unit: 'XSGZC', name: '郑值班' }
    expect((await desk.ask('shifts.signOn', sign)).signedOn).toMatchObject([
      { name: '郑值班', asHead: false },
    ])
    expect((await desk.refusal('shifts.signOn', sign)).message).toContain('已经签到')
    expect((await desk.refusal('shifts.signOn', { ...sign, id: '2026-11-19' })).message).toContain('值班当天')
    desk.passTime(86_400_000)
    const talk = aTalk('2026-11-19', { decision: { kind: 'transfer', leadUnit: 'JWC', text: '' } })
    const { conversation } = await desk.ask('reception.record', {
      ...talk,
      sitting: { kind: 'shift', id: '2026-11-19' },
    })
    expect(conversation).toMatchObject({ leader: null, state: 'transferred' })
    expect((await desk.ask('petitions.open', { number: conversation.petition })).channel).toBe('CZZX')
    const answer = { kind: 'answer' as const, text: '已当面说明。', outcome: 'supported' as const }
    const sitting = { kind: 'shift' as const, id: '2026-11-19' }
    const answered = await desk.ask('reception.record', { ...talk, sitting, decision: answer })
    expect(answered.conversation).toMatchObject({ state: 'answered', leadUnit: 'XSGZC' })
    const assign = { ...talk, sitting: { kind: 'shift', id: '2026-11-19' }, decision: aTalk(TODAY).decision }
    expect((await desk.refusal('reception.record', assign)).message).toContain('没有校领导带班')
    const changed = await desk.ask('shifts.change', {
      id: '2026-11-24',
      members: [{ unit: 'TW', name: '冯团委' }],
      head: null,
      reason: '轮换',
    })
    expect(changed.members).toEqual([{ unit: 'TW', name: '冯团委' }])
    expect((await desk.ask('shifts.cancel', { id: '2026-11-26', reason: '停电' })).state).toBe('cancelled')
    expect((await desk.ask('desk.verify', { job: 'v' })).problems).toEqual([])
  })
})
