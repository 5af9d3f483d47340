import type { Purpose } from '../../../../shared/domain/petition.ts'
import type { Identity } from '../../../../shared/domain/visit.ts'

/** One kind of matter as it is brought to the counter. `{slots}` are filled from the vocabulary. */
export type Story = {
  /** Code of a second-level category. */
  readonly category: string
  readonly by: readonly Identity[]
  readonly titles: readonly string[]
  /** What happened, one or two sentences. */
  readonly told: readonly string[]
  readonly wishes: readonly string[]
  readonly purpose: Purpose
}

export function story(
  category: string,
  by: readonly Identity[],
  titles: readonly string[],
  told: readonly string[],
  wishes: readonly string[],
  purpose: Purpose = 'request',
): Story {
  return { category, by, titles, told, wishes, purpose }
}
