import { buildPaper, type DocumentKind, isDocumentKind } from '../../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { SPECIMENS } from '../../../../shared/documents/specimens/index.ts'
import { scanText } from '../../../../shared/rules/numbering.ts'

/**
 * What no hand types into a paper: numbers the program gives, choices from a list, clauses, and what other papers are
 * called. Everything else in a datum is free text.
 */
const GIVEN = new Set(
  `petitionNumber documentId number documentNumber noticeNumber visitNumber conversation guest petition of queryCode
   archiveNumber fonds identity channel how counts kind medium means regulation genre countedFrom urgency route grade
   ground settled outcome remedy clause round retention gender idType purpose form copyFor level semester align date
   secrecy basis hint`.split(/\s+/u),
)

/** Forms and settings refuse these when they are empty. */
const REQUIRED = new Set('organ school title name leader leadUnit unit what place text problem'.split(' '))

/** Longest text each may hold, as the forms have it (`shared/domain`); running text may have 20,000 characters. */
const LIMITS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    [
      40,
      'organ receivedBy registeredBy preparedBy servedBy recordedBy handler by happenedOn idNumber contact',
    ],
    [
      60,
      'name leader leadUnit ledBy unit place school petitionerName assistingUnits assistUnits copiesTo chair',
    ],
    [
      60,
      'affiliation receivingUnit approver unitContact author who phone unitPhone secrets bornOn studentNumber',
    ],
    [
      100,
      'title category happenedAt what problem hours enquiryPlace unitPlace agenda left right empty accused',
    ],
    [200, 'address companions organisation email attendees absent remarks text rows lawfulChannel'],
  ].flatMap(([limit, keys]) =>
    String(keys)
      .split(' ')
      .map((key) => [key, Number(limit)]),
  ),
)

const LONGEST = 20_000

export type Badness = {
  readonly text?: (key: string, was: string) => string
  /** Every list that has entries has this many. */
  readonly entries?: number
  /** Optional facts are not there at all. */
  readonly bare?: boolean
}

const WALL = '学而时习之不亦说乎有朋自远方来不亦乐乎，'.repeat(LONGEST / 20)
const MINORITY_NAME = '阿卜杜热合曼'.repeat(10)
const RARE = '𠮷𬭚𫖯㛃䶮葛\u{e0100}𰻝龘'
const EMOJI = '👩\u200d👩\u200d👧\u200d👦🎓❤\ufe0f🇨🇳'
const CONTROL = '前\u0000\u0007\u0008\u001b\u007f\u0085\ufffe\uffff\ud800后\tA\r\nB\u2028C\u000b\u000cD'
const BIDI = '左\u202e右\u202d\u2067中\u2069\u200f\u061c外\u200b\ufeff'
const MARKUP = '<w:p/>&amp;]]>"\'{#loop}{name}{/loop}${x}\\n%s'

const fitted =
  (text: string) =>
  (key: string): string =>
    Array.from(text)
      .slice(0, LIMITS[key] ?? LONGEST)
      .join('')

/** A school knows its own name: what cannot be broken by sense has no good shape in a title. */
const named = (text: string) => (key: string, was: string) =>
  ['organ', 'school'].includes(key) ? was : fitted(text)(key)

/** What an office may type by accident, and what somebody may type on purpose. */
export const BADNESS: Readonly<Record<string, Badness>> = {
  'one character': { text: () => '甲' },
  'names of 60 characters': { text: fitted(MINORITY_NAME) },
  'rare characters': { text: () => RARE },
  emoji: { text: () => EMOJI },
  'control characters': { text: () => CONTROL },
  'bidirectional marks': { text: () => BIDI },
  markup: { text: () => MARKUP },
  'all signs at once': { text: named(CONTROL + RARE + BIDI + EMOJI + MARKUP) },
  'twenty thousand characters': { text: fitted(WALL) },
  'one endless word': { text: named('abcdefghijklmnopqrstuvwxyz'.repeat(800)) },
  'nothing typed': { text: (key, was) => (REQUIRED.has(key) ? was : '') },
  'blanks only': { text: (key, was) => (REQUIRED.has(key) ? was : ' \u3000\t\n ') },
  'closing signs': { text: (_, was) => `${was}。` },
  'nothing optional': { bare: true },
  'two hundred of everything': { entries: 200 },
}

/** Those that hold the others, for a run that should be short; `papers-proof.test.ts` tries each one. */
export const WORST = [
  'one character',
  'names of 60 characters',
  'all signs at once',
  'twenty thousand characters',
  'blanks only',
  'closing signs',
  'nothing optional',
  'two hundred of everything',
] as const

/** Facts a datum may lack altogether, by what they belong to. */
const ABSENT = new Set('petitioner.affiliation petitioner.phone attachments.pages enquiry.hours'.split(' '))
/** Facts that may be left empty. */
const EMPTY = new Set(
  'phone email address unitPlace enquiryPlace remark contact organisation studentNumber department note'.split(
    ' ',
  ),
)

/** Lists whose length is bounded where they are typed. */
const MOST: Readonly<Record<string, number>> = { petitions: 10, instructions: 20, parts: 0 }

/** The ordinary datum of a kind, spoilt in every place a hand may reach. */
export function spoilt(datum: unknown, badness: Badness, key: string = ''): unknown {
  if (typeof datum === 'string') {
    const typed = !GIVEN.has(key) && !/^\d{4}-\d\d-\d\d|^\d\d:\d\d$/u.test(datum)
    return typed && badness.text !== undefined ? badness.text(key, datum) : datum
  }
  if (Array.isArray(datum)) {
    const entries: readonly unknown[] = datum
    const most = MOST[key] ?? Number.POSITIVE_INFINITY
    const wanted = entries.length === 0 ? 0 : Math.min(badness.entries ?? 0, most)
    // A report has several tables; two hundred rows in each of them prove nothing more.
    const inner = { ...badness, entries: key === 'parts' ? Math.min(badness.entries ?? 0, 40) : 0 }
    return Array.from({ length: Math.max(entries.length, wanted) }, (_, at) =>
      spoilt(entries[at % entries.length], inner, key),
    )
  }
  if (datum === null || typeof datum !== 'object') return datum
  return Object.fromEntries(
    Object.entries(datum).flatMap(([name, value]: [string, unknown]) => {
      if (badness.bare === true && ABSENT.has(`${key}.${name}`)) return []
      if (badness.bare === true && EMPTY.has(name) && typeof value === 'string') return [[name, '']]
      // A report's headings and columns are ours.
      const ours = (name === 'columns' && key === 'parts') || (name === 'text' && isHeading(datum))
      return [[name, ours ? value : spoilt(value, badness, name)]]
    }),
  )
}

function isHeading(datum: object): boolean {
  return 'kind' in datum && datum.kind === 'heading'
}

/** A paper of every kind from a spoilt datum, with the code every issued paper has. */
export function spoiltPaper(kind: DocumentKind, badness: Badness): Paper {
  // What comes out of a spoilt datum has the shape that went in.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the generic map keeps every key and every kind of value
  const paper = buildPaper(kind, spoilt(SPECIMENS[kind], badness) as never)
  return { ...paper, code: paper.code ?? scanText(null, 'ZX-2026-D00034') }
}

export const KINDS_OF_PAPERS: readonly DocumentKind[] = Object.keys(SPECIMENS).filter(isDocumentKind)
