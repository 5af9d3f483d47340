import { type DocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import type { PetitionKind } from '../../../shared/documents/kinds/petition-kinds.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import type { PaperNumbers } from './paper-data.ts'
import { addresseeRefusal, handlingUnits, type PaperFacts } from './paper-facts.ts'
import { unitPapers } from './unit-papers.ts'
import { visitPapers } from './visit-paper-kinds.ts'

export type { PaperNumbers as Numbers } from './paper-data.ts'

/** One kind of paper about a petition: when it may be issued, to whom, and what it says. */
export type PetitionPaper = {
  /** Why it cannot be issued now, as one sentence with its clause, or null. */
  readonly refusal: (facts: PaperFacts) => string | null
  /** Whether it is addressed to a unit that has the matter: `must`, `may` (else it stays in the office), or never. */
  readonly toUnit: 'must' | 'may' | 'never'
  readonly compose: (facts: PaperFacts, to: { readonly unit: string | null } & PaperNumbers) => Paper
  /** What lists call it; never with a petitioner's name. */
  readonly title: (facts: PaperFacts, unit: string | null) => string
}

export const PETITION_PAPERS: Readonly<Record<PetitionKind, PetitionPaper>> = {
  ...unitPapers,
  ...visitPapers,
}

export type Offered = {
  readonly kind: DocumentKind
  readonly name: string
  /** Takes a 发文字号. */
  readonly numbered: boolean
  /** Units it may go to, the lead unit first. */
  readonly units: readonly string[]
  /** It goes to one of them; otherwise to none as well. */
  readonly unitRequired: boolean
  readonly refusal: string | null
}

/** Every kind with why it cannot be issued now, for the page to list. */
export function offeredPapers(facts: PaperFacts): readonly Offered[] {
  return Object.entries(PETITION_PAPERS).map(([name, paper]) => {
    const kind = name as PetitionKind
    const units =
      paper.toUnit === 'never'
        ? []
        : handlingUnits(facts).filter((unit) => addresseeRefusal(facts, unit) === null)
    return {
      kind,
      name: KINDS[kind].name,
      numbered: KINDS[kind].series !== null,
      units,
      unitRequired: paper.toUnit === 'must',
      refusal: paper.refusal(facts) ?? (paper.toUnit === 'must' ? lead(facts) : null),
    }
  })
}

function lead(facts: PaperFacts): string | null {
  const [unit] = handlingUnits(facts)
  return unit === undefined ? null : addresseeRefusal(facts, unit)
}
