import { readFileSync } from 'node:fs'
import type { Download } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openXlsx } from '../../electron/core/imports/xlsx-rows.ts'
import { cellText } from '../../shared/rules/import-cells.ts'
import { PASSWORD } from '../helpers/a-desk.ts'
import { type DeskWindow, openWindow } from './helpers/desk-window.ts'
import { type SeededDesk, startSeededDesk } from './helpers/seeded-desk.ts'

let desk: SeededDesk
let window: DeskWindow

beforeAll(async () => {
  desk = await startSeededDesk()
  window = await openWindow(desk.url)
  await window.choose('姓名', '管理员甲')
  await window.fill('密码', PASSWORD)
  await window.press('Enter')
  await window.sees('今天登记')
})

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => window.shootFailure())
})

afterAll(async () => {
  await window?.close()
  await desk?.stop()
})

test('every step of a petition has its form, is checked at the field, and says why it cannot be taken', async () => {
  const { press, sees, look, noLongerSees, fill, choose, tabTo, focused, page } = window
  await goTo(desk.numbers[2] ?? '')
  await sees('已登记，尚未确定办理方式')
  await look('31-petition')

  await press('b')
  await sees('属于下列情形')
  await press('Control+Enter')
  await sees('请选择不予受理的情形。')
  await look('32-decline')
  await press('Escape')
  await noLongerSees('属于下列情形')

  await press('c')
  await choose('呈报的校领导', 'fyz')
  await look('33-submit')
  await press('Escape')
  await noLongerSees('呈报的校领导')

  await press('d')
  await sees('由接待点直接答复反映人')
  await press('Control+Enter')
  await sees('直接办理，')
  await press('a')
  await fill('答复内容', '已与图书馆联系，本周起清理占座物品。')
  await press('Control+Enter')
  await sees('请选择处理结论。')
  expect(await focused()).toBe('处理结论')
  await look('34-answer')
  await choose('处理结论', 'jssm')
  await press('Control+Enter')
  await sees('已答复反映人，尚未办结')

  await press('g')
  await fill('标题（事由）', '图书馆三楼自习座位长期被占')
  await sees('原为：图书馆自习座位长期被占')
  await press('Control+Enter')
  await sees('请填写更正原因')
  await look('35-correct')
  await fill('更正原因', '登记时漏写楼层')
  await press('Control+Enter')
  await page.locator('s', { hasText: '标题：图书馆自习座位长期被占' }).waitFor()

  await press('v')
  await sees('13900000003')
  await sees('查看个人信息')
  await tabTo('现在不能做的')
  await press('Enter')
  await sees('不能再改变办理方式')
  await look('36-petition-answered')
  await press('Escape')
  expect(await window.complaints()).toEqual([])
}, 300_000)

test('an issued document is shown, taken once, and marked as a copy afterwards', async () => {
  const { press, sees, look, tabTo, page } = window
  await goTo(desk.numbers[0] ?? '')
  await sees('已转后勤处')
  await press('Control+p')
  await sees('尚未取用。')
  await sees('关于转办赵小满同学反映事项的函')
  await look('37-document')
  const [first] = await Promise.all([page.waitForEvent('download'), press('Control+s')])
  expect(first.suggestedFilename()).toBe('转办函 校办信转〔2026〕1号.docx')
  await sees('已取用 1 次')
  const [second] = await Promise.all([page.waitForEvent('download'), press('Control+s')])
  expect(second.suggestedFilename()).toBe('转办函 校办信转〔2026〕1号（副本）.docx')
  await press('Escape')

  await press('w')
  await sees('尚未印发')
  await tabTo('主送单位')
  await press('ArrowDown')
  await press('ArrowDown')
  await press('Enter')
  await sees('国有资产处：')
  await look('38-notice-to-an-assisting-unit')
  await press('Escape')

  await window.goTo('ws')
  await sees('发文字号')
  await press('ArrowDown')
  await look('40-documents')
  await press('Enter')
  await sees('尚未取用。')
  await press('Escape')
  expect(await window.complaints()).toEqual([])
}, 300_000)

test('the list finds by number, name and pinyin initials, and stands where it was left', async () => {
  const { press, sees, type, look, noLongerSees, focused, fill, page } = window
  await window.goTo('xfsx')
  await sees('共 3 件')
  await press('ArrowDown')
  await press('ArrowDown')
  await press('Enter')
  await page.getByRole('heading', { name: '转专业申请长期没有答复' }).waitFor()
  await press('Escape')
  await sees('共 3 件')
  expect(await page.locator('[role=row][aria-selected=true]').innerText()).toContain('转专业申请长期没有答复')
  expect(await focused()).toContain('信访事项列表')

  await press('Control+f')
  await type('qdd')
  await sees('共 1 件')
  await press('ArrowDown')
  await press('Enter')
  await page.getByRole('heading', { name: '转专业申请长期没有答复' }).waitFor()
  await press('Escape')
  await sees('共 1 件')
  expect(await page.getByLabel('查找').inputValue()).toBe('qdd')
  await fill('查找', '没有这样的事项')
  await sees('没有符合条件的信访事项')
  await look('39-nothing-found')
  await fill('查找', desk.numbers[1] ?? '')
  await noLongerSees('没有符合条件的信访事项')
  expect(await focused()).toBe('查找')
  expect(await window.complaints()).toEqual([])
}, 300_000)

