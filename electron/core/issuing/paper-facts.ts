import type { Course } from '../../../shared/domain/course.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { type EntryBody, type EntryKind, readEntry } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { unitRefusal } from '../../../shared/rules/petition-steps.ts'
import { type Desk, today } from '../desk.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'
import { entriesAbout } from '../store/journal-store.ts'
import type { Office } from '../store/office-store.ts'
import { readCourse, readStrings } from '../store/petition-codec.ts'
import type { DocumentTable, PetitionTable } from '../store/schema.ts'
import { type Gathered, gatherVisit, petitionRow, unitName } from './gather.ts'

/** Everything a paper about one petition may rest on, as it stands in the transaction it is issued in. */
export type PaperFacts = {
  readonly desk: Desk
  readonly office: Office
  readonly petition: PetitionTable
  readonly course: Course
  readonly gathered: Gathered
  readonly happened: Happened
  /** Who made the latest entry of a kind, as people know them; empty where there is none. */
  readonly lastBy: (kind: EntryKind) => string
  /** Papers about it issued after the latest entry of these kinds, in the journal's order: a day may hold both. */
  readonly papersSince: (...kinds: readonly EntryKind[]) => readonly DocumentTable[]
  /** Papers issued about it or its visit, oldest first; those declared void no longer count. */
  readonly documents: readonly DocumentTable[]
  readonly on: Day
}

type Told<K extends EntryKind> = readonly EntryBody<K>[]

/** What the journal says about the petition, as far as papers quote it; oldest first. */
export type Happened = {
  readonly routed: Told<'petition.routed'>
  readonly chased: Told<'petition.chased'>
  readonly replied: Told<'petition.unit-replied'>
  readonly extended: Told<'petition.extended'>
  readonly answered: Told<'petition.answered'>
  readonly rated: Told<'petition.rated'>
  readonly redone: Told<'petition.redone'>
  readonly supervised: Told<'petition.supervised'>
}

export async function paperFacts(
  desk: Desk,
  source: Reader | Writer,
  number: PetitionNumber,
): Promise<PaperFacts> {
  const petition = await petitionRow(source, number)
  const documents = await readable(source)
    .selectFrom('document')
    .selectAll()
    .where((is) => is.or([is('petition', '=', number), is('visit', '=', petition.visit)]))
    .where('voided_on', 'is', null)
    .orderBy('id')
    .execute()
  const entries = (await entriesAbout(source, [number])).map(readEntry)
  return {
    desk,
    office: desk.ledger.office(),
    petition,
    course: readCourse(petition),
    gathered: await gatherVisit(source, petition.visit),
    happened: happenedIn(entries),
    lastBy: (kind) => {
      const entry = entries.findLast((each) => each.kind === kind)
      return entry === undefined ? '' : desk.nameOf(entry.actor)
    },
    papersSince: (...kinds) => {
      const from = entries.findLastIndex(({ kind }) => kinds.includes(kind)) + 1
      const issued = entries
        .slice(from)
        .flatMap(({ kind, body }) => (kind === 'document.issued' ? [body.id] : []))
      return documents.filter(({ id }) => issued.includes(id))
    },
    documents: documents.filter((document) => document.petition === null || document.petition === number),
    on: today(desk),
  }
}

function happenedIn(entries: readonly ReturnType<typeof readEntry>[]): Happened {
  return {
    routed: entries.flatMap((entry) => (entry.kind === 'petition.routed' ? [entry.body] : [])),
    chased: entries.flatMap((entry) => (entry.kind === 'petition.chased' ? [entry.body] : [])),
    replied: entries.flatMap((entry) => (entry.kind === 'petition.unit-replied' ? [entry.body] : [])),
    extended: entries.flatMap((entry) => (entry.kind === 'petition.extended' ? [entry.body] : [])),
    answered: entries.flatMap((entry) => (entry.kind === 'petition.answered' ? [entry.body] : [])),
    rated: entries.flatMap((entry) => (entry.kind === 'petition.rated' ? [entry.body] : [])),
    redone: entries.flatMap((entry) => (entry.kind === 'petition.redone' ? [entry.body] : [])),
    supervised: entries.flatMap((entry) => (entry.kind === 'petition.supervised' ? [entry.body] : [])),
  }
}

/** A petitioner without a name or a way to be reached is owed no letter (《信访工作条例》第二十三条). */
export function unnamedRefusal({ gathered }: PaperFacts, paper: string): string | null {
  const [main] = gathered.people
  return gathered.visit.anonymous === 1 || main === undefined || main.name === ''
    ? `反映人未留姓名，不需要出具${paper}（《信访工作条例》第二十三条：姓名（名称）、住址不清的除外）。`
    : null
}

/** Codes of the units that have the matter, the lead unit first. */
export function handlingUnits({ course }: PaperFacts): readonly string[] {
  return course.leadUnit === null ? [] : [course.leadUnit, ...course.assistUnits]
}

/** A matter goes to the units it was given to, and never to the one it complains about: the same rule as giving it. */
export function addresseeRefusal(facts: PaperFacts, unit: string): string | null {
  if (!handlingUnits(facts).includes(unit))
    return `${unitName(facts.office, unit)}不是本事项的承办或协办单位，请核对。`
  const { petition, office } = facts
  return unitRefusal({ purpose: petition.purpose, accusedUnits: readStrings(petition.accused_units) }, [
    office.unit(unit),
  ])
}
