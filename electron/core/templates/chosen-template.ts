import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
import { one } from '../store/connection.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'

export type ChosenTemplate = {
  readonly version: number
  readonly name: string
  readonly sha256: string
  /** Null when the file is not at this station. */
  readonly bytes: Buffer | null
}

/** The office's own template of a kind that is in use; null for the system's layout. */
export async function chosenTemplate(
  source: Reader | Writer,
  kind: DocumentKind,
): Promise<ChosenTemplate | null> {
  // Asked for every form at the counter: as a prepared statement it costs next to nothing.
  const chosen = one<Omit<ChosenTemplate, 'bytes'> | undefined>(
    source.raw,
    `select template.version, template.name, template.sha256 from template_choice
     join template on template.kind = template_choice.kind and template.version = template_choice.version
     where template_choice.kind = ?`,
    kind,
  )
  return chosen === undefined ? null : { ...chosen, bytes: await templateBytes(source, chosen.sha256) }
}

export async function templateBytes(source: Reader | Writer, sha256: string): Promise<Buffer | null> {
  const row = await readable(source)
    .selectFrom('template_content')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** How lists and dialogs call what laid a paper out. */
export function templateLabel(version: number | null): string | null {
  return version === null ? null : `本单位模板第${version}版`
}
