import { KINDS } from '../../../shared/documents/kinds/index.ts'
import { PETITION_KINDS, type PetitionKind } from '../../../shared/documents/kinds/petition-kinds.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import type { EntryKind } from '../../../shared/domain/entries.ts'
import type { PaperNumbers } from './paper-data.ts'
import { addresseeRefusal, handlingUnits, type PaperFacts } from './paper-facts.ts'
import { hasRemedy, petitionerPapers } from './petitioner-papers.ts'
import { sheetPapers } from './sheet-papers.ts'
import { noticeOwed, unitPapers } from './unit-papers.ts'
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
  ...petitionerPapers,
  ...sheetPapers,
  ...visitPapers,
}

export type Offered = {
  readonly kind: PetitionKind
  readonly name: string
  /** Takes a 发文字号. */
  readonly numbered: boolean
  /** Units it may go to, the lead unit first. */
  readonly units: readonly string[]
  /** It goes to one of them; otherwise to none as well. */
  readonly unitRequired: boolean
  /** It is owed now and has not been issued yet. */
  readonly next: boolean
  readonly refusal: string | null
}

/** Every kind with why it cannot be issued now, for the page to list. */
export function offeredPapers(facts: PaperFacts): readonly Offered[] {
  const owed = owedPapers(facts)
  return PETITION_KINDS.map((kind) => {
    const { refusal, toUnit }: PetitionPaper = PETITION_PAPERS[kind]
    const refused = refusal(facts) ?? (toUnit === 'must' ? leadRefusal(facts) : null)
    return {
      kind,
      name: KINDS[kind].name,
      numbered: KINDS[kind].series !== null,
      units: toUnit === 'never' ? [] : mayHave(facts),
      unitRequired: toUnit === 'must',
      next: owed.includes(kind) && refused === null,
      refusal: refused,
    }
  })
}

function mayHave(facts: PaperFacts): readonly string[] {
  return handlingUnits(facts).filter((unit) => addresseeRefusal(facts, unit) === null)
}

function leadRefusal(facts: PaperFacts): string | null {
  const [unit] = handlingUnits(facts)
  return unit === undefined ? null : addresseeRefusal(facts, unit)
}

/** What the last decisions ask to be written, while it is not: a notice, 呈批笺, a word or an answer to the petitioner. */
function owedPapers(facts: PaperFacts): readonly PetitionKind[] {
  const { route, leadUnit, instruction, followUp } = facts.course
  const owed = (kind: PetitionKind, unit: string | null, ...since: readonly EntryKind[]) =>
    facts.papersSince(...since).some((paper) => paper.kind === kind && paper.unit === unit) ? [] : [kind]
  if (route === 'decline') return owed('decline', null, 'petition.routed')
  const notice = noticeOwed(facts.course)
  const written = facts.petition.state === 'answered' && facts.happened.answered.at(-1)?.medium === 'written'
  const extended = followUp.extension !== null && !followUp.extension.told
  return [
    ...(notice === null ? [] : owed(notice, leadUnit, ...GIVEN_BY[followUp.round][notice])),
    ...(route === 'submit' && instruction === null ? owed('submission', null, 'petition.routed') : []),
    ...(written ? owed(hasRemedy(facts.petition) ? 'reply' : 'result', null, 'petition.answered') : []),
    ...(extended ? owed('extend', null, 'petition.extended') : []),
  ]
}

type Notice = NonNullable<ReturnType<typeof noticeOwed>>

/** What gave the matter to the unit in each round, by the notice that says so. */
const GIVEN_BY = [
  { transfer: ['petition.routed'], assign: ['petition.instructed'] },
  { transfer: ['petition.redone'], assign: ['petition.redone'] },
  { transfer: ['petition.supervised'], assign: ['petition.supervised', 'petition.instructed'] },
] as const satisfies readonly Readonly<Record<Notice, readonly EntryKind[]>>[]
