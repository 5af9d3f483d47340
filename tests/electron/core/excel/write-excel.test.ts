import validate from '@ooxml-tools/validate'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ExcelSheet, ROW_COUNT, sheetNames, type Value } from '../../../../electron/core/excel/sheet.ts'
import { writeExcel } from '../../../../electron/core/excel/write-excel.ts'
import { openXlsx } from '../../../../electron/core/imports/xlsx-rows.ts'
import type { Cell } from '../../../../shared/rules/import-cells.ts'
import { cellText } from '../../../../shared/rules/import-cells.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { HARD_TEXTS } from './hard-texts.ts'
import { LIST, sheetsIn } from './workbooks.ts'

async function partsOf(...sheets: Parameters<typeof writeExcel>[0]): Promise<Record<string, string>> {
  return partsIn(await writeExcel(sheets))
}

function partsIn(workbook: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(workbook))
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

async function cellsOf(sheet: ExcelSheet): Promise<readonly (readonly Cell[])[]> {
  return [...openXlsx(await writeExcel([sheet])).rows()].map(({ cells }) => cells)
}

const COLUMNS = [
  { name: '序号', width: 8 },
  { name: '反映问题', width: 40 },
]
const table = (rows: readonly (readonly Value[])[]): ExcelSheet => ({
  name: '汇总',
  head: [],
  columns: COLUMNS,
  rows,
})

