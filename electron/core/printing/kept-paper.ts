import { createHash } from 'node:crypto'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { scanText } from '../../../shared/rules/numbering.ts'
import { readDocx } from '../documents/reading/read-docx.ts'
import { readKeptPaper } from '../issuing/issue.ts'
import type { DocumentContentTable, DocumentTable } from '../store/schema.ts'

export type Kept = { readonly row: DocumentTable; readonly kept: DocumentContentTable }

export const NOT_AS_ISSUED =
  '这份文书的文件与印发时登记的校验值不符，可能已损坏或被改动，因此不显示，也不能打印、取用。请管理员在“设置—备份与核验”中核验，并从备份恢复。'

/** Are these the bytes whose hash the journal holds? */
export function isAsIssued({ row, kept }: Kept): boolean {
  return createHash('sha256').update(kept.bytes).digest('hex') === row.sha256
}

export function refuseIfNotAsIssued(kept: Kept): void {
  if (!isAsIssued(kept)) throw new DeskError('refused', NOT_AS_ISSUED)
}

/** The paper the issued bytes say, and whether it shows their look or only their words. */
export function paperOf({ row, kept }: Kept): { readonly paper: Paper; readonly whole: boolean } {
  const { paper, whole } = readDocx(kept.bytes, possibleCodes(row, kept))
  // A template may differ in what no reading notices: a seal, a picture, a line.
  return { paper, whole: whole && row.template_version === null }
}

/** What the code in the picture may say: what was laid out, or what the paper is about. */
function possibleCodes({ petition, id }: DocumentTable, { paper }: DocumentContentTable): readonly string[] {
  const usual = scanText(petition, id)
  try {
    const { code } = readKeptPaper(paper).paper
    return code === null ? [usual] : [code, usual]
  } catch {
    return [usual]
  }
}

export type Shown = {
  readonly paper: Paper | null
  /** Drawn as it was issued, or its words alone: an office's own template looks different. */
  readonly drawn: 'whole' | 'words' | 'nothing'
  /** Why nothing is drawn. */
  readonly problem: string | null
}

export function showKept(kept: Kept): Shown {
  if (!isAsIssued(kept)) return { paper: null, drawn: 'nothing', problem: NOT_AS_ISSUED }
  try {
    const { paper, whole } = paperOf(kept)
    return { paper, drawn: whole ? 'whole' : 'words', problem: null }
  } catch {
    return { paper: null, drawn: 'nothing', problem: '这份文书无法在窗口中显示，请用 Word 打开查看。' }
  }
}
