import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { aVisit } from '../helpers/a-visit.ts'
import { type OpenDesk, openDesk } from './helpers/open-desk.ts'

let desk: OpenDesk
let submitted = ''
let open = ''

beforeAll(async () => {
  desk = await openDesk(async (earlier) => {
    const register = async () => {
      const startedAt = new Date(Date.now() - 1_800_000).toISOString()
      const { petitions } = await earlier.ask('visits.register', { visit: aVisit({ startedAt }) })
      return petitions[0]?.number ?? ''
    }
    submitted = await register()
    const to = { route: 'submit', leader: 'FYZ1', proposal: '建议交后勤处办理。' } as const
    await earlier.ask('petitions.route', { number: submitted, to })
    open = await register()
  })
})

afterAll(() => desk?.close())

async function goTo(number: string) {
  const { press, fill, page } = desk.window
  await press('Control+k')
  await fill('查找、跳转、执行', number)
  await press('Enter')
  await page.getByRole('heading', { name: number }).waitFor()
}

test('the paper that is owed is on the button: 呈批笺 after a submission, seen before it is issued', async () => {
  const { press, sees, tabTo, look, complaints, shootFailure } = desk.window
  onTestFailed(() => shootFailure())
  await goTo(submitted)
  await tabTo('呈批笺…')
  await look('papers-petition')
  await press('w')
  await sees('尚未印发。')
  await sees('建议交后勤处办理。')
  await look('papers-submission-sheet')
  await press('Control+Enter')
  await sees('尚未取用。')
  await press('Escape')
  await sees('印发文书…')
  expect(await complaints()).toEqual([])
}, 300_000)

test('every other paper is one choice away, and what cannot be issued says why', async () => {
  const { press, sees, tabTo, look, complaints, shootFailure, focused, page } = desk.window
  onTestFailed(() => shootFailure())
  await goTo(open)
  await press('w')
  await sees('赵小满同学：')
  await tabTo('现在不能印发的文书')
  await press('Enter')
  await sees('没有批准过延期')
  await look('papers-refused')
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('文书种类')
  await press('ArrowDown')
  await page.getByRole('option', { name: '受理告知书' }).waitFor()
  await look('papers-kinds')
  await press('ArrowDown')
  await press('Enter')
  await sees('印发后存入本事项')
  await press('Escape')
  expect(await complaints()).toEqual([])
}, 300_000)

test('the volume list says what it would hold before it is issued', async () => {
  const { press, sees, tabTo, look, complaints, shootFailure } = desk.window
  onTestFailed(() => shootFailure())
  await desk.window.goTo('ws')
  await tabTo('归档文件目录…')
  await press('Enter')
  await sees('就会列入当年的目录')
  await look('papers-volume-list')
  await press('Escape')
  expect(await complaints()).toEqual([])
}, 300_000)

test('what waits for the printer goes out in one go, rows are chosen by keyboard, and the fonts are told', async () => {
  const { press, sees, tabTo, look, complaints, shootFailure, page } = desk.window
  onTestFailed(() => shootFailure())
  await desk.window.goTo('ws')
  await tabTo('今日待打印…')
  await press('Enter')
  await sees('按印发先后')
  await look('papers-queue')
  await press('Control+p')
  const told = page.getByText('打印前请看一下字体')
  await told.or(page.getByText('已送打印')).first().waitFor()
  // Only where a font is missing, and only once.
  if (await told.isVisible()) {
    await look('papers-preflight')
    await press('Enter')
  }
  await sees('已送打印')
  await sees('没有待打印的文书。')
  await press('Escape')

  await press('ArrowDown')
  await press('Space')
  await press('Shift+ArrowDown')
  await sees('已选中 2 份')
  await look('papers-chosen')
  await press('Control+p')
  await sees('共 2 份')
  const [saved] = await Promise.all([page.waitForEvent('download'), press('Control+s')])
  expect(saved.suggestedFilename()).toMatch(/^文书 \d{4}-\d\d-\d\d\.zip$/)
  await sees('已存入压缩包 2 份')
  await press('Escape')

  await desk.window.goTo('sz')
  await tabTo('单位')
  await press('End')
  await press('ArrowLeft')
  await sees('党政机关公文格式')
  await press('r')
  await sees('公文要求的字体本机')
  await look('papers-fonts')
  expect(await complaints()).toEqual([])
}, 300_000)
