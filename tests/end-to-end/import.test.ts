import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aWorkbook, dateCell, type RawCell } from '../helpers/a-workbook.ts'
import { type OpenDesk, openDesk } from './helpers/open-desk.ts'

const ORDERS = 1000
/** Every hundredth row has a telephone that is none. */
const BROKEN = 10
const HEADINGS = ['工单编号', '来电时间', '诉求人', '联系电话', '问题类型', '诉求内容', '分级', '客服备注']

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

function orders(count: number): Uint8Array {
  const rows: RawCell[][] = Array.from({ length: count }, (_, index) => [
    `GD2026${String(index).padStart(5, '0')}`,
    dateCell(46_300 + (index % 20) + 0.4, 2),
    '钱小雨',
    index % 100 === 7 ? '12' : 13_900_000_000 + index,
    index % 2 === 0 ? '食堂餐饮' : '后勤保障/宿舍住宿与维修',
    `第 ${index} 号工单：希望尽快维修。`,
    '复杂',
    '',
  ])
  return aWorkbook([HEADINGS, ...rows])
}

const choose = (bytes: Uint8Array) =>
  desk.window.page.getByLabel('工单文件', { exact: true }).setInputFiles({
    name: '十月热线工单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })

test('a thousand work orders come in, each wholly or with its reason, and none of them twice', async () => {
  const { press, sees, look, page, tabTo } = desk.window
  await goToChannels()
  await tabTo('渠道')
  for (let tabs = 0; tabs < 5; tabs += 1) await press('ArrowRight')
  await sees('还没有导入过工单')
  await look('80-import-empty')

  await choose(orders(ORDERS))
  await sees('已按列名推断对应关系')
  await look('81-import-mapping')
  await press('Control+Enter')
  await sees('检查完毕')
  await sees(`可以导入 ${ORDERS - BROKEN} 行`)
  await sees('电话')
  await look('82-import-checked')
  await press('Control+Enter')
  await sees('导入完毕')
  await sees(`已导入 ${ORDERS - BROKEN} 行`)
  await look('83-import-done')

  const saving = page.waitForEvent('download')
  await tabTo('保存未导入的明细')
  await press('Enter')
  const report = await (await saving).path()
  expect(readFileSync(report, 'utf8')).toContain('9,未导入,联系电话')

  await press('Escape')
  await sees('十月热线工单.xlsx')
  await choose(orders(ORDERS + 5))
  await sees('已按上次的对应关系选好')
  await press('Control+Enter')
  await sees('可以导入 5 行')
  await look('84-import-duplicates')
  await press('Control+Enter')
  await sees(`已导入 5 行，跳过 ${ORDERS - BROKEN} 行`)
}, 240_000)

async function goToChannels(): Promise<void> {
  const { page, goTo } = desk.window
  await goTo('gtqd')
  await page.getByRole('heading', { name: '沟通渠道' }).waitFor()
}
