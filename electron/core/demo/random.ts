/** Random choices that are the same for the same seed on every machine. */
export type Random = {
  /** 0 ≤ x < 1 */
  fraction(): number
  /** Both ends included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** By the weights beside the choices. */
  weighed<T>(choices: readonly (readonly [T, number, ...unknown[]])[]): T
  /** One of the names, by the weights beside them. */
  share<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  /** A stream of its own, so that more draws here change nothing there. */
  fork(name: string): Random
}

export function randomFrom(seed: string): Random {
  const next = sfc32(seed)
  const fraction = () => next() / 2 ** 32
  const between = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] ?? missing()
  const weighed = <T>(choices: readonly (readonly [T, number])[]): T => {
    let left = fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [choice, weight] of choices) {
      left -= weight
      if (left < 0) return choice
    }
    return choices.at(-1)?.[0] ?? missing()
  }
  return {
    fraction,
    between,
    pick,
    weighed,
    chance: (probability) => fraction() < probability,
    share: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) =>
      weighed(Object.entries<number>(weights as Record<K, number>)) as K,
    fork: (name) => randomFrom(`${seed}/${name}`),
  }
}

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain), seeded by FNV-1a of the text. */
function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [1, 2, 3, 4].map((salt) => fnv1a(`${salt}:${seed}`)) as [
    number,
    number,
    number,
    number,
  ]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next()
  return next
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash | 0
}

function missing(): never {
  throw new RangeError('nothing to choose from')
}
