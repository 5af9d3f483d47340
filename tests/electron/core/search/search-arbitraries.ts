import type { SearchFilters } from '../../../../electron/core/search/search.ts'
import { RIDS_PER_DAY } from '../../../../electron/core/search/search-schema.ts'
import { addDays, dayNumber } from '../../../../shared/domain/day.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { DAYS, FIRST_DAY, numberOf, type Petition } from './search-world.ts'

const STATES = ['registered', 'Registered', 're-gistered', 'closed', 'closed-2']
/** Most petitions are closed, so that filters are sometimes worth reading in the index and sometimes not. */
const state = fc.oneof(
  { weight: 3, arbitrary: fc.constant('closed') },
  { weight: 2, arbitrary: fc.constantFrom(...STATES) },
)
const UNITS = ['u1', 'u-1', 'u12', 'U1']
const CHANNELS = ['visit', 'letter', 'e-mail']
const CATEGORIES = ['housing', 'fees', 'c-1-2']

const IDEOGRAPHS = Array.from('张王单曾解尉迟三明学费宿舍退还水电停食堂〇𠮷𬭚喆々')
const NAME_IDEOGRAPHS = Array.from('张王李单曾解乐长尉迟三明伟𠮷𬭚')
const MARKS = Array.from('，。、；（）“”—…-./_@#"\'*^:%\\★😀・ 　')
const LETTERS = Array.from('abcxyzABXZｘＺéß')
const FOREIGN = Array.from('·•いろはกำئابةΣς')
const DIGITS = Array.from('00112233456789１２８½①')

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...IDEOGRAPHS), minLength: 1, maxLength: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 1, maxLength: 8 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...FOREIGN), minLength: 1, maxLength: 4 }) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
)

const text = (most: number) => fc.array(piece, { maxLength: most }).map((pieces) => pieces.join(''))

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: count, maxLength: count })

const name = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({ unit: fc.constantFrom(...NAME_IDEOGRAPHS), minLength: 2, maxLength: 5 }),
  },
  { weight: 1, arbitrary: fc.constantFrom('买买提·阿不都', '𠮷𬭚𠮷田', 'Anna Wang', '王Anna') },
)

const person = fc
  .tuple(name, digits(8), digits(16), fc.constantFrom('X', 'x', 'Ｘ', '7'), digits(6))
  .map(([name, phone, id, check, student]) =>
    [name, `138${phone}`, `3${id}${check}`, `S20${student}`].join('\n'),
  )

export const rid = fc
  .tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.integer({ min: 0, max: 80 }))
  .map(([day, n]) => (dayNumber(FIRST_DAY) + day) * RIDS_PER_DAY + n)

export const petition: fc.Arbitrary<Petition> = fc
  .record({
    rid,
    title: text(3),
    matter: text(12),
    grounds: text(2),
    demand: text(3),
    people_text: fc.array(person, { maxLength: 3 }).map((people) => people.join('\n')),
    state,
    lead_unit: fc.constantFrom(null, ...UNITS),
    channel: fc.constantFrom(...CHANNELS),
    category: fc.constantFrom(...CATEGORIES),
  })
  .map((petition) => ({ ...petition, number: numberOf(petition.rid) }))

const someDay = fc.integer({ min: -2, max: DAYS + 1 }).map((count) => addDays(FIRST_DAY, count))
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

export const filters: fc.Arbitrary<SearchFilters> = fc.oneof(
  fc.constant({}),
  fc.record({
    state: fc.option(
      fc.oneof(state, fc.uniqueArray(fc.oneof(state, fc.constant('unheard-of')), { maxLength: 3 })),
      { nil: undefined, freq: 1 },
    ),
    unit: rarely(fc.constantFrom(...UNITS, 'u2')),
    channel: rarely(fc.constantFrom(...CHANNELS)),
    category: rarely(fc.constantFrom(...CATEGORIES)),
    from: rarely(someDay),
    to: rarely(someDay),
  }),
)

const retyped = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfe_e0)),
)

/** A stretch of what some petition says, as it is or typed another way. */
function quotedFrom(petitions: readonly Petition[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...petitions), fc.nat(), fc.integer({ min: 1, max: 12 }), retyped)
    .map(([petition, at, length, type]) => {
      const characters = Array.from(
        [petition.number, petition.title, petition.matter, petition.people_text].join('\n'),
      )
      const start = at % characters.length
      return type(characters.slice(start, start + length).join(''))
    })
}

const initials = fc.string({
  unit: fc.constantFrom(...Array.from('zzwldscxjymtba')),
  minLength: 1,
  maxLength: 6,
})

export function queryAbout(petitions: readonly Petition[]): fc.Arbitrary<string> {
  const term = fc.oneof(
    { weight: 6, arbitrary: quotedFrom(petitions) },
    { weight: 2, arbitrary: initials },
    { weight: 2, arbitrary: piece },
    { weight: 1, arbitrary: text(4) },
  )
  return fc
    .tuple(fc.array(term, { maxLength: 3 }), fc.constantFrom(' ', '　', '  '))
    .map(([terms, gap]) => terms.join(gap))
}
