import validate from '@ooxml-tools/validate'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeExcel } from '../../../../electron/core/excel/write-excel.ts'
import { openXlsx } from '../../../../electron/core/imports/xlsx-rows.ts'
import { cellText } from '../../../../shared/rules/import-cells.ts'

async function partsOf(...sheets: Parameters<typeof writeExcel>[0]): Promise<Record<string, string>> {
  const files = unzipSync(await writeExcel(sheets))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const COLUMNS = [
  { name: '序号', width: 8 },
  { name: '反映问题', width: 40 },
]

describe('an Excel file', () => {
  it('keeps numbers as numbers, texts as texts, and the head in sight', async () => {
    const parts = await partsOf({ name: '汇总', head: ['标题'], columns: COLUMNS, rows: [[7, '00012']] })
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toMatch(/<c r="A3"[^>]*><v>7<\/v>/)
    expect(sheet).toMatch(/<c r="B3"[^>]*t="s"/)
    expect(sheet).toMatch(/<pane ySplit="2"[^>]*state="frozen"/)
    expect(sheet).toMatch(/width="40"/)
    expect(parts['xl/sharedStrings.xml']).toContain('00012')
  })

  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
    'writes the typed text %s as text, never as a formula',
    async (typed) => {
      const parts = await partsOf({ name: '汇总', head: [], columns: COLUMNS, rows: [[1, typed]] })
      const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
      expect(sheet).not.toContain('<f')
      expect(sheet).toMatch(/<c r="B2"[^>]*t="s"/)
    },
  )

  it('takes out what XML has no place for, escapes what it has, and names sheets as Excel allows', async () => {
    const name = '一个/很长*的[名字]'.repeat(6)
    const row = [1, 'a\u0000\u001b<b>&\ud800"\n二行']
    const sheet = { name, head: [], columns: COLUMNS, rows: [row] }
    const parts = await partsOf(sheet, sheet)
    expect(parts['xl/sharedStrings.xml']).toContain('a&lt;b&gt;&amp;')
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, found]) => found ?? '',
    )
    expect(new Set(names).size).toBe(2)
    for (const one of names) expect(one).toMatch(/^[^[\]\\/*?:]{1,31}$/)
  })
})

const SHEET = {
  name: '问题办理情况汇总表',
  head: ['问题办理情况汇总表', '部门、单位：示例学院　　汇总时间：2026—2027学年第一学期'],
  columns: COLUMNS,
  rows: [
    [1, '=SUM(A1:A9) 食堂\n第二行'],
    [2, '  前后空格  '],
  ],
  foot: ['备注：办理情况填写“已办结”或“未办结”。'],
}

it.each(['Microsoft365', 'Office2013'] as const)(
  'is valid for %s by Microsoft’s Open XML SDK',
  async (version) => {
    const bytes = await writeExcel([SHEET, { ...SHEET, head: [], foot: [] }])
    expect(await validate(bytes, 'xlsx', version)).toEqual([])
  },
)

it('is read back, cell for cell, by the reader of imported files', async () => {
  const rows = [...openXlsx(await writeExcel([SHEET])).rows()]
  const texts = rows.map(({ cells }) => cells.map(cellText))
  expect(texts[2]).toEqual(['序号', '反映问题'])
  expect(texts[3]).toEqual(['1', '=SUM(A1:A9) 食堂\n第二行'])
})