describe('an Excel file', () => {
  it('keeps numbers as numbers, texts as texts, and the head in sight', async () => {
    const parts = await partsOf({ name: '汇总', head: ['标题'], columns: COLUMNS, rows: [[7, '00012']] })
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toMatch(/<c r="A3"[^>]*><v>7<\/v>/)
    expect(sheet).toMatch(/<c r="B3"[^>]*t="inlineStr"><is><t [^>]*>00012<\/t>/)
    expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toMatch(/width="40"/)
  })

  it('has real days and times in Chinese, whole numbers, shares, and empty cells where nothing is known', async () => {
    const parts = await partsOf(LIST)
    const [, , , first, second] = await cellsOf(LIST)
    expect(first).toEqual([
      { kind: 'text', text: '00012' },
      { kind: 'date', value: 46_344, epoch: 25_569 },
      { kind: 'date', value: 46_344.395_833_333_3, epoch: 25_569 },
      { kind: 'number', value: 3, epoch: 25_569 },
      { kind: 'number', value: 0.256, epoch: 25_569 },
    ])
    expect(cellText(first?.[2])).toBe('2026-11-18 09:30')
    expect(second?.every((cell) => cell === null)).toBe(true)
    const formats = parts['xl/styles.xml'] ?? ''
    for (const format of ['@', '0', '0.0%', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'])
      expect(formats).toContain(`formatCode="${format}"`)
  })

  it('leaves what is no day as it was typed', async () => {
    const [, , , row] = await cellsOf({ ...LIST, rows: [['x', '去年秋天', '1899-12-31', 1, 1]] })
    expect(row?.slice(1, 3).map(cellText)).toEqual(['去年秋天', '1899-12-31'])
  })

  it('can be filtered by its columns, and prints them on each page across A4 lying down', async () => {
    const parts = await partsOf({ ...LIST, columns: [...LIST.columns, ...LIST.columns], foot: ['备注'] })
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('<autoFilter ref="A3:J5"/>')
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toContain('<mergeCell ref="A6:J6"/>')
    expect(parts['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'台账'!$3:$3</definedName>`,
    )
    expect(sheet).not.toContain('sheetProtection')
  })

  it.each(HARD_TEXTS)('writes the typed text %j as text, never as a formula', async (typed) => {
    const sheet = (await partsOf(table([[1, typed]])))['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).not.toContain('<f')
    expect(sheet).toMatch(/<c r="B2" s="\d+" t="inlineStr">/)
    const style = Number(/<c r="B2" s="(\d+)"/.exec(sheet)?.[1])
    const styles = (await partsOf(table([[1, typed]])))['xl/styles.xml'] ?? ''
    const text = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1]
    expect([...styles.matchAll(/<xf [^>]*>/g)][style]?.[0]).toContain(`numFmtId="${text}"`)
  })

  it('keeps long texts whole up to what Excel reads, and says where it was cut', async () => {
    const [, row] = await cellsOf(table([['内'.repeat(32_700), `${'内'.repeat(32_699)}😀${'容'.repeat(9)}`]]))
    expect(cellText(row?.[0])).toBe('内'.repeat(32_700))
    const cut = cellText(row?.[1])
    expect(cut.length).toBeLessThanOrEqual(32_767)
    expect(cut).toMatch(/^内{32699}……（内容过长/)
    expect(cut.isWellFormed()).toBe(true)
  })

  it('takes out what XML has no place for, escapes what it has, and names sheets as Excel allows', async () => {
    const name = '一个/很长*的[名字]'.repeat(6)
    const sheet = { name, head: [], columns: COLUMNS, rows: [[1, 'a\u0000\u001b<b>&\ud800"\n二行']] }
    const parts = await partsOf(sheet, sheet)
    expect(parts['xl/worksheets/sheet2.xml']).toContain('a&lt;b&gt;&amp;\ufffd&quot;\n二行')
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, found]) => found ?? '',
    )
    expect(new Set(names).size).toBe(2)
    for (const one of names) expect(one).toMatch(/^[^[\]\\/*?:]{1,31}$/)
  })

  it('makes rows high enough for what is wrapped in them', async () => {
    const parts = await partsOf(
      table([
        [1, '短'],
        [2, '长'.repeat(60)],
      ]),
    )
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('<row r="2"><c')
    expect(sheet).toMatch(/<row r="3" ht="(6|7)\d">/)
  })
})

const EXTREME: ExcelSheet = {
  name: '极端',
  head: ['=1+1 _x0041_ <标题> & "名"', '很长的说明'.repeat(80)],
  columns: Array.from({ length: 200 }, (_, at) => ({ name: `列${at}`, width: 10, kind: 'text' as const })),
  rows: [HARD_TEXTS, Array.from({ length: 200 }, (_, at) => `值${at}😀`), ['字'.repeat(40_000)]],
  foot: ['  前后空格  '],
}

it.each(['Microsoft365', 'Office2013'] as const)(
  'is valid for %s by Microsoft’s Open XML SDK, also with 200 columns, hard texts and no rows',
  async (version) => {
    for (const sheets of [[LIST, EXTREME], [{ ...LIST, head: [], rows: [], foot: ['没有记录'] }]])
      expect(await validate(await writeExcel(sheets), 'xlsx', version)).toEqual([])
  },
)

it('is read back cell for cell, whatever was typed, by the reader of imported files', async () => {
  const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...HARD_TEXTS))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(typed, typed), { minLength: 1, maxLength: 8 }), async (rows) => {
      const [, ...read] = await cellsOf(table(rows))
      expect(read.map((cells) => [readText(cells[0]), readText(cells[1])])).toEqual(
        rows.map((row) => row.map(expected)),
      )
    }),
    { numRuns: fc.runs(40) },
  )
})

function readText(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text : ''
}

/** What XML cannot hold is taken out, and line ends are one character; everything else comes back. */
function expected(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- they are what is taken out
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .toWellFormed()
  )
}

describe('more rows than one sheet of Excel holds', () => {
  const LONG: ExcelSheet = {
    ...table(Array.from({ length: 7 }, (_, at) => [at, `第${at}件`])),
    head: ['长表', `共 ${ROW_COUNT} 条`],
    foot: ['备注'],
  }
  const SHORT: ExcelSheet = { ...LONG, name: '短表', head: ['短', `共 ${ROW_COUNT} 条`], rows: [[1, '一']] }
  const EMPTY: ExcelSheet = { ...SHORT, name: '空表', rows: [], whenEmpty: '没有记录' }

  it('go on in further sheets, none left out, each with its head, filter and repeated names', async () => {
    const workbook = await writeExcel([LONG, SHORT, EMPTY], { rowsPerSheet: 3 })
    const sheets = sheetsIn(workbook)
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '汇总（续1）', '汇总（续2）', '短表', '空表'])
    expect(sheets.slice(0, 3).flatMap(({ body }) => body.map(([at]) => at))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '备注',
    ])
    expect(sheets.map(({ head }) => head)).toEqual([
      ...Array.from({ length: 3 }, () => ['长表', '共 7 条']),
      ['短', '共 1 条'],
      ['短', '共 0 条'],
    ])
    expect(sheets.at(-1)?.body).toEqual([['没有记录'], ['备注']])
    expect(sheets.map(({ xml }) => /<autoFilter ref="([^"]+)"/.exec(xml)?.[1])).toEqual([
      'A3:B6',
      'A3:B6',
      'A3:B4',
      'A3:B4',
      undefined,
    ])
    expect(sheets.filter(({ xml }) => xml.includes('tabSelected="1"'))).toHaveLength(1)
    const book = partsIn(workbook)['xl/workbook.xml'] ?? ''
    expect(book.match(/Print_Titles/g)).toHaveLength(5)
    expect(book).toContain(`localSheetId="1">'汇总（续1）'!$3:$3`)
    expect(await validate(workbook, 'xlsx', 'Microsoft365')).toEqual([])
  })

  it('are read page by page as they come, and let go of when the work is stopped', async () => {
    let ended = false
    async function* pages() {
      try {
        for (let at = 0; at < 9; at += 3) {
          yield [at, at + 1, at + 2].map((each) => [each, `第${each}件`])
          yield []
        }
      } finally {
        ended = true
      }
    }
    const [sheet] = sheetsIn(await writeExcel([{ ...LONG, rows: pages() }]))
    expect(sheet?.body.map(([at]) => at)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '备注'])
    expect(sheet?.head[1]).toBe('共 9 条')
    ended = false
    const between = (written: number) => (written > 0 ? Promise.reject(new Error('停')) : Promise.resolve())
    const stopped = writeExcel([{ ...LONG, rows: pages() }], { between })
    await expect(stopped).rejects.toThrow('停')
    expect(ended).toBe(true)
  })
})

it.each([
  [
    ['汇总', '汇总', 'Ab', 'AB'],
    ['汇总', '汇总2', 'Ab', 'AB2'],
  ],
  [
    ["'首尾'", '', 'History', 'a\u0000[b]:\n c?'],
    ['首尾', '表', 'History1', 'a b c'],
  ],
])('names the sheets %j as Excel takes them', (asked, named) => {
  expect(sheetNames(asked)).toEqual(named)
})

it('lets others get their turn while a long list is written, and can be stopped', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [at, `第${at}件`])
  let turns = 0
  const between = async () => {
    turns += 1
  }
  await writeExcel([table(rows)], { between })
  expect(turns).toBeGreaterThan(10)
  const stopped = writeExcel([table(rows)], { between: () => Promise.reject(new Error('停')) })
  await expect(stopped).rejects.toThrow('停')
})
