import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SaxesParser } from 'saxes'

/** A cell as LibreOffice understood it. */
export type CalcCell = {
  readonly type: string
  readonly text: string
  readonly value: string
  readonly formula: string | undefined
}

export type CalcSheet = {
  readonly name: string
  readonly rows: readonly (readonly CalcCell[])[]
}

export type Calc = {
  readonly sheets: readonly CalcSheet[]
  /** Where it offers filters: `台账.A3:台账.E5`. */
  readonly filters: readonly string[]
  /** Rows repeated on each printed page. */
  readonly headerRows: number
}

/** The workbook as LibreOffice reads it, in one start of it; or why that cannot be tried here. */
export function openInCalc(workbook: Uint8Array): Calc | string {
  if (spawnSync('soffice', ['--version']).error !== undefined) return 'soffice is not installed here'
  const folder = mkdtempSync(path.join(tmpdir(), 'calc-'))
  try {
    // LibreOffice without its Calc part opens no table at all: a plain one tells that from a broken workbook.
    writeFileSync(path.join(folder, 'plain.csv'), 'a,b\n1,2\n')
    writeFileSync(path.join(folder, 'list.xlsx'), workbook)
    spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        path.join(folder, 'plain.csv'),
        path.join(folder, 'list.xlsx'),
      ],
      { stdio: 'ignore', timeout: 110_000 },
    )
    if (!existsSync(path.join(folder, 'plain.fods'))) return 'LibreOffice is here without Calc'
    return readFods(readFileSync(path.join(folder, 'list.fods'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type OpenCell = { type: string; value: string; formula: string | undefined; repeated: number; text: string[] }

function readFods(xml: string): Calc {
  const sheets: { name: string; rows: CalcCell[][] }[] = []
  const filters: string[] = []
  let headerRows = 0
  let inHeader = false
  let cell: OpenCell | null = null
  let inText = false
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const given = (key: string) => attributes[key] ?? ''
    if (name === 'table:table') sheets.push({ name: given('table:name'), rows: [] })
    if (name === 'table:table-header-rows') inHeader = true
    if (name === 'table:table-row') {
      sheets.at(-1)?.rows.push([])
      if (inHeader) headerRows += 1
    }
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      cell = {
        type: given('office:value-type'),
        value: given('office:date-value') || given('office:value'),
        formula: attributes['table:formula'],
        repeated: Number(given('table:number-columns-repeated') || 1),
        text: [],
      }
    }
    if (name === 'text:p') {
      cell?.text.push('')
      inText = true
    }
    if (name === 'text:s') append(cell, ' '.repeat(Number(given('text:c') || 1)))
    if (name === 'text:tab') append(cell, '\t')
    if (name === 'table:database-range' && given('table:display-filter-buttons') === 'true')
      filters.push(given('table:target-range-address'))
  })
  parser.on('text', (text) => {
    if (inText) append(cell, text)
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'table:table-header-rows') inHeader = false
    if (name === 'text:p') inText = false
    if (cell === null || (name !== 'table:table-cell' && name !== 'table:covered-table-cell')) return
    const { type, value, formula, text, repeated } = cell
    const row = sheets.at(-1)?.rows.at(-1)
    for (let at = 0; at < Math.min(repeated, 300); at += 1)
      row?.push({ type, value, formula, text: text.join('\n') })
    cell = null
  })
  parser.write(xml).close()
  return { sheets, filters, headerRows }
}

/** Only inside a paragraph: between them lie the line ends of the file itself. */
function append(cell: OpenCell | null, text: string): void {
  if (cell === null || cell.text.length === 0) return
  cell.text[cell.text.length - 1] += text
}
