import { expect, it } from 'vitest'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { aDocument, DATE, MARKED, MINUTES, ORGAN, WITH_ANNEX } from './official-papers.ts'
import { type Page, runs, type Word } from './rendered.ts'

/** So many paragraphs of three lines before the last one: a page with room for everything, for less and less, for nothing. */
const LENGTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
/** A last paragraph that is long, but not so long that LibreOffice gives up keeping it with what follows. */
const LONG = 380

const THREE_LINES = LENGTHS.map((length) => `${length} paragraphs`)

/** As many characters as the settings let an organ have. */
const LONGEST_NAME = '海岱师范学院党委办公室院长办公室学校信访工作联席会议办公室接诉即办工作专班办公室'

/** Documents and minutes whose pages are measured below. */
export const DOCUMENTS: Readonly<Record<string, Paper>> = {
  marked: MARKED,
  annexed: WITH_ANNEX,
  attended: MINUTES,
  ...Object.fromEntries(
    THREE_LINES.map((name, at) => [name, aDocument(58, { paragraphs: LENGTHS[at] ?? 0 })]),
  ),
  'one long paragraph': aDocument(LONG),
  'a long name': aDocument(60, { printedBy: LONGEST_NAME }),
}

/** The measures of 7 and 10.3 on their pages. */
export function measureDocuments(rendered: () => Readonly<Record<string, readonly Page[]>>): void {
  const pagesOf = (name: string): readonly Page[] => rendered()[name] ?? []
  const page = (name: string, number: number): Page => {
    const found = pagesOf(name).at(number > 0 ? number - 1 : number)
    if (found === undefined) throw new Error(`${name} has no page ${number}`)
    return found
  }
  const line = ({ lines }: Page, has: string): Word => {
    const found = lines.find(({ text }) => text.includes(has))
    if (found === undefined) throw new Error(`no line with ${has}`)
    return found
  }

  it.each(['marked', 'attended'])('has the upper edge of the name 35 mm below the type area: %s', (name) => {
    const red = runs(page(name, 1).ink, 'red').filter(({ length }) => length > 0.3)
    expect(Math.abs((red[0]?.y ?? 0) - 72)).toBeLessThan(1)
  })

  it.each(['marked', 'attended'])('has a red rule of 156 mm, 4 mm below the line above it: %s', (name) => {
    const rules = runs(page(name, 1).ink, 'red').filter(({ length }) => length > 120)
    expect(Math.abs((rules[0]?.length ?? 0) - 156)).toBeLessThan(1)
    expect(Math.abs((rules[0]?.left ?? 0) - 28)).toBeLessThan(1)
    const ruleY = rules[0]?.y ?? 0
    const ink = runs(page(name, 1).ink, 'black').filter(
      ({ y, length }) => y > 80 && y < ruleY && length > 0.3,
    )
    expect(Math.abs(ruleY - (ink.at(-1)?.y ?? 0) - 4)).toBeLessThan(1)
  })

  it('keeps marks at the upper left, clear of the name', () => {
    const { lines } = page('marked', 1)
    const marks = lines.slice(0, 3)
    expect(marks.map(({ text }) => text)).toEqual(['000012', '秘密★1年', '加急'])
    for (const mark of marks) expect(Math.abs(mark.left - 28)).toBeLessThan(1)
    const lowest = runs(page('marked', 1).ink, 'black').findLast(({ y, length }) => y < 75 && length > 0.3)
    expect(lowest?.y ?? 0).toBeLessThan(72)
  })

  it('sends a report up with 签发人 on the line of the number, one character from the edge', () => {
    const number = line(page('marked', 1), '签发人')
    expect(number.text).toBe('海师办字〔2026〕12号签发人：周明远')
    expect(Math.abs(number.left - 28 - 5.56)).toBeLessThan(1)
    expect(Math.abs(184 - 5.56 - number.right)).toBeLessThan(1.2)
  })

  it('numbers every page, the first one at the right and clear of the code', () => {
    for (const [at, { lines }] of pagesOf('annexed').entries()) {
      const number = lines.find(({ text }) => text === `—${at + 1}—`)
      const edge = at % 2 === 0 ? 184 - (number?.right ?? 0) : (number?.left ?? 0) - 28
      expect(Math.abs(edge - 4.94), `page ${at + 1}`).toBeLessThan(1)
    }
    expect(pagesOf('annexed').length).toBeGreaterThan(2)
  })

  it.each(['annexed', 'attended', 'one long paragraph', 'a long name', ...THREE_LINES])(
    'ends the last page with 版记 on the lower edge of the type area, and nothing beneath it: %s',
    (name) => {
      const last = page(name, -1)
      const rules = runs(last.ink, 'black').filter(({ length }) => length > 150)
      expect(Math.abs((rules.at(-1)?.y ?? 0) - 262)).toBeLessThan(1)
      const copies = line(last, '抄送：')
      const top = rules.findLast(({ y }) => y < (copies.top + copies.bottom) / 2)?.y ?? 0
      const within = last.lines.filter((each) => (each.top + each.bottom) / 2 > top - 1 && each.top < 262)
      expect(within.map(({ text }) => text).join('')).toMatch(/^抄送：.*印发$/u)
      // Once, on the last page alone.
      const all = pagesOf(name)
        .flatMap(({ lines }) => lines)
        .filter(({ text }) => text.endsWith('印发'))
      expect(all).toHaveLength(1)
    },
  )

  it.each(['one long paragraph', ...THREE_LINES])(
    'leaves no page to the signature or to 版记 alone: %s',
    (name) => {
      const last = page(name, -1)
      const at = last.lines.findIndex(({ text }) => text === DATE)
      expect(at).toBeGreaterThan(1)
      expect(last.lines[at - 1]?.text).toBe(ORGAN)
    },
  )

  it('begins an annex on a page of its own, repeats the head of its table, and numbers on', () => {
    const annexes = pagesOf('annexed').filter(({ lines }) =>
      lines.some(({ text }) => text === '序号事项单位'),
    )
    expect(annexes.length).toBeGreaterThan(1)
    const [first] = annexes
    expect(first?.lines[0]?.text).toBe('附件')
    expect(Math.abs((first?.lines[0]?.left ?? 0) - 28)).toBeLessThan(1)
    expect(first?.lines[1]?.text).toBe('校领导接待日安排表')
    // Line 3 of the page: two lines of 10.2 mm and half a line of the title's below the upper edge.
    const title = first?.lines[1]
    expect(Math.abs(((title?.top ?? 0) + (title?.bottom ?? 0)) / 2 - (37 + 2 * 10.2 + 5.6))).toBeLessThan(2)
  })

  it('lists who was present in minutes, wrapped lines under the first name', () => {
    const { lines } = page('attended', -1)
    const at = lines.findIndex(({ text }) => text.startsWith('出席：'))
    const [label, next] = [lines[at], lines[at + 1]]
    expect(Math.abs((label?.left ?? 0) - 28 - 2 * 5.56)).toBeLessThan(1)
    expect(Math.abs((next?.left ?? 0) - 28 - 5 * 5.56)).toBeLessThan(1)
  })
}
