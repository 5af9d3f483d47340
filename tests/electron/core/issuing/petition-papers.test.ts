import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
  await signInAs(desk, 'clerk')
})
afterAll(() => desk.remove())

const DAY = 24 * 3_600_000
const SECRETS = ['冯保密', '13900006666']

async function register(changes: Parameters<typeof aVisit>[0] = {}): Promise<string> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit(changes) })
  return petitions[0]?.number ?? ''
}

async function transferred(changes: Parameters<typeof aVisit>[0] = {}): Promise<string> {
  const number = await register(changes)
  await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
  return number
}

async function submitted(changes: Parameters<typeof aVisit>[0] = {}): Promise<string> {
  const number = await register(changes)
  const to = { route: 'submit', leader: 'FYZ1', proposal: '建议交后勤处办理' } as const
  await desk.ask('petitions.route', { number, to })
  return number
}

async function assigned(changes: Parameters<typeof aVisit>[0] = {}): Promise<string> {
  const number = await submitted(changes)
  await desk.ask('petitions.recordInstruction', {
    number,
    leader: 'FYZ1',
    text: '请后勤处一周内整改',
    leadUnit: 'HQC',
    limitOn: '2026-11-27',
  })
  return number
}

async function answered(changes: Parameters<typeof aVisit>[0] = {}): Promise<string> {
  const number = await transferred(changes)
  await desk.ask('petitions.unitReply', {
    number,
    unit: 'HQC',
    handler: '李工',
    findings: '供餐时间确实偏短',
    opinion: '延长至八点半',
    basis: '《食堂管理办法》第三条',
    answered: { medium: 'phone', outcome: 'partly-supported', text: '下周起延长供餐' },
  })
  return number
}

const textOf = async (petition: string, kind: string, unit: string | null = null) =>
  JSON.stringify((await desk.ask('documents.preview', { petition, kind, unit })).paper)
const refusalOf = async (petition: string, kind: string, unit: string | null = null) =>
  (await desk.refusal('documents.issue', { petition, kind, unit })).message
const offered = async (petition: string) => {
  const { papers } = await desk.ask('documents.offered', { petition })
  return {
    now: papers.filter(({ refusal }) => refusal === null).map(({ kind }) => kind),
    next: papers.find(({ next }) => next)?.kind ?? null,
    of: (kind: string) => papers.find((paper) => paper.kind === kind),
  }
}

describe('the papers offered', () => {
  it('begin with what was registered and the word to the petitioner', async () => {
    const { now, next } = await offered(await register())
    expect(now).toEqual(['accept', 'registration', 'receipt'])
    expect(next).toBeNull()
  })

  it('are the transfer notice after a transfer, until it is issued', async () => {
    const number = await transferred()
    expect((await offered(number)).next).toBe('transfer')
    await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
    expect((await offered(number)).next).toBeNull()
    expect((await offered(number)).of('transfer')).toMatchObject({ refusal: null, units: ['HQC'] })
  })

  it('are 呈批笺 after a submission and 交办函, not 转办函, after the instruction', async () => {
    const number = await submitted()
    expect((await offered(number)).next).toBe('submission')
    await desk.ask('petitions.recordInstruction', { number, leader: 'FYZ1', text: '请办理', leadUnit: 'HQC' })
    const then = await offered(number)
    expect(then.next).toBe('assign')
    expect(then.of('transfer')?.refusal).toContain('请印发交办函')
  })

  it('say for every other one why not, in one sentence', async () => {
    const { papers } = await desk.ask('documents.offered', { petition: await register() })
    for (const { refusal } of papers) if (refusal !== null) expect(refusal).toMatch(/^[^。]+。$/u)
    for (const { kind, refusal } of papers) {
      if (refusal !== null) expect(await refusalOf(await register(), kind), kind).toBe(refusal)
    }
  })
})

