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

async function register(title: string, changes: Parameters<typeof aVisit>[0] = {}): Promise<PetitionNumber> {
  const visit = aVisit({ ...changes, petition: { title, ...changes.petition } })
  const { petitions } = await desk.ask('visits.register', { visit })
  const [first] = petitions
  if (!first) throw new Error('nothing was registered')
  return first.number
}

const GROUP = { title: '宿舍热水', kind: 'common', category: 'HQ' } as const

describe('a common problem', () => {
  it('is found among petitions that are alike, begun with them, and offered what comes later', async () => {
    const numbers = [
      await register('赵小满反映东区宿舍热水供应不足'),
      await register('宿舍热水供应时间太短'),
      await register('西区宿舍热水供应中断'),
    ]
    const found = (await desk.ask('groups.list')).clusters.find(({ category }) => category === 'HQ')
    expect(found?.lines.map(({ number }) => number).sort()).toEqual([...numbers].sort())
    expect(found?.title).toContain('东区宿舍热水供应不足')
    expect(found?.title).not.toContain('赵小满')

    const group = await desk.ask('groups.save', { id: null, group: GROUP, petitions: numbers })
    expect(group).toMatchObject({ members: 3, open: 3 })
    expect((await desk.ask('groups.list')).clusters).toEqual([])

    const later = await register('北区宿舍热水供应不足')
    const unlike = await register('食堂晚间供餐时间过短')
    const { suggested } = await desk.ask('groups.open', { id: group.id })
    expect(suggested.find(({ line }) => line.number === later)?.why).toEqual(['内容相似', '同一分类'])
    expect(suggested.map(({ line }) => line.number)).not.toContain(unlike)

    await desk.ask('groups.refuse', { id: group.id, petitions: [later] })
    expect((await desk.ask('groups.open', { id: group.id })).suggested).toEqual([])
    const grown = await desk.ask('groups.add', { id: group.id, petitions: [later], how: 'chosen' })
    expect(grown.members).toBe(4)
    const smaller = await desk.ask('groups.remove', { id: group.id, number: later, reason: '另一问题' })
    expect(smaller.members).toBe(3)
    const twice = { id: group.id, number: later, reason: '另一问题' }
    expect((await desk.refusal('groups.remove', twice)).message).toContain('不在这个共性问题中')
  })

  it('never takes in an accusation', async () => {
    const number = await register('宿舍热水供应收费不清', { petition: { purpose: 'accusation' } })
    const alike = await register('宿舍热水供应收费不明')
    const { id } = await desk.ask('groups.save', { id: null, group: GROUP, petitions: [alike] })
    expect((await desk.refusal('groups.add', { id, petitions: [number] })).message).toContain('第三十条')
    expect((await desk.ask('groups.open', { id })).suggested.map(({ line }) => line.number)).not.toContain(
      number,
    )
  })

  it('names its months when it is seasonal', async () => {
    const seasonal = { ...GROUP, kind: 'seasonal', months: [] } as const
    expect((await desk.refusal('groups.save', { id: null, group: seasonal })).fields).toMatchObject([
      { path: 'group.months' },
    ])
  })
})

type Campaign = Sent<'campaigns.save'>['campaign']

const campaign = (changes: Partial<Campaign> = {}): Campaign => ({
  title: '宿舍热水供应',
  background: '入冬以来多个片区反映热水供应不足。',
  goal: '供暖季前全部片区按时供应热水。',
  leadUnit: 'HQC',
  assistUnits: ['GZC'],
  fromOn: '2026-11-18',
  toOn: '2026-12-31',
  steps: [
    { what: '摸清各片区供水能力', unit: 'HQC', dueOn: '2026-11-25' },
    { what: '更换老旧设备', unit: 'GZC', dueOn: '2026-12-20' },
  ],
  ...changes,
})

