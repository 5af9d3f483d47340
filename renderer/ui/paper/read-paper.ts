import { PAPER_FORMATS, type Paper } from '../../../shared/documents/paper.ts'

/** A paper as it came over the wire. The core wrote it from the same type, so its outer shape is enough here. */
export function readPaper(value: unknown): Paper | null {
  return isPaper(value) ? value : null
}

function isPaper(value: unknown): value is Paper {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    PAPER_FORMATS.some((format) => format === value.format) &&
    'blocks' in value &&
    Array.isArray(value.blocks)
  )
}

/** The paper as it was taken: with 副本, 作废件 or nothing in its upper left corner. */
export function asTaken(paper: Paper, stamp: string | null): Paper {
  return stamp === null ? paper : { ...paper, stamp }
}
