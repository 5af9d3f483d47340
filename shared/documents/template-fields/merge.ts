import { type Block, type Line, type Paper, plainText, type Row } from '../paper.ts'
import type { OutlineRow } from './read-table.ts'

/** Two outlines of one kind as one: what only one of them has stands behind what stands before it there. */
export function mergedOutline(base: Paper, extra: Paper): Paper {
  return { ...base, blocks: merged(base.blocks, extra.blocks, blockKey, mergedBlock) }
}

export function mergedRows(base: readonly OutlineRow[], extra: readonly OutlineRow[]): readonly OutlineRow[] {
  return merged(base, extra, rowKey, (row) => row)
}

function merged<Part>(
  base: readonly Part[],
  extra: readonly Part[],
  keyOf: (part: Part) => string,
  join: (one: Part, other: Part) => Part,
): readonly Part[] {
  const all = [...base]
  // Behind the part before it; behind everything when there is none.
  let before = all.length - 1
  for (const part of extra) {
    const at = all.findIndex((known) => keyOf(known) === keyOf(part))
    const known = all[at]
    if (known === undefined) all.splice(before + 1, 0, part)
    else all[at] = join(known, part)
    before = known === undefined ? before + 1 : at
  }
  return all
}

function mergedBlock(one: Block, other: Block): Block {
  if (one.kind === 'table' && other.kind === 'table')
    return { ...one, rows: mergedRows(one.rows, other.rows) }
  if (one.kind === 'caption' && other.kind === 'caption')
    return { ...one, left: joined(one.left, other.left), right: joined(one.right, other.right) }
  return one
}

/** Every labelled value of both captions once. */
function joined(one: string, other: string): string {
  const pieces = [one, other].flatMap((text) => text.match(/[^{}]*\{[^{}]+\}/gu) ?? [])
  const nameIn = (piece: string): string => piece.slice(piece.indexOf('{'))
  return pieces
    .filter((piece, at) => pieces.findIndex((each) => nameIn(each) === nameIn(piece)) === at)
    .join('')
}

function blockKey(block: Block): string {
  switch (block.kind) {
    case 'table':
      return `table ${block.columns.join()}`
    case 'caption':
      return `caption ${/\{([^{}]+)\}/u.exec(block.left + block.right)?.[1] ?? ''}`
    case 'mark':
    case 'attendance':
      return JSON.stringify(block)
    case 'paragraph':
      return plainText(block.line)
    default:
      return block.kind
  }
}

/** Sections by what they head, other rows by the values in them. */
function rowKey(row: Row): string {
  const texts = row.cells.flatMap(({ lines }) => lines.map((line: Line) => plainText(line)))
  const names = texts.flatMap((text) => text.match(/\{[^{}]+\}/gu) ?? [])
  return names.length > 0 ? names.join('') : texts.join('')
}
