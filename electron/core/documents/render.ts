import { cleanPaper } from '../../../shared/documents/clean-text.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { fillTemplate } from './prezipped.ts'
import { qrPng } from './qr.ts'
import { stamped } from './stamp.ts'
import { typeset } from './typeset-paper.ts'

export type RenderOptions = {
  /** Written into the file's properties; the same paper with the same moment gives the same bytes. */
  readonly createdAt: Instant
}

/** A paper as a Word file (.docx). No clock, no files, no state but the templates it has made. */
export function renderPaper(paper: Paper, { createdAt }: RenderOptions): Uint8Array {
  const set = typeset(cleanPaper(paper))
  const file = fillTemplate(set, createdAt, set.code === null ? null : qrPng(set.code))
  return paper.stamp === undefined ? file : stamped(file, paper.stamp)
}
