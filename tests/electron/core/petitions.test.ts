import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

async function register(changes: Parameters<typeof aVisit>[0] = {}): Promise<PetitionNumber> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit(changes) })
  const [first] = petitions
  if (!first) throw new Error('nothing was registered')
  return first.number
}

const as = (login: string) => desk.ask('session.signIn', { login, password: 'a-desk-password' })

describe('registering a visit', () => {
  it('gives numbers, due days and both papers', async () => {
    const answer = await desk.ask('visits.register', { visit: aVisit() })
    expect(answer.visit).toMatch(/^ZX-2026-L\d{5}$/)
    expect(answer.petitions[0]?.number).toMatch(/^ZX-2026-\d{5}-[0-9A-Z]$/)
    expect(answer.petitions[0]?.sentence).toBe(
      '已登记，尚未确定办理方式，12月3日（周四）到期，还剩 11 个工作日',
    )
    expect(answer.documents.map((document) => document.kindName)).toEqual(['来访登记表', '来访回执'])
  })

  it('numbers several petitions of one visit and relates them', async () => {
    const visit = aVisit()
    const [petition] = visit.petitions
    if (!petition) throw new Error('a visit has a petition')
    const answer = await desk.ask('visits.register', {
      visit: { ...visit, petitions: [petition, { ...petition, title: '宿舍热水时间' }] },
    })
    expect(new Set(answer.petitions.map(({ number }) => number)).size).toBe(2)
    const view = await desk.ask('petitions.open', { number: answer.petitions[0]?.number ?? '' })
    expect(view.related.map(({ why, line }) => [why, line.title])).toEqual([['同次来访', '宿舍热水时间']])
  })

  it.each([
    ['no name', { person: { name: '' } }, 'visit.petitioners.0.name'],
    ['a phone that is none', { person: { phone: '12345' } }, 'visit.petitioners.0.phone'],
    ['a wrong check digit', { person: { idNumber: '370102200001010010' } }, 'visit.petitioners.0.idNumber'],
    ['no demand', { petition: { demand: '' } }, 'visit.petitions.0.demand'],
    ['an unknown category', { petition: { category: 'NONE' } }, 'petitions.0.category'],
    ['an unknown channel', { channel: 'NONE' }, 'channel'],
    ['a visit in the future', { startedAt: '2026-12-01T00:00:00.000Z' }, 'startedAt'],
    ['an end before the start', { endedAt: '2026-11-18T00:00:00.000Z' }, 'endedAt'],
  ])('refuses %s at its field', async (_, changes, path) => {
    const refusal = await desk.refusal('visits.register', { visit: aVisit(changes) })
    expect(refusal.fields.map((field) => field.path)).toContain(path)
    expect(refusal.message).toMatch(/\p{Script=Han}/u)
  })

  it('lets an anonymous visitor leave no name', async () => {
    const number = await register({
      anonymous: true,
      person: { name: '', phone: '', studentNumber: '', organisation: '' },
    })
    expect((await desk.ask('petitions.open', { number })).petitioner).toBe('匿名')
  })

  it('marks a group and asks for at most five representatives', async () => {
    const person = aVisit().petitioners[0] ?? {}
    const six = { headcount: 8, petitioners: Array.from({ length: 6 }, () => person) }
    expect((await desk.refusal('visits.register', { visit: aVisit(six) })).message).toContain(
      '代表不超过 5 人',
    )
    const number = await register({ headcount: 8 })
    expect((await desk.ask('petitions.open', { number })).group).toBe(true)
  })

  it('offers earlier petitions of the same person and keeps both answers', async () => {
    const person = { name: '孙重复', phone: '13900007777', studentNumber: '20267777' }
    const first = await register({ person, petition: { title: '图书馆闭馆太早' } })
    const offered = await desk.ask('visits.suggest', { phone: '13900007777' })
    expect(offered.map(({ line, why }) => [line.number, why])).toEqual([[first, '同一电话']])
    expect(offered[0]?.petitioner?.name).toBe('孙重复')

    const second = await register({ person, petition: { repeat: { answer: 'repeat', of: first } } })
    const third = await register({ person, petition: { repeat: { answer: 'repeat', of: second } } })
    const view = await desk.ask('petitions.open', { number: third })
    expect(view.repeat).toBe(true)
    expect(view.related.map(({ line }) => line.number)).toEqual(expect.arrayContaining([first, second]))
  })

  it('keeps a draft until the visit is saved', async () => {
    await desk.ask('drafts.save', { id: 'd1', title: '半张表', form: { name: '打了一半' } })
    expect((await desk.ask('drafts.list')).map(({ form }) => form)).toEqual([{ name: '打了一半' }])
    await desk.ask('visits.register', { visit: aVisit(), draft: 'd1' })
    expect(await desk.ask('drafts.list')).toEqual([])
  })
})

