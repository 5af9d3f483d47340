import type { Category } from './catalogue.ts'

/** Each first-level category followed by its second-level ones; one whose parent is missing comes last. */
export function byParents(categories: readonly Category[]): readonly Category[] {
  const inOrder = categories.toSorted((a, b) => a.order - b.order)
  const first = inOrder.filter(({ parent }) => parent === null)
  const codes = first.map(({ code }) => code)
  const orphans = inOrder.filter(({ parent }) => parent !== null && !codes.includes(parent))
  return [
    ...first.flatMap((top) => [top, ...inOrder.filter(({ parent }) => parent === top.code)]),
    ...orphans,
  ]
}
