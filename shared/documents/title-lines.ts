import { cellsOf } from './wording.ts'

// Making one takes longer than setting a title.
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Characters of 二号 in the width of the type area. */
const TITLE_CELLS = 20
/** A title with more lines than this is no title any more; it is cut at the width. */
const MOST_LINES = 5

/**
 * Breaks a title so that words stay whole and the lines stand as a trapezium or a lozenge, never as an hourglass
 * (7.3.1). Lines are of nearly equal length; a line never begins with a closing sign or 的.
 */
export function titleLines(text: string, cells: number = TITLE_CELLS): readonly string[] {
  const title = text.replace(/\s+/gu, ' ').trim()
  if (cellsOf(title) <= cells) return [title]
  const least = Math.ceil(cellsOf(title) / cells)
  // Terms are taken apart only where they leave no way to set the title.
  for (const words of [wordsOf(title.split(KEPT)), wordsOf([title])]) {
    for (let lines = least; lines <= Math.min(least + 1, MOST_LINES); lines += 1) {
      const setting = bestSetting(words, lines, cells)
      if (setting !== null) return setting
    }
  }
  // Lines of nearly equal length here too.
  return cutAtWidth(title, Math.min(cells, Math.ceil(cellsOf(title) / least) + 1))
}

/** Read as one: the name of a plan in its marks, and terms of this office that a dictionary takes apart. */
const KEPT =
  /(《[^》]{1,14}》|\d{4}年\d{1,2}月(?:\d{1,2}日)?|信息沟通机制|校领导接待日|专项治理方案|接诉即办|信访事项)/u

/** Words with what must stay on their line glued to them; every second piece is a term. */
function wordsOf(pieces: readonly string[]): readonly string[] {
  const words: string[] = []
  for (const segment of pieces.flatMap((piece, at) => (at % 2 === 1 ? [piece] : dictionaryWords(piece)))) {
    const last = words.at(-1)
    const glued = /^(?:[、，。；：！？”’）》〉】〕…\s]|[的了等]$)/u.test(segment)
    if (last !== undefined && (glued || /[“‘（《〈【〔]$/u.test(last)))
      words[words.length - 1] = last + segment
    else words.push(segment)
  }
  return words
}

function dictionaryWords(text: string): readonly string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment)
}

/** The least uneven way to set the words in exactly that many lines, or null when none fits. */
function bestSetting(words: readonly string[], lines: number, cells: number): readonly string[] | null {
  const target = cellsOf(words.join('')) / lines
  let best: readonly string[] | null = null
  let bestCost = Number.POSITIVE_INFINITY
  for (const setting of settings(words, lines, cells, target * 0.6)) {
    const cost = costOf(setting, target)
    if (cost < bestCost) [best, bestCost] = [setting, cost]
  }
  return best
}

function* settings(
  words: readonly string[],
  lines: number,
  cells: number,
  shortest: number,
): Generator<readonly string[]> {
  if (lines === 1) {
    const line = words.join('').trim()
    if (line !== '' && cellsOf(line) <= cells) yield [line]
    return
  }
  let line = ''
  for (let taken = 1; taken < words.length; taken += 1) {
    line += words[taken - 1]
    if (cellsOf(line.trim()) > cells) return
    if (cellsOf(line) < shortest) continue
    for (const rest of settings(words.slice(taken), lines - 1, cells, shortest)) yield [line.trim(), ...rest]
  }
}

function costOf(lines: readonly string[], target: number): number {
  const lengths = lines.map(cellsOf)
  const uneven = lengths.reduce((sum, length) => sum + (length - target) ** 2, 0)
  return uneven + (isHourglass(lines) ? 50 : 0)
}

/** A line shorter than both its neighbours (7.3.1). */
export function isHourglass(lines: readonly string[]): boolean {
  const lengths = lines.map(cellsOf)
  return lengths.some(
    (length, at) => length < (lengths[at - 1] ?? length) && length < (lengths[at + 1] ?? length),
  )
}

/** Signs that close, and 的. */
const NO_BEGINNING = /^[、，。；：！？”’）》〉】〕…的]/u

function lastOff(line: string): readonly [kept: string, last: string] {
  const graphemes = Array.from(GRAPHEMES.segment(line), ({ segment }) => segment)
  const last = graphemes.pop() ?? ''
  return graphemes.length === 0 ? [line, ''] : [graphemes.join(''), last]
}

/** For a title without a place to break, such as one endless word. */
function cutAtWidth(title: string, cells: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const { segment } of GRAPHEMES.segment(title)) {
    if (cellsOf(line + segment) > cells) {
      // What may not begin a line takes the character before it along.
      const [kept, taken] = NO_BEGINNING.test(segment) ? lastOff(line) : [line, '']
      lines.push(kept.trim())
      line = taken + segment
    } else line += segment
  }
  return line.trim() === '' ? lines : [...lines, line.trim()]
}
