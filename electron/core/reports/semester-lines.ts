import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { SemesterId } from '../../../shared/domain/semester.ts'
import { hidePeople } from '../../../shared/rules/masks.ts'
import { type CountedPetition, isFinished } from '../../../shared/rules/reports/figures.ts'
import {
  knownReason,
  suggestedReasons,
  type UnfinishedFacts,
} from '../../../shared/rules/reports/unfinished.ts'
import { findSemester } from '../../../shared/rules/semesters.ts'
import { type Desk, today } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { complainsAbout } from '../scope.ts'
import { matchOfFilters } from '../search/facets.ts'
import { firstRidOf } from '../search/search-schema.ts'
import { all, one } from '../store/connection.ts'
import type { Office } from '../store/office-store.ts'
import { readStrings } from '../store/petition-codec.ts'
import type { PetitionRow } from '../store/schema.ts'
import { countedPetitions, unfinishedBefore } from './counted.ts'
import { semesterTable } from './semesters.ts'

/** 牵头单位 answers for its channels (《办法》三 4); 承办单位 for what it was given. */
export type Grouping = 'channel' | 'handling'

export type SemesterAsked = {
  readonly semester: SemesterId
  /** Null for the whole school. */
  readonly unit: string | null
  readonly grouping: Grouping
  /** Name of the head of the unit when that is who reads it: no line that complains about them or their unit. */
  readonly reader?: string | undefined
}

export type SemesterLine = {
  readonly number: PetitionNumber
  readonly receivedOn: Day
  /** 反映问题: the title without the petitioner's name and numbers. */
  readonly problem: string
  readonly channel: string
  readonly finished: boolean
  /** What the summary says: what a person wrote, else what the records say; empty when neither. */
  readonly reason: string
  /** Written by a person for this semester. */
  readonly written: boolean
  readonly suggestions: readonly string[]
  readonly carried: boolean
}

/** Every line of a semester's summary: its own petitions first, then what is still unfinished from before. */
export async function semesterLines(
  desk: Desk,
  asked: SemesterAsked,
  running: RunningJob,
): Promise<readonly SemesterLine[]> {
  const { saved, defaults } = await semesterTable(desk)
  const { coversFrom, to } = findSemester(asked.semester, saved, defaults)
  const belongs = belongsTo(desk.ledger.office(), asked)
  const lines: SemesterLine[] = []
  for await (const chunk of countedPetitions(desk, { from: coversFrom, to }, running, '正在汇总本学期事项')) {
    for (const petition of chunk) {
      if (belongs(petition)) lines.push(...toLine(desk, asked, petition, false))
    }
  }
  for (const petition of unfinishedBefore(desk, coversFrom)) {
    if (belongs(petition)) lines.push(...toLine(desk, asked, petition, true))
  }
  return lines
}

export type SemesterStanding = {
  /** The unfinished lines, oldest first, those of earlier semesters among them. */
  readonly unfinished: readonly SemesterLine[]
  readonly finished: number
}

/** The same summary as far as a person has to do something about it: what is finished is only counted. */
export async function semesterStanding(
  desk: Desk,
  asked: SemesterAsked,
  running: RunningJob,
): Promise<SemesterStanding> {
  const { saved, defaults } = await semesterTable(desk)
  const { coversFrom, to } = findSemester(asked.semester, saved, defaults)
  await running.report('正在汇总本学期事项', 0, null)
  if (asked.reader !== undefined) {
    const lines = await semesterLines(desk, asked, running)
    const unfinished = lines.filter((line) => !line.finished)
    return { unfinished, finished: lines.length - unfinished.length }
  }
  const belongs = belongsTo(desk.ledger.office(), asked)
  const unfinished = unfinishedBefore(desk, addDays(to, 1))
    .filter(belongs)
    .flatMap((petition) => toLine(desk, asked, petition, petition.receivedOn < coversFrom))
  return { unfinished, finished: finishedOf(desk, asked, coversFrom, to) }
}

const FINISHED = ['closed', 'declined', 'archived'] as const

function finishedOf(desk: Desk, { unit, grouping }: SemesterAsked, from: Day, to: Day): number {
  const { raw } = desk.store.reader
  const range = [firstRidOf(from), firstRidOf(addDays(to, 1))] as const
  if (unit === null) {
    const finished = `select count(*) as n from petition where rid >= cast(? as integer) and rid < cast(? as integer)
      and state in (${FINISHED.map((state) => `'${state}'`).join(', ')})`
    return one<{ n: number }>(raw, finished, ...range).n
  }
  const match = matchOfFilters(
    grouping === 'handling'
      ? [{ unit, state: FINISHED }]
      : ledBy(desk.ledger.office(), unit).map((channel) => ({ channel, state: FINISHED })),
  )
  const ofUnit = `select count(*) as n from petition where rid in (
      select rowid from petition_fts where petition_fts match ?
        and rowid >= cast(? as integer) and rowid < cast(? as integer))
    and not (purpose = 'accusation' and exists (select 1 from json_each(accused_units) where value = ?))`
  return one<{ n: number }>(raw, ofUnit, match, ...range, unit).n
}

