import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { dayOf, instantOf, weekday } from '../../shared/domain/day.ts'
import { aDesk, PASSWORD, type TestDesk } from '../helpers/a-desk.ts'
import { type DeskProgram, startDesk } from './helpers/desk-program.ts'
import { type DeskWindow, openWindow } from './helpers/desk-window.ts'

let program: DeskProgram
let window: DeskWindow

beforeAll(async () => {
  const earlier = await aDesk({ now: Date.now() - 60_000 })
  await nameLeaders(earlier)
  await earlier.close()
  program = await startDesk(earlier.dataDir)
  window = await openWindow(program.url)
  await window.choose('姓名', '管理员甲')
  await window.fill('密码', PASSWORD)
  await window.press('Enter')
  await window.sees('今天登记')
})

afterAll(async () => {
  await window?.close()
  await program?.stop()
})

/** Whatever day the test runs on is worked, so that it can be a reception day. */
async function nameLeaders(earlier: TestDesk): Promise<void> {
  const { leaders } = await earlier.ask('catalogue.read')
  for (const [index, leader] of leaders.entries()) {
    const name = ['韩书记', '周明远', '孔副院', '曹委员', '严教学', '华财务', '金后勤'][index] ?? ''
    await earlier.ask('catalogue.save', { list: 'leaders', item: { ...leader, name } })
  }
  const han = { login: 'han', name: '韩书记', roles: ['leader' as const], active: true, leader: 'SJ' }
  await earlier.ask('accounts.save', { ...han, password: PASSWORD })
  await earlier.ask('calendar.saveDay', { day: today(), kind: 'work', reason: '调休上班' })
}

function today() {
  return dayOf(instantOf(Date.now()))
}

test('a reception day from its rule to the minutes, and until the leader has been told, all by keyboard', async () => {
  onTestFailed(() => window.shootFailure())
  await setTheRule(window)
  await planTheSemester(window)
  await announce(window)
  await openToday(window)
  await book(window)
  await recordAnAssignment(window)
  await hearAWalkIn(window)
  await leaveOneOpen(window)
  await closeAndMinute(window)
  await reportToTheLeader(window)
  await planShifts(window)
  await decideAsTheLeader(window)
  expect(await window.complaints()).toEqual([])
}, 600_000)

async function section({ page }: DeskWindow, path: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address
  }, `/reception/${path}`)
}

async function setTheRule(window: DeskWindow) {
  const { press, sees, fill, choose, tabTo, look, focused } = window
  await section(window, 'plan')
  await sees('今后还没有排定接待日')
  await look('61-reception-empty')
  await section(window, 'rule')
  await sees('还没有设置规则')
  await choose('星期几', ['周日', '周一', '周二', '周三', '周四', '周五', '周六'][weekday(today())] ?? '')
  await fill('冬季开始', '00:00')
  await fill('冬季结束', '23:59')
  await tabTo('夏季时间不同')
  await press('Space')
  await tabTo('接待地点')
  await press('Control+A')
  await press('Delete')
  await fill('预约提前几个工作日截止', '0')
  await fill('截止时间', '23:59')
  await press('Control+s')
  await sees('请填写接待地点。')
  expect(await focused()).toBe('接待地点')
  await fill('接待地点', '行政楼 201 会议室')
  await choose('陪同部门', 'dwyz')
  await press('Tab')
  await press('Control+s')
  await sees('规则已保存')
  await look('62-reception-rule')
}

async function planTheSemester(window: DeskWindow) {
  const { press, sees, look, page } = window
  await section(window, 'plan')
  await sees('今后还没有排定接待日')
  await press('n')
  await page.getByRole('table', { name: '按规则排出的日期' }).waitFor()
  await page.getByRole('button', { name: /^排定 \d+ 次$/ }).waitFor()
  await look('63-reception-plan-preview')
  await press('Control+Enter')
  await page.getByRole('table', { name: '接待安排' }).waitFor()
  await look('64-reception-plan')
}

async function announce({ press, sees, look, noLongerSees }: DeskWindow) {
  await press('g')
  await sees('关于校领导接待日安排的通知')
  await sees('接访时间')
  await look('65-reception-announcement')
  await press('Control+Enter')
  await sees('尚未取用。')
  await press('Escape')
  await noLongerSees('尚未取用。')
}

async function openToday({ press, sees, look }: DeskWindow) {
  await press('ArrowDown')
  await press('Enter')
  await sees('还没有来访人。按 B 登记预约')
  await press('t')
  await sees('改由')
  await press('Escape')
  await look('66-reception-day-empty')
}

async function book({ press, sees, fill, look, focused, noLongerSees }: DeskWindow) {
  await press('b')
  await sees('是否已向职能部门反映及结果')
  await fill('姓名', '钱小桥')
  await fill('联系电话', '13900000022')
  await fill('学号/工号', '20260202')
  await fill('所在单位', '外国语学院')
  await fill('反映事项', '图书馆闭馆时间过早')
  await press('Control+Enter')
  await sees('请填写是否已向职能部门反映及结果')
  expect(await focused()).toBe('是否已向职能部门反映及结果')
  await look('67-reception-booking')
  await fill('是否已向职能部门反映及结果', '已向图书馆反映，答复人手不足。')
  await press('Control+Enter')
  await noLongerSees('预约方式')
  await sees('钱*桥')

  await press('ArrowDown')
  await press('Enter')
  await sees('查看姓名和电话')
  await press('Enter')
  await sees('13900000022')
  await look('68-reception-guest')
  await press('Escape')
  await noLongerSees('13900000022')
}

