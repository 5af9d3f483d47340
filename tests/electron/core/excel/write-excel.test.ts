import validate from '@ooxml-tools/validate'
import * as fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ExcelSheet, MOST_ROWS, type Value } from '../../../../electron/core/excel/sheet.ts'
import { writeExcel } from '../../../../electron/core/excel/write-excel.ts'
import { openXlsx } from '../../../../electron/core/imports/xlsx-rows.ts'
import type { Cell } from '../../../../shared/rules/import-cells.ts'
import { cellText } from '../../../../shared/rules/import-cells.ts'
import { HARD_TEXTS } from './hard-texts.ts'

async function partsOf(...sheets: Parameters<typeof writeExcel>[0]): Promise<Record<string, string>> {
  const files = unzipSync(await writeExcel(sheets))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

async function cellsOf(sheet: ExcelSheet): Promise<readonly (readonly Cell[])[]> {
  return [...openXlsx(await writeExcel([sheet])).rows()].map(({ cells }) => cells)
}

const COLUMNS = [
  { name: '序号', width: 8 },
  { name: '反映问题', width: 40 },
]
const LIST: ExcelSheet = {
  name: '台账',
  head: ['信访事项', '全部，共 2 条'],
  columns: [
    { name: '编号', width: 18, kind: 'text' },
    { name: '登记日期', width: 16, kind: 'day' },
    { name: '印发时间', width: 22, kind: 'moment' },
    { name: '件数', width: 8, kind: 'whole' },
    { name: '办结率', width: 8, kind: 'percent' },
  ],
  rows: [
    ['00012', '2026-11-18', '2026-11-18T01:30:00.000Z', 3, 0.256],
    ['', null, null, null, null],
  ],
}
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
    { numRuns: 40 },
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

it('says what to do when there are more rows than Excel reads', async () => {
  const rows: readonly (readonly Value[])[] = Array.from({ length: MOST_ROWS + 1 }, () => [])
  await expect(writeExcel([table(rows)])).rejects.toThrow('最多 1048000 行，请缩小范围后再导出')
})

it('lets others get their turn while a long list is written, and can be stopped', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [at, `第${at}件`])
  let turns = 0
  await writeExcel([table(rows)], async () => {
    turns += 1
  })
  expect(turns).toBeGreaterThan(10)
  const stopped = writeExcel([table(rows)], () => Promise.reject(new Error('停')))
  await expect(stopped).rejects.toThrow('停')
})
