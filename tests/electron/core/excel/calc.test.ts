import { describe, expect, it } from 'vitest'
import type { ExcelSheet } from '../../../../electron/core/excel/sheet.ts'
import { writeExcel } from '../../../../electron/core/excel/write-excel.ts'
import { type Calc, openInCalc } from './calc.ts'
import { HARD_TEXTS } from './hard-texts.ts'
import { FIRST, LIST } from './workbooks.ts'

const LEDGER: ExcelSheet = {
  ...LIST,
  rows: [FIRST, ['  前后空格  ', null, '', null, null]],
  foot: ['备注：办理情况填写“已办结”或“未办结”。'],
}
const TYPED: ExcelSheet = {
  name: '原文',
  head: [],
  columns: [{ name: '输入', width: 30, kind: 'text' }],
  rows: HARD_TEXTS.map((text) => [text]),
}

const opened = openInCalc(await writeExcel([LEDGER, TYPED]))
if (typeof opened === 'string')
  process.stdout.write(`Workbooks are not read back from LibreOffice: ${opened}.\n`)

describe.skipIf(typeof opened === 'string')('a workbook opened by LibreOffice', () => {
  const calc = opened as Calc
  const [list, typed] = typeof opened === 'string' ? [] : calc.sheets

  it('has days, times, numbers and shares as what they are, and shows them as people write them', () => {
    const [, , head, first, second] = list?.rows ?? []
    expect(head?.slice(0, 5).map(({ text }) => text)).toEqual(LEDGER.columns.map(({ name }) => name))
    expect(first?.slice(0, 5)).toEqual([
      { type: 'string', value: '', formula: undefined, text: '00012' },
      { type: 'date', value: '2026-11-18', formula: undefined, text: '2026年11月18日' },
      { type: 'date', value: '2026-11-18T09:30:00', formula: undefined, text: '2026年11月18日 09:30' },
      { type: 'float', value: '3', formula: undefined, text: '3' },
      { type: 'percentage', value: '0.256', formula: undefined, text: '25.6%' },
    ])
    expect(second?.slice(0, 5).map(({ text }) => text)).toEqual(['  前后空格  ', '', '', '', ''])
  })

  it('offers filters, and repeats the column names on paper', () => {
    expect(calc.filters.map((range) => range.replaceAll(/['$]/g, ''))).toEqual([
      '台账.A3:台账.E5',
      expect.stringMatching(/^原文\.A1:原文\.A\d+$/),
    ])
    expect(calc.headerRows).toBe(2)
  })

  it('takes no typed text for a formula, a number, a day or an error, and changes none', () => {
    const cells = (typed?.rows ?? []).slice(1, HARD_TEXTS.length + 1).map(([cell]) => cell)
    for (const cell of cells) expect(cell).toMatchObject({ type: 'string', formula: undefined })
    expect(cells.map((cell) => cell?.text)).toEqual(HARD_TEXTS.map((text) => text.replaceAll('\r', '\n')))
  })
})
