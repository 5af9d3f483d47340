import type { Fold, Folded } from './fold.ts'

export async function projectStandIns(fold: Fold, entry: Folded<'document.reprinted'>): Promise<void> {
  for (const { font, by } of entry.body.standIns ?? []) {
    await fold.tx.db
      .insertInto('printed_stand_in')
      .values({ document: entry.body.id, font, drawn_by: by, last_at: entry.at })
      .onConflict((conflict) =>
        conflict.columns(['document', 'font', 'drawn_by']).doUpdateSet({ last_at: entry.at }),
      )
      .execute()
  }
}
