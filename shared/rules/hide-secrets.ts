/**
 * Takes names and numbers out of text however they were typed: with blanks between, in full-width figures, a phone with
 * dashes. What is found is replaced as it stands, so that the rest of the text stays to the letter.
 */
export type Secret = {
  readonly text: string
  /** What stands in its place. */
  readonly by: string
  /** A number: dashes, dots and brackets in it do not count. */
  readonly number?: boolean
}

/**
 * Blanks, marks nobody sees, the dots of long names as they are typed, and hyphens. All combining marks are dropped:
 * taken apart in a text they change places, and a letter could not be told where it stood.
 */
const BLANKS = /[\s\p{Cf}\p{M}·•‧・∙⋅᛫⸱●.\-‐‑]/u
/** And what people put between the figures of a number. */
const SEPARATORS = /[\s\p{Cf}\p{M}·•‧・∙⋅᛫⸱●.\p{Pd}()+_]/u
const EVERY_BLANK = new RegExp(BLANKS, 'gu')
const EVERY_SEPARATOR = new RegExp(SEPARATORS, 'gu')

/** Shorter ones are too common to be taken out. */
const LEAST = 2

export function hideSecrets(text: string, secrets: readonly Secret[]): string {
  return hiderOf(secrets)([text])[0] ?? text
}

/** Pieces of one text, each without its part of what was found. */
export type Hider = (pieces: readonly string[]) => readonly string[]

/** Over pieces that are read as one text: a secret may begin in one and end in another. */
export function hiderOf(secrets: readonly Secret[]): Hider {
  const all = sought(secrets)
  return (pieces) => {
    let hidden = pieces
    for (const secret of foundIn(hidden, all)) hidden = replaceAll(hidden, secret, ({ by }) => by)
    if (hidden === pieces) return pieces
    // What stands in for one may, with its neighbours, spell another: stars spell nothing.
    for (let left = foundIn(hidden, all); left.length > 0; left = foundIn(hidden, all))
      for (const secret of left) hidden = replaceAll(hidden, secret, ({ found }) => stars(found))
    return hidden
  }
}

type Sought = Secret & { readonly plain: string }

/** The longest first: a part of a secret must not spoil the whole. What is said of several people is looked for once. */
function sought(secrets: readonly Secret[]): readonly Sought[] {
  const all = new Map<string, Sought>()
  for (const secret of secrets) {
    const found = { ...secret, plain: plainOf(secret) }
    const key = `${secret.number === true ? 'number' : 'words'} ${found.plain}`
    if (isSecret(found.plain) && !all.has(key)) all.set(key, found)
  }
  return [...all.values()].sort((a, b) => b.plain.length - a.plain.length)
}

function foundIn(pieces: readonly string[], all: readonly Sought[]): readonly Sought[] {
  if (all.length === 0) return all
  const text = pieces.join('')
  const names = plain(text, EVERY_BLANK)
  const numbers = plain(text, EVERY_SEPARATOR)
  return all.filter((secret) => (secret.number === true ? numbers : names).includes(secret.plain))
}

function plainOf(secret: Secret): string {
  return plain(secret.text, secret.number === true ? EVERY_SEPARATOR : EVERY_BLANK)
}

/** What is masked already tells nothing, and could be masked for ever. */
function isSecret(text: string): boolean {
  return Array.from(text).length >= LEAST && !text.includes('*')
}

function plain(text: string, dropped: RegExp): string {
  return folded(text).replace(dropped, '')
}

/** Letter by letter the same as over a whole text: taken apart, not put together; σ without its form at an end. */
function folded(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll('ς', 'σ')
}

function stars(text: string): string {
  return '*'.repeat(Math.max(1, Array.from(text).length))
}

type Hit = { readonly by: string; readonly found: string }

function replaceAll(
  pieces: readonly string[],
  { plain: wanted, by, number }: Sought,
  standIn: (hit: Hit) => string,
): readonly string[] {
  const text = pieces.join('')
  const flat = flatten(text, number === true ? SEPARATORS : BLANKS)
  const cuts: Cut[] = []
  for (let at = flat.text.indexOf(wanted); at >= 0; at = flat.text.indexOf(wanted, at + wanted.length)) {
    const from = flat.from[at] ?? 0
    const to = flat.to[at + wanted.length - 1] ?? text.length
    const last = cuts.at(-1)
    // One sign may stand for several letters, so that two finds share it.
    if (last !== undefined && from < last.to) continue
    cuts.push({ from, to, by: standIn({ by, found: text.slice(from, to) }) })
  }
  return cutOut(pieces, cuts)
}

export type Cut = { readonly from: number; readonly to: number; readonly by: string }

/** Replaces places of the joined text; what stands in belongs to the piece where the place begins. */
export function cutOut(pieces: readonly string[], cuts: readonly Cut[]): readonly string[] {
  let start = 0
  return pieces.map((piece) => {
    const end = start + piece.length
    let out = ''
    let at = start
    for (const { from, to, by } of cuts) {
      if (to <= start || from >= end) continue
      out += piece.slice(at - start, Math.max(from, start) - start)
      if (from >= start) out += by
      at = Math.min(to, end)
    }
    out += piece.slice(at - start)
    start = end
    return out
  })
}

type Flat = { readonly text: string; readonly from: readonly number[]; readonly to: readonly number[] }

/** The text as it is compared, with the place in the original of each of its letters. */
function flatten(text: string, dropped: RegExp): Flat {
  const from: number[] = []
  const to: number[] = []
  let flat = ''
  let at = 0
  for (const char of text) {
    const compared = isHan(char) ? char : comparedOf(char, dropped)
    for (let unit = 0; unit < compared.length; unit += 1) {
      from.push(at)
      to.push(at + char.length)
    }
    flat += compared
    at += char.length
  }
  return { text: flat, from, to }
}

/** The characters nearly every text is of are compared as they are. */
function isHan(char: string): boolean {
  return char >= '\u4e00' && char <= '\u9fff' && char.length === 1
}

function comparedOf(char: string, dropped: RegExp): string {
  return Array.from(folded(char))
    .filter((each) => !dropped.test(each))
    .join('')
}