describe('a chase', () => {
  it('comes with its numbered notice: how often, how late, by when', async () => {
    const number = await transferred({ petition: { title: '宿舍热水' } })
    expect(await refusalOf(number, 'urge')).toContain('还没有登记过催办')
    const chase = { number, medium: 'phone', counterpart: '李工', answer: '本周答复' } as const
    await desk.ask('petitions.chase', chase)
    const { document } = await desk.ask('petitions.chase', {
      ...chase,
      medium: 'written',
      requiredOn: '2026-11-20',
      notice: true,
    })
    expect(document).toMatchObject({ kind: 'urge', number: '校办信催〔2026〕1号', unit: 'HQC' })
    const text = await textOf(number, 'urge')
    expect(text).toContain('此前已催办1次（2026年11月18日电话），这是第2次催办。')
    expect(text).toContain('距办理期限还有5个工作日')
    expect(text).toContain('于2026年11月20日周五前')
    expect(text).toContain('《信息沟通实施办法》二（三）')
  })

  it('as a supervision comes with the slip, with reasons and what the leader wrote', async () => {
    const number = await assigned()
    desk.passTime(12 * DAY)
    const { document } = await desk.ask('petitions.chase', {
      number,
      level: 'supervise',
      medium: 'written',
      counterpart: '张处长',
      answer: '马上办',
      requiredOn: '2026-12-04',
      notice: true,
    })
    desk.passTime(-12 * DAY)
    expect(document).toMatchObject({ kind: 'supervise', number: '校办信督〔2026〕1号' })
    const { paper } = await desk.ask('documents.show', { id: document?.id ?? '' })
    const text = JSON.stringify(paper)
    expect(text).toContain('请后勤处一周内整改')
    expect(text).toContain('已逾期1个工作日')
    expect(text).toContain('2026年12月4日周五前')
  })

  it('is not written to nobody: a submission has no unit yet', async () => {
    const number = await submitted()
    const chase = { number, medium: 'phone', counterpart: '秘书', answer: '待批', notice: true } as const
    expect((await desk.refusal('petitions.chase', chase)).message).toContain('还没有承办单位')
  })
})

describe('an instruction', () => {
  it('is asked for on 呈批笺 and passed on with 交办函 and its limit', async () => {
    const number = await assigned()
    const sheet = await textOf(number, 'submission')
    expect(sheet).toContain('建议交后勤处办理')
    expect(sheet).toContain('请后勤处一周内整改')
    const issued = await desk.ask('documents.issue', { petition: number, kind: 'assign' })
    expect(issued.number).toBe('校办信交〔2026〕1号')
    const text = JSON.stringify((await desk.ask('documents.show', { id: issued.id })).paper)
    expect(text).toContain('于2026年11月27日周五前办结（校领导批示的办结时限）')
    expect(text).toContain('提交办结报告')
    const { lines } = await desk.ask('documents.list', { limit: 2 })
    expect(lines.map(({ kind, unit }) => [kind, unit])).toEqual([
      ['registration', 'HQC'],
      ['assign', 'HQC'],
    ])
  })

  it('counts from the submission where the leader named no day', async () => {
    const number = await submitted()
    await desk.ask('petitions.recordInstruction', { number, leader: 'FYZ1', text: '请办理', leadUnit: 'HQC' })
    expect(await textOf(number, 'assign')).toContain('（自呈报次日起7个工作日内）')
    const unsubmitted = await register()
    await desk.ask('petitions.recordInstruction', {
      number: unsubmitted,
      leader: 'FYZ1',
      text: '请办理',
      leadUnit: 'HQC',
    })
    expect(await textOf(unsubmitted, 'assign')).toContain('（自批示次日起7个工作日内）')
  })
})

