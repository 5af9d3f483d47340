import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { chineseMoment } from '../../../shared/documents/wording.ts'
import { one } from '../store/connection.ts'
import type { Reader } from '../store/database.ts'
import type { DocumentTable } from '../store/schema.ts'

type NamedPaper = Pick<DocumentTable, 'kind' | 'number' | 'issued_at'>

/** 转办函 校办信转〔2026〕12号; a form has no number and goes by its moment: 来访回执（2026年11月18日09:30印发）. */
export function paperName({ kind, number, issued_at }: NamedPaper): string {
  const name = isDocumentKind(kind) ? KINDS[kind].name : kind
  return number === '' ? `${name}（${chineseMoment(issued_at)}印发）` : `${name} ${number}`
}

export type NamedRow = NamedPaper & Pick<DocumentTable, 'id' | 'voided_on' | 'replaced_by'>

export function paperById({ raw }: Reader, id: string): NamedRow | undefined {
  return one<NamedRow | undefined>(
    raw,
    'select id, kind, number, issued_at, voided_on, replaced_by from document where id = ?',
    id,
  )
}

/** What counts now in the place of a void paper: the end of the line, unless that is void itself. */
export function countingInstead(source: Reader, { replaced_by }: DocumentTable): NamedRow | null {
  const seen = new Set<string>()
  let id = replaced_by
  while (id !== null && !seen.has(id)) {
    seen.add(id)
    const row = paperById(source, id)
    if (row === undefined) return null
    if (row.voided_on === null) return row
    id = row.replaced_by
  }
  return null
}
