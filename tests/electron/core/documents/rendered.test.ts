import { beforeAll, describe, expect, it } from 'vitest'
import type { Paper, PaperFormat } from '../../../../shared/documents/paper.ts'
import { type Area, strayInk } from './dots.ts'
import { missingGlyphs } from './glyphs.ts'
import { EXTREME, ORDINARY, render } from './papers.ts'
import { type Page, type Rendered, readAll, renderWithFonts, whyNotRendered } from './rendered.ts'
import { DOCUMENTS, measureDocuments } from './rendered-document.ts'
import { fullPaper, LETTERS, measureLetters } from './rendered-letter.ts'
import { saidBy, squeezed } from './said.ts'

/** How many pages the ordinary paper of each kind has. */
const PAGES: Readonly<Record<string, number>> = {
  accept: 2,
  'archive-list': 5,
  assessment: 1,
  assign: 2,
  bulletin: 1,
  'campaign-plan': 2,
  decline: 2,
  'dispatch-list': 1,
  extend: 2,
  feedback: 1,
  'meeting-minutes': 2,
  'operation-report': 3,
  'period-summary': 2,
  rating: 1,
  receipt: 1,
  'reception-announcement': 3,
  'reception-booking': 1,
  'reception-minutes': 2,
  'reception-record': 1,
  registration: 1,
  reply: 2,
  result: 2,
  'semester-summary': 1,
  service: 1,
  submission: 1,
  supervise: 1,
  transfer: 2,
  urge: 2,
  whereabouts: 1,
}

const RARE = '𠮷𬭚𫖯㛃䶮喆堃'
/** No font of a test machine draws it. */
const UNDRAWN = '\u{1fad8}'

const OTHERS: Readonly<Record<string, Paper>> = {
  document: fullPaper('document'),
  minutes: fullPaper('minutes'),
  rare: { ...fullPaper('form'), blocks: [{ kind: 'paragraph', line: [RARE] }] },
  undrawn: { ...fullPaper('form'), blocks: [{ kind: 'paragraph', line: [`有${UNDRAWN}无`] }] },
  crossing: {
    ...fullPaper('form'),
    blocks: [{ kind: 'table', columns: [190], rows: [{ cells: [{ role: 'value', lines: [['宽']] }] }] }],
  },
}

/** What runs over many pages, and what is longest in one place. */
const LONG = [
  'registration: two hundred petitioners and ten petitions',
  'registration: nasty and long text',
  'reply: 2',
  'submission: 2',
]

/** With emoji, which the fonts of a test machine do not have. */
const UNDRAWABLE = ['undrawn', 'registration: nasty and long text']

const papers: Readonly<Record<string, Paper>> = {
  ...ORDINARY,
  ...LETTERS,
  ...OTHERS,
  ...Object.fromEntries(Object.entries(EXTREME).filter(([name]) => LONG.includes(name))),
}

const reason = whyNotRendered()
if (reason !== null) process.stdout.write(`Papers are not rendered and measured: ${reason}.\n`)

