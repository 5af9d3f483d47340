import type { z } from 'zod'
import type { documentLine } from '../../../shared/contract/views.ts'
import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import type { Desk } from '../desk.ts'
import { one } from '../store/connection.ts'
import type { DocumentTable } from '../store/schema.ts'
import { templateLabel } from '../templates/chosen-template.ts'

export function toDocumentLine(row: DocumentTable, desk: Desk): z.output<typeof documentLine> {
  return {
    id: row.id,
    kind: row.kind,
    kindName: isDocumentKind(row.kind) ? KINDS[row.kind].name : row.kind,
    title: row.title,
    number: row.number,
    petition: row.petition,
    unit: row.unit,
    issuedOn: row.issued_on,
    issuedAt: row.issued_at,
    issuedBy: desk.nameOf(row.issued_by),
    template: templateLabel(row.template_version),
    taken: row.taken,
    voided:
      row.voided_on === null
        ? null
        : {
            on: row.voided_on,
            by: desk.nameOf(row.voided_by ?? ''),
            reason: row.void_reason,
            replacedBy: row.replaced_by === null ? null : insteadOf(row.replaced_by, desk),
          },
  }
}

/** As the paper that counts is called. */
export function insteadOf(id: string, desk: Desk): { id: string; number: string } {
  const row = one<{ number: string } | undefined>(
    desk.store.reader.raw,
    'select number from document where id = ?',
    id,
  )
  return { id, number: row?.number || id }
}
