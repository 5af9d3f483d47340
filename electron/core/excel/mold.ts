import { strFromU8, unzipSync } from 'fflate'
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import { officeText } from './cell-text.ts'
import { heightOf, linesOf, type StyleIds } from './row-xml.ts'
import type { ExcelSheet } from './sheet.ts'

/** A workbook with everything but its rows, as the library writes it. */
export type Mold = {
  readonly parts: Readonly<Record<string, string>>
  readonly sheets: readonly SheetMold[]
  /** Of the sheets, in their order. */
  readonly names: readonly string[]
  readonly styles: StyleIds
}

export type SheetMold = {
  readonly path: string
  /** Up to the last row of the head; the rows of the table follow. */
  readonly open: string
  /** Rows the head takes, that of the column names among them. */
  readonly headRows: number
}

/**
 * The library is quick with a hundred rows and holds everything up with a hundred thousand (15 s for a list of eleven
 * columns). So it writes the workbook with one row that has a cell of every kind, and the rows are written in the
 * likeness of that one.
 */
export async function moldFor(sheets: readonly ExcelSheet[], names: readonly string[]): Promise<Mold> {
  const written = sheets.map((sheet, at) => headOf(sheet, names[at] ?? `表${at + 1}`))
  const file = await writeExcelFile(written, {
    fontFamily: '宋体',
    fontSize: 11,
    features: [ORDERED_FONTS],
  }).toBuffer()
  const parts = Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )
  const molds = sheets.map((sheet, at) => sheetMold(parts, at, sheet.head.length + 1))
  const sample = /<row r="\d+">((?:(?!<row ).)*)<\/row><\/sheetData>/su.exec(
    parts[molds[0]?.path ?? ''] ?? '',
  )
  const ids = [...(sample?.[1] ?? '').matchAll(/ s="(\d+)"/gu)].map(([, id]) => Number(id))
  return { parts, sheets: molds, names, styles: styleIds(ids) }
}

function styleIds(ids: readonly number[]): StyleIds {
  const [text, any, whole, percent, day, moment, foot] = ids
  if (text === undefined || any === undefined || whole === undefined || percent === undefined)
    throw new Error('the sample row lost its styles')
  if (day === undefined || moment === undefined || foot === undefined)
    throw new Error('the sample row lost its styles')
  return { text, any, whole, percent, day, moment, foot }
}

function sheetMold(parts: Readonly<Record<string, string>>, at: number, headRows: number): SheetMold {
  const path = `xl/worksheets/sheet${at + 1}.xml`
  const xml = parts[path] ?? ''
  const cut = xml.indexOf(`<row r="${headRows + 1}"`)
  if (cut < 0) throw new Error(`${path} has no row below its head`)
  const open = xml
    .slice(0, cut)
    // What is frozen lies above: the pane that scrolls is the lower one, there is no right one.
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    // Without it some programs make rows too low for Chinese characters.
    .replace(
      '</sheetViews>',
      `</sheetViews><sheetFormatPr defaultRowHeight="${heightOf(1)}" customHeight="1"/>`,
    )
  return { path, open, headRows }
}

/** Title, lines and column names, then the row of samples. Excel does not fit the height of merged cells by itself. */
function headOf({ head, columns }: ExcelSheet, name: string): Sheet<never> {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const headHeight =
    heightOf(Math.max(1, ...columns.map((column) => linesOf(column.name, column.width - 2)))) + 4
  const wide = (line: string, style: object, height: number): Cell[] => [
    { value: officeText(line), type: String, columnSpan: columns.length, height, ...style },
    ...columns.slice(1).map(() => null),
  ]
  return {
    sheet: name,
    columns: columns.map((column) => ({ width: column.width })),
    stickyRowsCount: head.length + 1,
    data: [
      ...head.map((line, at) =>
        at === 0 ? wide(line, TITLE, 28) : wide(line, LINE, heightOf(linesOf(line, width))),
      ),
      columns.map(
        (column): Cell => ({ value: officeText(column.name), type: String, height: headHeight, ...HEAD }),
      ),
      SAMPLES,
    ],
  }
}

const TITLE = {
  fontWeight: 'bold',
  fontSize: 14,
  align: 'center',
  alignVertical: 'center',
  wrap: true,
} as const
const LINE = { wrap: true, alignVertical: 'center' } as const
const BORDER = { borderStyle: 'thin', borderColor: '#808080' } as const
const HEAD = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  backgroundColor: '#F2F2F2',
  ...BORDER,
} as const
const BODY = { alignVertical: 'center', ...BORDER } as const

const DAY = 'yyyy"年"m"月"d"日"'
const SAMPLES: Cell[] = [
  { value: '文', type: String, format: '@', wrap: true, align: 'left', ...BODY },
  { value: 1.5, type: Number, align: 'center', ...BODY },
  { value: 1, type: Number, format: '0', align: 'center', ...BODY },
  { value: 0.5, type: Number, format: '0.0%', align: 'center', ...BODY },
  { value: new Date(0), type: Date, format: DAY, align: 'center', ...BODY },
  { value: new Date(0), type: Date, format: `${DAY} hh:mm`, align: 'center', ...BODY },
  { value: '注', type: String, format: '@', wrap: true, alignVertical: 'top' },
]

/** The schema wants what describes a font in this order; the library writes it as it comes. */
const FONT_PARTS = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'scheme']

const ORDERED_FONTS = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml: string) =>
          xml.replaceAll(/(<font>)(.*?)(<\/font>)/gs, (_, open: string, parts: string, close: string) => {
            const elements = parts.match(/<\w+[^>]*\/>/g) ?? []
            return open + elements.toSorted((one, other) => placeOf(one) - placeOf(other)).join('') + close
          }),
      },
    },
  },
}

function placeOf(element: string): number {
  return FONT_PARTS.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '')
}
