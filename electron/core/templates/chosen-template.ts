import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
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
  const chosen = await readable(source)
    .selectFrom('template_choice')
    .innerJoin('template', (join) =>
      join
        .onRef('template.kind', '=', 'template_choice.kind')
        .onRef('template.version', '=', 'template_choice.version'),
    )
    .select(['template.version', 'template.name', 'template.sha256'])
    .where('template_choice.kind', '=', kind)
    .executeTakeFirst()
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