describe.skipIf(reason !== null)('papers rendered by LibreOffice', () => {
  let drawn: Readonly<Record<string, Rendered>> = {}
  let read: Readonly<Record<string, string>> = {}

  beforeAll(() => {
    read = readAll(rendered(papers))
    drawn = renderWithFonts(rendered({ ...papers, ...DOCUMENTS }))
  }, 240_000)

  const pagesOf = (name: string): readonly Page[] => drawn[name]?.pages ?? []
  const pagesByName = (): Readonly<Record<string, readonly Page[]>> =>
    Object.fromEntries(Object.entries(drawn).map(([name, { pages }]) => [name, pages]))

  it('have as many pages as a clerk would need', () => {
    const counted = Object.keys(ORDINARY).map((kind) => [kind, pagesOf(kind).length])
    expect(Object.fromEntries(counted)).toEqual(PAGES)
  })

  describe.each(Object.entries(papers))('%s', (name, paper) => {
    it('reads from the first word to the last as it was told', () => {
      expect(squeezed(read[name] ?? '')).toBe(saidBy(paper, ['text', 'frame', 'box']))
    })

    if (name !== 'crossing')
      it('has nothing printed outside the margins but what belongs there', () => {
        for (const [at, { dots }] of pagesOf(name).entries())
          expect(strayInk(dots, areasOf(paper, at + 1)), `page ${at + 1}`).toBeNull()
      })

    if (!UNDRAWABLE.includes(name))
      it('has a glyph for every character', () => {
        expect(missingGlyphs(saidBy(paper, ['text', 'frame', 'box']), drawn[name]?.fonts ?? [])).toEqual([])
      })

    if (paper.format !== 'form')
      it('numbers odd pages at the right and even ones at the left', () => {
        for (const [at, { lines }] of pagesOf(name).entries()) {
          const number = lines.find(({ text }) => /^—\d+—$/u.test(text))
          const unnumbered = paper.format === 'letter' && at === 0
          expect(number?.text, `page ${at + 1}`).toBe(unnumbered ? undefined : `—${at + 1}—`)
          if (number !== undefined) expect(number.left > 106).toBe(at % 2 === 0)
        }
      })

    if (paper.blocks.some(({ kind }) => kind === 'signature'))
      it('has no page for the signature alone', () => {
        const date = paper.blocks.flatMap((block) => (block.kind === 'signature' ? [block.date] : []))[0]
        const page = pagesOf(name).findLast(({ lines }) => lines.some(({ text }) => text === date))
        expect(page?.lines.findIndex(({ text }) => text === date)).toBeGreaterThan(1)
      })
  })

  it('would notice ink outside the margins, and a character that no font draws', () => {
    const crossing = pagesOf('crossing')[0]?.dots
    if (crossing === undefined) throw new Error('not rendered')
    expect(strayInk(crossing, areasOf(papers['crossing'] ?? fullPaper('form'), 1))).toContain(
      'mm from the left',
    )
    expect(missingGlyphs(`有${UNDRAWN}无`, drawn['undrawn']?.fonts ?? [])).toEqual([UNDRAWN])
  })

  it.each(['full', 'document', 'minutes'])('a full page has 22 lines of 28 characters: %s', (name) => {
    const lines = (pagesOf(name)[1]?.lines ?? []).filter(({ text }) => !text.includes('—'))
    expect(lines).toHaveLength(22)
    expect(new Set(lines.map(({ text }) => Array.from(text).length))).toEqual(new Set([28]))
  })

  it('the first page of a letter, a document and of minutes shows some of the text (7.3.2)', () => {
    for (const [name, paper] of Object.entries(papers)) {
      const [first] = paper.blocks.flatMap((block) =>
        block.kind === 'paragraph' || block.kind === 'heading' ? [block] : [],
      )
      if (paper.format === 'form' || first === undefined) continue
      const words = squeezed(saidBy({ ...paper, blocks: [first] }, ['text'])).slice(0, 8)
      const page = pagesOf(name)[0]
        ?.lines.map(({ text }) => text)
        .join('')
      expect(page, name).toContain(words)
    }
  })

  measureLetters(pagesByName)
  measureDocuments(pagesByName)
})

function rendered(of: Readonly<Record<string, Paper>>): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(Object.entries(of).map(([name, paper]) => [name, render(paper)]))
}

const MARGIN = 1
/** LibreOffice hangs closing signs over the margin (7.4); Word sets them inside. */
const HUNG = 5.7

/** Where something may be printed on a page; millimetres. */
function areasOf({ format, blocks }: Paper, page: number): readonly Area[] {
  return format === 'form' ? formAreas(page) : officialAreas(format, blocks, page)
}

function formAreas(page: number): readonly Area[] {
  return [
    { left: 28 - MARGIN, top: 19 - MARGIN, right: 190 + HUNG, bottom: 277 + MARGIN },
    { left: 28, top: 277, right: 190, bottom: 290 },
    ...(page === 1 ? [{ left: 170, top: 8, right: 192, bottom: 30 }] : []),
  ]
}

function officialAreas(format: PaperFormat, _: Paper['blocks'], page: number): readonly Area[] {
  const text = { left: 28 - MARGIN, top: 37 - MARGIN, right: 184 + HUNG, bottom: 262 + MARGIN }
  const number = { left: 28, top: 262, right: 184, bottom: 274 }
  if (page > 1) return [text, number]
  const code = format === 'letter' ? { left: 170, right: 185 } : { left: 27, right: 42 }
  return [text, ...(format === 'letter' ? LETTER_HEAD : [number]), { ...code, top: 262, bottom: 276 }]
}

/** The organ's name and both double rules, which are wider than the text. */
const LETTER_HEAD: readonly Area[] = [
  { left: 28, top: 29, right: 184, bottom: 37 },
  { left: 20, top: 37, right: 192, bottom: 80 },
  { left: 20, top: 274, right: 192, bottom: 278 },
]
