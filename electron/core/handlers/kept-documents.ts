import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { petitionNumbersIn } from '../../../shared/rules/numbering.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { openInWord } from '../issuing/open-in-word.ts'
import { complainsAbout, isWithin, SCOPE_COLUMNS, scopeOf } from '../scope.ts'
import type { DocumentContentTable, DocumentTable } from '../store/schema.ts'

/** About people, or many petitions by their titles: whom one of them complains about the office alone knows. */
const OFFICE_ALONE: ReadonlySet<string> = new Set([
  'reception-booking',
  'meeting-minutes',
  'archive-list',
  'semester-summary',
])

/** Papers about petitions somebody may not see are not theirs to see either. */
export async function visibleTo(
  desk: Desk,
  me: Me,
  documents: readonly DocumentTable[],
): Promise<readonly DocumentTable[]> {
  const scope = scopeOf(me)
  if (scope.kind === 'office') return documents
  const office = desk.ledger.office()
  const hidden = new Set<string>()
  for (const { id, kind, petition, visit, sha256 } of documents) {
    if (OFFICE_ALONE.has(kind)) hidden.add(id)
    else if (petition === null && visit === null && (await accuses(desk, me, sha256))) hidden.add(id)
    const about = await desk.store.reader.db
      .selectFrom('petition')
      .select(SCOPE_COLUMNS)
      .where((is) => is.or([is('number', '=', petition), is('visit', '=', visit)]))
      .execute()
    if (!about.every((row) => isWithin(scope, row, office, today(desk)))) hidden.add(id)
  }
  return documents.filter(({ id }) => !hidden.has(id))
}

/** Does a paper about many petitions name one by its number that complains about whoever wants to read it? */
async function accuses(desk: Desk, { name, unit }: Me, sha256: string): Promise<boolean> {
  const { db } = desk.store.reader
  const kept = await db
    .selectFrom('document_content')
    .select('paper')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  const numbers = petitionNumbersIn(kept?.paper ?? '')
  if (numbers.length === 0) return false
  const named = await db
    .selectFrom('petition')
    .select(['accused_names', 'accused_units'])
    .where(sql<boolean>`number in (select value from json_each(${JSON.stringify(numbers)}))`)
    .execute()
  return named.some((row) => complainsAbout(row, name, unit))
}

export type KeptDocument = { readonly row: DocumentTable; readonly kept: DocumentContentTable }

export async function findDocument(desk: Desk, id: string): Promise<KeptDocument> {
  const { db } = desk.store.reader
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
  const kept =
    row &&
    (await db.selectFrom('document_content').selectAll().where('sha256', '=', row.sha256).executeTakeFirst())
  if (!row || !kept) throw notFound()
  return { row, kept }
}

/** The same for somebody who may not see every paper. */
export async function findVisible(desk: Desk, me: Me, id: string): Promise<KeptDocument> {
  const found = await findDocument(desk, id)
  if ((await visibleTo(desk, me, [found.row])).length === 0) throw notFound()
  return found
}

function notFound(): DeskError {
  return new DeskError('notFound', '没有找到这份文书，请刷新后重试。')
}

type Taken = {
  readonly bytes: Buffer
  readonly how: 'print' | 'save' | 'open' | 'pdf'
  /** 副本, 作废件 or 遮盖件 in its corner; null for the bytes as issued. */
  readonly stamp: string | null
  /** What stands for the petition's number in the name of a file that must not open the case. */
  readonly as?: string
}

/** What the window gets in its hands; opened at once where that was asked for and there is something to open it with. */
export async function handOut(
  desk: Desk,
  row: DocumentTable,
  { bytes, how, stamp, as }: Taken,
): Promise<Answer<'documents.take'>> {
  const name = fileName(row, stamp, { as, ending: how === 'pdf' ? '.pdf' : '.docx' })
  return {
    fileName: name,
    bytes: bytes.toString('base64'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    copy: stamp !== null,
    stamp,
    opened: how === 'open' && (await openInWord(desk, name, bytes)),
  }
}

/** `转办函 办信转〔2026〕12号（副本）.docx`, without what Windows forbids. */
export function fileName(
  row: DocumentTable,
  stamp: string | null,
  { as, ending }: { readonly as?: string | undefined; readonly ending: '.docx' | '.pdf' },
): string {
  const kind = isDocumentKind(row.kind) ? KINDS[row.kind].name : row.kind
  const which = row.number || (as ?? row.petition ?? row.visit ?? row.id)
  return `${kind} ${which}${stamp === null ? '' : `（${stamp}）`}${ending}`.replaceAll(/[\\/:*?"<>|]/g, '_')
}
