import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { DeskError } from '../../../shared/contract/errors.ts'
import { EPOCH_1900, EPOCH_1904 } from '../../../shared/rules/import-cells.ts'
import type { ZipParts } from './zip-parts.ts'

/** What must be known before the rows of a sheet can be read. */
export type Workbook = {
  readonly sheetName: string
  /** Name of the part that holds the first visible sheet. */
  readonly sheetPart: string
  readonly epoch: number
  readonly texts: readonly string[]
  /** Whether the n-th cell style shows a number as a date. */
  readonly isDate: (style: number) => boolean
}

const NOT_A_WORKBOOK = '这个文件里没有可以读取的工作表，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'

export function readWorkbook(zip: ZipParts): Workbook {
  const root = 'xl/workbook.xml'
  const book = zip.text(root)
  if (book === null) throw new DeskError('badRequest', NOT_A_WORKBOOK)
  const { sheets, date1904 } = readSheets(book)
  const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  const parts = readTargets(zip.text('xl/_rels/workbook.xml.rels') ?? '')
  const sheetPart = sheet === undefined ? undefined : parts.byId.get(sheet.id)
  if (sheet === undefined || sheetPart === undefined || !zip.names.includes(sheetPart)) {
    throw new DeskError('badRequest', NOT_A_WORKBOOK)
  }
  return {
    sheetName: sheet.name,
    sheetPart,
    epoch: date1904 ? EPOCH_1904 : EPOCH_1900,
    texts: readSharedTexts(zip, parts.texts),
    isDate: readDateStyles(parts.styles === null ? null : zip.text(parts.styles)),
  }
}

export type XmlHandlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** A parser that knows names without their prefix and speaks of damage in Chinese. */
export function xmlParser({ open, text, close }: XmlHandlers): { write(piece: string): void; end(): void } {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new DeskError(
      'badRequest',
      '这个 Excel 文件的内容已经损坏，请用 Excel 或 WPS 打开后另存为新的 .xlsx 再导入。',
    )
  })
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  if (open) parser.on('opentag', (tag: SaxesTagPlain) => open(local(tag.name), tag.attributes))
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', (tag: SaxesTagPlain) => close(local(tag.name)))
  return {
    write: (piece) => void parser.write(piece),
    end: () => void parser.close(),
  }
}

function parseXml(xml: string, handlers: XmlHandlers): void {
  const parser = xmlParser(handlers)
  parser.write(xml)
  parser.end()
}

function readSheets(xml: string) {
  const sheets: { name: string; id: string; hidden: boolean }[] = []
  let date1904 = false
  parseXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const hidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '')
      sheets.push({ name: attributes['name'] ?? '', id, hidden })
    },
  })
  return { sheets, date1904 }
}

function readTargets(xml: string) {
  const byId = new Map<string, string>()
  let texts: string | null = null
  let styles: string | null = null
  if (xml !== '') {
    parseXml(xml, {
      open: (name, { Id = '', Type = '', Target = '' }) => {
        if (name !== 'Relationship') return
        const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
        byId.set(Id, part)
        if (Type.endsWith('/sharedStrings')) texts = part
        if (Type.endsWith('/styles')) styles = part
      },
    })
  }
  return { byId, texts: texts as string | null, styles: styles as string | null }
}

/** Each text of its runs, without the reading aids (拼音) Excel may add. */
function readSharedTexts(zip: ZipParts, part: string | null): string[] {
  const texts: string[] = []
  if (part === null || !zip.names.includes(part)) return texts
  let current = ''
  let inText = false
  let inAid = false
  const parser = xmlParser({
    open: (name) => {
      if (name === 'si') current = ''
      if (name === 'rPh') inAid = true
      if (name === 't') inText = !inAid
    },
    text: (text) => {
      if (inText) current += text
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inAid = false
      if (name === 'si') texts.push(plainText(current))
    },
  })
  const decoder = new TextDecoder('utf-8')
  for (const piece of zip.pieces(part)) parser.write(decoder.decode(piece, { stream: true }))
  parser.end()
  return texts
}

/** `_x000D_` is how Office writes a character XML cannot hold. */
export function plainText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Ids of the formats every Excel knows to be dates or times, those of its Chinese editions among them. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

function readDateStyles(xml: string | null): (style: number) => boolean {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  if (xml !== null) {
    parseXml(xml, {
      open: (name, attributes) => {
        if (name === 'numFmt') {
          own.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''))
        }
        if (name === 'cellXfs') inCells = true
        if (name === 'xf' && inCells) {
          const id = Number(attributes['numFmtId'] ?? 0)
          styles.push(own.get(id) ?? isBuiltInDate(id))
        }
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false
      },
    })
  }
  return (style) => styles[style] ?? false
}

/** What is quoted, escaped or in brackets is no letter of the date. */
function isDateFormat(code: string): boolean {
  const [first = ''] = code.split(';')
  return /[ymdhs年月日时]/iu.test(first.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ''))
}
