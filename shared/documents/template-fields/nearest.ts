/** The known name a mistyped one was most likely meant to be, or null when none is near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(Array.from(typed).length / 2)) + 1
  for (const name of known) {
    const steps = distance(typed, name)
    if (steps < least && steps < Array.from(name).length) {
      least = steps
      best = name
    }
  }
  return best
}

/** Characters to change, add or leave out (Levenshtein). */
export function distance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  let row = b.map((_, at) => at + 1)
  let before = [0, ...row]
  for (const [at, char] of a.entries()) {
    row = [at + 1]
    for (const [index, wanted] of b.entries()) {
      const changed = (before[index] ?? 0) + (char === wanted ? 0 : 1)
      row.push(Math.min(changed, (before[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1))
    }
    before = row
  }
  return before[b.length] ?? a.length
}
