import { type Course, type FollowUp, NEW_COURSE, ratingOf } from '../domain/course.ts'
import type { Day } from '../domain/day.ts'
import type { KnownEntry } from '../domain/entries.ts'

type CourseKind =
  | 'petition.routed'
  | 'petition.instructed'
  | 'petition.read'
  | 'petition.answered'
  | 'petition.closed'
  | 'petition.acknowledged'
  | 'petition.returned'
  | 'petition.kept'
  | 'petition.chased'
  | 'petition.progressed'
  | 'petition.unit-replied'
  | 'petition.informed'
  | 'petition.reported'
  | 'petition.extended'
  | 'petition.communicated'
  | 'petition.planned'
  | 'petition.rated'
  | 'petition.redone'
  | 'petition.supervised'
  | 'petition.archived'

/** Kind and body of an entry that moves a petition on. */
export type CourseStep = {
  [K in CourseKind]: {
    readonly kind: K
    readonly body: Extract<KnownEntry, { readonly kind: K }>['body']
  }
}[CourseKind]

/** The course after one more thing has happened. `dueOn` is the limit that ran until then. */
export function courseAfter(course: Course, step: CourseStep, dueOn: Day | null): Course {
  switch (step.kind) {
    case 'petition.routed':
      return afterRoute(course, step.body)
    case 'petition.instructed':
      return afterInstruction(course, step.body)
    case 'petition.read':
      return { ...course, readOn: step.body.on }
    case 'petition.answered':
      return afterAnswer(course, step.body, dueOn)
    case 'petition.closed':
      return { ...course, closedOn: step.body.on }
    case 'petition.rated':
      return afterRating(course, step.body)
    case 'petition.redone':
      return nextRound(course, 1, { ...step.body, limitOn: null })
    case 'petition.supervised':
      return nextRound(course, 2, step.body)
    default:
      return { ...course, followUp: { ...course.followUp, ...noteOf(course.followUp, step) } }
  }
}

/** The whole course from its first step, for whoever has no limits to remember. */
export function courseOfSteps(steps: readonly CourseStep[]): Course {
  return steps.reduce<Course>((course, step) => courseAfter(course, step, null), NEW_COURSE)
}

type Body<K extends CourseKind> = Extract<CourseStep, { readonly kind: K }>['body']

function afterRoute(course: Course, body: Body<'petition.routed'>): Course {
  const followUp = { ...course.followUp, returned: null, repliedOn: null }
  const routed = { ...course, route: body.route, routedOn: body.on, followUp }
  switch (body.route) {
    case 'direct':
      return { ...routed, leadUnit: body.unit, assistUnits: [], leader: null }
    case 'transfer':
      return { ...routed, leadUnit: body.leadUnit, assistUnits: body.assistUnits, leader: null }
    case 'submit':
      return { ...routed, leadUnit: null, assistUnits: [], leader: body.leader, instruction: null }
    case 'decline':
      return { ...routed, leadUnit: null, assistUnits: [], leader: null }
  }
}

function afterInstruction(course: Course, body: Body<'petition.instructed'>): Course {
  const { on, leader, text, leadUnit, assistUnits, limitOn } = body
  const instructed = {
    ...course,
    instruction: { on, leader, text, leadUnit, assistUnits, limitOn },
    readOn: on,
  }
  if (leadUnit === null) return instructed
  const { followUp } = course
  // Given to a unit anew, so whatever another unit said about it is over.
  const given = leadUnit === course.leadUnit ? followUp : { ...followUp, returned: null, repliedOn: null }
  return { ...instructed, leadUnit, assistUnits, followUp: { ...given, returned: null } }
}

function afterAnswer(course: Course, body: Body<'petition.answered'>, dueOn: Day | null): Course {
  const { followUp } = course
  const first = followUp.first ?? { answeredOn: body.on, dueOn }
  return {
    ...course,
    answeredOn: body.on,
    followUp: { ...followUp, outcome: body.outcome, first, informedOn: body.on },
  }
}

