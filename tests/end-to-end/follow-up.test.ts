import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, type Day, dayOf } from '../../shared/domain/day.ts'
import { instantSchema } from '../../shared/domain/visit.ts'
import { PASSWORD, type TestDesk } from '../helpers/a-desk.ts'
import { aVisit } from '../helpers/a-visit.ts'
import { type OpenDesk, openDesk } from './helpers/open-desk.ts'

const DAY_MS = 24 * 3_600_000
const LONG_AGO = Date.now() - 20 * DAY_MS - 60_000

let desk: OpenDesk
/** Late for days, given out today, and one for which there has to be a timetable. */
const numbers: string[] = []

beforeAll(async () => {
  desk = await openDesk(async (before) => {
    await nameThePeopleOfAUnit(before)
    numbers.push(await transferred(before, LONG_AGO, { title: '宿舍热水时断时续', urgency: 'urgent' }))
    before.passTime(20 * DAY_MS)
    await before.ask('session.signIn', { login: 'admin', password: PASSWORD })
    const now = LONG_AGO + 20 * DAY_MS
    numbers.push(await transferred(before, now, { title: '食堂晚间供餐时间过短', urgency: 'urgent' }))
    numbers.push(await handledLong(before, now))
  }, LONG_AGO)
})

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => desk.window.shootFailure())
})

afterAll(() => desk?.close())

