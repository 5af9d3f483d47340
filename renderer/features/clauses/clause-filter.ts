import type { Clause } from '../../../shared/domain/clause.ts'

export type ClauseFilter = { readonly regulation: 'all' | Clause['regulation']; readonly text: string }

/** Every word typed has to stand somewhere in the row. */
export function matching(clauses: readonly Clause[], { regulation, text }: ClauseFilter): readonly Clause[] {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  return clauses.filter((clause) => {
    if (regulation !== 'all' && clause.regulation !== regulation) return false
    const said = [clause.id, clause.quote, clause.who, clause.does, clause.screen.words].join('\n')
    return words.every((word) => said.includes(word))
  })
}
