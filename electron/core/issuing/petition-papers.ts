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
  /** The one that is owed now and has not been issued yet. */
  readonly next: boolean
  readonly refusal: string | null
}

/** Every kind with why it cannot be issued now, for the page to list. */
export function offeredPapers(facts: PaperFacts): readonly Offered[] {
  const next = nextPaper(facts)
  return PETITION_KINDS.map((kind) => {
    const { refusal, toUnit }: PetitionPaper = PETITION_PAPERS[kind]
    const refused = refusal(facts) ?? (toUnit === 'must' ? leadRefusal(facts) : null)
    return {
      kind,
      name: KINDS[kind].name,
      numbered: KINDS[kind].series !== null,
      units: toUnit === 'never' ? [] : mayHave(facts),
      unitRequired: toUnit === 'must',
      next: kind === next && refused === null,
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

/** What the last decision asks to be written, while it is not: a notice, 呈批笺, or a word or an answer to the petitioner. */
function nextPaper(facts: PaperFacts): PetitionKind | null {
  const { route, leadUnit, instruction, followUp } = facts.course
  const owes = (kind: PetitionKind, unit: string | null, ...since: readonly EntryKind[]) =>
    !facts.papersSince(...since).some((paper) => paper.kind === kind && paper.unit === unit)
  if (route === 'decline') return owes('decline', null, 'petition.routed') ? 'decline' : null
  const notice = noticeOwed(facts.course)
  if (notice !== null && owes(notice, leadUnit, ...GIVEN_BY[followUp.round][notice])) return notice
  if (route === 'submit' && instruction === null)
    return owes('submission', null, 'petition.routed') ? 'submission' : null
  if (facts.petition.state === 'answered' && facts.happened.answered.at(-1)?.medium === 'written') {
    const kind = hasRemedy(facts.petition) ? 'reply' : 'result'
    return owes(kind, null, 'petition.answered') ? kind : null
  }
  if (followUp.extension === null || followUp.extension.told) return null
  return owes('extend', null, 'petition.extended') ? 'extend' : null
}

type Notice = NonNullable<ReturnType<typeof noticeOwed>>

/** What gave the matter to the unit in each round, by the notice that says so. */
const GIVEN_BY = [
  { transfer: ['petition.routed'], assign: ['petition.instructed'] },
  { transfer: ['petition.redone'], assign: ['petition.redone'] },
  { transfer: ['petition.supervised'], assign: ['petition.supervised', 'petition.instructed'] },
] as const satisfies readonly Readonly<Record<Notice, readonly EntryKind[]>>[]