/** Channels the unit leads, alone or with others. */
function ledBy(office: Office, unit: string): readonly string[] {
  return office.channels
    .filter(({ leadUnit, otherLeadUnits }) => leadUnit === unit || otherLeadUnits.includes(unit))
    .map(({ code }) => code)
}

function belongsTo(
  office: Office,
  { unit, grouping }: SemesterAsked,
): (petition: CountedPetition) => boolean {
  if (unit === null) return () => true
  if (grouping === 'handling') return (petition) => petition.unit === unit
  const led = ledBy(office, unit)
  return ({ channel }) => led.includes(channel)
}

type Told = Pick<PetitionRow, 'title' | 'people_text' | 'accused_units' | 'accused_names'>

/** No line at all for an accusation against the very unit that gets the summary. */
function toLine(
  desk: Desk,
  asked: SemesterAsked,
  petition: CountedPetition,
  carried: boolean,
): readonly SemesterLine[] {
  const { raw } = desk.store.reader
  const told = one<Told>(
    raw,
    'select title, people_text, accused_units, accused_names from petition where rid = cast(? as integer)',
    petition.rid,
  )
  if (asked.reader !== undefined && complainsAbout(told, asked.reader, asked.unit)) return []
  const accusation = petition.purpose === 'accusation'
  if (accusation && asked.unit !== null && readStrings(told.accused_units).includes(asked.unit)) return []
  const finished = isFinished(petition)
  return [
    {
      number: petition.number,
      receivedOn: petition.receivedOn,
      problem: accusation ? '检举控告事项（内容从略）' : withoutPeople(told.title, told.people_text),
      channel: desk.ledger.office().channel(petition.channel)?.name ?? petition.channel,
      finished,
      carried,
      ...(finished ? NO_REASON : reasonOf(desk, asked.semester, petition)),
    },
  ]
}

const NO_REASON = { reason: '', written: false, suggestions: [] } as const

function reasonOf(
  desk: Desk,
  semester: SemesterId,
  petition: CountedPetition,
): Pick<SemesterLine, 'reason' | 'written' | 'suggestions'> {
  const { raw } = desk.store.reader
  const [written] = all<{ reason: string }>(
    raw,
    'select reason from unfinished_reason where petition = ? and semester = ?',
    petition.number,
    semester,
  )
  const facts = unfinishedFacts(desk, petition)
  const suggestions = suggestedReasons(facts)
  if (written !== undefined) return { reason: written.reason, written: true, suggestions }
  return { reason: knownReason(facts) ?? '', written: false, suggestions }
}

type Stage = { readonly on: Day; readonly what: string; readonly toldOn: Day | null }

function unfinishedFacts(desk: Desk, petition: CountedPetition): UnfinishedFacts {
  const { raw } = desk.store.reader
  const [extended] = all<{ to: Day; reason: string }>(
    raw,
    `select json_extract(body, '$.to') as "to", json_extract(body, '$.reason') as reason from journal
      where subject = ? and kind = 'petition.extended' order by seq desc limit 1`,
    petition.number,
  )
  const stages = all<Stage>(
    raw,
    `select json_extract(stage.value, '$.on') as "on", json_extract(stage.value, '$.what') as what,
            json_extract(stage.value, '$.toldOn') as toldOn
       from petition, json_each(petition.follow_up, '$.stages') as stage where petition.rid = cast(? as integer)`,
    petition.rid,
  )
  return {
    state: petition.state,
    grade: petition.grade,
    dueOn: petition.dueOn,
    today: today(desk),
    extension: extended ?? null,
    nextStage: stages.find(({ toldOn }) => toldOn === null) ?? null,
  }
}

/** A title somebody typed may name who came: that person and their numbers are taken out. */
export function withoutPeople(title: string, peopleText: string): string {
  const lines = peopleText.split('\n').filter((line) => line.trim() !== '')
  // Nobody has a figure in the name, and every number has one.
  const numbers = lines.filter((line) => /\d/u.test(line))
  const names = lines.filter((line) => !numbers.includes(line))
  return hidePeople(title, [
    { name: null, secrets: numbers },
    ...names.map((name) => ({ name, secrets: [] })),
  ])
}

/** Those whose reason nobody has given and no record tells. */
export function withoutReason(lines: readonly SemesterLine[]): readonly SemesterLine[] {
  return lines.filter(({ finished, reason }) => !finished && reason === '')
}