/** Whoever is dissatisfied after it was closed opens it again; after the supervision the result stands. */
function afterRating(course: Course, { on, score }: Body<'petition.rated'>): Course {
  const { followUp } = course
  const ratings = [...followUp.ratings, { on, score, round: followUp.round }]
  const reopened = score === 'dissatisfied' && followUp.round < 2
  return {
    ...course,
    closedOn: reopened ? null : course.closedOn,
    followUp: { ...followUp, ratings },
  }
}

function nextRound(
  course: Course,
  round: 1 | 2,
  { on, unit, limitOn }: { readonly on: Day; readonly unit: string; readonly limitOn: Day | null },
): Course {
  return {
    ...course,
    leadUnit: unit,
    answeredOn: null,
    closedOn: null,
    followUp: {
      ...course.followUp,
      round,
      roundOn: on,
      roundLimitOn: limitOn,
      returned: null,
      repliedOn: null,
      progressedOn: null,
      extension: null,
      phonedOn: null,
      metOn: null,
      reportedOn: null,
    },
  }
}

type Note = Exclude<
  CourseStep,
  {
    kind:
      | 'petition.routed'
      | 'petition.instructed'
      | 'petition.read'
      | 'petition.answered'
      | 'petition.closed'
      | 'petition.rated'
      | 'petition.redone'
      | 'petition.supervised'
  }
>

function noteOf(followUp: FollowUp, { kind, body }: Note): Partial<FollowUp> {
  switch (kind) {
    case 'petition.acknowledged':
      return { acknowledgedOn: body.on, informedOn: body.on }
    case 'petition.returned': {
      const { on, unit, reason, suggestedUnit } = body
      return { returned: { on, unit, reason, suggestedUnit }, returns: followUp.returns + 1 }
    }
    case 'petition.kept':
      return { returned: null }
    case 'petition.chased':
      return { chases: followUp.chases + 1, chasedOn: body.on }
    case 'petition.progressed':
      return { progressedOn: body.on }
    case 'petition.unit-replied':
      return { repliedOn: body.on, progressedOn: body.on }
    case 'petition.informed':
      return informed(followUp, body)
    case 'petition.reported':
      return body.kind === 'result' ? { reportedOn: body.on } : {}
    case 'petition.extended':
      return {
        extension: { from: followUp.extension?.from ?? body.from, to: body.to, told: false },
        extensions: followUp.extensions + 1,
      }
    case 'petition.communicated':
      return body.means === 'phone' ? { phonedOn: body.on } : { metOn: body.on }
    case 'petition.planned':
      return { plannedOn: body.on, stages: body.stages.map((stage) => ({ ...stage, toldOn: null })) }
    case 'petition.archived':
      return { archive: { on: body.on, number: body.number, retention: body.retention } }
  }
}

function informed(followUp: FollowUp, body: Body<'petition.informed'>): Partial<FollowUp> {
  const { on, kind, stage } = body
  return {
    informedOn: on,
    extension: extensionAfter(followUp.extension, kind),
    stages: followUp.stages.map((planned, index) =>
      kind === 'stage' && index === stage ? { ...planned, toldOn: on } : planned,
    ),
  }
}

/** An extension holds for the stage it was given for; the next stage has its own day. */
function extensionAfter(
  extension: FollowUp['extension'],
  kind: Body<'petition.informed'>['kind'],
): FollowUp['extension'] {
  if (extension === null || kind === 'stage') return null
  return kind === 'extension' ? { ...extension, told: true } : extension
}

/** The timetable's next stage nobody was told about yet. */
export function nextStage({ stages }: FollowUp): { readonly on: Day; readonly what: string } | null {
  return stages.find(({ toldOn }) => toldOn === null) ?? null
}

/** Dissatisfied with this round's answer. */
export function isDissatisfied(followUp: FollowUp): boolean {
  return ratingOf(followUp) === 'dissatisfied'
}