describe('the petitioner', () => {
  it('is told that the matter is accepted, by whom and by when', async () => {
    const text = await textOf(await transferred(), 'accept')
    expect(text).toContain('赵小满同学：')
    expect(text).toContain('由后勤处承办')
    expect(text).toContain('2026年11月25日周三前答复您')
    expect(text).toContain('《信访工作条例》第二十三条')
  })

  it('is not told that a suggestion ended in 复核, which is for what was asked for', async () => {
    const concluded = {
      route: 'decline',
      ground: 'concluded',
      lawfulChannel: '请按复核意见办理',
      explanation: '已经复核',
    } as const
    const suggestion = await register({ petition: { purpose: 'suggestion' } })
    const refused = await desk.refusal('petitions.route', { number: suggestion, to: concluded })
    expect(refused.message).toContain('只用于申诉、求决类')
    const number = await register({ petition: { purpose: 'request' } })
    await desk.ask('petitions.route', { number, to: concluded })
    expect(await textOf(number, 'decline')).toContain('■7.信访事项已经复核终结')
  })

  it('is told the lawful channel with every ground and the one that applies', async () => {
    const number = await register()
    await desk.ask('petitions.route', {
      number,
      to: {
        route: 'decline',
        ground: 'arbitration',
        lawfulChannel: '向劳动人事争议仲裁委员会申请仲裁',
        explanation: '合同争议应先行仲裁',
      },
    })
    expect((await offered(number)).next).toBe('decline')
    const text = await textOf(number, 'decline')
    expect(text).toContain('■2.依法应当通过或者已经进入仲裁途径办理')
    expect(text.match(/■\d/gu)).toHaveLength(1)
    expect(text.match(/□\d/gu)).toHaveLength(6)
    expect(text).toContain('请您依法向劳动人事争议仲裁委员会申请仲裁。')
    expect(text).toContain('《接诉即办工作制度》二（一）')
  })

  it('is told of an extension with its reason, approver and both days, and of none that was not granted', async () => {
    const number = await transferred()
    expect(await refusalOf(number, 'extend')).toContain('没有批准过延期')
    await desk.ask('petitions.extend', {
      number,
      to: '2026-12-04',
      reason: '设备需要订货',
      approver: '办公室主任',
    })
    await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
    expect((await offered(number)).next).toBe('extend')
    const text = await textOf(number, 'extend')
    expect(text).toContain('原定于2026年11月25日周三前办结')
    expect(text).toContain('设备需要订货')
    expect(text).toContain('经办公室主任于2026年11月18日批准，办理期限延长至2026年12月4日周五')
  })

  it('gets an opinion with the right to a review only where something was asked for', async () => {
    const number = await answered({ petition: { purpose: 'request' } })
    const text = await textOf(number, 'reply')
    for (const said of ['一、受理情况', '供餐时间确实偏短', '《食堂管理办法》第三条', '30日内', '第三十五条'])
      expect(text).toContain(said)
    expect(text).toContain('"organ":"示例学院"')
    const suggestion = await answered({ petition: { purpose: 'suggestion' } })
    expect(await refusalOf(suggestion, 'reply')).toContain('只用于申诉、求决类')
    expect(await refusalOf(await transferred(), 'reply')).toContain('还没有记录答复')
    expect(await refusalOf(number, 'result')).toContain('应当印发答复意见书')
  })

  it('is told what came of a suggestion, whether it is adopted, and thanked; a written answer owes it', async () => {
    const number = await transferred({ petition: { purpose: 'suggestion' } })
    expect(await refusalOf(number, 'result')).toContain('还没有记录答复')
    await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
    await desk.ask('petitions.unitReply', {
      number,
      unit: 'HQC',
      handler: '李工',
      findings: '内部核实情况',
      opinion: '延长',
      answered: { medium: 'written', outcome: 'partly-supported', text: '下周起延长供餐半小时' },
    })
    expect((await offered(number)).next).toBe('result')
    const text = await textOf(number, 'result')
    for (const said of ['下周起延长供餐半小时', '予以采纳', '第二十九条', '二（二）2、二（四）', '感谢'])
      expect(text).toContain(said)
    expect(text).not.toContain('内部核实情况')
    const { number: given } = await desk.ask('documents.issue', { petition: number, kind: 'result' })
    expect(given).toBe('校信访告〔2026〕1号')
    expect((await offered(number)).next).toBeNull()
    expect(await textOf(number, 'service')).toContain(given)
  })

  it('signs for the last paper and rates the answer', async () => {
    const number = await answered()
    expect(await refusalOf(number, 'service')).toContain('还没有印发需要送达的文书')
    const opinion = await desk.ask('documents.issue', { petition: number, kind: 'reply' })
    expect(await textOf(number, 'service')).toContain(opinion.number)
    await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
    expect(await textOf(number, 'rating')).toContain('□满意　□基本满意　□不满意')
    await desk.ask('petitions.rate', { number, how: 'phone', score: 'dissatisfied', reason: '仍然太早停餐' })
    const rated = await textOf(number, 'rating')
    expect(rated).toContain('■不满意')
    expect(rated).toContain('■电话回访')
    await desk.ask('petitions.redo', { number, unit: 'HQC', requirement: '重新核定供餐时间' })
    expect((await offered(number)).next).toBe('transfer')
    expect(await textOf(number, 'transfer')).toContain('重办要求：重新核定供餐时间。')
    expect(await refusalOf(number, 'rating')).toContain('答复后才能评价')
  })

  it('who left no name is owed no letter', async () => {
    const number = await transferred({ anonymous: true, person: { name: '', phone: '', studentNumber: '' } })
    for (const kind of ['accept', 'reply', 'rating', 'whereabouts', 'service'])
      expect(await refusalOf(number, kind)).toContain('反映人未留姓名')
  })
})

