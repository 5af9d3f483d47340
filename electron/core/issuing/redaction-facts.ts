import type { Paper } from '../../../shared/documents/paper.ts'
import type { HiddenPerson, RedactionFacts } from '../../../shared/documents/redact.ts'
import { IDENTITIES } from '../../../shared/domain/visit.ts'
import { partsOfName } from '../../../shared/rules/masks.ts'
import { petitionNumbersIn } from '../../../shared/rules/numbering.ts'
import type { Desk } from '../desk.ts'
import { all, each } from '../store/connection.ts'
import type { DocumentTable, PetitionerTable, PetitionTable, VisitTable } from '../store/schema.ts'
import { readGuestForm } from '../views/reception-view.ts'
import { unitName } from './gather.ts'
import { unitsInMatter } from './paper-data.ts'

/** Whom and what a copy of the paper must not give away: everybody of every visit it speaks of. */
export async function redactionFacts(desk: Desk, row: DocumentTable, paper: Paper): Promise<RedactionFacts> {
  const text = textsIn(paper.blocks).join('\n')
  const petitions = await petitionsIn(desk, row, text)
  const visits = await visitsOf(desk, row, petitions)
  const people = await peopleOf(desk, visits)
  const office = desk.ledger.office()
  // A paper about no single petition may name anybody: whoever is known by a name in it is hidden.
  const named = row.petition === null && row.visit === null ? namedIn(desk, text) : []
  return {
    document: row.id,
    people: [...people, ...visits.flatMap(agentOf), ...named],
    headcount: Math.max(1, ...visits.map(({ headcount }) => headcount)),
    caseNumbers: [
      ...petitions.map(({ number }) => number),
      ...visits.flatMap((visit) => [visit.number, visit.query_code]),
    ],
    unitsInMatter: [
      ...petitions.flatMap((petition) => unitsInMatter(office, petition)),
      unitName(office, row.unit),
    ],
    openNumbers: [office.settings.contact.phone, ...office.units.map(({ phone }) => phone)],
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

type Petition = Pick<PetitionTable, 'number' | 'visit' | 'lead_unit' | 'assist_units' | 'accused_units'>

/** Its own petition, all of its visit, and every one its text names. */
async function petitionsIn(desk: Desk, row: DocumentTable, text: string): Promise<readonly Petition[]> {
  const numbers = petitionNumbersIn(text)
  return desk.store.reader.db
    .selectFrom('petition')
    .select(['number', 'visit', 'lead_unit', 'assist_units', 'accused_units'])
    .where((is) =>
      is.or([
        is('number', '=', row.petition),
        is('visit', '=', row.visit),
        ...(numbers.length === 0 ? [] : [is('number', 'in', numbers)]),
      ]),
    )
    .execute()
}

async function visitsOf(
  desk: Desk,
  { visit }: DocumentTable,
  petitions: readonly Petition[],
): Promise<readonly VisitTable[]> {
  const numbers = [
    ...new Set([...petitions.map((petition) => petition.visit), ...(visit === null ? [] : [visit])]),
  ]
  if (numbers.length === 0) return []
  return desk.store.reader.db.selectFrom('visit').selectAll().where('number', 'in', numbers).execute()
}

async function peopleOf(desk: Desk, visits: readonly VisitTable[]): Promise<readonly HiddenPerson[]> {
  if (visits.length === 0) return []
  const rows = await desk.store.reader.db
    .selectFrom('petitioner')
    .selectAll()
    .where(
      'visit',
      'in',
      visits.map(({ number }) => number),
    )
    .orderBy('visit')
    .orderBy('ordinal')
    .execute()
  return rows.map(toHidden)
}

function toHidden(row: PetitionerTable): HiddenPerson {
  return {
    name: row.name,
    identity: wordFor(row.identity),
    organisation: row.organisation,
    phone: row.phone,
    idNumber: row.id_number,
    studentNumber: row.student_number,
    address: row.address,
    email: row.email,
    bornOn: row.born_on,
  }
}

function wordFor(identity: string): string {
  const words: Readonly<Record<string, string>> = IDENTITIES
  return words[identity] ?? ''
}

const NOBODY: HiddenPerson = {
  name: '',
  identity: '',
  organisation: '',
  phone: '',
  idNumber: '',
  studentNumber: '',
  address: '',
  email: '',
  bornOn: '',
}

function agentOf({ agent_name: name }: VisitTable): readonly HiddenPerson[] {
  return name === '' ? [] : [{ ...NOBODY, name, identity: '代理人' }]
}

/** Petitioners, agents and guests of reception days whose name stands in the text. */
function namedIn(desk: Desk, text: string): readonly HiddenPerson[] {
  const { raw } = desk.store.reader
  const isTold = tellerOf(text)
  const toldOf = (rows: Iterable<{ readonly name: string }>) =>
    Array.from(rows, ({ name }) => name).filter(isTold)
  const petitioners = toldOf(each(raw, `select distinct name from petitioner where name <> ''`))
  const agents = toldOf(each(raw, `select distinct agent_name as name from visit where agent_name <> ''`))
  const guests = Array.from(each<{ form: string }>(raw, 'select form from reception_guest'), guestOf)
  return [
    ...all<PetitionerTable>(
      raw,
      'select * from petitioner where name in (select value from json_each(?))',
      JSON.stringify(petitioners),
    ).map(toHidden),
    ...agents.map((name) => ({ ...NOBODY, name, identity: '代理人' })),
    ...guests.filter((people) => people.some(({ name }) => isTold(name))).flat(),
  ]
}

/** Asked for every name of the store: most are answered by their first and last two letters, not by reading the text. */
function tellerOf(text: string): (name: string) => boolean {
  const plain = withoutBlanks(text)
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2))
  const stands = (name: string) =>
    name.length > 1 && pairs.has(name.slice(0, 2)) && pairs.has(name.slice(-2)) && plain.includes(name)
  return (name) => [name, ...partsOfName(name)].some((known) => stands(withoutBlanks(known)))
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, '')
}

function guestOf(row: { form: string }): readonly HiddenPerson[] {
  const { person, companions } = readGuestForm(row)
  const { identity, ...facts } = person
  const along = companions.split(/[、，,;；\s]+/u).filter((name) => name !== '')
  return [
    { ...NOBODY, ...facts, identity: wordFor(identity) },
    ...along.map((name) => ({ ...NOBODY, name, identity: wordFor(identity) })),
  ]
}
