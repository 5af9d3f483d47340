import { createHash } from 'node:crypto'
import type { Paper } from '../../../shared/documents/paper.ts'
import { type Instant, yearOf } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import { documentId, scanText } from '../../../shared/rules/numbering.ts'
import { type Desk, type Me, nowAt, today } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import { nextSerial } from '../store/projection/serials.ts'
import type { DocumentTable } from '../store/schema.ts'
import { layOut } from './lay-out.ts'

export type Issued = Omit<
  EntryBody<'document.issued'>,
  'id' | 'on' | 'sha256' | 'size' | 'template' | 'templateUnfit'
>

/** Internal number of the next paper, `ZX-2026-D00034`. */
export async function nextDocumentId(change: Change, desk: Desk): Promise<string> {
  const year = yearOf(today(desk))
  return documentId(desk.station.code, year, nextSerial(change.tx, `document/${year}`))
}

/** Renders, keeps the bytes and appends the entry that carries their hash: one transaction, so no number is ever lost. */
export async function keepPaper(
  change: Change,
  desk: Desk,
  me: Me,
  id: string,
  paper: Paper,
  issued: Issued,
): Promise<DocumentTable> {
  const createdAt = nowAt(desk.surroundings.clock)
  const { fields, ...coded } = withCode(paper, issued, id)
  const { bytes, template } = await layOut(
    change,
    issued.kind,
    { ...coded, ...(fields && { fields }) },
    createdAt,
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await change.tx.db
    .insertInto('document_content')
    .values({ sha256, bytes, paper: JSON.stringify({ createdAt, paper: coded }) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  await change.append({
    kind: 'document.issued',
    subject: issued.petition ?? issued.visit ?? id,
    actor: me.login,
    body: { ...issued, id, on: today(desk), sha256, size: bytes.length, ...template },
  })
  return change.tx.db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Every paper carries a code; one that is about no single petition names itself alone. */
function withCode(paper: Paper, { petition }: Issued, id: string): Paper {
  return paper.code === null ? { ...paper, code: scanText(petition, id) } : paper
}

/** What lies beside the bytes: enough to draw the paper again. */
export type KeptPaper = { readonly createdAt: Instant; readonly paper: Paper }

export function readKeptPaper(text: string): KeptPaper {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written above, beside the bytes it belongs to
  return JSON.parse(text) as KeptPaper
}
