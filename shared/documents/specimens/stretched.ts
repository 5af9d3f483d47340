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
const REQUIRED = new Set(
  'organ school title name leader leadUnit unit what place text problem matter summary'.split(' '),
)

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
    [5_000, 'demand opinion'],
    [200, 'address companions organisation email attendees absent remarks text rows lawfulChannel'],
  ].flatMap(([limit, keys]) =>
    String(keys)
      .split(' ')
      .map((key) => [key, Number(limit)]),
  ),
)

/** Running text, at most. */
export const LONGEST = 20_000

/** What a hand may make of the facts of a paper. */
export type Extreme = {
  readonly text?: (key: string, was: string) => string
  /** Every list that has entries has this many. */
  readonly entries?: number
  /** Optional facts are not there at all. */
  readonly bare?: boolean
}

/** As much of a text as the field of a form takes. */
export const fitted =
  (text: string) =>
  (key: string): string =>
    Array.from(text)
      .slice(0, LIMITS[key] ?? LONGEST)
      .join('')

/** In every field that may be left empty. */
export const whereOptional =
  (text: string) =>
  (key: string, was: string): string =>
    REQUIRED.has(key) ? was : text

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

/** A datum, changed in every place a hand may reach. */
export function stretched(datum: unknown, extreme: Extreme, key: string = ''): unknown {
  if (typeof datum === 'string') {
    const typed = !GIVEN.has(key) && !/^\d{4}-\d\d-\d\d|^\d\d:\d\d$/u.test(datum)
    return typed && extreme.text !== undefined ? extreme.text(key, datum) : datum
  }
  if (Array.isArray(datum)) {
    const entries: readonly unknown[] = datum
    const most = MOST[key] ?? Number.POSITIVE_INFINITY
    const wanted = entries.length === 0 ? 0 : Math.min(extreme.entries ?? 0, most)
    // A report has several tables; two hundred rows in each of them prove nothing more.
    const inner = { ...extreme, entries: key === 'parts' ? Math.min(extreme.entries ?? 0, 40) : 0 }
    const all = Array.from({ length: Math.max(entries.length, wanted) }, (_, at) =>
      stretched(entries[at % entries.length], inner, key),
    )
    // Nobody lists nothing.
    return extreme.bare === true ? all.filter((entry) => entry !== '') : all
  }
  if (datum === null || typeof datum !== 'object') return datum
  return Object.fromEntries(
    Object.entries(datum).flatMap(([name, value]: [string, unknown]) => {
      if (extreme.bare === true && ABSENT.has(`${key}.${name}`)) return []
      if (extreme.bare === true && EMPTY.has(name) && typeof value === 'string') return [[name, '']]
      // A report's headings and columns are ours.
      const ours = (name === 'columns' && key === 'parts') || (name === 'text' && isHeading(datum))
      return [[name, ours ? value : stretched(value, extreme, name)]]
    }),
  )
}

function isHeading(datum: object): boolean {
  return 'kind' in datum && datum.kind === 'heading'
}
