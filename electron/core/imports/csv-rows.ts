import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { SheetRow } from '../../../shared/rules/import-cells.ts'

const ENCODINGS = ['utf-8', 'gb18030'] as const
const STEP = 256 * 1024
const LONGEST_RECORD = 1_000_000

/** A CSV file in UTF-8, UTF-16 or the encoding of Chinese Windows, read row by row. */
export function openCsv(bytes: Uint8Array): { readonly rows: () => AsyncGenerator<SheetRow> } {
  const encoding = encodingOf(bytes)
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(bytes.subarray(0, 16 * 1024)))
  return { rows: () => csvRows(bytes, encoding, delimiter) }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new DeskError('badRequest', '这个文件不是文本，不能作为 CSV 读取，请核对选择的文件。')
  }
  const encoding = ENCODINGS.find((each) => reads(bytes, each))
  if (encoding === undefined) {
    throw new DeskError('badRequest', '这个文件的文字编码读不出来，请另存为“CSV UTF-8”再导入。')
  }
  return encoding
}

function reads(bytes: Uint8Array, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let from = 0; from < bytes.length; from += STEP)
      decoder.decode(bytes.subarray(from, from + STEP), { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** Whatever there is most of in the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1)
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', '\t', ';', '，'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function* decoded(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let from = 0; from < bytes.length; from += STEP)
    yield decoder.decode(bytes.subarray(from, from + STEP), { stream: true })
  yield decoder.decode()
}

async function* csvRows(bytes: Uint8Array, encoding: string, delimiter: string): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
  })
  // An error of the source ends the parser too, and is thrown below.
  Readable.from(decoded(bytes, encoding)).pipe(parser)
  let row = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1
      yield {
        row,
        cells: record.map((text) => (text.trim() === '' ? null : { kind: 'text' as const, text })),
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Rows read but not yet handed on count too.
    const at = Number(Reflect.get(error, 'records')) + 1
    throw new DeskError(
      'badRequest',
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `第 ${at} 行的引号没有成对，后面的内容读不下去，请改正后再导入。`
        : `第 ${at} 行读不下去，请核对这一行的引号和分隔符。`,
    )
  } finally {
    parser.destroy()
  }
}