describe('a campaign', () => {
  it('goes from its plan step by step to its result', async () => {
    const number = await register('南区宿舍热水供应不足')
    const group = await desk.ask('groups.save', { id: null, group: GROUP, petitions: [number] })
    const begun = await desk.ask('campaigns.save', { id: null, campaign: campaign({ groups: [group.id] }) })
    expect(begun).toMatchObject({ steps: 2, doneSteps: 0, petitions: 1, settledPetitions: 0 })
    expect((await desk.ask('groups.open', { id: group.id })).campaigns).toEqual([
      { id: begun.id, title: '宿舍热水供应' },
    ])
    const { id } = begun
    expect((await desk.refusal('campaigns.finish', { id, result: '好' })).message).toContain(
      '还有 2 个工作步骤',
    )
    await desk.ask('campaigns.finishStep', { id, step: 0, result: '已摸清' })
    // Changing the plan around a finished step does not undo it.
    const steps = [...campaign().steps, { what: '回访', unit: 'HQC', dueOn: '2026-12-30' }]
    const changed = await desk.ask('campaigns.save', { id, campaign: campaign({ steps }) })
    expect(changed.plan.map(({ doneOn }) => doneOn)).toEqual(['2026-11-18', null, null])
    await desk.ask('campaigns.progress', { id, text: '设备已招标' })
    for (const step of [1, 2]) await desk.ask('campaigns.finishStep', { id, step, result: '完成' })
    const finished = await desk.ask('campaigns.finish', { id, result: '热水按时供应' })
    expect(finished).toMatchObject({ finishedOn: '2026-11-18', result: '热水按时供应', doneSteps: 3 })
    expect(finished.notes).toMatchObject([{ text: '设备已招标', by: 'clerk甲' }])
    expect((await desk.refusal('campaigns.progress', { id, text: '再' })).message).toContain('已经总结')
  })

  it('has a plan on paper that names no petitioner', async () => {
    const number = await register('中区宿舍热水供应不足')
    const group = await desk.ask('groups.save', { id: null, group: GROUP, petitions: [number] })
    const { id } = await desk.ask('campaigns.save', { id: null, campaign: campaign({ groups: [group.id] }) })
    const paper = JSON.stringify((await desk.ask('campaigns.preview', { id })).paper)
    expect(paper).toContain('专项治理方案')
    expect(paper).toContain('共收到反映1件')
    expect(paper).not.toContain('赵小满')
    const document = await desk.ask('campaigns.issue', { id })
    expect(document.kindName).toBe('专项治理方案')
    expect((await desk.ask('campaigns.open', { id })).document?.id).toBe(document.id)
  })

  it.each([
    [
      'an end before its beginning',
      { toOn: '2026-11-01', steps: campaign().steps.slice(0, 1) },
      'campaign.toOn',
    ],
    [
      'a step outside its days',
      { steps: [{ what: '摸底', unit: 'HQC', dueOn: '2027-02-01' }] },
      'campaign.steps.0.dueOn',
    ],
    ['no step', { steps: [] }, 'campaign.steps'],
    ['an unknown unit', { leadUnit: 'NONE' }, 'campaign.leadUnit'],
  ])('refuses %s at its field', async (_, changes, path) => {
    const refusal = await desk.refusal('campaigns.save', { id: null, campaign: campaign(changes) })
    expect(refusal.fields.map((field) => field.path)).toContain(path)
  })
})

describe('research', () => {
  const record: Sent<'research.save'>['record'] = {
    kind: 'visit',
    on: '2026-11-18',
    units: ['HQC'],
    people: '孙慧',
    findings: '锅炉老化。',
    proposals: '分批更换。',
  }

  it('is recorded, corrected by recording again, and says who was not visited', async () => {
    const { id } = await desk.ask('research.save', { id: null, record })
    await desk.ask('research.save', { id, record: { ...record, findings: '两台锅炉老化。' } })
    const { records, unvisited } = await desk.ask('research.list')
    expect(records).toMatchObject([{ id, findings: '两台锅炉老化。', units: ['HQC'] }])
    expect(unvisited).not.toContain('HQC')
    expect(unvisited).toContain('GZC')
  })

  it('refuses a day to come', async () => {
    const refusal = await desk.refusal('research.save', { id: null, record: { ...record, on: '2026-11-19' } })
    expect(refusal.fields).toMatchObject([{ path: 'record.on' }])
  })
})

it('gives the same rows when everything is folded again from the journal', async () => {
  await desk.ask('session.signIn', { login: 'admin', password: PASSWORD })
  expect(await desk.ask('desk.verify', { job: 'verify' })).toMatchObject({ problems: [] })
})
