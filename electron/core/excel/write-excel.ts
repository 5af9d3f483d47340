import { type ZipEntry, zip, zipEntry } from '../documents/zip.ts'
import { type Mold, moldFor, type SheetMold } from './mold.ts'
import { packPieces } from './packer.ts'
import { cursorOf, type RowCursor } from './row-cursor.ts'
import { heightOf, linesOf, rowXml, textCell } from './row-xml.ts'
import { type ExcelSheet, MOST_ROWS, ROW_COUNT, sheetNames } from './sheet.ts'
import { countsIn, definedNames, type Placed, tailOf } from './sheet-frame.ts'

/** Rows written before others get their turn: some milliseconds. */
const ROWS_AT_A_TIME = 250

export type Workbook = {
  readonly bytes: Buffer
  /** Rows of each sheet as they were handed in. */
  readonly rows: readonly number[]
}

type Options = {
  /** Called after every few hundred rows with how many are written; may stop the work by throwing. */
  readonly between?: (written: number) => Promise<void>
  readonly rowsPerSheet?: number
}

/**
 * An .xlsx file whose head stays in sight, can be filtered by its columns, and prints on sheets of A4 with the column
 * names on each. Numbers and days are what they are; every text is a text cell with the text format, so that a title
 * beginning with `=`, `+`, `-` or `@` is never taken for a formula and 00012 keeps its noughts. Rows beyond what one
 * sheet of Excel holds go on in a further one: none is left out.
 */
export async function writeExcel(sheets: readonly ExcelSheet[], options: Options = {}): Promise<Buffer> {
  return (await writeWorkbook(sheets, options)).bytes
}

export async function writeWorkbook(
  sheets: readonly ExcelSheet[],
  { between = turn, rowsPerSheet = MOST_ROWS }: Options = {},
): Promise<Workbook> {
  const marked = sheets.map(withCountMark)
  const mold = await moldFor(marked, sheetNames(marked.map(({ name }) => name)))
  const placed: Placed[] = []
  const entries: ZipEntry[] = []
  let written = 0
  for (const [at, sheet] of marked.entries()) {
    const rows = cursorOf(sheet.rows)
    try {
      for (let part = 1; part === 1 || (await rows.more()); part += 1) {
        const place: Placed = { sheet, at, part, rows: 0 }
        placed.push(place)
        const pieces = piecesOf(place, rows, rowsPerSheet, openOf(mold, place), mold.styles)
        const entry = await packPieces(pathOf(placed.length), pieces, () => between(written + place.rows))
        entries.push(entry)
        written += place.rows
      }
    } finally {
      await rows.close()
    }
  }
  const counts = marked.map((_, at) => countIn(placed, at))
  const framed = placed.length === sheets.length ? mold : await moldAgain(placed)
  return { bytes: zip([...framesOf(framed, placed, counts), ...entries]), rows: counts }
}

/** Lets other calls through. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function countIn(placed: readonly Placed[], sheet: number): number {
  return placed.reduce((sum, { at, rows }) => (at === sheet ? sum + rows : sum), 0)
}

/** Each sheet has its own mark: equal texts would share one place in the workbook. */
function withCountMark(sheet: ExcelSheet, at: number): ExcelSheet {
  return {
    ...sheet,
    head: sheet.head.map((line) => line.replaceAll(ROW_COUNT, `${ROW_COUNT}${at}${ROW_COUNT}`)),
  }
}

/** The workbook around more sheets than were foreseen. Their heads are the same, so the texts keep their places. */
function moldAgain(placed: readonly Placed[]): Promise<Mold> {
  const names = placed.map(({ sheet, part }) => (part === 1 ? sheet.name : `${sheet.name}（续${part - 1}）`))
  return moldFor(
    placed.map(({ sheet }) => sheet),
    sheetNames(names),
  )
}

function framesOf({ parts, sheets, names }: Mold, placed: readonly Placed[], counts: readonly number[]) {
  const own = new Set(sheets.map(({ path }) => path))
  return Object.entries(parts)
    .filter(([path]) => !own.has(path))
    .map(([path, xml]) => {
      if (path === 'xl/workbook.xml') return zipEntry(path, definedNames(xml, placed, names), 'fast')
      return zipEntry(path, path === 'xl/sharedStrings.xml' ? countsIn(xml, counts) : xml, 'fast')
    })
}

function pathOf(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

function openOf(mold: Mold, { at, part }: Placed): SheetMold {
  const own = mold.sheets[at]
  if (own === undefined) throw new Error('a sheet without a mold')
  return part === 1 ? own : { ...own, open: own.open.replace('tabSelected="1"', 'tabSelected="0"') }
}

async function* piecesOf(
  place: Placed,
  rows: RowCursor,
  most: number,
  { open, headRows }: SheetMold,
  styles: Mold['styles'],
): AsyncGenerator<string> {
  const { sheet } = place
  yield open
  for (;;) {
    const taken = await rows.take(Math.min(ROWS_AT_A_TIME, most - place.rows))
    if (taken.length === 0) break
    let piece = ''
    for (const row of taken) {
      place.rows += 1
      piece += rowXml(row, headRows + place.rows, sheet.columns, styles)
    }
    yield piece
    if (place.rows >= most) break
  }
  const foot = (await rows.more()) ? [] : footOf(place)
  const width = sheet.columns.reduce((sum, column) => sum + column.width, 0)
  let piece = ''
  for (const [at, line] of foot.entries()) {
    const row = headRows + place.rows + 1 + at
    const cell = textCell(line, `A${row}`, styles.foot)
    piece += `<row r="${row}" ht="${heightOf(linesOf(line, width))}" customHeight="1">${cell}</row>`
  }
  yield `${piece}</sheetData>${tailOf(place, headRows, foot.length)}</worksheet>`
}

function footOf({ sheet: { foot = [], whenEmpty }, part, rows }: Placed): readonly string[] {
  return whenEmpty !== undefined && part === 1 && rows === 0 ? [whenEmpty, ...foot] : foot
}
