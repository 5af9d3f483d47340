import { DeskError } from '../../../shared/contract/errors.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { REDACTION_STAMP, type RedactionLevel, redactPaper } from '../../../shared/documents/redact.ts'
import type { Desk } from '../desk.ts'
import type { DocumentContentTable, DocumentTable } from '../store/schema.ts'
import { countingInstead, paperName } from '../views/paper-name.ts'
import { readKeptPaper } from './issue.ts'
import { redactionFacts } from './redaction-facts.ts'

/**
 * 遮盖件 of an issued paper, made from what it says and not from its bytes: whatever laid the original out, this copy
 * comes in our own layout.
 */
export async function redactedPaper(
  desk: Desk,
  { row, kept }: { readonly row: DocumentTable; readonly kept: DocumentContentTable },
  level: RedactionLevel,
): Promise<{ readonly paper: Paper; readonly stamp: string }> {
  if (row.voided_on !== null) {
    const counts = countingInstead(desk.store.reader, row)
    const instead = counts === null ? '重新印发的文书' : `代替它的${paperName(counts)}`
    throw new DeskError('refused', `这份文书已经作废，不能再出遮盖件；需要的，请从${instead}取用。`)
  }
  const { paper } = readKeptPaper(kept.paper)
  return { paper: redactPaper(paper, level, await redactionFacts(desk, row, paper)), stamp: REDACTION_STAMP }
}
