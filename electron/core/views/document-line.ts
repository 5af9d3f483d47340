import type { z } from 'zod'
import type { documentLine } from '../../../shared/contract/views.ts'
import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import type { Desk } from '../desk.ts'
import { all } from '../store/connection.ts'
import type { DocumentTable } from '../store/schema.ts'
import { templateLabel } from '../templates/chosen-template.ts'
import { type NamedRow, paperById, paperName } from './paper-name.ts'

type DocumentLine = z.output<typeof documentLine>
type Voided = NonNullable<DocumentLine['voided']>

export function toDocumentLine(row: DocumentTable, desk: Desk): DocumentLine {
  return {
    id: row.id,
    kind: row.kind,
    kindName: isDocumentKind(row.kind) ? KINDS[row.kind].name : row.kind,
    title: row.title,
    number: row.number,
    name: paperName(row),
    petition: row.petition,
    unit: row.unit,
    issuedOn: row.issued_on,
    issuedAt: row.issued_at,
    issuedBy: desk.nameOf(row.issued_by),
    template: templateLabel(row.template_version),
    taken: row.taken,
    voided: voidedOf(row, desk),
    replaces: all<Pick<NamedRow, 'id' | 'kind' | 'number' | 'issued_at'>>(
      desk.store.reader.raw,
      'select id, kind, number, issued_at from document where replaced_by = ? order by id',
      row.id,
    ).map((old) => ({ id: old.id, name: paperName(old) })),
  }
}

function voidedOf({ voided_on, voided_by, void_reason, replaced_by }: DocumentTable, desk: Desk) {
  if (voided_on === null) return null
  const replacedBy = replaced_by === null ? null : insteadOf(replaced_by, desk)
  return { on: voided_on, by: desk.nameOf(voided_by ?? ''), reason: void_reason, replacedBy }
}

/** The paper that was put in the place of a void one, as it is called. */
function insteadOf(id: string, desk: Desk): Voided['replacedBy'] {
  const row = paperById(desk.store.reader, id)
  if (row === undefined) return { id, number: id, name: id, voided: false }
  return { id, number: row.number || id, name: paperName(row), voided: row.voided_on !== null }
}