describe('the routes', () => {
  it('transfers for five working days from the transfer', async () => {
    const number = await register()
    const view = await desk.ask('petitions.route', {
      number,
      to: { route: 'transfer', leadUnit: 'HQC', assistUnits: ['XSGZC'] },
    })
    expect(view.sentence).toBe('已转后勤处，11月25日（周三）到期，还剩 5 个工作日')
    expect(view.due?.days.filter((day) => day.counted)).toHaveLength(5)
    expect(view.due?.basis).toContain('《信息沟通实施办法》')
  })

  it('answers, then closes, and refuses what comes too early', async () => {
    const number = await register()
    expect((await desk.refusal('petitions.close', { number })).message).toContain('还没有答复反映人')
    expect(
      (
        await desk.refusal('petitions.answer', {
          number,
          medium: 'phone',
          text: '已答复',
          outcome: 'explained',
        })
      ).message,
    ).toContain('还没有确定办理方式')
    await desk.ask('petitions.route', { number, to: { route: 'direct' } })
    await desk.ask('petitions.answer', { number, medium: 'phone', text: '已延长供餐', outcome: 'supported' })
    const closed = await desk.ask('petitions.close', { number })
    expect(closed.state).toBe('closed')
    expect(closed.timeline.map(({ label }) => label)).toEqual([
      '登记来访',
      '印发文书',
      '印发文书',
      '确定办理方式',
      '答复反映人',
      '办结',
    ])
    expect((await desk.refusal('petitions.route', { number, to: { route: 'direct' } })).message).toContain(
      '已办结',
    )
  })

  it('never lets an accusation reach anybody but discipline inspection or a leader', async () => {
    const number = await register({ petition: { purpose: 'accusation', accusedUnits: ['HQC'] } })
    for (const leadUnit of ['HQC', 'XSGZC']) {
      expect(
        (await desk.refusal('petitions.route', { number, to: { route: 'transfer', leadUnit } })).code,
      ).toBe('refused')
    }
    expect((await desk.refusal('petitions.route', { number, to: { route: 'direct' } })).message).toContain(
      '检举控告',
    )
    const helped = { route: 'transfer', leadUnit: 'JJS', assistUnits: ['HQC'] }
    expect((await desk.refusal('petitions.route', { number, to: helped })).message).toContain('被反映单位')
    const view = await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'JJS' } })
    expect(view.leadUnit).toBe('JJS')
    const turned = { accusedUnits: ['JJS'] }
    expect(
      (await desk.refusal('petitions.correct', { number, reason: '核对', changes: turned })).message,
    ).toContain('请先改变办理方式')
  })

  it('corrects with a reason and shows what stood there before', async () => {
    const number = await register()
    const view = await desk.ask('petitions.correct', {
      number,
      reason: '听错地点',
      changes: { title: '西区食堂晚间供餐时间过短' },
    })
    expect(view.title).toBe('西区食堂晚间供餐时间过短')
    expect(view.timeline.at(-1)).toMatchObject({ struck: ['标题：食堂晚间供餐时间过短'] })
  })

  it('records who looked at names and numbers', async () => {
    const number = await register()
    expect((await desk.ask('petitions.open', { number })).visit.petitioners[0]?.phone).toBe('139****0001')
    const revealed = await desk.ask('petitions.reveal', { number, why: '电话回访' })
    expect(revealed.visit.petitioners[0]?.phone).toBe('13900000001')
    expect(revealed.timeline.at(-1)).toMatchObject({ label: '查看个人信息', who: 'clerk甲' })
  })
})

describe('the leader', () => {
  it('writes an instruction whose limit replaces the rule, and signs the day off', async () => {
    const number = await register()
    await desk.ask('petitions.route', { number, to: { route: 'submit', leader: 'SJ', proposal: '影响面宽' } })
    await as('leader')
    const day = await desk.ask('review.day', { day: '2026-11-18' })
    expect(day.petitions.map((petition) => petition.number)).toContain(number)
    expect((await desk.refusal('review.signOff', { day: '2026-11-18' })).message).toMatch(/还有 \d+ 件/)

    const view = await desk.ask('review.instruct', {
      number,
      text: '请后勤处牵头解决。',
      leadUnit: 'HQC',
      limitOn: '2026-11-27',
    })
    expect(view.sentence).toBe('校领导已批示，交后勤处办理，11月27日（周五）到期，还剩 7 个工作日')
    for (const petition of day.petitions) await desk.ask('review.read', { number: petition.number })
    await desk.ask('review.signOff', { day: '2026-11-18' })
    expect((await desk.ask('review.day', { day: '2026-11-18' })).signedOff?.by).toBe('leader甲')
    await as('clerk')
  })
})

