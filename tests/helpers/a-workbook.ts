import { strToU8, zipSync } from 'fflate'

/** Written into the sheet as it stands, so that a test can say what no writer of ours would. */
export type RawCell = string | number | null | { readonly xml: (reference: string) => string }

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

type Options = { readonly date1904?: boolean; readonly entries?: Readonly<Record<string, Uint8Array>> }

/** A workbook as Excel would save it: texts shared, style 1 a date, style 2 a date with time of one's own. */
export function aWorkbook(
  rows: readonly (readonly RawCell[])[],
  { date1904 = false, entries = {} }: Options = {},
): Uint8Array {
  const texts = new Map<string, number>()
  const sheet = rows.map((cells, index) => rowXml(cells, index + 1, texts)).join('')
  const shared = [...texts.keys()]
    .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
    .join('')
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="工单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d\\ h:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`${HEAD}<sst xmlns="${MAIN}">${shared}</sst>`),
    'xl/worksheets/sheet1.xml': strToU8(
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
    ...entries,
  })
}

function rowXml(cells: readonly RawCell[], row: number, texts: Map<string, number>): string {
  const inside = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${row}`, texts)).join('')
  return `<row r="${row}">${inside}</row>`
}

function cellXml(cell: RawCell, reference: string, texts: Map<string, number>): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return cell.xml(reference)
  const place = texts.get(cell) ?? texts.size
  texts.set(cell, place)
  return `<c r="${reference}" t="s"><v>${place}</v></c>`
}

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A serial number shown as a date; style 2 with its time. */
export function dateCell(serial: number, style: 1 | 2 = 1): RawCell {
  return { xml: (reference) => `<c r="${reference}" s="${style}"><v>${serial}</v></c>` }
}

/** A formula, with the result saved beside it or without. */
export function formulaCell(formula: string, result: string | null): RawCell {
  const value = result === null ? '' : `<v>${escaped(result)}</v>`
  return { xml: (reference) => `<c r="${reference}" t="str"><f>${escaped(formula)}</f>${value}</c>` }
}

export function errorCell(error: string): RawCell {
  return { xml: (reference) => `<c r="${reference}" t="e"><f>1/0</f><v>${escaped(error)}</v></c>` }
}