describe('a paper that goes to a unit', () => {
  const confidential = {
    confidential: true,
    person: { name: '冯保密', phone: '13900006666', idNumber: '' },
    petition: { title: '冯保密反映噪声', matter: '冯保密，电话13900006666，反映宿舍噪声。' },
  } as const

  it('names no confidential petitioner, whatever it is', async () => {
    const number = await assigned(confidential)
    await desk.ask('petitions.chase', {
      number,
      level: 'supervise',
      medium: 'phone',
      counterpart: '李工',
      answer: '已联系冯保密13900006666',
    })
    await desk.ask('petitions.unitReply', {
      number: await transferred(confidential),
      unit: 'HQC',
      handler: '李工',
      findings: '已与冯保密核实',
      opinion: '整改',
    })
    for (const kind of ['assign', 'urge', 'supervise', 'feedback', 'registration', 'submission']) {
      const text = await textOf(number, kind, kind === 'registration' ? 'HQC' : null)
      for (const secret of SECRETS) expect(text, `${kind}: ${secret}`).not.toContain(secret)
    }
  })

  it('is filled with what the unit told, and blank before', async () => {
    expect(await textOf(await transferred(), 'feedback')).not.toContain('供餐时间确实偏短')
    const text = await textOf(await answered(), 'feedback')
    for (const said of ['供餐时间确实偏短', '延长至八点半', '李工', '■电话']) expect(text).toContain(said)
  })

  it('says who filled it in, and when the matter was given out', async () => {
    const submission = await textOf(await assigned(), 'submission')
    expect(submission).toMatch(/填 表 人.*clerk甲.*交办日期.*2026年11月18日/u)
    expect(await textOf(await answered(), 'feedback')).toMatch(/答 复 人.{0,80}clerk甲/u)
  })

  it('never reaches the accused, nor a unit that does not have the matter', async () => {
    const number = await register({ petition: { purpose: 'accusation', accusedUnits: ['HQC'] } })
    await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'JJS' } })
    for (const kind of ['transfer', 'feedback', 'registration'])
      expect(await refusalOf(number, kind, 'HQC')).toContain('不是本事项的承办或协办单位')
    expect((await offered(number)).of('transfer')).toMatchObject({ units: ['JJS'], refusal: null })
  })
})

const STUDENT = {
  identity: 'student',
  studentNumber: '20260101',
  organisation: '数据学院',
  phone: '13900000001',
} as const

describe('the volume list', () => {
  it('lists what was archived under a year and a retention, by its number, without names', async () => {
    const empty = await desk.refusal('volumes.issue', { year: 2026, retention: '永久' })
    expect(empty.message).toContain('2026年没有保管期限为永久的归档事项')
    const archiveNumbers: (string | null)[] = []
    for (const title of ['食堂供餐', '赵小满反映浴室', '赵小与孙代理反映浴室，邮箱 zhao@example.edu.cn']) {
      const number = await answered({
        petition: { title, purpose: 'suggestion' },
        headcount: 2,
        affected: 2,
        agentName: '孙代理',
        agentAuthorised: true,
        petitioners: [
          { ...STUDENT, name: '赵小' },
          { ...STUDENT, name: '赵小满', email: 'zhao@example.edu.cn' },
        ],
      })
      await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
      await desk.ask('petitions.close', { number, remark: '' })
      await desk.ask('petitions.archive', { number, pages: 7 })
      archiveNumbers.push((await desk.ask('petitions.open', { number })).followUp.archive?.number ?? null)
    }
    const { paper, items } = await desk.ask('volumes.preview', { year: 2026, retention: '30年' })
    expect(items).toBe(3)
    const text = JSON.stringify(paper)
    for (const archived of archiveNumbers) expect(text).toContain(archived)
    expect(text).toContain('合计21页')
    expect(text.indexOf(archiveNumbers[0] ?? '-')).toBeLessThan(text.indexOf(archiveNumbers[1] ?? '-'))
    for (const name of ['赵小', '反映人满', '孙代理', 'zhao@']) expect(text).not.toContain(name)
    const line = await desk.ask('volumes.issue', { year: 2026, retention: '30年' })
    expect(line).toMatchObject({ kind: 'archive-list', petition: null, number: '' })
    expect((await desk.ask('volumes.preview', { year: 2025, retention: '30年' })).items).toBe(0)
  })
})

it('a paper of another page is not issued from a petition', async () => {
  const number = await register()
  expect(await refusalOf(number, 'archive-list')).toContain('不在信访事项页印发')
  expect(await refusalOf(number, 'no-such-kind')).toContain('没有这种文书')
})
