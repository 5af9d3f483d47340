import type { PetitionNumber } from '../../../../shared/domain/petition.ts'
import type { Fold, Folded } from './fold.ts'

export async function projectSemester(fold: Fold, entry: Folded<'semester.saved'>): Promise<void> {
  const { id, from, to } = entry.body
  const days = { from_on: from, to_on: to }
  await fold.tx.db
    .insertInto('semester')
    .values({ id, ...days })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(days))
    .execute()
}

export async function projectUnfinishedReason(
  fold: Fold,
  entry: Folded<'petition.unfinished-explained'>,
): Promise<void> {
  const { semester, reason } = entry.body
  await fold.tx.db
    .insertInto('unfinished_reason')
    .values({ petition: entry.subject as PetitionNumber, semester, reason })
    .onConflict((conflict) => conflict.columns(['petition', 'semester']).doUpdateSet({ reason }))
    .execute()
}

export async function projectReturn(fold: Fold, entry: Folded<'petition.returned'>): Promise<void> {
  const { unit, on } = entry.body
  await fold.tx.db
    .insertInto('unit_return')
    .values({ petition: entry.subject as PetitionNumber, seq: entry.seq, unit, on_day: on })
    .execute()
}
