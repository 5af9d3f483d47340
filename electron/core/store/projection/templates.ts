import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import type { Fold } from './fold.ts'

export type TemplateEntry = Extract<KnownEntry, { kind: `template.${string}` }>

/** Templates by version, and the one in use. */
export async function projectTemplate(fold: Fold, entry: TemplateEntry): Promise<void> {
  const { db } = fold.tx
  switch (entry.kind) {
    case 'template.saved': {
      const { of: kind, ...body } = entry.body
      await db
        .insertInto('template')
        .values({ kind, ...body, saved_at: entry.at, saved_by: entry.actor })
        .execute()
      return
    }
    case 'template.chosen': {
      const { of: kind, version } = entry.body
      if (version === null) {
        await db.deleteFrom('template_choice').where('kind', '=', kind).execute()
        return
      }
      const row = { version, chosen_at: entry.at, chosen_by: entry.actor }
      await db
        .insertInto('template_choice')
        .values({ kind, ...row })
        .onConflict((conflict) => conflict.column('kind').doUpdateSet(row))
        .execute()
    }
  }
}
