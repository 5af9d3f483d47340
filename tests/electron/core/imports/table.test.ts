import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTable } from '../../../../electron/core/imports/table.ts'
import { openZip } from '../../../../electron/core/imports/zip-parts.ts'
import { cellText, type SheetRow } from '../../../../shared/rules/import-cells.ts'
import { aWorkbook, dateCell, errorCell, formulaCell } from '../../../helpers/a-workbook.ts'

async function readAll(
  name: string,
  bytes: Uint8Array,
): Promise<{ headings: readonly string[]; rows: SheetRow[] }> {
  const table = await openTable(name, bytes)
  const rows: SheetRow[] = []
  for await (const row of table.rows()) rows.push(row)
  return { headings: table.headings, rows }
}

const texts = ({ rows }: { rows: readonly SheetRow[] }) => rows.map(({ cells }) => cells.map(cellText))
const refusal = (name: string, bytes: Uint8Array) =>
  readAll(name, bytes).then(
    () => 'read',
    (error: Error) => error.message,
  )

/** 《中》 in GB18030, and a rare character that only its four-byte part has. */
const GB = Uint8Array.from([
  0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0d, 0x0a, 0xca, 0xb3, 0xcc, 0xc3, 0x2c, 0x81, 0x39,
  0xee, 0x39, 0x0d, 0x0a,
])

/** The same archive, saying of its one part another size in both of its directories. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const copy = Uint8Array.from(zip)
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 4; at += 1) {
    const mark = view.getUint32(at, true)
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true)
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true)
  }
  return copy
}

describe('a workbook', () => {
  it('is read with shared texts, numbers, dates of both countings, and gaps', async () => {
    const bytes = aWorkbook([
      ['编号', '时间', '电话', null, '内容'],
      ['A-1', dateCell(46344.4), 13900000001, null, '食堂 <太挤> & 吵'],
      [],
      ['A-2', dateCell(46344, 2), '139 0000', null, ' '],
    ])
    const read = await readAll('a.xlsx', bytes)
    expect(read.headings).toEqual(['编号', '时间', '电话', '第 4 列', '内容'])
    expect(read.rows.map(({ row }) => row)).toEqual([2, 4])
    expect(texts(read)).toEqual([
      ['A-1', '2026-11-18 09:36', '13900000001', '', '食堂 <太挤> & 吵'],
      ['A-2', '2026-11-18', '139 0000', '', ''],
    ])
    const old = await readAll('a.xlsx', aWorkbook([['时间'], [dateCell(44882)]], { date1904: true }))
    expect(texts(old)).toEqual([['2026-11-18']])
  })

  it('takes the saved result of a formula, and calls one without a result broken', async () => {
    const bytes = aWorkbook([
      ['标题', '内容'],
      [formulaCell('A1&"x"', '算出来的'), { xml: (at) => `<c r="${at}"><f>SUM(1,2)</f></c>` }],
      [errorCell('#DIV/0!'), '有内容'],
    ])
    const { rows } = await readAll('a.xlsx', bytes)
    expect(rows[0]?.cells).toMatchObject([{ kind: 'text', text: '算出来的' }, { kind: 'broken' }])
    expect(rows[1]?.cells[0]).toMatchObject({ kind: 'broken', why: expect.stringContaining('#DIV/0!') })
  })

  it('is refused with a sentence when it is none', async () => {
    expect(await refusal('a.xlsx', strToU8('just words, no archive at all'))).toContain('不是 Excel 文件')
    expect(await refusal('a.xlsx', new Uint8Array())).toContain('空的')
    expect(await refusal('a.xlsx', zipSync({ 'word/document.xml': strToU8('<a/>') }))).toContain(
      '没有可以读取的工作表',
    )
    const broken = aWorkbook([['内容'], ['一']], {
      entries: { 'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row></worksheet>') },
    })
    expect(await refusal('a.xlsx', broken)).toContain('已经损坏')
    expect(await refusal('a.xlsx', aWorkbook([['内容'], ['一']]).subarray(0, 900))).toContain(
      '不是 Excel 文件',
    )
  })

  it('is refused when it has a password or is an old .xls', async () => {
    const container = (word: string) =>
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(word, 'utf16le')])
    expect(await refusal('a.xlsx', container('EncryptedPackage'))).toContain('密码')
    expect(await refusal('a.xlsx', container('Workbook'))).toContain('.xls ')
  })

  it('is refused before it fills the memory', async () => {
    const honest = zipSync({ 'a.bin': new Uint8Array(100_000) })
    const limits = { total: 99_999, held: 99_999 }
    expect(() => openZip(honest, limits)).toThrow('大得不正常')
    const liar = declaring(honest, 10)
    expect(() => [...openZip(liar, limits).pieces('a.bin')]).toThrow('大得不正常')
    expect(() => openZip(liar, limits).text('a.bin')).toThrow('大得不正常')
    expect(await refusal('a.xlsx', declaring(honest, 2_000_000_000))).toContain('大得不正常')
    const wide = aWorkbook([['内容'], [{ xml: () => '<c r="XFD2"><v>1</v></c>' }]])
    expect(await refusal('a.xlsx', wide)).toContain('列')
  })
})

describe('a CSV file', () => {
  it('is read in UTF-8 with and without its mark, UTF-16 and GB18030', async () => {
    const text = '标题,内容\r\n食堂,"排队，\n太久"\r\n'
    for (const bytes of [
      strToU8(text),
      strToU8(`\uFEFF${text}`),
      Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]),
    ]) {
      const read = await readAll('a.csv', bytes)
      expect(read.headings).toEqual(['标题', '内容'])
      expect(texts(read)).toEqual([['食堂', '排队，\n太久']])
    }
    const gb = await readAll('a.csv', GB)
    expect(gb.headings).toEqual(['标题', '内容'])
    expect(texts(gb)[0]?.[0]).toBe('食堂')
  })

  it('is read with tabs and semicolons, uneven rows and quotes within a text', async () => {
    const read = await readAll('a.csv', strToU8('标题\t内容\n一\t说"好"\t多一列\n\n二\n'))
    expect(texts(read)).toEqual([['一', '说"好"', '多一列'], ['二']])
    expect(read.rows.map(({ row }) => row)).toEqual([2, 4])
  })

  it('is refused where a quote never ends, and when it is no text', async () => {
    expect(await refusal('a.csv', strToU8('标题,内容\n一,"没有\n二,三\n'))).toContain('第 2 行的引号没有成对')
    expect(await refusal('a.csv', aWorkbook([['标题']]))).toContain('不是文本')
    expect(await refusal('a.csv', Uint8Array.from([0x61, 0xff, 0xff, 0x62]))).toContain('编码')
  })
})
