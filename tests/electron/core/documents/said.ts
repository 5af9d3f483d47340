import { type Block, type Line, type Paper, plainText } from '../../../../shared/documents/paper.ts'

/** Where a text stands: in the running text, in a frame of the head, in the box at the foot. */
type Place = 'text' | 'frame' | 'box'

/**
 * Everything a paper says, in the order a reader meets it in the file, with the words its layout adds. Written from the
 * data and from the standard, not from what lays papers out.
 */
export function saidBy(paper: Paper, places: readonly Place[]): string {
  const head = headOf(paper)
  const framed = paper.format === 'letter' || paper.format === 'form' ? 'frame' : 'text'
  const text = paper.blocks.map((block, at) => {
    const place = placeOf(block, paper.blocks[at + 1])
    return places.includes(place) ? textOf(block) : ''
  })
  return squeezed([...(places.includes(framed) ? head : []), ...text].join(''))
}

export function squeezed(text: string): string {
  return text.replaceAll(/[\s\ufeff]/gu, '')
}

function placeOf(block: Block, next: Block | undefined): Place {
  if (block.kind === 'imprint') return 'box'
  return block.kind === 'copiesTo' && next?.kind !== 'tearOff' ? 'box' : 'text'
}

/** A letter names its organ first; a document, below 份号, 密级 and 紧急程度. */
function headOf({ format, blocks }: Paper): readonly string[] {
  const marks = blocks.flatMap((block) => (block.kind === 'mark' ? [block] : []))
  const sorted = ['copyNumber', 'secrecy', 'urgency'].flatMap((of) => marks.filter((mark) => mark.of === of))
  const organ = blocks.flatMap((block) => (block.kind === 'letterhead' ? [block.organ] : []))
  const number = blocks.flatMap((block) => (block.kind === 'documentNumber' ? [block.text] : []))
  const signatory = blocks.flatMap((block) => (block.kind === 'signatory' ? [`签发人：${block.name}`] : []))
  const issuer = blocks.flatMap((block) => (block.kind === 'issuer' ? [block.organ, block.date] : []))
  const texts = (format === 'document' || format === 'minutes' ? sorted : marks).map(({ text }) => text)
  return format === 'letter'
    ? [...organ, ...texts, ...number]
    : [...texts, ...organ, ...number, ...signatory, ...issuer]
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'letterhead':
    case 'documentNumber':
    case 'signatory':
    case 'issuer':
    case 'mark':
      return ''
    case 'title':
      return block.lines.join('')
    case 'paragraph':
      return plainText(block.line)
    case 'attachments':
      return `附件：${numbered(block.names)}`
    case 'signature':
      return block.organ + block.date
    case 'note':
      return `（${block.text}）`
    case 'attendance':
      return `${block.label}：${block.names}`
    case 'copiesTo':
      return copies(block.units)
    case 'imprint':
      return `${block.copiesTo.length === 0 ? '' : copies(block.copiesTo)}${block.organ}${block.date}印发`
    case 'annex':
      return block.label + block.title.join('')
    case 'caption':
      return block.left + block.right
    case 'remarks':
      return numbered(block.items)
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map(({ lines }) => linesOf(lines))).join('')
    case 'tearOff': {
      const fields = block.fields.map(({ label, hint = '' }) => `${label}：${hint}`)
      return block.hint + block.title + linesOf(block.lines) + fields.join('')
    }
    default:
      return block.text
  }
}

function linesOf(lines: readonly Line[]): string {
  return lines.map(plainText).join('')
}

function numbered(items: readonly string[]): string {
  return items.map((item, at) => (items.length === 1 ? item : `${at + 1}.${item}`)).join('')
}

function copies(units: readonly string[]): string {
  return `抄送：${units.join('，')}。`
}
