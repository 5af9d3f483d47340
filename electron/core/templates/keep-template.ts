import { createHash } from 'node:crypto'
import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
import type { Me } from '../desk.ts'
import type { Change } from '../store/ledger.ts'

/** The next version of a kind, and its bytes beside the journal. */
export async function keepTemplate(
  { tx, append }: Change,
  me: Me,
  kind: DocumentKind,
  { name, bytes, note }: { readonly name: string; readonly bytes: Buffer; readonly note: string },
): Promise<number> {
  const last = await tx.db
    .selectFrom('template')
    .select((row) => row.fn.max('version').as('version'))
    .where('kind', '=', kind)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tx.db
    .insertInto('template_content')
    .values({ sha256, bytes })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  await append({
    kind: 'template.saved',
    subject: kind,
    actor: me.login,
    body: { of: kind, version, name, sha256, size: bytes.length, note },
  })
  return version
}

/** What papers of the kind are laid out with from now on; null is the system's own layout. */
export async function chooseTemplate(
  { append }: Change,
  me: Me,
  kind: DocumentKind,
  version: number | null,
): Promise<void> {
  await append({ kind: 'template.chosen', subject: kind, actor: me.login, body: { of: kind, version } })
}
