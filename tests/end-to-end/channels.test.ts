import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type OpenDesk, openDesk } from './helpers/open-desk.ts'

let desk: OpenDesk
beforeAll(async () => {
  desk = await openDesk(async () => {})
})
beforeEach(({ onTestFailed }) => {
  onTestFailed(() => desk.window.shootFailure())
})
afterAll(async () => {
  expect(await desk.window.complaints()).toEqual([])
  await desk.close()
})

async function goToTab(tab: string): Promise<void> {
  const { page, press, tabTo, goTo } = desk.window
  await goTo('gtqd')
  await page.getByRole('heading', { name: '沟通渠道' }).waitFor()
  const selected = await page.getByRole('tab', { selected: true }).textContent()
  await tabTo(selected ?? '渠道')
  for (let tabs = 0; tabs < 6; tabs += 1) {
    if ((await page.getByRole('tab', { selected: true }).textContent()) === tab) return
    await press('ArrowRight')
  }
}

test('a call is written down in one small form, kept while it is typed, and goes on with one key', async () => {
  const { press, sees, look, fill, choose, type, focused, page } = desk.window
  await press('F3')
  await page.getByRole('heading', { name: '快速登记' }).waitFor()
  await expect.poll(focused).toBe('姓名')
  await type('孙电话')
  await fill('联系电话', '13900000002')
  await fill('标题（事由）', '六号楼热水不够')
  await fill('反映的内容', '六号楼晚上十点以后没有热水，希望尽快检修。')
  await choose('内容分类', '宿舍')
  await choose('分级', '一般')
  await sees('日清日结')
  await sees('已自动保存草稿')
  await look('70-short-record')

  // Somebody asks for something else in between; the record is still there.
  await press('Alt+1')
  await press('F3')
  await expect.poll(() => page.getByLabel('标题（事由）').inputValue()).toBe('六号楼热水不够')
  await press('Control+Enter')
  await page.getByRole('heading', { name: '已登记' }).waitFor()
  await sees('今天')
  await look('71-short-saved')
  await press('d')
  await sees('由接待点直接答复反映人')
  await press('Control+Enter')
  await sees('直接办理，')
})

test('an appeal goes to its committee, and its time is said', async () => {
  const { press, sees, look, fill, choose, type, page } = desk.window
  await goToTab('申诉与复核')
  await sees('还没有申诉和复核')
  await press('s')
  await page.getByRole('heading', { name: '快速登记' }).waitFor()
  await sees('不服的处分决定')
  await type('李申诉')
  await fill('标题（事由）', '不服记过处分')
  await fill('反映的内容', '认为事实认定有误。')
  await choose('内容分类', '处分申诉')
  await press('Control+Enter')
  await sees('请填写不服的处分决定或处理意见')
  await fill('不服的处分决定或处理意见（文号）', '学处〔2026〕3号')
  await look('72-appeal')
  await press('Control+Enter')
  await sees('已转学生申诉处理委员会')
  await goToTab('申诉与复核')
  await sees('学处〔2026〕3号')
  await look('73-appeals')
})

test('a meeting raises its matters in one go', async () => {
  const { press, sees, look, fill, choose, page, noLongerSees } = desk.window
  await goToTab('沟通活动')
  await sees('还没有沟通活动')
  await press('n')
  await choose('沟通渠道', '午餐会')
  await fill('活动名称', '十一月午餐会')
  await fill('地点', '第二食堂')
  await look('74-activity-dialog')
  await press('Control+Enter')
  await page.getByRole('heading', { name: '十一月午餐会' }).waitFor()
  await press('m')
  await fill('标题（事由）', '图书馆座位')
  await choose('内容分类', '图书')
  await press('Control+M')
  await expect.poll(() => page.getByLabel('标题（事由）').count()).toBe(2)
  await fill('标题（事由）', '早餐品种')
  await choose('内容分类', '食堂')
  await look('75-matters')
  // A list left half typed is still there.
  await press('Escape')
  await noLongerSees('再加一个事项')
  await press('m')
  await expect.poll(() => page.getByLabel('标题（事由）').count()).toBe(2)
  await press('Control+Enter')
  await noLongerSees('再加一个事项')
  await sees('反映的事项 2 件')
  await look('76-activity')
  await press('Escape')
  await sees('召开次数')
  await look('77-activities')
}, 120_000)

test('links show who has none, and a lead unit has everything in one list', async () => {
  const { press, sees, look, fill, choose, tabTo, page } = desk.window
  await goToTab('联系制度')
  await sees('还没有联系对象的')
  await press('n')
  await choose('领导', '书记')
  await fill('联系的班级', '数据2401班')
  await press('Control+Enter')
  await sees('数据2401班')
  await tabTo('记一次联系：数据2401班')
  await press('Enter')
  await fill('情况', '进班听课，听取意见。')
  await press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await look('78-links')

  await goToTab('牵头单位')
  await tabTo('团委')
  await press('Enter')
  await sees('图书馆座位')
  await look('79-lead-unit')
  await goToTab('渠道')
  await sees('与教职工沟通的渠道')
  await look('69-channels')
  await tabTo('午餐会')
  await press('Enter')
  await page.getByRole('heading', { name: '信访事项' }).waitFor()
  await sees('图书馆座位')
  await expect.poll(() => page.getByText('不服记过处分').count()).toBe(0)
})
