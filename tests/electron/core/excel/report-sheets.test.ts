import { expect, it } from 'vitest'
import { sheetsOf } from '../../../../electron/core/excel/report-sheets.ts'
import { writeExcel } from '../../../../electron/core/excel/write-excel.ts'
import type { ReportTable } from '../../../../shared/documents/reports/report-sheet.ts'
import { sheetsIn } from './workbooks.ts'

const RATES: ReportTable = {
  kind: 'table',
  name: '考核表',
  columns: [
    { name: '承办单位', share: 34 },
    { name: '承办', share: 12 },
    { name: '满意率', share: 23 },
  ],
  rows: [
    ['纪监审', 4, '75.0%\n3/4'],
    ['财务处', 2, '无'],
    ['合计', 6, '75.0%\n3/4'],
  ],
  empty: '本期没有。',
}
const NONE: ReportTable = { ...RATES, name: '汇总表', rows: [] }

it('has rates one can sort and reckon with, beside what they are of, and keeps totals out of the filter', async () => {
  const [sheet] = sheetsIn(await writeExcel(sheetsOf([RATES], ['考核表', '时间：2026年11月'])))
  expect(sheet?.body).toEqual([
    ['纪监审', '4', '0.75', '3/4'],
    ['财务处', '2', '无', ''],
    ['合计', '6', '0.75', '3/4'],
  ])
  expect(sheet?.xml).toMatch(/<c r="C4" s="\d+"><v>0.75<\/v>/)
  expect(sheet?.xml).toContain('<autoFilter ref="A3:D5"/>')
})

it('says its title once, names further tables, and says so where a table has no row', async () => {
  const sheets = sheetsIn(await writeExcel(sheetsOf([NONE, RATES], ['汇总表', '时间：2026年11月'], ['备注'])))
  expect(sheets.map(({ head }) => head[0])).toEqual(['汇总表', '汇总表：考核表'])
  expect(sheets[0]?.body).toEqual([['本期没有。'], ['备注']])
})