test('the board of what must be chased records a call, prints a notice and extends, and the row stays', async () => {
  const { press, sees, noLongerSees, fill, look, focused, page, goTo } = desk.window
  const standing = () => page.locator('[role=row][aria-selected=true]').innerText()
  await goTo('cbdb')
  await sees('逾期　1 件')
  await sees('紧急事项每日跟踪　1 件')
  await sees('入驻专人 周志远')
  await look('chasing')
  expect(await focused()).toBe('催办督办')

  await press('c')
  await sees('联系到的人')
  await press('Control+Enter')
  await sees('还有 2 处需要补充或更正')
  await fill('联系到的人', '周志远')
  await fill('对方的答复', '管道已在更换，后天完成。')
  await look('chasing-call')
  await press('Control+Enter')
  await noLongerSees('对方的答复')
  await sees('1 次，今天')
  expect(await standing()).toContain(numbers[0])
  expect(await focused()).toBe('催办督办')

  await press('n')
  await fill('联系到的人', '周志远')
  await fill('对方的答复', '已收到通知。')
  await press('Control+Enter')
  await sees('尚未取用。')
  await look('chasing-notice')
  await press('Escape')
  await noLongerSees('尚未取用。')
  await sees('2 次，今天')

  await press('e')
  await sees('延期应当在期满前办理')
  await press('Escape')
  await noLongerSees('延期应当在期满前办理')
  await press('ArrowDown')
  await press('ArrowDown')
  expect(await standing()).toContain(numbers[1])
  await press('e')
  await sees('最晚可以延到')
  await fill('新的期限', laterDay())
  await fill('延期原因', '需与餐饮公司重新签订协议。')
  await fill('批准人', '办公室主任')
  await sees('比原期限多')
  await look('chasing-extend')
  await press('Control+Enter')
  await noLongerSees('最晚可以延到')
  await sees('尚未印发')
  await press('Escape')
  await noLongerSees('尚未印发')
  expect(await standing()).toContain(numbers[1])
  await press('Enter')
  await page.getByRole('heading', { name: numbers[1] ?? '' }).waitFor()
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

test('a petition goes back and forth between units and petitioner, each step with its form', async () => {
  const { press, sees, noLongerSees, fill, choose, look, tabTo, type } = desk.window
  await sees('还没有告知反映人')
  await press('i')
  await sees('告知事由')
  await fill('告知内容', '因需重新签订协议，延期至下月。')
  await look('inform-extension')
  await press('Control+Enter')
  await noLongerSees('告知事由')
  await sees('，已告知反映人')

  await press('s')
  await fill('告知内容', '已受理并转后勤处。')
  await press('Control+Enter')
  await noLongerSees('受理情况、去向和大致时限')
  await sees('受理告知')

  await press('t')
  await fill('退回理由', '供餐由国有资产处管理的餐饮公司负责。')
  await press('Control+Enter')
  await sees('请写明单位建议由谁办理')
  await tabTo('无：单位说不出应由谁办理')
  await look('return')
  await press('Space')
  await press('Control+Enter')
  await noLongerSees('退回理由')
  await sees('没有建议单位，尚未认定')

  await press('k')
  await sees('要改派的请用“转办”')
  await fill('认定理由', '首次接单单位为后勤处。')
  await press('Control+Enter')
  await noLongerSees('认定理由')
  await sees('1 次，已认定')

  await press('o')
  await fill('进展', '已与餐饮公司约谈。')
  await press('Control+Enter')
  await noLongerSees('办到哪一步')
  await sees('已与餐饮公司约谈。')

  await press('q')
  await sees('沟通方式')
  await choose('沟通方式', '见面')
  await sees('见面地点')
  await fill('沟通情况', '当面说明协议未到期，下月起调整。')
  await look('communicate')
  await press('Control+Enter')
  await noLongerSees('沟通方式')
  await sees('见面 ')

  await tabTo('更多操作')
  await press('Enter')
  await sees('登记')
  await look('more-steps')
  await press('Escape')

  await press('f')
  await fill('单位经办人', '刘主任')
  await fill('调查核实情况', '情况属实。')
  await fill('处理意见', '下月起延长供餐。')
  await tabTo('单位已经自己答复反映人，一并登记答复')
  await press('Space')
  await fill('单位如何答复', '刘主任当日电话告知。')
  await press('Control+Enter')
  await sees('请选择处理结论。')
  await choose('处理结论', '支持')
  await look('unit-reply-and-answer')
  await press('Control+Enter')
  await noLongerSees('单位如何答复')
  await sees('已答复反映人')
  await press('r')
  await type('已抄送工会。')
  await press('Control+Enter')
  await noLongerSees('备注内容')
  await sees('已抄送工会。')
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

test('a long-term matter gets a timetable and is told stage by stage; one that was submitted gets its instruction from paper', async () => {
  const { press, sees, noLongerSees, fill, choose, look, tabTo } = desk.window
  await openByNumber(numbers[2] ?? '')
  await press('l')
  await sees('阶段一日期')
  await press('Control+Enter')
  await sees('请填写这一阶段的日期。')
  await fill('阶段一日期', laterDay())
  await fill('阶段一要做到什么', '完成管网检测')
  await tabTo('再加一个阶段')
  await press('Enter')
  await fill('阶段二日期', laterDay(40))
  await fill('阶段二要做到什么', '完成更换')
  await look('plan')
  await press('Control+Enter')
  await noLongerSees('阶段一日期')
  await sees('完成更换（还没有反馈）')
  await press('i')
  await sees('本次反馈的阶段')
  await fill('告知内容', '检测已完成，下一步更换。')
  await press('Control+Enter')
  await sees('已反馈）')

  await press('c')
  await choose('呈报的校领导', 'fyz')
  await press('Control+Enter')
  await sees('印发后存入本事项')
  await press('Escape')
  await noLongerSees('印发后存入本事项')
  await sees('等待批示')
  await press('p')
  await sees('照呈批笺上的原文')
  await fill('批示内容', '请后勤处列入寒假维修。')
  await choose('交办的承办单位', 'hqc')
  await look('record-instruction')
  await press('Control+Enter')
  await noLongerSees('照呈批笺上的原文')
  await sees('印发时取得发文字号')
  await press('Escape')
  await noLongerSees('印发时取得发文字号')
  await sees('请后勤处列入寒假维修。')
  await look('petition-assigned')
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

test('the head of a unit looks at what the unit handles, and changes nothing', async () => {
  const { press, sees, fill, choose, tabTo, look, page, goTo } = desk.window
  await page.evaluate(() => {
    location.hash = '/settings/accounts'
  })
  await sees('每人一个账户')
  await press('n')
  await fill('姓名', '周处长')
  await fill('登录名', 'zhou')
  await tabTo('接待员')
  await press('Space')
  await tabTo('单位负责人')
  await press('Space')
  await fill('密码', PASSWORD)
  await press('Control+Enter')
  await sees('请选择这位负责人所在的单位。')
  await choose('负责的单位', 'hqc')
  await look('settings-unit-account')
  await press('Control+Enter')
  await sees('周处长')

  await press('F9')
  await sees('已锁定')
  await tabTo('换人登录')
  await press('Enter')
  await choose('姓名', '周处长')
  await fill('密码', PASSWORD)
  await press('Enter')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  const places = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allInnerTexts()
  expect(places.map((text) => text.replace(/\s.*/s, ''))).toEqual(
    expect.arrayContaining(['今日', '信访事项']),
  )
  expect(places.join()).not.toContain('设置')
  await look('unit-today')
  await goTo('xfsx')
  await sees('共 3 件')
  await openByNumber(numbers[0] ?? '')
  await sees('宿舍热水时断时续')
  expect(await page.getByRole('button', { name: '查看（会记录）' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: '催办' }).count()).toBe(0)
  await look('unit-petition')
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

async function openByNumber(number: string): Promise<void> {
  const { press, fill, page } = desk.window
  await press('Control+k')
  await fill('查找、跳转、执行', number)
  await press('Enter')
  await page.getByRole('heading', { name: number }).waitFor()
}

/** A day some time after the limits of today's petitions. */
function laterDay(days = 15): Day {
  return addDays(dayOf(instantSchema.parse(new Date().toISOString())), days)
}

async function nameThePeopleOfAUnit(before: TestDesk): Promise<void> {
  const { units } = await before.ask('catalogue.read')
  const unit = units.find(({ code }) => code === 'HQC')
  if (unit === undefined) throw new Error('the default units have no HQC')
  const item = { ...unit, resident: '周志远', phone: '8801', head: '郑主任' }
  await before.ask('catalogue.save', { list: 'units', item })
}

type Petition = NonNullable<NonNullable<Parameters<typeof aVisit>[0]>['petition']>

async function transferred(before: TestDesk, at: number, petition: Petition): Promise<string> {
  const number = await register(before, at, petition)
  await before.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
  return number
}

async function handledLong(before: TestDesk, at: number): Promise<string> {
  const number = await register(before, at, { title: '老宿舍楼管网老化', grade: 'long-term' })
  await before.ask('petitions.route', { number, to: { route: 'direct' } })
  return number
}

async function register(before: TestDesk, at: number, petition: Petition): Promise<string> {
  const startedAt = new Date(at - 600_000).toISOString()
  const { petitions } = await before.ask('visits.register', { visit: aVisit({ startedAt, petition }) })
  return petitions[0]?.number ?? ''
}
