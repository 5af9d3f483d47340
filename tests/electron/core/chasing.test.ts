import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { aDesk, PASSWORD, signInAs, type TestDesk } from '../../helpers/a-desk.ts'
import { aVisit } from '../../helpers/a-visit.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
  await signInAs(desk, 'leader')
  await signInAs(desk, 'clerk')
})
afterAll(() => desk.remove())

const as = (login: string) => desk.ask('session.signIn', { login, password: PASSWORD })

async function transferred(petition: Parameters<typeof aVisit>[0] = {}): Promise<PetitionNumber> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit(petition) })
  const number = petitions[0]?.number
  if (number === undefined) throw new Error('nothing was registered')
  await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
  return number
}

const groupsOf = async (number: PetitionNumber) =>
  (await desk.ask('chasing.board')).groups
    .filter(({ lines }) => lines.some((line) => line.number === number))
    .map(({ group }) => group)

const lineOf = async (number: PetitionNumber) =>
  (await desk.ask('chasing.board')).groups
    .flatMap(({ lines }) => lines)
    .find((line) => line.number === number)

describe('the chasing board', () => {
  it('keeps each petition in its most urgent group, and what a leader decided on first within it', async () => {
    const plain = await transferred()
    const instructed = await transferred()
    await as('leader')
    await desk.ask('review.instruct', {
      number: instructed,
      text: '请抓紧办理。',
      leadUnit: 'HQC',
      limitOn: '2026-11-25',
    })
    await as('clerk')
    expect(await groupsOf(plain)).toEqual([])
    expect(await groupsOf(instructed)).toEqual(['instructed'])

    desk.passTime(8 * 86_400_000)
    expect(await groupsOf(plain)).toEqual(['overdue'])
    expect(await groupsOf(instructed)).toEqual(['overdue'])
    const [overdue] = (await desk.ask('chasing.board')).groups
    const order = overdue?.lines.map(({ number }) => number) ?? []
    expect(order.indexOf(instructed)).toBeLessThan(order.indexOf(plain))
  })

  it('records by which medium, who was reached and what they said', async () => {
    const number = await transferred()
    for (const medium of ['phone', 'network', 'written'] as const) {
      await desk.ask('petitions.chase', { number, medium, counterpart: '张主任', answer: '本周内答复' })
    }
    const { timeline } = await desk.ask('petitions.open', { number })
    const chases = timeline.filter(({ label }) => label === '催办督办')
    expect(chases.length).toBe(3)
    expect(chases[0]?.lines.join('\n')).toContain('张主任')
    const missing = { number, medium: 'phone', counterpart: '', answer: '' }
    expect((await desk.refusal('petitions.chase', missing)).fields.map(({ path }) => path)).toEqual([
      'counterpart',
      'answer',
    ])
  })

  it('says of an urgent matter that nobody followed it today, until somebody did', async () => {
    const number = await transferred({ petition: { urgency: 'urgent' } })
    expect((await lineOf(number))?.notes).toContain('紧急，今天还没有跟踪')
    await desk.ask('petitions.progress', { number, text: '已到现场查看' })
    expect((await lineOf(number))?.notes).not.toContain('紧急，今天还没有跟踪')
    desk.passTime(86_400_000)
    expect((await lineOf(number))?.notes).toContain('紧急，今天还没有跟踪')
  })
})

it('tells the petitioner and the leader apart from each other', async () => {
  const number = await transferred()
  await as('leader')
  await desk.ask('review.instruct', { number, text: '请核实。', leadUnit: 'HQC' })
  await as('clerk')
  await desk.ask('petitions.inform', { number, kind: 'progress', medium: 'phone', text: '正在核实' })
  const { timeline } = await desk.ask('petitions.report', {
    number,
    leader: 'FYZ3',
    kind: 'progress',
    medium: 'in-person',
    text: '后勤处正在核实',
  })
  expect(timeline.map(({ label }) => label).slice(-2)).toEqual(['告知反映人', '向校领导反馈'])
})
