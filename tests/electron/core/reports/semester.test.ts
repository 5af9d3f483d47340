import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDesk, PASSWORD, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

const SEMESTER = '2026-2027-1'
const DAY_MS = 86_400_000

let desk: TestDesk
beforeEach(async () => {
  desk = await aDesk()
})
afterEach(() => desk.remove())

async function register(petition: object = {}, more: object = {}): Promise<string> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit({ petition, ...more }) })
  return petitions[0]?.number ?? ''
}

const asked = (unit: string | null = null, grouping: 'channel' | 'handling' = 'channel') =>
  ({ semester: SEMESTER, unit, grouping, job: 'a job' }) as const
const report = (unit: string | null = null) =>
  ({ report: 'semester-summary', period: SEMESTER, unit, job: 'a job' }) as const

describe('the summary of a semester', () => {
  it('asks for no reason that the records tell already, and for every other one', async () => {
    const number = await register()
    await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
    const early = await desk.ask('reports.semester', asked())
    expect(early).toMatchObject({ unfinished: 1, missing: 0, finished: 0, carried: 0 })
    expect(early.lines[0]?.reason).toBe('尚在办理时限内（11月25日到期）')

    desk.passTime(20 * DAY_MS)
    const late = await desk.ask('reports.semester', asked())
    expect(late.missing).toBe(1)
    expect(late.lines[0]).toMatchObject({ number, reason: '', written: false })
    expect(late.lines[0]?.suggestions.length).toBeGreaterThan(2)
  })

  it('is not issued, neither as Word nor as Excel, while a reason is missing, and says which', async () => {
    const number = await register()
    desk.passTime(40 * DAY_MS)
    for (const method of ['reports.issue', 'reports.excel'] as const) {
      const refused = await desk.refusal(method, report())
      expect(refused.code).toBe('refused')
      expect(refused.message).toContain(`还有 1 件未办结的没有注明原因（${number}）`)
    }
    await desk.ask('reports.explain', { petition: number, semester: SEMESTER, reason: '等待上级明确政策' })
    const issued = await desk.ask('reports.issue', report())
    expect(issued).toMatchObject({ kind: 'semester-summary', kindName: '问题办理情况汇总表', number: '' })
    const shown = JSON.stringify((await desk.ask('documents.show', { id: issued.id })).paper)
    for (const words of [
      '问题办理情况汇总表',
      '示例学院',
      '2026—2027学年第一学期',
      '未办结',
      '等待上级明确政策',
    ])
      expect(shown).toContain(words)
    const taken = await desk.ask('documents.take', { id: issued.id, how: 'save' })
    expect(Buffer.from(taken.bytes, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  it('lists what is still unfinished from earlier semesters apart', async () => {
    await register()
    desk.passTime(120 * DAY_MS)
    await register({ title: '宿舍热水不足' }, { startedAt: '2027-03-18T00:50:00.000Z' })
    const next = await desk.ask('reports.semester', { ...asked(), semester: '2026-2027-2' })
    expect(next).toMatchObject({ unfinished: 2, carried: 1 })
    const { paper } = await desk.ask('reports.preview', { ...report(), period: '2026-2027-2' })
    expect(JSON.stringify(paper)).toContain('以前学期结转的未办结事项')
  })

  it('gives a unit the petitions of its channels, or those it handles, and never an accusation against it', async () => {
    const number = await register()
    await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
    await register({ title: '反映纪委办事不公', purpose: 'accusation', accusedUnits: ['JJS'] })
    const numbers = async (unit: string | null, grouping?: 'channel' | 'handling') =>
      (await desk.ask('reports.semester', asked(unit, grouping))).lines.map((line) => line.problem)
    expect(await numbers('JJS')).toEqual(['食堂晚间供餐时间过短'])
    expect(await numbers('HQC', 'handling')).toEqual(['食堂晚间供餐时间过短'])
    expect(await numbers('HQC')).toEqual([])
    expect(await numbers(null)).toEqual(['食堂晚间供餐时间过短', '检举控告事项（内容从略）'])
  })

  it('names nobody: a title is printed without the petitioner’s name and numbers', async () => {
    await register({ title: '赵小满（13900000001）反映食堂供餐' })
    const { lines } = await desk.ask('reports.semester', asked())
    expect(lines[0]?.problem).toBe('反映人（（略））反映食堂供餐')
  })

  it('becomes an Excel file with the annex’s columns, and the journal says who took it', async () => {
    await register({ title: '=1+1 食堂' })
    const { bytes, fileName, rows } = await desk.ask('reports.excel', report())
    expect(fileName).toBe('问题办理情况汇总表（示例学院，2026—2027学年第一学期）.xlsx')
    expect(rows).toBe(1)
    const parts = unzipSync(Buffer.from(bytes, 'base64'))
    const strings = ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']
      .map((path) => strFromU8(parts[path] ?? new Uint8Array()))
      .join('')
    for (const words of ['序号', '反映问题', '反映渠道', '办理情况', '原因', '=1+1 食堂', '未办结'])
      expect(strings).toContain(words)
    const entries = desk.app.session
      .desk()
      .store.reader.raw.prepare("select body from journal where kind = 'report.exported'")
      .all() as { body: string }[]
    expect(entries).toHaveLength(1)
    expect(entries[0]?.body).toContain('"rows":1')
    expect(entries[0]?.body).not.toContain('食堂')
  })

  it('refuses a reason for what is finished, and an empty one', async () => {
    const number = await register()
    const refused = await desk.refusal('reports.explain', {
      petition: number,
      semester: SEMESTER,
      reason: ' ',
    })
    expect(refused.fields[0]).toMatchObject({ path: 'reason', message: '请填写未办结的原因' })
    await desk.ask('petitions.route', {
      number,
      to: { route: 'decline', ground: 'litigation', lawfulChannel: '人民法院', explanation: '已经起诉。' },
    })
    expect(
      (await desk.refusal('reports.explain', { petition: number, semester: SEMESTER, reason: '等' })).message,
    ).toContain('已经办结')
  })
})

describe('the head of a lead unit', () => {
  async function signInAsHead(unit: string): Promise<void> {
    await desk.ask('accounts.save', {
      login: 'head',
      name: '周处长',
      roles: ['unit'],
      active: true,
      unit,
      password: PASSWORD,
    })
    await desk.ask('session.signIn', { login: 'head', password: PASSWORD })
  }

  it('sums up the own unit alone, and never sees what complains about them', async () => {
    const own = await register()
    await register({ title: '反映周处长推诿', accusedNames: '周处长' })
    await register({ title: '邮件反映' }, { channel: 'XZXX' })
    desk.passTime(40 * DAY_MS)
    await signInAsHead('JJS')
    const summary = await desk.ask('reports.semester', asked())
    expect(summary.unitName).toBe('纪监审')
    expect(summary.lines.map(({ number }) => number)).toEqual([own])
    await desk.ask('reports.explain', { petition: own, semester: SEMESTER, reason: '正在协调' })
    const { paper } = await desk.ask('reports.preview', report())
    expect(JSON.stringify(paper)).toContain('部门、单位：纪监审')
    expect(JSON.stringify(paper)).not.toMatch(/推诿|邮件反映|示例学院/)
    expect((await desk.ask('reports.excel', report())).rows).toBe(1)
  })

  it('is refused another unit, another report, and a reason for what is not theirs', async () => {
    const number = await register()
    await signInAsHead('HQC')
    expect((await desk.refusal('reports.semester', asked('JJS'))).code).toBe('notAllowed')
    const week = { ...report(), report: 'period-summary', period: '2026-W47' } as const
    expect((await desk.refusal('reports.preview', week)).message).toContain('由学校办公室汇总')
    expect((await desk.refusal('reports.issue', report())).code).toBe('notAllowed')
    const reason = { petition: number, semester: SEMESTER, reason: '正在协调' }
    expect((await desk.refusal('reports.explain', reason)).code).toBe('notFound')
  })
})

describe('semesters', () => {
  it('have usual days until the school saves its own, and may not overlap', async () => {
    const before = await desk.ask('reports.semesters')
    expect(before.find(({ id }) => id === SEMESTER)).toMatchObject({
      from: '2026-09-01',
      to: '2027-01-15',
      coversFrom: '2026-07-11',
      saved: false,
    })
    await desk.ask('reports.saveSemester', { id: SEMESTER, from: '2026-08-31', to: '2027-01-22' })
    const after = await desk.ask('reports.semesters')
    expect(after.find(({ id }) => id === SEMESTER)).toMatchObject({ to: '2027-01-22', saved: true })
    expect(after.find(({ id }) => id === '2026-2027-2')).toMatchObject({ coversFrom: '2027-01-23' })
    const refused = await desk.refusal('reports.saveSemester', {
      id: SEMESTER,
      from: '2026-08-31',
      to: '2027-03-05',
    })
    expect(refused.message).toContain('与2026—2027学年第二学期（2027-03-01 开始）重叠')
  })

  it('are folded from the journal alone', async () => {
    await desk.ask('reports.saveSemester', { id: SEMESTER, from: '2026-08-31', to: '2027-01-22' })
    const number = await register()
    await desk.ask('reports.explain', { petition: number, semester: SEMESTER, reason: '等待批复' })
    expect(await desk.ask('desk.verify', { job: 'verify' })).toMatchObject({ problems: [] })
  })

  it('are changed by the office alone', async () => {
    await signInAs(desk, 'leader', 'li')
    const refused = await desk.refusal('reports.saveSemester', {
      id: SEMESTER,
      from: '2026-08-31',
      to: '2027-01-22',
    })
    expect(refused.code).toBe('notAllowed')
  })
})

describe('the exported list', () => {
  it('holds what is seen, with masked names, and is remembered without what was searched for', async () => {
    const number = await register()
    await register({ title: '宿舍热水不足' }, { person: { name: '钱多多', phone: '13900000009' } })
    const take = (query: string) =>
      desk.ask('lists.export', { asked: { list: 'petitions', query }, job: 'a job' })
    expect(await take('')).toMatchObject({ rows: 2, fileName: '信访事项（2026-11-18）.xlsx' })
    const some = await take('赵小满')
    expect(some.rows).toBe(1)
    const parts = unzipSync(Buffer.from(some.bytes, 'base64'))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain(number)
    expect(sheet).toContain('赵*满')
    expect(sheet).not.toContain('赵小满')
    const { raw } = desk.app.session.desk().store.reader
    const told = raw.prepare("select body from journal where kind = 'list.exported' order by seq").all()
    expect(JSON.stringify(told)).not.toContain('赵小满')
    expect(told).toHaveLength(2)
  })
})
