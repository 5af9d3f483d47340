import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PASSWORD } from '../helpers/a-desk.ts'
import { aVisit } from '../helpers/a-visit.ts'
import { type OpenDesk, openDesk, signIn } from './helpers/open-desk.ts'

let desk: OpenDesk
let earlier: string

beforeAll(async () => {
  desk = await openDesk(async (before) => {
    const { petitions } = await before.ask('visits.register', { visit: aVisit(), draft: null })
    earlier = petitions[0]?.number ?? ''
  })
})

afterAll(() => desk?.close())

beforeEach(async ({ onTestFailed }) => {
  onTestFailed(() => desk.window.shootFailure())
  const { press, page } = desk.window
  await press('Alt+1')
  await page.getByRole('heading', { name: '今天登记' }).waitFor()
  await press('F2')
  await page.getByRole('heading', { name: '来访登记' }).waitFor()
  // What the test before left unfinished is put aside.
  await press('F2')
  await valueOf('姓名', '')
})

async function valueOf(label: string, expected: string) {
  const field = desk.window.page.getByLabel(label, { exact: false }).first()
  await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe(expected)
}

describe('registering a visit', () => {
  test('offers an earlier visitor while typing, and wants to know whether this is a repeat', async () => {
    const { window } = desk
    await window.fill('姓名', '赵小满')
    await window.sees('请回答：这次是不是重复来访？')
    await window.press('F4')
    await valueOf('联系电话', '13900000001')
    expect(await window.focused()).toBe('标题（事由）')
    await window.fill('标题（事由）', '食堂晚间供餐仍未延长')
    await window.fill('反映问题概况', '上次反映后没有变化。')
    await window.fill('具体诉求', '延长供餐时间。')
    await window.press('Control+ArrowDown')
    await window.choose('内容分类', 'stcy')

    await window.press('Control+Enter')
    await expect.poll(window.focused).toBe('是重复 F7')
    await window.press('F7')
    await window.sees('已答：是重复。')
    await window.sees(`重复来访，前件 ${earlier}`)
    await window.look('30-register-repeat')
    await window.press('Control+s')
    await window.sees('登记下一位')
    await window.sees('食堂晚间供餐仍未延长')
  })

  test('says what is missing at each field, and goes to the first', async () => {
    const { window } = desk
    await window.fill('姓名', '钱一')
    await window.fill('联系电话', '123')
    await window.press('Control+Enter')
    await window.sees('处需要补充或更正')
    await expect.poll(window.focused).toBe('联系电话')
    await window.look('31-register-problems')
    await window.fill('联系电话', '13900000099')
    const problem = window.page.locator('[data-path="petitioners.0.phone"][aria-invalid="true"]')
    await expect.poll(() => problem.count()).toBe(0)
  })

  test('takes an anonymous group of six with representatives and two petitions', async () => {
    const { window } = desk
    await window.fill('来访人数', '6')
    await window.tabTo('匿名')
    await window.press('Space')
    await window.tabTo('添加第 2 名代表')
    await window.press('Enter')
    expect(await window.focused()).toBe('第 2 名代表姓名')
    await window.type('孙二')
    await window.fill('标题（事由）', '宿舍热水不足')
    await window.fill('反映问题概况', '晚上十点后没有热水。')
    await window.fill('具体诉求', '延长供水。')
    await window.press('Control+ArrowDown')
    await window.choose('内容分类', 'sszs')
    await window.press('Control+Shift+A')
    await window.sees('删除事项 2')
    await window.press('Control+ArrowUp')
    await window.fill('标题（事由）', '自习室开放时间')
    await window.fill('反映问题概况', '周末不开放。')
    await window.fill('具体诉求', '周末开放。')
    await window.press('Control+ArrowDown')
    await window.fill('内容分类', '教')
    await window.page.locator('[role=option][data-combobox-selected]').waitFor()
    await window.press('Tab')
    await valueOf('内容分类', '教育教学')
    await window.look('32-register-group')
    await window.press('Control+PageUp')
    await valueOf('标题（事由）', '宿舍热水不足')
    await window.press('Control+s')

    await window.sees('登记下一位')
    await window.sees('宿舍热水不足')
    await window.sees('自习室开放时间')
    await window.look('33-registered-two')
    await window.press('d')
    await window.sees('由接待点直接答复反映人')
    await window.press('Control+Enter')
    await window.noLongerSees('由接待点直接答复反映人')
  })
})

