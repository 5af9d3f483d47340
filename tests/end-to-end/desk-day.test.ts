import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskProgram, startDesk } from './helpers/desk-program.ts'
import { type DeskWindow, openWindow } from './helpers/desk-window.ts'

const PASSWORD = 'a-desk-password'
const LEADERS_PASSWORD = 'a-leaders-password'

let desk: DeskProgram
let window: DeskWindow
const archive = mkdtempSync(path.join(os.tmpdir(), 'desk-day-archive-'))

beforeAll(async () => {
  desk = await startDesk()
  window = await openWindow(desk.url)
})

afterAll(async () => {
  await window?.close()
  await desk?.stop()
  rmSync(archive, { recursive: true, force: true })
})

test('a first day at the desk, from the first start to a petition the archive has acknowledged, without a mouse', async ({
  onTestFailed,
}) => {
  onTestFailed(() => window.shootFailure())
  await foundTheDesk(window)
  await addTheLeader(window)
  const number = await registerAVisit(window)
  await transferIt(window)
  await instructIt(window, number)
  await sendToTheArchive(window)
  await findItAcknowledged(window, number)

  expect(await window.complaints()).toEqual([])
}, 300_000)

async function foundTheDesk({ fill, press, sees, look, page, type }: DeskWindow) {
  await sees('首次启动')
  await look('01-first-run')
  await press('Enter')
  await sees('请填写学校全称')
  await fill('学校全称', '某某大学')
  await fill('接待点代码', 'ZX')
  await fill('接待点名称', '主校区')
  await fill('管理员姓名', '王老师')
  await fill('管理员登录名', 'wang')
  await fill('管理员密码', PASSWORD)
  await fill('再输一次密码', PASSWORD)
  await press('Enter')

  await sees('恢复码：请打印并锁好')
  await look('02-recovery-code')
  const code = await page
    .locator('p')
    .filter({ hasText: /^\S{5}(-\S{5})+$/ })
    .first()
    .innerText()
  await type('wrong')
  await press('Enter')
  await sees('与恢复码的最后一组不同')
  await fill('请照纸上的恢复码输入最后一组', code.slice(-5))
  await press('Enter')
  await sees('今天登记')
  await look('03-today-empty')
}

async function addTheLeader({ press, sees, tabTo, fill, look }: DeskWindow) {
  await press('Control+k')
  await look('04-palette')
  await fill('查找、跳转、执行', 'zdsz')
  await press('Enter')
  await tabTo('单位')
  for (let step = 0; step < 5; step += 1) await press('ArrowRight')
  await sees('每人一个账户')
  await look('05-settings-accounts')
  await tabTo('新增账户')
  await press('Enter')
  await fill('姓名', '李校长')
  await fill('登录名', 'li')
  await tabTo('接待员')
  await press('Space')
  await tabTo('值班领导')
  await press('Space')
  await fill('密码', LEADERS_PASSWORD)
  await look('06-settings-account')
  await press('Control+Enter')
  await sees('李校长')
}

async function registerAVisit({
  press,
  fill,
  choose,
  sees,
  noLongerSees,
  look,
  tabTo,
  page,
}: DeskWindow): Promise<string> {
  await press('F2')
  await sees('随填随存')
  await look('07-register-empty')
  await fill('姓名', '张晓明')
  await fill('联系电话', '1381234567')
  await press('Tab')
  await sees('电话号码不对')
  await press('Shift+Tab')
  await fill('联系电话', '13812345678')
  await fill('学号', '2023010203')
  await fill('所在单位', '计算机学院')
  await fill('标题（事由）', '三号宿舍楼供暖不足')
  await fill('反映问题概况', '十一月中旬以来，三号宿舍楼四层以上房间温度偏低，多次向物业反映未解决。')
  await fill('具体诉求', '尽快检修供暖设备，恢复正常温度。')
  await press('Control+ArrowDown')
  await choose('内容分类', '宿舍')
  await press('Control+ArrowDown')
  await choose('拟办方式', 'zb')
  await tabTo('分级')
  await sees('草稿已保存')
  await look('08-register-filled')
  await press('F1')
  await sees('保存并打印回执')
  await look('09-help')
  await press('Escape')
  await noLongerSees('本页可用的按键')
  await press('Control+Enter')

  await sees('登记下一位')
  await look('10-registered')
  const number = await page.locator('section[aria-label^="信访事项"]').getAttribute('aria-label')
  return number?.replace('信访事项 ', '') ?? ''
}

async function transferIt({ press, sees, look, tabTo }: DeskWindow) {
  await press('z')
  await sees('按内容分类的归口单位预填')
  await look('11-transfer')
  await press('Control+Enter')
  await sees('印发时取得发文字号')
  await look('12-notice-preview')
  await press('Control+Enter')
  await sees('校办信转〔2026〕1号')
  await look('13-notice-issued')
  await press('Escape')
  await sees('已转后勤处')
  await tabTo('登记下一位 F2')
}

async function instructIt({ press, sees, fill, choose, tabTo, look, page }: DeskWindow, number: string) {
  await press('F9')
  await sees('已锁定')
  await look('14-locked')
  await tabTo('换人登录')
  await press('Enter')
  await choose('姓名', '李校长')
  await fill('密码', LEADERS_PASSWORD)
  await press('Enter')
  await page.getByRole('heading', { name: '领导批阅' }).waitFor()
  await sees(number)
  await look('15-review')
  await press('i')
  await fill('批示意见', '请后勤处三日内检修到位并向学生反馈。')
  await press('Control+Enter')
  await look('16-review-done')

  await press('F9')
  await tabTo('换人登录')
  await press('Enter')
  await choose('姓名', 'wls')
  await fill('密码', PASSWORD)
  await press('Enter')
  await sees('今天登记')
}

async function sendToTheArchive({ press, sees, fill, tabTo, look, goTo }: DeskWindow) {
  await goTo('gdtb')
  await sees('批次')
  await tabTo('设置归档去向…')
  await press('Enter')
  await look('17-archive-target')
  await fill('文件夹的完整路径', archive)
  await press('Control+Enter')
  await tabTo('封装并送出')
  await press('Control+Enter')
  await sees('份回执')
  await look('18-archive')
}

async function findItAcknowledged(
  { press, sees, type, look, focused, page, goTo }: DeskWindow,
  number: string,
) {
  await goTo('xfsx')
  await sees(number)
  await look('19-petitions')
  await type('宿舍')
  await page.locator('mark').first().waitFor()
  await press('Control+k')
  await type(number)
  await press('Enter')
  await page.getByRole('heading', { name: '三号宿舍楼供暖不足' }).waitFor()
  await sees('请后勤处三日内检修到位')
  await sees('已签收')
  await look('20-petition')
  expect(await focused()).not.toBe('')
}
