import { expect, it } from 'vitest'
import type { Paper, PaperFormat } from '../../../../shared/documents/paper.ts'
import type { Dots } from './dots.ts'
import { EXTREME, ORDINARY } from './papers.ts'
import { type Page, runs } from './rendered.ts'

const WALL = '学而时习之不亦说乎有朋自远方来不亦乐乎人不知而不愠不亦君子乎'.repeat(80)

/** Pages without anything but text. */
export function fullPaper(format: PaperFormat): Paper {
  return {
    format,
    name: '满页',
    code: null,
    blocks: [
      { kind: 'letterhead', organ: '海岱师范学院' },
      { kind: 'documentNumber', text: '海师办信转〔2026〕12号' },
      { kind: 'title', lines: ['关于版面的函'] },
      { kind: 'paragraph', line: [WALL] },
    ],
  }
}

const FULL = fullPaper('letter')

export const LETTERS: Readonly<Record<string, Paper>> = {
  full: FULL,
  long: EXTREME['transfer: names of 60 characters'] ?? FULL,
  optional: EXTREME['transfer: everything optional'] ?? FULL,
}

/** The measures of 10.1 on the pages of the letters above. */
export function measureLetters(pages: () => Readonly<Record<string, readonly Page[]>>): void {
  const page = (name: string, number: number): Page => {
    const found = pages()[name]?.[number - 1]
    if (found === undefined) throw new Error(`${name} has no page ${number}`)
    return found
  }

  it('puts an ordinary notice with its slip on two pages', () => {
    expect(pages()['transfer']).toHaveLength(2)
    expect(page('transfer', 2).lines.some(({ text }) => text.includes('签收回执'))).toBe(true)
  })

  it.each(['full', 'document', 'minutes'])(
    'fills the type area of 156 by 225 mm within a millimetre: %s',
    (name) => {
      const { lines: all, dots } = page(name, 2)
      const lines = all.filter(({ text }) => !text.includes('—'))
      const left = Math.min(...lines.map((line) => line.left))
      const right = Math.max(...lines.map((line) => line.right))
      expect(Math.abs(left - 28)).toBeLessThan(1)
      expect(Math.abs(right - 184)).toBeLessThan(1)
      expect(Math.abs(right - left - 156)).toBeLessThan(1)
      const middles = lines.map(middle)
      const pitch = ((middles.at(-1) ?? 0) - (middles[0] ?? 0)) / 21
      expect(Math.abs(22 * pitch - 225)).toBeLessThan(1)
      // Where a reader's boxes say lines stand depends on the font. Ink begins 0.84 of a character above the first baseline
      // and ends about the last one, each at four fifths of its line.
      const [first = Number.NaN, last = Number.NaN] = inkedRows(dots, 37, 262)
      expect(Math.abs(first - (37 + 0.8 * pitch - 0.84 * 5.64))).toBeLessThan(1)
      expect(Math.abs(last - (37 + 21.8 * pitch))).toBeLessThan(1)
    },
  )

  it('lets nothing stand outside the margins but punctuation hung at a line’s end', () => {
    for (const name of ['transfer', 'long', 'optional']) {
      for (const [at, { lines }] of (pages()[name] ?? []).entries()) {
        for (const line of lines) {
          expect(line.left, `${name} ${at + 1}: ${line.text}`).toBeGreaterThan(27)
          // LibreOffice reads overflowPunct the wrong way round (7.4); Word sets these signs inside.
          const hung = /[，。、；：）」』》！？]$/u.test(line.text) ? 5.7 : 0
          expect(line.right, `${name} ${at + 1}: ${line.text}`).toBeLessThan(185 + hung)
        }
      }
    }
  })

  it('has the organ’s upper edge 30 mm below the paper’s, and 4 mm below it the first rule', () => {
    const red = runs(page('transfer', 1).ink, 'red').filter(({ length }) => length > 0.3)
    expect(Math.abs((red[0]?.y ?? 0) - 30)).toBeLessThan(1)
    const rules = red.filter(({ length }) => length > 150)
    expect(Math.abs((rules[0]?.length ?? 0) - 170)).toBeLessThan(1)
    const organ = red.filter(({ y }) => y < (rules[0]?.y ?? 0) - 1)
    expect(Math.abs((rules[0]?.y ?? 0) - (organ.at(-1)?.y ?? 0) - 4)).toBeLessThan(1)
  })

  it('has the second rule 20 mm above the paper’s foot, on page 1 alone', () => {
    const rules = runs(page('transfer', 1).ink, 'red').filter(({ length }) => length > 150)
    expect(Math.abs(297 - (rules.at(-1)?.y ?? 0) - 20)).toBeLessThan(1)
    // Both centred on the type area: 106 mm from the paper's left edge.
    for (const { left, length } of rules) expect(Math.abs(left + length / 2 - 106)).toBeLessThan(1)
    expect(runs(page('transfer', 2).ink, 'red').some(({ length }) => length > 1)).toBe(false)
  })

  it('has the number flush right below the first rule, and the title two lines further down', () => {
    const { lines } = page('transfer', 1)
    const number = lines.find(({ text }) => text.includes('〔2026〕'))
    expect(Math.abs((number?.right ?? 0) - 184)).toBeLessThan(1)
    const rule = runs(page('transfer', 1).ink, 'red').findLast(({ y, length }) => length > 150 && y < 100)
    const ink = runs(page('transfer', 1).ink, 'black').find(({ y, length }) => y > 48 && length > 0.3)
    // 7/8 of a character is 4.9 mm.
    expect(Math.abs((ink?.y ?? 0) - (rule?.y ?? 0) - 4.94)).toBeLessThan(1)
    const title = lines.find(({ text }) => text.startsWith('关于转办'))
    // Half a line, two blank lines, half a line of the title's.
    expect(Math.abs(middle(title) - middle(number) - (5.1 + 2 * 10.2 + 5.64))).toBeLessThan(1.5)
    expect(Math.abs(((title?.left ?? 0) + (title?.right ?? 0)) / 2 - 106)).toBeLessThan(1)
  })

  it('numbers no first page, even pages at the left and odd ones at the right, one character in', () => {
    const numbers = [1, 2, 3].map(
      (at) => page('full', at).lines.find(({ text }) => /^—\d+—$/u.test(text))?.text,
    )
    expect(numbers).toEqual([undefined, '—2—', '—3—'])
    const [even, odd] = [2, 3].map((at) => page('full', at).lines.find(({ text }) => text.startsWith('—')))
    expect(Math.abs((even?.left ?? 0) - 28 - 4.94)).toBeLessThan(1)
    expect(Math.abs(184 - 4.94 - (odd?.right ?? 0))).toBeLessThan(1)
  })

  it('has the dash of the page number 7 mm below the type area', () => {
    const dash = runs(page('full', 2).ink, 'black').find(
      ({ y, left, length }) => y > 263 && left > 31 && left < 40 && length > 3,
    )
    expect(Math.abs((dash?.y ?? 0) - 262 - 7)).toBeLessThan(1)
  })

  it('puts the date four characters from the edge with the organ centred over it', () => {
    const { lines } = page('transfer', 2)
    const date = lines.find(({ text }) => text === '2026年1月5日')
    const organ = lines.find(
      ({ text }) =>
        text ===
        (ORDINARY['transfer']?.blocks ?? []).flatMap((block) =>
          block.kind === 'signature' ? [block.organ] : [],
        )[0],
    )
    expect(Math.abs(184 - 4 * 5.556 - (date?.right ?? 0))).toBeLessThan(1)
    // LibreOffice widens the date between figures and Chinese (autoSpaceDE is not read).
    expect(Math.abs(centre(date) - centre(organ))).toBeLessThan(4.5)
  })

  it('never leaves a page to the signature alone', () => {
    for (const name of ['transfer', 'long', 'optional']) {
      const at = (pages()[name] ?? []).findIndex(({ lines }) =>
        lines.some(({ text }) => text === '2026年1月5日'),
      )
      expect(page(name, at + 1).lines.findIndex(({ text }) => text === '2026年1月5日')).toBeGreaterThan(2)
    }
  })
}

/** First and last row with ink between two heights; millimetres. */
function inkedRows({ height, width, dotsPerMm, isInk }: Dots, from: number, to: number): readonly number[] {
  const rows = Array.from({ length: height }, (_, y) => y).filter(
    (y) =>
      y / dotsPerMm >= from - 2 &&
      y / dotsPerMm <= to + 2 &&
      Array.from({ length: width }, (_, x) => x).some((x) => isInk(x, y)),
  )
  return [rows[0], rows.at(-1)].map((y) => (y ?? Number.NaN) / dotsPerMm)
}

function middle(word: { readonly top: number; readonly bottom: number } | undefined): number {
  return word === undefined ? Number.NaN : (word.top + word.bottom) / 2
}

function centre(word: { readonly left: number; readonly right: number } | undefined): number {
  return word === undefined ? Number.NaN : (word.left + word.right) / 2
}
