import type { Answer } from '../../../shared/contract/api.ts'

export type OfferedPaper = Answer<'documents.offered'>['papers'][number]

/** Letters to the unit, which may go out again although nothing is owed. */
const NOTICES: readonly string[] = ['assign', 'transfer']

export function issuable(papers: readonly OfferedPaper[]): readonly OfferedPaper[] {
  return papers.filter(({ refusal }) => refusal === null)
}

/** What the dialog comes up with: the paper asked for, the one that is owed, the unit's notice, or the first. */
export function firstPaper(papers: readonly OfferedPaper[], asked: string | null): OfferedPaper | undefined {
  const ready = issuable(papers)
  return (
    papers.find(({ kind }) => kind === asked) ??
    ready.find(({ next }) => next) ??
    NOTICES.map((kind) => ready.find((paper) => paper.kind === kind)).find((paper) => paper !== undefined) ??
    ready[0]
  )
}

/** The unit it goes to unless another is chosen; null keeps it in the office. */
export function firstUnit({ units, unitRequired }: OfferedPaper): string | null {
  return unitRequired ? (units[0] ?? null) : null
}

/** The refused ones by their reason, so that one sentence is said once. */
export function refusedPapers(
  papers: readonly OfferedPaper[],
): readonly { readonly names: string; readonly reason: string }[] {
  const reasons = Map.groupBy(
    papers.filter(({ refusal }) => refusal !== null),
    ({ refusal }) => refusal ?? '',
  )
  return [...reasons].map(([reason, refused]) => ({
    reason,
    names: refused.map(({ name }) => name).join('、'),
  }))
}
