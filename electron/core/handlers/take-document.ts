import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { StandIn } from '../../../shared/documents/font-check.ts'
import { standInsOf } from '../../../shared/documents/font-check.ts'
import type { Desk, Me } from '../desk.ts'
import { stamped } from '../documents/stamp.ts'
import { standInsFor } from '../printing/drawn-text.ts'
import { fontsHere } from '../printing/fonts-here.ts'
import { paperOf, refuseIfNotAsIssued } from '../printing/kept-paper.ts'
import { printAll, toPdf } from '../printing/libreoffice.ts'
import { findDocument, handOut, type KeptDocument } from './kept-documents.ts'

type How = Received<'documents.take'>['how']
/** As the journal has it. */
export type Taking = 'print' | 'save' | 'open' | 'pdf'

/** A paper on its way out: the bytes as issued, or stamped when the original has left the office before. */
export type Leaving = { readonly bytes: Buffer; readonly stamp: string | null }

export function leaving(found: KeptDocument): Leaving {
  refuseIfNotAsIssued(found)
  const { row, kept } = found
  const stamp = row.voided_on !== null ? '作废件' : row.taken > 0 ? '副本' : null
  return { stamp, bytes: stamp === null ? kept.bytes : stamped(kept.bytes, stamp) }
}

/** Papers that are being taken: of two at once only one may be the original. */
const underway = new Set<string>()

/** Keeps everybody else from taking the paper until what it answers is called. */
export function hold(id: string): () => void {
  if (underway.has(id)) throw new DeskError('refused', '这份文书正在取用，请等它完成后再试。')
  underway.add(id)
  return () => underway.delete(id)
}

/** Takes one document out; what could not be converted or printed is not taken. */
export async function takeDocument(
  desk: Desk,
  me: Me,
  { id, how }: Received<'documents.take'>,
): Promise<Answer<'documents.take'>> {
  const release = hold(id)
  try {
    const found = await findDocument(desk, id)
    const { bytes, stamp } = leaving(found)
    const content = how === 'pdf' ? await onePdf(desk, bytes) : bytes
    if (how === 'libreoffice') await printAll(desk, [bytes])
    await recordTaking(desk, me, found, { how: takingOf(how), stamp })
    return await handOut(desk, found.row, { bytes: content, how: takingOf(how), stamp })
  } finally {
    release()
  }
}

function takingOf(how: How): Taking {
  return how === 'libreoffice' ? 'print' : how
}

async function onePdf(desk: Desk, bytes: Buffer): Promise<Buffer> {
  const [pdf] = await toPdf(desk, [bytes])
  if (!pdf) throw new DeskError('unavailable', 'LibreOffice 没有转换成 PDF，请重试。')
  return pdf
}

export async function recordTaking(
  desk: Desk,
  me: Me,
  found: KeptDocument,
  { how, stamp, reason }: { readonly how: Taking; readonly stamp: string | null; readonly reason?: string },
): Promise<void> {
  const { row } = found
  const voided = row.voided_on !== null
  // A saved file is drawn by whatever PC prints it.
  const standIns = how === 'save' ? [] : await standInsHere(found)
  await desk.ledger.change(({ append }) =>
    append({
      kind: 'document.reprinted',
      subject: row.petition ?? row.visit ?? row.id,
      actor: me.login,
      body: {
        id: row.id,
        how,
        copy: stamp !== null,
        ...(reason === undefined ? {} : { reason }),
        ...(voided ? { voided } : {}),
        ...(standIns.length === 0 ? {} : { standIns: [...standIns] }),
      },
    }),
  )
}

/** What stands in on this PC for the fonts the paper needs. */
export async function standInsHere(found: KeptDocument): Promise<readonly StandIn[]> {
  const { states } = await fontsHere()
  try {
    return standInsFor(paperOf(found).paper, states)
  } catch {
    // Unreadable to us, so it may need any of them.
    return standInsOf(states)
  }
}