describe('what was typed', () => {
  test('is still there, with the cursor in it, when the core dies in the middle of a word', async ({
    skip,
  }) => {
    if (process.platform !== 'linux') skip('the core process is found by /proc, which only Linux has')
    const { window, killCore } = desk
    await window.fill('姓名', '周三')
    await window.fill('反映问题概况', '说到一半')
    killCore()
    await window.sees('程序内部刚刚重新启动过')
    await window.look('34-restarted')
    await signIn(window)
    await valueOf('反映问题概况', '说到一半')
    await expect.poll(window.focused).toBe('反映问题概况')
    await window.type('，接着说')
    await valueOf('反映问题概况', '说到一半，接着说')
  })

  test('comes back after the window was closed and opened again', async () => {
    const { window } = desk
    await window.fill('姓名', '吴四')
    await window.fill('具体诉求', '尽快答复')
    await window.sees('草稿已保存')
    await window.page.reload()
    await window.sees('接着上次没有登记完的内容')
    await valueOf('姓名', '吴四')
    await valueOf('具体诉求', '尽快答复')
  })

  test('stays unseen behind the lock, dialogs included, and is there when the same person is back', async () => {
    const { window } = desk
    await window.fill('标题（事由）', '不给别人看')
    await window.press('F1')
    await window.sees('本页可用的按键')
    await window.press('F9')
    await window.sees('已锁定')
    expect(await window.page.getByText('本页可用的按键').first().isVisible()).toBe(false)
    await expect.poll(window.focused).toBe('密码')
    await window.type('wrong-password')
    await window.press('Enter')
    await window.sees('登录名或密码不对')
    await expect.poll(window.focused).toBe('密码')
    await window.type(PASSWORD)
    await window.press('Enter')
    await window.page.getByText('本页可用的按键').first().waitFor()
    await window.press('Escape')
    await valueOf('标题（事由）', '不给别人看')
  })

  test('is put aside by F2 and taken up again from the list', async () => {
    const { window } = desk
    await window.fill('姓名', '郑五')
    await window.press('F2')
    await valueOf('姓名', '')
    await window.press('Control+o')
    await window.sees('未登记完的来访')
    await window.page.getByText('郑五').waitFor()
    await window.look('35-drafts')
    await window.tabTo('丢弃 郑五　未填事由')
    await window.press('Enter')
    await window.sees('已丢弃')
    await window.press('Control+z')
    await window.page.getByRole('dialog').getByText('郑五').waitFor()
    await window.tabTo('继续登记 郑五　未填事由')
    await window.press('Enter')
    await valueOf('姓名', '郑五')
  })
})

describe('the keyboard as a whole', () => {
  test('a scan opens its petition from within a field and leaves no trace there', async () => {
    const { window } = desk
    await window.fill('反映问题概况', '来访人出示回执')
    await window.type(`XF/${earlier}/ZX-2026-D00001`)
    await window.page.keyboard.press('Enter')
    await window.page.getByRole('heading', { name: earlier }).waitFor()
    await window.press('F2')
    await valueOf('反映问题概况', '来访人出示回执')
  })

  test('nothing fires while an input method composes', async () => {
    const { window } = desk
    await window.tabTo('标题（事由）')
    const session = await window.page.context().newCDPSession(window.page)
    await session.send('Input.imeSetComposition', { text: 'shi', selectionStart: 3, selectionEnd: 3 })
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'F9',
      windowsVirtualKeyCode: 229,
    })
    await session.send('Input.insertText', { text: '食' })
    await valueOf('标题（事由）', '食')
    expect(await window.page.getByText('已锁定').count()).toBe(0)
  })

  test('neither the mouse was touched nor did the page complain', async () => {
    expect(await desk.window.complaints()).toEqual([])
  })
})
