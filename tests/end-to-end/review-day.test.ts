import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { PASSWORD } from '../helpers/a-desk.ts'
import { type DeskWindow, openWindow } from './helpers/desk-window.ts'
import { type SeededDesk, startSeededDesk } from './helpers/seeded-desk.ts'

let desk: SeededDesk
let window: DeskWindow

beforeAll(async () => {
  desk = await startSeededDesk()
  window = await openWindow(desk.url)
})

afterAll(async () => {
  await window?.close()
  await desk?.stop()
})

test('a duty leader reviews the day by keyboard, signs it off, and each petition shows what was decided', async () => {
  onTestFailed(() => window.shootFailure())
  await signIn(window)
  await instructTheFirst(window)
  await goBackAndForth(window)
  await readTheSecond(window)
  await signOffOnlyWhenAllAreRead(window)
  await findTheInstructionOnThePetition(window)

  expect(await window.complaints()).toEqual([])
}, 300_000)

async function signIn({ choose, fill, press, sees, look }: DeskWindow) {
  await choose('姓名', '李值班')
  await fill('密码', PASSWORD)
  await press('Enter')
  await sees('第 1 件，共 3 件（未阅）')
  await sees('今天 · 3 件未阅')
  await look('21-review-first')
}

async function instructTheFirst({ press, sees, type, choose, fill, look, focused, page }: DeskWindow) {
  await press('Control+Enter')
  await sees('请填写批示意见')
  expect(await focused()).toBe('批示意见')
  await type('此事涉及面广，')
  await press('Control+Enter')
  await sees('第 2 件，共 3 件')

  await press('ArrowLeft')
  await sees('第 1 件，共 3 件（已批示）')
  await press('3')
  expect(await page.getByLabel('批示意见').inputValue()).toBe('请牵头会同有关单位研究处理。')
  expect(await focused()).toBe('批示意见')
  await choose('承办单位', 'xsgz')
  await fill('办结时限', '12-31')
  await look('22-review-written')
  await press('Control+Enter')
}

async function goBackAndForth({ press, sees }: DeskWindow) {
  await sees('第 2 件，共 3 件（未阅）')
  await sees('拟请教务处牵头核实，三日内书面答复。')
  await press('ArrowLeft')
  await sees('第 1 件，共 3 件（已批示）')
  await sees('请牵头会同有关单位研究处理。')
  await press('ArrowRight')
  await sees('第 2 件，共 3 件（未阅）')
}

async function readTheSecond({ press, sees }: DeskWindow) {
  await press('r')
  await sees('第 3 件，共 3 件（未阅）')
}

async function signOffOnlyWhenAllAreRead({ press, sees, look }: DeskWindow) {
  await press('ArrowRight')
  await sees('还有 1 件未阅，批示或标记已阅后再签收。')
  await look('23-review-unread')
  await press('ArrowLeft')
  await sees('第 3 件，共 3 件（未阅）')
  await press('r')
  await sees('共 3 件，当日签收')
  // At once, whether the page has heard already that nothing is left unread or not.
  await press('Control+Enter')
  await sees('李值班 已于')
  await sees('今天 · 3 件，已签收')
  await look('24-review-signed-off')
}

async function findTheInstructionOnThePetition({ press, sees, look, tabTo }: DeskWindow) {
  await tabTo(desk.numbers[0] ?? '')
  await press('Enter')
  await sees('第 1 件，共 3 件（已批示）')
  await press('o')
  await sees('校领导已批示，交学生工作处办理')
  await sees('李值班：请牵头会同有关单位研究处理。')
  await sees('办结时限 12月31日')
  await look('25-petition-instructed')
  await press('Escape')
  await sees('领导批阅')
}
