import type { Block, Cell, Line, Paper, Span } from './paper.ts'

/** Line breaks of every system and script. */
const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u
/**
 * What no paper may hold: marks that turn the direction of a line or hide in it, control characters and
 * noncharacters (half of them not allowed in XML 1.0), and halves of characters.
 */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must go
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}\p{Surrogate}]/u
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu')

/** One line of printable text. */
export function cleanText(text: string): string {
  return cleanParagraphs(text).join(' ')
}

/** Typed text as the paragraphs it consists of, blank ones left out. */
export function cleanParagraphs(text: string): readonly string[] {
  return text
    .split(BREAK)
    .map((part) => printable(part).trim())
    .filter((part) => part !== '')
}

/** A line may hold text with line breaks in it: each starts a line of its own, what stands around it stays in place. */
export function cleanLine(line: Line): readonly Line[] {
  const lines: Span[][] = [[]]
  for (const span of line) {
    if (typeof span !== 'string' && 'blank' in span) {
      lines.at(-1)?.push(span)
      continue
    }
    const parts = (typeof span === 'string' ? span : span.text).split(BREAK)
    for (const [at, part] of parts.entries()) {
      if (at > 0) lines.push([])
      const text = printable(part)
      lines.at(-1)?.push(typeof span === 'string' ? text : { text, face: span.face })
    }
  }
  return lines.map(trimLine).filter((spans) => spans.length > 0)
}

/** A paper whose every string is one clean line: what whoever draws it may rely on. */
export function cleanPaper(paper: Paper): Paper {
  return { ...paper, name: cleanText(paper.name), blocks: paper.blocks.flatMap(cleanOnce) }
}

/** A paper is cleaned when it is built and, because others may have built it, when it is drawn. */
const clean = new WeakSet<Block>()

function cleanOnce(block: Block): readonly Block[] {
  if (clean.has(block)) return [block]
  const blocks = cleanBlock(block)
  for (const each of blocks) clean.add(each)
  return blocks
}

/** Nearly every text is printable as it is; only the others are rewritten. */
function printable(text: string): string {
  return UNPRINTABLE.test(text) ? text.replace(EVERY_UNPRINTABLE, replacement) : text
}

/** Half a character becomes □, so that a reader sees that something was there; other blanks become spaces. */
function replacement(char: string): string {
  if (/\p{Surrogate}/u.test(char)) return '□'
  return char === '\t' || char === '\u00a0' ? ' ' : ''
}

/** Without white space at its ends and without empty pieces. */
function trimLine(line: Line): Line {
  // Nearly every line is one text.
  const [only] = line
  if (line.length === 1 && typeof only === 'string') return only.trim() === '' ? [] : [only.trim()]
  const text = (span: Span): string => (typeof span === 'string' ? span : 'text' in span ? span.text : '_')
  const from = line.findIndex((span) => text(span).trim() !== '')
  const to = line.findLastIndex((span) => text(span).trim() !== '')
  return line.slice(Math.max(from, 0), to + 1).flatMap((span, at): Line => {
    if (typeof span !== 'string' && !('text' in span)) return [span]
    const started = at === 0 ? text(span).trimStart() : text(span)
    const trimmed = at === to - from ? started.trimEnd() : started
    if (trimmed === '') return []
    return [typeof span === 'string' ? trimmed : { text: trimmed, face: span.face }]
  })
}

function cleanBlock(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'letterhead':
      return [{ ...block, organ: cleanText(block.organ) }]
    case 'documentNumber':
    case 'mark':
    case 'addressee':
      return some({ ...block, text: cleanText(block.text) }, [block.text.replace('：', '')])
    case 'heading':
    case 'note':
      return some({ ...block, text: cleanText(block.text) }, [block.text])
    case 'title':
      return [{ ...block, lines: cleanAll(block.lines) }]
    case 'paragraph':
      return cleanLine(block.line).map((line) => ({ ...block, line }))
    case 'attachments':
      return some({ ...block, names: cleanAll(block.names).map(withoutClosingSign) }, block.names)
    case 'signatory':
      return [{ ...block, name: cleanText(block.name) }]
    case 'issuer':
    case 'signature':
      return [{ ...block, organ: cleanText(block.organ), date: cleanText(block.date) }]
    case 'attendance':
      return [{ ...block, label: cleanText(block.label), names: cleanText(block.names) }]
    case 'copiesTo':
      return some({ ...block, units: cleanAll(block.units).map(withoutClosingSign) }, block.units)
    case 'imprint':
      return [
        {
          ...block,
          copiesTo: cleanAll(block.copiesTo).map(withoutClosingSign),
          organ: cleanText(block.organ),
          date: cleanText(block.date),
        },
      ]
    case 'annex':
      return [{ ...block, label: cleanText(block.label), title: cleanAll(block.title) }]
    case 'caption':
      return [{ ...block, left: cleanText(block.left), right: cleanText(block.right) }]
    case 'remarks':
      return some({ ...block, items: cleanAll(block.items) }, block.items)
    case 'table':
      return [{ ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(cleanCell) })) }]
    default:
      return [
        {
          ...block,
          hint: cleanText(block.hint),
          title: cleanText(block.title),
          lines: block.lines.flatMap(cleanLine),
          fields: block.fields.map((field) => ({ ...field, label: cleanText(field.label) })),
        },
      ]
  }
}

/** A block that says nothing is not there: what follows it follows what stands before it. */
function some<Kept extends Block>(block: Kept, texts: readonly string[]): readonly Kept[] {
  return texts.some((text) => cleanText(text) !== '') ? [block] : []
}

/** Names in a list end without a sign of their own (7.3.4, 7.4.2). */
function withoutClosingSign(name: string): string {
  // Not by one expression: over a long row of signs it would begin anew at each of them.
  const signs = Array.from(name)
  const last = signs.findLastIndex((sign) => !/[\s。．，、；：.,;:]/u.test(sign))
  return last === -1 ? name : signs.slice(0, last + 1).join('')
}

function cleanAll(texts: readonly string[]): readonly string[] {
  return texts.map(cleanText).filter((text) => text !== '')
}

function cleanCell(cell: Cell): Cell {
  return { ...cell, lines: cell.lines.flatMap(cleanLine) }
}
