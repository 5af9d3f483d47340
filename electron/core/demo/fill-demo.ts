import { DeskError } from '../../../shared/contract/errors.ts'
import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
import { type Day, dayOf, instantOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { openFolderArchive } from '../archive/folder-archive.ts'
import type { Desk } from '../desk.ts'
import { appendVisit, checkVisit } from '../handlers/visit-handlers.ts'
import { issuePaper } from '../issuing/notices.ts'
import { issueVisitPapers } from '../issuing/visit-papers.ts'
import type { Change } from '../store/ledger.ts'
import { syncWith } from '../sync/delivery.ts'
import { sealOpenEntries } from '../sync/sealing.ts'
import type { Case, Lately, Scene, Staff } from './case.ts'
import { planChannels } from './channels-demo.ts'
import { issueClosingPapers } from './closing-papers.ts'
import { planCoordination } from './coordination-demo.ts'
import { planCourse } from './course.ts'
import { createEventQueue } from './event-queue.ts'
import { atMinute, inDay, inFirstHour, LAST_MINUTE } from './hours.ts'
import { type Earlier, inventVisit } from './invent-visit.ts'
import { randomFrom } from './random.ts'
import { leaveDissatisfied } from './rating.ts'
import { planReception } from './reception-demo.ts'
import { playRegister } from './register-demo.ts'
import { giveReasons } from './semester-reasons.ts'
import { lastTwoSemesters, spreadVisits, workDaysBetween } from './semesters.ts'
import { playTemplates } from './templates-demo.ts'

/** A clock that stands wherever the invented event happens. */
export type DemoClock = { now: number }

export type FillOptions = {
  readonly visits: number
  readonly seed: string
  /** The day the data ends, in the morning. */
  readonly until: Day
  readonly staff: Staff
  readonly clock: DemoClock
  /** Folder that plays the central archive, or null for none. */
  readonly archive: string | null
  readonly onProgress?: ((visits: number) => void) | undefined
}

export type Filled = { readonly visits: number; readonly petitions: number; readonly events: number }

/** Events of one transaction: a commit costs as much as hundreds of appends. */
const PER_CHANGE = 1500
/** The same pages are written again and again; copying them into place after each transaction would double the work. */
const CHECKPOINT_PAGES = 20_000
/** Bytes are what makes a store large, so beyond these only some papers are kept. */
const PAPERS = 60
const NOTICES = 120
/** Of every other kind of paper. */
const SAMPLES = 4
const REMEMBERED = 400
const ANSWERED = 40
const LATE_DAYS = 4
/** Working days between two deliveries to the archive, and how long before the end the last seal was. */
const DELIVERED_EVERY = 20
const LAST_DELIVERY = 8
const LAST_SEAL = 4

type Event =
  | { readonly kind: 'step'; readonly run: (change: Change, at: number) => Promise<void> }
  /** Needs what is committed, so it gets no open transaction. */
  | { readonly kind: 'apart'; readonly run: () => Promise<void> }

/**
 * Two semesters of an invented reception desk, played day by day through the journal: the same seed, number and last
 * day give the same entries. What differs from run to run is what is drawn for safety alone: the station's key pair,
 * and with it hashes, signatures and receipts; and the path of the archive folder.
 */
export async function fillDemo(desk: Desk, options: FillOptions): Promise<Filled> {
  const stage = buildStage(desk, options)
  planDays(desk, options, stage)
  planDissatisfied(stage)
  planReception({
    desk,
    ...options,
    office: stage.office,
    workDays: stage.workDays,
    random: stage.random.fork('reception'),
    plan: (at, run) => stage.queue.add(at, { kind: 'apart', run }),
    registered: (number, day) => {
      stage.unseen.set(number, day)
      stage.perDay.set(day, (stage.perDay.get(day) ?? 0) + 1)
    },
  })
  planChannels({
    desk,
    ...options,
    office: stage.office,
    workDays: stage.workDays,
    random: stage.random.fork('channels'),
    plan: (at, run) => stage.queue.add(at, { kind: 'apart', run }),
    registered: (number, day, visit, form) => {
      stage.unseen.set(number, day)
      stage.perDay.set(day, (stage.perDay.get(day) ?? 0) + 1)
      planCourse(stage.scene, number, visit, form, options.clock.now)
    },
  })
  planCoordination({ desk, ...options, workDays: stage.workDays }, (at, run) =>
    stage.queue.add(at, { kind: 'apart', run }),
  )
  const end = atMinute(options.until, LAST_MINUTE)
  let events = 0
  await desk.ledger.change(async ({ tx }) => void tx.raw.pragma(`wal_autocheckpoint=${CHECKPOINT_PAGES}`))
  for (let first = stage.queue.first(); first && first.at <= end; first = stage.queue.first()) {
    if (first.event.kind === 'apart') {
      stage.queue.take()
      moveTo(options.clock, first.at)
      await first.event.run()
    } else {
      events += await desk.ledger.change((change) => playSteps(change, stage, options, end))
    }
    options.onProgress?.(stage.counts.visits)
  }
  moveTo(options.clock, end)
  await giveReasons(desk, stage.semesters, options.staff.clerk)
  await playRegister(desk, options.staff.clerk)
  await issueClosingPapers(desk, options.until, options.staff.clerk)
  await playTemplates(desk, options.staff.admin)
  return { ...stage.counts, events }
}

type Stage = ReturnType<typeof buildStage>

function buildStage(desk: Desk, { seed, until, staff, visits, clock }: FillOptions) {
  const office = desk.ledger.office()
  const semesters = lastTwoSemesters(until)
  const workDays = workDaysBetween(office.calendar, semesters[0].from, until)
  const queue = createEventQueue<Event>()
  const random = randomFrom(seed)
  const papers = random.fork('papers')
  const unseen = new Map<PetitionNumber, Day>()
  const answered: Case[] = []
  const late = workDays.days.at(-LATE_DAYS) ?? until
  let noticesLeft = NOTICES
  const samplesLeft = new Map<DocumentKind, number>()
  const scene: Scene = {
    random: random.fork('course'),
    office,
    staff,
    workDays,
    lately: lastMatters(workDays.days),
    plan: (at, run) => queue.add(at, { kind: 'step', run }),
    seen: (number) => unseen.delete(number),
    answered: (petition) => {
      answered.push(petition)
      if (answered.length > ANSWERED) answered.shift()
    },
    issueSample: async (change, petition, kind) => {
      const left = samplesLeft.get(kind) ?? SAMPLES
      if (left === 0) return
      try {
        await issuePaper(change, desk, staff.clerk, { petition, kind, unit: null })
        samplesLeft.set(kind, left - 1)
      } catch (error) {
        if (!(error instanceof DeskError)) throw error
      }
    },
    issueNotice: async (change, petition, kind, unit) => {
      const wanted = papers.chance(NOTICES / Math.max(NOTICES, visits * 0.6))
      if (noticesLeft <= 0 || !(wanted || on(clock.now) >= late)) return
      noticesLeft -= 1
      const { id } = await issuePaper(change, desk, staff.receptionist, { petition, kind, unit })
      if (!papers.chance(0.85)) return
      const body = { id, how: 'print', copy: false } as const
      await change.append({
        kind: 'document.reprinted',
        subject: petition,
        actor: staff.receptionist.login,
        body,
      })
    },
  }
  return {
    office,
    semesters,
    workDays,
    queue,
    random,
    papers,
    scene,
    /** Latest petitions whose petitioners have heard. */
    answered,
    /** Not yet read by the leader, with their day. */
    unseen,
    /** Petitions registered per day. */
    perDay: new Map<Day, number>(),
    counts: { visits: 0, petitions: 0 },
  }
}

/** On the afternoon before the last two days, so that the limits of all of it still run. */
function planDissatisfied({ workDays, queue, scene, answered }: Stage): void {
  const day = workDays.days.at(-2)
  if (day === undefined) return
  queue.add(atMinute(day, 16 * 60 + 45), {
    kind: 'step',
    run: (change, at) => leaveDissatisfied(scene, change, answered, at),
  })
}

/** Two given out by the leader in the days before the last two, and two waiting since then. */
function lastMatters(days: readonly Day[]): (at: number) => Lately {
  const left = { assign: 2, leave: 2 }
  const [from, then] = [days.at(-5), days.at(-2)]
  return (at) => {
    const day = on(at)
    const due =
      then !== undefined && day >= then ? 'leave' : from !== undefined && day >= from ? 'assign' : null
    if (due === null || left[due] === 0) return null
    left[due] -= 1
    return due
  }
}

function on(at: number): Day {
  return dayOf(instantOf(at))
}

/** A clock never goes back, whatever was planned. */
function moveTo(clock: DemoClock, at: number): void {
  clock.now = Math.max(clock.now, at)
}

async function playSteps(
  change: Change,
  { queue }: Stage,
  { clock }: FillOptions,
  end: number,
): Promise<number> {
  let played = 0
  for (; played < PER_CHANGE; played += 1) {
    const next = queue.first()
    if (!next || next.at > end || next.event.kind === 'apart') break
    queue.take()
    moveTo(clock, next.at)
    await next.event.run(change, next.at)
  }
  return played
}

function planDays(desk: Desk, options: FillOptions, stage: Stage): void {
  const { workDays, semesters, random, queue } = stage
  const { days } = workDays
  const visitsOn = spreadVisits(options.visits, days, semesters, options.until, random.fork('days'))
  const invent = visitMaker(desk, options, stage)
  for (const [index, day] of days.entries()) {
    queue.add(atMinute(day, 7 * 60 + 50), {
      kind: 'step',
      run: async (change) => {
        await openDesk(change, options.staff)
        const moments = random.fork(`moments/${day}`)
        for (let left = visitsOn.get(day) ?? 0; left > 0; left -= 1) {
          const startedAt = day === options.until ? inFirstHour(day, moments) : inDay(day, moments)
          const endedAt = startedAt + moments.between(8, 25) * 60_000
          queue.add(endedAt, { kind: 'step', run: (next) => invent(next, day, startedAt, endedAt) })
        }
      },
    })
    const reviewedOn = days[index + 1]
    if (reviewedOn) planReview(stage, options.staff, day, atMinute(reviewedOn, 16 * 60 + 20))
    planArchive(desk, options, stage, index)
  }
}

async function openDesk(change: Change, { receptionist, clerk }: Staff): Promise<void> {
  for (const { login } of [receptionist, clerk]) {
    const body = { failedBefore: 0, recovered: false }
    await change.append({ kind: 'account.signed-in', subject: login, actor: login, body })
  }
}

/** The visit is written down when it is over, so that is when it enters the journal. */
function visitMaker(desk: Desk, { staff, visits }: FillOptions, stage: Stage) {
  const { office, random, scene, counts, unseen, perDay, papers, workDays } = stage
  const inventing = {
    random: random.fork('visits'),
    office,
    receivedBy: staff.receptionist.name,
    told: new Set<string>(),
  }
  const earlier: Earlier[] = []
  return async (change: Change, day: Day, startedAt: number, endedAt: number): Promise<void> => {
    const visit = inventVisit({ ...inventing, earlier, visits: counts.visits }, day, startedAt, endedAt)
    checkVisit(desk, visit)
    const body = await appendVisit(change, desk, visit, staff.receptionist.login)
    const lately = day >= (workDays.days.at(-2) ?? day)
    if (lately || papers.chance(PAPERS / Math.max(PAPERS, visits))) {
      await issueVisitPapers(change, desk, body, staff.receptionist)
    }
    counts.visits += 1
    for (const [index, form] of visit.petitions.entries()) {
      const number = body.numbers[index]
      if (number === undefined) continue
      counts.petitions += 1
      unseen.set(number, day)
      perDay.set(day, (perDay.get(day) ?? 0) + 1)
      planCourse(scene, number, visit, form, endedAt)
      const [person] = visit.petitioners
      if (visit.anonymous || form.purpose === 'accusation' || !person) continue
      earlier.push({ person, petition: number, form })
      if (earlier.length > REMEMBERED) earlier.shift()
    }
  }
}

/** The next afternoon the leader reads what has no instruction yet, and signs the day off. */
function planReview({ queue, unseen, perDay }: Stage, { leader }: Staff, day: Day, at: number): void {
  const run = async (change: Change, now: number): Promise<void> => {
    const numbers = [...unseen].filter(([, registeredOn]) => registeredOn === day).map(([number]) => number)
    const login = leader.login
    await change.append({
      kind: 'account.signed-in',
      subject: login,
      actor: login,
      body: { failedBefore: 0, recovered: false },
    })
    for (const number of numbers) {
      unseen.delete(number)
      await change.append({ kind: 'petition.read', subject: number, actor: login, body: { on: on(now) } })
    }
    const petitions = perDay.get(day) ?? 0
    if (petitions === 0) return
    await change.append({
      kind: 'day.signed-off',
      subject: day,
      actor: login,
      body: { day, remark: '', petitions },
    })
  }
  queue.add(at, { kind: 'step', run })
}

/** Sealed and delivered every few weeks; of the last days one batch is sealed and the rest still open. */
function planArchive(
  desk: Desk,
  { archive: folder, staff, clock }: FillOptions,
  stage: Stage,
  index: number,
): void {
  const { days } = stage.workDays
  const left = days.length - 1 - index
  const day = days[index]
  if (folder === null || day === undefined) return
  const at = atMinute(day, 17 * 60 + 40)
  if (left === LAST_SEAL) {
    const run = async () => void (await sealOpenEntries(desk, staff.clerk.login))
    stage.queue.add(at, { kind: 'apart', run })
  }
  if (left < LAST_DELIVERY || (left - LAST_DELIVERY) % DELIVERED_EVERY !== 0) return
  const run = async () => {
    const archive = openFolderArchive(folder, () => clock.now)
    await desk.jobs.run('demo', (running) => syncWith(desk, archive, staff.clerk.login, running))
    await archive.close()
  }
  stage.queue.add(at, { kind: 'apart', run })
}