describe('the list', () => {
  it('pages through everything once, newest first, and finds by name, phone tail and pinyin', async () => {
    const number = await register({
      person: { name: '欧阳寻', phone: '13900004321' },
      petition: { title: '操场照明' },
    })
    const seen: string[] = []
    for (let before: number | null = null; ; ) {
      const page: Awaited<ReturnType<typeof desk.ask<'petitions.list'>>> = await desk.ask('petitions.list', {
        before,
        limit: 3,
      })
      seen.push(...page.lines.map((line) => line.number))
      if (page.next === null) break
      before = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen[0]).toBe(number)
    for (const query of ['欧阳寻', '4321', 'oyx', '操场', '操场 欧阳']) {
      expect(
        (await desk.ask('petitions.list', { query })).lines.map((line) => line.number),
        query,
      ).toContain(number)
    }
    expect((await desk.ask('petitions.list', { query: '操场', states: ['closed'] })).lines).toEqual([])
  })

  it('keeps the counters of the start page equal to a count', async () => {
    const { states } = await desk.ask('petitions.today')
    for (const { state, count } of states) {
      expect((await desk.ask('petitions.count', { states: [state] })).count, state).toBe(count)
    }
  })
})

describe('notices', () => {
  it('numbers without gaps, marks the second taking as a copy and keeps the first bytes', async () => {
    const number = await register()
    expect((await desk.refusal('documents.issue', { petition: number, kind: 'transfer' })).message).toContain(
      '还没有确定承办单位',
    )
    await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
    const first = await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
    const second = await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
    expect([first.number, second.number]).toEqual(['校办信转〔2026〕1号', '校办信转〔2026〕2号'])

    const taken = await desk.ask('documents.take', { id: first.id, how: 'save' })
    const again = await desk.ask('documents.take', { id: first.id, how: 'save' })
    const third = await desk.ask('documents.take', { id: first.id, how: 'print' })
    expect([taken.copy, again.copy, third.copy]).toEqual([false, true, true])
    expect(again.sha256).not.toBe(taken.sha256)
    expect(third.sha256).toBe(again.sha256)
    expect(again.fileName).toBe('转办函 校办信转〔2026〕1号（副本）.docx')
  })

  it('comes with the form for the unit, which names no confidential petitioner', async () => {
    const number = await register({
      confidential: true,
      person: { name: '冯保密', phone: '13900006666', idNumber: '' },
      petition: { matter: '冯保密反映宿舍噪声，电话13900006666。' },
    })
    await desk.ask('petitions.route', {
      number,
      to: { route: 'transfer', leadUnit: 'HQC', assistUnits: ['BWC'] },
    })
    await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
    await desk.ask('documents.issue', { petition: number, kind: 'transfer', unit: 'BWC' })
    const { lines } = await desk.ask('documents.list', { limit: 4 })
    expect(lines.map(({ kind, unit }) => [kind, unit])).toEqual([
      ['registration', 'BWC'],
      ['transfer', 'BWC'],
      ['registration', 'HQC'],
      ['transfer', 'HQC'],
    ])
    for (const { id } of lines) {
      const paper = JSON.stringify((await desk.ask('documents.show', { id })).paper)
      for (const secret of ['冯保密', '冯*密', '13900006666']) expect(paper).not.toContain(secret)
    }
    const assisting = JSON.stringify((await desk.ask('documents.show', { id: lines[1]?.id ?? '' })).paper)
    expect(assisting).toContain('由后勤处牵头')
    const stranger = { petition: number, kind: 'registration', unit: 'XSGZC' }
    expect((await desk.refusal('documents.issue', stranger)).message).toContain('不是本事项的承办或协办单位')
  })

  it('previews without taking a number', async () => {
    const number = await register()
    await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
    const before = (await desk.ask('documents.list', {})).lines.length
    const { paper } = await desk.ask('documents.preview', { petition: number, kind: 'transfer' })
    expect(JSON.stringify(paper)).toContain('后勤处')
    expect(JSON.stringify(paper)).toContain('示例学院办公室')
    expect(JSON.stringify(paper)).not.toContain('示例学院学校办公室')
    expect((await desk.ask('documents.list', {})).lines).toHaveLength(before)
  })
})