async function recordAnAssignment({ press, sees, fill, choose, tabTo, look, page, focused }: DeskWindow) {
  await press('n')
  await sees('正在接待')
  await press('r')
  await sees('处理意见')
  expect(await page.getByLabel('姓名').inputValue()).toBe('钱小桥')
  expect(await focused()).toBe('姓名')
  await fill('反映问题', '考试周图书馆仍在晚上九点闭馆，复习没有地方。')
  await press('Control+Enter')
  await sees('请选择校领导的意见。')
  await tabTo('批示交办')
  await press('Space')
  await fill('批示意见', '请图书馆会同后勤处，考试周延长开放时间。')
  await choose('承办单位', 'tsg')
  await press('Control+Enter')
  await sees('请填写具体诉求')
  await fill('具体诉求', '考试周延长到晚上十一点。')
  await choose('内容分类', '图书')
  await look('69-reception-talk')
  await press('Control+Enter')
  await sees('批示交办图书馆：请图书馆会同后勤处')
  await press('f')
  await sees('已接待')
}

async function hearAWalkIn({ press, sees, fill, choose, tabTo, look, noLongerSees }: DeskWindow) {
  await press('w')
  await sees('现场登记')
  await fill('姓名', '孙大同')
  await fill('联系电话', '13900000033')
  await fill('反映事项', '宿舍热水时间')
  await press('Control+Enter')
  await noLongerSees('信访目的')
  await sees('孙*同')
  await press('n')
  await sees('正在接待')
  await look('70-reception-queue')
  await press('r')
  await sees('处理意见')
  await fill('学号/工号', '20260303')
  await fill('所在单位', '艺术学院')
  await fill('反映问题', '晚上十点后没有热水。')
  await fill('具体诉求', '延长热水时间。')
  await choose('内容分类', '宿舍')
  await tabTo('批示交办')
  await press('ArrowRight')
  await press('ArrowRight')
  await fill('答复内容', '本周起延长到十一点半，后勤处已确认。')
  await choose('处理结论', 'zc')
  await press('Control+Enter')
  await sees('当场答复（支持）')
  await press('f')
  await noLongerSees('正在接待')
}

/** Somebody who was not in the queue is written down too; the leader will decide afterwards. */
async function leaveOneOpen({ press, sees, fill, choose, tabTo }: DeskWindow) {
  await press('r')
  await sees('处理意见')
  await fill('姓名', '李重修')
  await fill('联系电话', '13900000044')
  await fill('学号/工号', '20260404')
  await fill('所在单位', '教育学院')
  await fill('反映事项', '重修课程安排')
  await fill('反映问题', '重修课程与必修课冲突。')
  await fill('具体诉求', '另开一个重修班。')
  await choose('内容分类', '选课')
  await tabTo('批示交办')
  await press('ArrowLeft')
  await press('Control+Enter')
  await sees('会后批示，尚未批示')
}

async function closeAndMinute({ press, sees, fill, look, noLongerSees, page }: DeskWindow) {
  await press('e')
  await sees('共接待 3 件事项')
  await press('Control+Enter')
  await noLongerSees('共接待 3 件事项')
  await page.getByRole('button', { name: '起草纪要' }).waitFor()
  await press('m')
  await sees('补充说明')
  await fill('补充说明', '请图书馆按期反馈。')
  await press('Tab')
  await page.getByText('请图书馆按期反馈。').nth(1).waitFor()
  await look('71-reception-minutes')
  await press('Control+Enter')
  await sees('尚未取用。')
  await press('Escape')
  await noLongerSees('尚未取用。')
  await sees('查看纪要')
  await look('72-reception-day-held')
}

async function reportToTheLeader(window: DeskWindow) {
  const { press, sees, fill, tabTo, look, noLongerSees } = window
  await section(window, 'follow')
  await sees('图书馆闭馆时间过早')
  await look('73-reception-follow-up')
  await tabTo('反馈：图书馆闭馆时间过早')
  await press('Enter')
  await fill('反馈内容', '已延长。')
  await press('Control+Enter')
  await sees('不能向校领导反馈办理结果')
  await press('Escape')
  await noLongerSees('反馈内容')
}

async function planShifts(window: DeskWindow) {
  const { press, sees, fill, choose, look, page } = window
  await section(window, 'shifts')
  await sees('还没有排定值班')
  await press('n')
  await choose('值班单位 1', 'xsgz')
  await fill('值班人员 1', '郑值班')
  await look('74-shift-plan')
  await press('Control+Enter')
  await page.getByRole('table', { name: '值班安排' }).waitFor()
  await look('75-shifts')
  await press('ArrowDown')
  await press('Enter')
  await sees('反映事项')
  await look('76-shift')
  await press('Escape')
}

async function decideAsTheLeader({ press, sees, fill, choose, tabTo, look, noLongerSees, page }: DeskWindow) {
  await press('F9')
  await tabTo('换人登录')
  await press('Enter')
  await choose('姓名', '韩书记')
  await fill('密码', PASSWORD)
  await press('Enter')
  await page.getByRole('link', { name: /^接待日.*1/ }).waitFor()
  await page.evaluate(() => {
    location.hash = '/reception/follow'
  })
  await sees('重修课程安排')
  await look('77-leader-follow-up')
  await tabTo('批示：重修课程安排')
  await press('Enter')
  await sees('另开一个重修班。')
  await press('Control+Enter')
  await sees('请选择校领导的意见。')
  await tabTo('批示交办')
  await press('Space')
  await fill('批示意见', '请教务处一周内提出方案。')
  await choose('承办单位', 'jwc')
  await look('78-leader-decides')
  await press('Control+Enter')
  await noLongerSees('另开一个重修班。')
  await sees('批示交办教务处：请教务处一周内提出方案。')
}
