/** 由哪一份代替: a void paper may name a valid one about the same matter that stands in its place. */

/** A paper as this rule sees it. */
export type ReplaceablePaper = {
  readonly id: string
  readonly petition: string | null
  readonly visit: string | null
}

/** Why the other paper cannot stand in the place of the void one. */
export function replacementRefusal(
  paper: ReplaceablePaper,
  instead: ReplaceablePaper & { readonly voidedOn: string | null },
): string | null {
  if (instead.id === paper.id) return '一份文书不能由它自己代替，请另选一份，或者留空。'
  if (instead.voidedOn !== null) return '选来代替的文书自己也已作废，请另选一份有效的，或者留空。'
  return isSameMatter(paper, instead)
    ? null
    : '选来代替的不是同一信访事项的文书，请在本事项的文书中另选一份，或者留空。'
}

/** Forms of the whole visit belong to each of its petitions; papers of two petitions do not belong together. */
function isSameMatter(one: ReplaceablePaper, other: ReplaceablePaper): boolean {
  if (one.petition !== null && other.petition !== null) return one.petition === other.petition
  return one.visit !== null && one.visit === other.visit
}
