import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { aVisit } from '../helpers/a-visit.ts'
import { type OpenDesk, openDesk } from './helpers/open-desk.ts'

let desk: OpenDesk
let submitted = ''
let open = ''
let notice = { id: '', number: '' }

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
    notice = await earlier.ask('documents.issue', { petition: open, kind: 'accept' })
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

test('a scanned paper is redacted for the accused, declared void, and accounted for in its series', async () => {
  const { press, sees, tabTo, type, look, complaints, shootFailure, page } = desk.window
  onTestFailed(() => shootFailure())
  const scan = async (code: string) => {
    await page.keyboard.type(code, { delay: 2 })
    await page.keyboard.press('Enter')
  }
  await scan(`XF/-/${notice.id}`)
  await sees(`这是受理告知书 ${notice.number}。`)
  await sees('赵小满同学：')
  await tabTo('取用其他形式…')
  await press('Enter')
  await page.getByRole('menuitem', { name: '给被反映人' }).focus()
  await press('Enter')
  await sees('二维码不指向事项')
  await press('Control+s')
  await sees('请填写遮盖件给谁')
  await page.getByLabel('给谁、作什么用').focus()
  await type('提供给被反映单位核对')
  await page.getByText('一名学生同学：').or(page.getByText('一名学生：')).first().waitFor()
  await look('papers-redacted')
  const [saved] = await Promise.all([page.waitForEvent('download'), press('Control+s')])
  expect(saved.suggestedFilename()).toBe(`受理告知书 ${notice.number}（遮盖件）.docx`)

  await tabTo('返回文书')
  await press('Enter')
  await sees('取用记录（')
  await tabTo('取用其他形式…')
  await press('Enter')
  await page.getByRole('menuitem', { name: '作废…' }).focus()
  await press('Enter')
  await sees('作废后不能恢复')
  await type('事由有误')
  await look('papers-voiding')
  await tabTo(`作废 ${notice.number}`)
  await press('Enter')
  await sees('取用的每一份都标明')
  await look('papers-void')
  await press('Escape')

  await tabTo('文号核对…')
  await press('Enter')
  await sees('1号连续，其中1号作废')
  await look('papers-series')
  await tabTo('续接文号…')
  await press('Enter')
  await sees('下一份文书用几号')
  await press('Control+Enter')
  await sees('请说明前面的号用在了哪里。')
  await press('Escape')
  await scan(`XF/${open}/${notice.id}`)
  await sees(`这是受理告知书 ${notice.number}，已作废（事由有误）。`)
  await page.getByRole('heading', { name: open }).waitFor()
  await scan('XF/-/NX-2026-D00007')
  await sees('NX-2026-D00007 是接待点 NX 的编号')
  // None of its letters was a key of the petition's page, which is as it was.
  expect(await page.getByRole('dialog').count()).toBe(0)
  await press('x')
  await press('r')
  await sees('备注')
  await press('Escape')
  expect(await complaints()).toEqual([])
}, 300_000)

test("the office's own template: exported, checked with its findings, saved, used and left again", async () => {
  const { press, sees, tabTo, fill, look, complaints, focused, shootFailure, page } = desk.window
  onTestFailed(() => shootFailure())
  await desk.window.goTo('sz')
  await tabTo('单位')
  await press('End')
  await press('ArrowLeft')
  await press('ArrowLeft')
  await sees('全部文书使用系统版式。')
  await look('templates')
  await tabTo('转办函')
  await press('Enter')
  await sees('还没有上传过模板。')
  expect(await focused()).toBe('导出起始模板')
  const [starter] = await Promise.all([page.waitForEvent('download'), press('Enter')])
  expect(starter.suggestedFilename()).toBe('转办函起始模板.docx')
  await look('templates-of-a-kind')

  const choose = async (file: Parameters<typeof page.setInputFiles>[1]) => {
    // A busy Chromium may pass over the first press.
    for (let presses = 0; presses < 3; presses += 1) {
      await tabTo('选择 Word 文件…')
      const opened = page.waitForEvent('filechooser', { timeout: 10_000 }).catch(() => null)
      await press('Enter')
      const chooser = await opened
      if (chooser !== null) return chooser.setFiles(file)
    }
    throw new Error('no window to choose a file was opened')
  }
  await choose({
    name: '旧.doc',
    mimeType: 'application/msword',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  })
  await sees('这是旧版 Word 97—2003 文件')
  const parts = unzipSync(readFileSync(await starter.path()))
  const mistyped = Buffer.from(parts['word/document.xml'] ?? [])
    .toString()
    .replace('{标题}', '{标提}')
  const buffer = Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(mistyped) }))
  await choose({ name: '错.docx', mimeType: 'application/zip', buffer })
  await sees('是不是“{标题}”？')
  await look('templates-findings')
  await choose(await starter.path())
  await sees('用样例试填成功')
  await look('templates-checked')
  await fill('版本说明', '首版')
  await tabTo('保存模板')
  await press('Enter')
  await sees('现在使用本单位模板第1版。')
  await look('templates-in-use')
  await tabTo('使用系统版式')
  await press('Enter')
  await sees('现在使用系统版式。')
  await tabTo('复制 {标题}')
  await press('Enter')
  await page.getByText(/已复制 \{标题\}|请照着输入：\{标题\}/u).waitFor()
  await press('Escape')
  expect(await focused()).toBe('转办函')
  expect(await complaints()).toEqual([])
}, 300_000)