test('a list is taken out as Excel by the keyboard, masked, and with full names after a reason', async () => {
  const { press, sees, look, noLongerSees, fill, focused, tabTo, page } = window
  await window.goTo('xfsx')
  await press('Control+f')
  await press('Control+a')
  await press('Delete')
  await sees('共 3 件')
  const [masked] = await Promise.all([page.waitForEvent('download'), press('Control+Shift+e')])
  expect(masked.suggestedFilename()).toMatch(/^信访事项（\d{4}-\d\d-\d\d）\.xlsx$/)
  await sees('，已记录。')
  await look('39-exported')
  expect(await textsOf(masked)).toContain('赵*满')
  expect(await textsOf(masked)).not.toContain('赵小满')

  await tabTo('更多导出方式')
  await press('Enter')
  await page.getByRole('menuitem').first().waitFor()
  await press('ArrowDown')
  await look('39-ways-to-export')
  while (!(await focused()).startsWith('带完整姓名导出信访事项')) await press('ArrowDown')
  await press('Enter')
  await sees('都会记入日志')
  await press('Control+Enter')
  await sees('请写明导出完整姓名的原因')
  await look('39-full-names')
  await fill('导出完整姓名的原因', '逐件电话核实')
  const [named] = await Promise.all([page.waitForEvent('download'), press('Control+Enter')])
  await noLongerSees('都会记入日志')
  expect(await textsOf(named)).toContain('赵小满')
  expect(await window.complaints()).toEqual([])
}, 300_000)

/** Every text of a downloaded workbook's first sheet. */
async function textsOf(file: Download): Promise<readonly string[]> {
  const rows = [...openXlsx(readFileSync(await file.path())).rows()]
  return rows.flatMap(({ cells }) => cells.map(cellText))
}

test('an administrator keeps units, calendar and settings, and checks the journal', async () => {
  const { press, sees, look, fill, tabTo } = window
  await section('units')
  await sees('受理检举控告')
  await look('41-units')
  await press('n')
  await press('Control+Enter')
  await sees('还有 2 处需要补充或更正')
  await look('42-unit')
  await fill('名称', '体育教学部')
  await fill('代码', 'tyb')
  await press('Control+Enter')
  await sees('TYB')

  for (const [path, words, name] of [
    ['channels', '牵头单位', '43-channels'],
    ['categories', '上级分类', '44-categories'],
    ['leaders', '主要领导', '45-leaders'],
    ['basics', '期限与提醒', '46-basics'],
  ] as const) {
    await section(path)
    await sees(words)
    await look(name)
  }
  await fill('接待地点', '行政楼 101 室')
  await sees('有改动还没有保存。')
  await press('Control+s')
  await sees('设置已保存，立即生效。')

  await section('calendar')
  await sees('学校自定的日子')
  await press('n')
  await fill('日期', '2026-12-31')
  await fill('原因', '学校元旦晚会')
  await press('Control+Enter')
  await sees('的到期日会')
  await look('47-school-day')
  await press('Control+Enter')
  await sees('取消这一天')
  await look('48-calendar')

  await section('care')
  await tabTo('开始核验')
  await press('Enter')
  await sees('核验通过')
  await look('49-care')
  expect(await window.complaints()).toEqual([])
}, 300_000)

test('an archive that cannot be reached is said in one sentence, and nothing is lost', async () => {
  const { press, sees, look, fill, tabTo } = window
  await window.goTo('gdtb')
  await sees('还没有设置归档去向')
  await tabTo('设置归档去向…')
  await press('Enter')
  await press('Control+Enter')
  await sees('请填写归档文件夹的完整路径')
  await tabTo('文件夹（移动硬盘、网络共享）')
  await press('ArrowRight')
  await fill('服务器', '127.0.0.1')
  await fill('端口', '1')
  await fill('数据库名', 'archive')
  await fill('用户名', 'station')
  await fill('密码', 'not-the-password')
  await look('51-archive-database')
  await press('Control+Enter')
  await sees('数据库 station@127.0.0.1:1/archive')
  await press('Control+Enter')
  await sees('重试')
  await look('52-archive-unreachable')
  expect(await window.complaints()).toEqual([])
}, 300_000)

/** From any page, by the number. */
async function goTo(number: string): Promise<void> {
  await window.press('Control+k')
  await window.fill('查找、跳转、执行', number)
  await window.press('Enter')
  await window.page.getByRole('heading', { name: number }).waitFor()
}

async function section(path: string): Promise<void> {
  await window.page.evaluate((address) => {
    location.hash = address
  }, `/settings/${path}`)
}
