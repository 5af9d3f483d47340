import { createHash } from 'node:crypto'
import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { stamped } from '../documents/stamp.ts'
import { readKeptPaper } from '../issuing/issue.ts'
import { issuePaper, previewPaper } from '../issuing/notices.ts'
import { openInWord } from '../issuing/open-in-word.ts'
import { paperFacts } from '../issuing/paper-facts.ts'
import { offeredPapers } from '../issuing/petition-papers.ts'
import { isWithin, SCOPE_COLUMNS, scopeOf } from '../scope.ts'
import { asJson } from '../store/as-json.ts'
import type { DocumentTable } from '../store/schema.ts'
import { toDocumentLine } from '../views/document-line.ts'

type DocumentMethod = Extract<keyof Handlers, `documents.${string}`>

/** 文书: previewed, issued once, shown and taken out as often as needed. */
export const documentHandlers: Pick<Handlers, DocumentMethod> = {
  'documents.preview': async (input, { desk }) => {
    const { paper, kind, title } = await previewPaper(desk, { ...input, petition: input.petition })
    return { paper: asJson(paper), kindName: KINDS[kind].name, title }
  },
  'documents.issue': async (input, { desk, me }) => {
    const row = await desk.ledger.change(async (change) => {
      const issued = await issuePaper(change, desk, me, input)
      // The notice names the form as its attachment, so the unit's copy comes with it.
      if (issued.kind === 'transfer' || issued.kind === 'assign') {
        await issuePaper(change, desk, me, { ...input, kind: 'registration', unit: issued.unit })
      }
      return issued
    })
    return toDocumentLine(row, desk)
  },
  'documents.offered': async ({ petition }, { desk }) => ({
    papers: [...offeredPapers(await paperFacts(desk, desk.store.reader, petition))].map((paper) => ({
      ...paper,
      units: [...paper.units],
    })),
  }),
  'documents.list': async ({ kind, before, limit }, { desk, me }) => {
    let query = desk.store.reader.db.selectFrom('document').selectAll().orderBy('id', 'desc').limit(limit)
    if (kind !== null) query = query.where('kind', '=', kind)
    if (before !== null) query = query.where('id', '<', before)
    const rows = await query.execute()
    const mine = await visibleTo(desk, me, rows)
    return {
      lines: mine.map((row) => toDocumentLine(row, desk)),
      next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
    }
  },
  'documents.show': async ({ id }, { desk, me }) => {
    const { row, kept } = await findDocument(desk, id)
    if ((await visibleTo(desk, me, [row])).length === 0)
      throw new DeskError('notFound', '没有找到这份文书，请刷新后重试。')
    return { line: toDocumentLine(row, desk), paper: asJson(readKeptPaper(kept.paper).paper) }
  },
  'documents.take': async ({ id, how }, { desk, me }) => {
    const { row, kept } = await findDocument(desk, id)
    const copy = row.taken > 0
    const bytes = copy ? stamped(kept.bytes, '副本') : kept.bytes
    await desk.ledger.change(({ append }) =>
      append({
        kind: 'document.reprinted',
        subject: row.petition ?? row.visit ?? id,
        actor: me.login,
        body: { id, how, copy },
      }),
    )
    return contentOf(row, bytes, copy, how === 'open' && (await openInWord(desk, fileName(row, copy), bytes)))
  },
}

/** About people or many petitions at once: whom a booking or a meeting's matter complains about the office alone knows. */
const OFFICE_ALONE: ReadonlySet<string> = new Set(['reception-booking', 'meeting-minutes'])

/** Papers about petitions somebody may not see are not theirs to see either. */
async function visibleTo(
  desk: Desk,
  me: Me,
  documents: readonly DocumentTable[],
): Promise<readonly DocumentTable[]> {
  const scope = scopeOf(me)
  if (scope.kind === 'office') return documents
  const office = desk.ledger.office()
  const hidden = new Set<string>()
  for (const { id, kind, petition, visit } of documents) {
    if (OFFICE_ALONE.has(kind)) hidden.add(id)
    const about = await desk.store.reader.db
      .selectFrom('petition')
      .select(SCOPE_COLUMNS)
      .where((is) => is.or([is('number', '=', petition), is('visit', '=', visit)]))
      .execute()
    if (!about.every((row) => isWithin(scope, row, office, today(desk)))) hidden.add(id)
  }
  return documents.filter(({ id }) => !hidden.has(id))
}

async function findDocument(desk: Desk, id: string) {
  const { db } = desk.store.reader
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
  const kept =
    row &&
    (await db.selectFrom('document_content').selectAll().where('sha256', '=', row.sha256).executeTakeFirst())
  if (!row || !kept) throw new DeskError('notFound', '没有找到这份文书，请刷新后重试。')
  return { row, kept }
}

function contentOf(
  row: DocumentTable,
  bytes: Buffer,
  copy: boolean,
  opened: boolean,
): Answer<'documents.take'> {
  return {
    fileName: fileName(row, copy),
    bytes: bytes.toString('base64'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    copy,
    opened,
  }
}

/** `转办函 办信转〔2026〕12号（副本）.docx`, without what Windows forbids. */
function fileName(row: DocumentTable, copy: boolean): string {
  const kind = isDocumentKind(row.kind) ? KINDS[row.kind].name : row.kind
  const name = `${kind} ${row.number || (row.petition ?? row.visit ?? row.id)}${copy ? '（副本）' : ''}.docx`
  return name.replaceAll(/[\\/:*?"<>|]/g, '_')
}
