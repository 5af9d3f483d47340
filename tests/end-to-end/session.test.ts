import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PASSWORD } from '../helpers/a-desk.ts'
import { type OpenDesk, openDesk, signIn } from './helpers/open-desk.ts'

const SECOND_PASSWORD = 'the-second-password'
const THIRD_PASSWORD = 'the-third-password'

let desk: OpenDesk

beforeAll(async () => {
  desk = await openDesk(async () => undefined)
})

afterAll(() => desk?.close())

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => desk.window.shootFailure())
})

/** The tests follow one another, as the hours of a day do. */
describe('whoever sits at the desk', () => {
  test('is locked out after the idle minutes and comes back to the same page', async () => {
    const { window } = desk
    await window.page.clock.install()
    await window.page.reload()
    await window.sees('今天登记')
    await window.press('Alt+3')
    await window.page.getByRole('heading', { name: '信访事项' }).waitFor()
    await window.page.clock.fastForward(11 * 60_000)
    await window.sees('已锁定')
    expect(await window.page.getByRole('navigation', { name: '主菜单' }).isVisible()).toBe(false)
    await window.page.clock.resume()
    await signIn(window)
    await window.page.getByRole('heading', { name: '信访事项' }).waitFor()
  })

  test('changes the password, after giving the present one', async () => {
    const { window } = desk
    await window.press('Control+k')
    await window.fill('查找、跳转、执行', 'xgmm')
    await window.press('Enter')
    await window.fill('现在的密码', 'not-it-at-all')
    await window.fill('新密码', SECOND_PASSWORD)
    await window.fill('再输一次新密码', 'another-one')
    await window.press('Enter')
    await window.sees('两次输入的密码不同')
    await window.look('40-change-password')
    await window.fill('再输一次新密码', SECOND_PASSWORD)
    await window.press('Enter')
    await window.page.getByRole('alert').waitFor()
    await window.fill('现在的密码', PASSWORD)
    await window.press('Enter')
    await window.sees('密码已修改')
    await window.press('Escape')
    await window.noLongerSees('密码已修改')
  })

  test('gets a new password by the recovery code, and the old one is worth nothing', async () => {
    const { window, recoveryCode } = desk
    await window.press('F9')
    await window.sees('已锁定')
    await window.fill('密码', PASSWORD)
    await window.press('Enter')
    await window.sees('登录名或密码不对')
    await window.tabTo('忘记密码，用恢复码登录')
    await window.press('Enter')
    await window.fill('恢复码', 'AAAAA-AAAAA')
    await window.fill('登录名', 'admin')
    await window.fill('新密码', THIRD_PASSWORD)
    await window.fill('再输一次新密码', THIRD_PASSWORD)
    await window.press('Enter')
    await window.sees('恢复码不对')
    await window.look('41-recover')
    await window.fill('恢复码', recoveryCode.toLowerCase())
    await window.press('Enter')
    await window.page.getByRole('navigation', { name: '主菜单' }).waitFor()
  })

  test('finds on F1 every key of the page and in Ctrl+K whatever can be done there', async () => {
    const { window } = desk
    await window.press('Alt+1')
    await window.sees('今天登记')
    await window.press('F1')
    await window.page.getByRole('dialog').getByText('来访登记', { exact: true }).waitFor()
    await window.press('Escape')
    await window.noLongerSees('本页可用的按键')
    await window.press('Control+k')
    await window.fill('查找、跳转、执行', 'gdtb')
    await window.page.getByRole('option', { name: '转到归档同步' }).waitFor()
    await window.press('Enter')
    await window.page.getByRole('heading', { name: '归档同步' }).waitFor()
  })

  test('neither touched the mouse nor met a complaint of the page', async () => {
    expect(await desk.window.complaints()).toEqual([])
  })
})
