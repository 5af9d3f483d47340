import { z } from 'zod'
import type { Sent } from '../../../shared/contract/api.ts'
import { type Day, instantOf } from '../../../shared/domain/day.ts'
import { declineGroundSchema, outcomeSchema, purposeSchema } from '../../../shared/domain/petition.ts'
import type { GuestForm, Sitting } from '../../../shared/domain/reception.ts'
import { petitionerSchema } from '../../../shared/domain/visit.ts'

/** A decision as it is being typed: the fields of every kind, of which the chosen one sends its own. */
export const decisionEntrySchema = z.object({
  kind: z.enum(['answer', 'transfer', 'assign', 'decline', 'later']).nullable(),
  text: z.string(),
  outcome: outcomeSchema.nullable(),
  leadUnit: z.string().nullable(),
  assistUnits: z.array(z.string()),
  limitOn: z.string().nullable(),
  ground: declineGroundSchema.nullable(),
  lawfulChannel: z.string(),
})
export type DecisionEntry = z.infer<typeof decisionEntrySchema>

/** A conversation as it is being typed; read back from a draft by the same schema. */
export const talkEntrySchema = z.object({
  name: z.string(),
  phone: z.string(),
  identity: petitionerSchema.shape.identity.unwrap(),
  studentNumber: z.string(),
  organisation: z.string(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  headcount: z.number(),
  title: z.string(),
  matter: z.string(),
  demand: z.string(),
  purpose: purposeSchema,
  category: z.string(),
  accusedNames: z.string(),
  accusedUnits: z.array(z.string()),
  previousHandling: z.string(),
  /** `HH:MM` */
  start: z.string(),
  companions: z.string(),
  /** Empty while unanswered, `first`, `none` of those offered, or the number it repeats. */
  repeat: z.string(),
  decision: decisionEntrySchema,
})
export type TalkEntry = z.infer<typeof talkEntrySchema>

export const NO_DECISION: DecisionEntry = {
  kind: null,
  text: '',
  outcome: null,
  leadUnit: null,
  assistUnits: [],
  limitOn: null,
  ground: null,
  lawfulChannel: '',
}

export function blankTalk(start: string, companions: string): TalkEntry {
  return {
    name: '',
    phone: '',
    identity: 'student',
    studentNumber: '',
    organisation: '',
    anonymous: false,
    confidential: false,
    headcount: 1,
    title: '',
    matter: '',
    demand: '',
    purpose: 'request',
    category: '',
    accusedNames: '',
    accusedUnits: [],
    previousHandling: '',
    start,
    companions,
    repeat: '',
    decision: NO_DECISION,
  }
}

/** What a guest said when booking, filled into an empty form. */
export function filledFromGuest(entry: TalkEntry, { person, ...form }: GuestForm): TalkEntry {
  return {
    ...entry,
    name: person.name,
    phone: person.phone,
    identity: person.identity,
    studentNumber: person.studentNumber,
    organisation: person.organisation,
    headcount: form.headcount,
    title: form.title,
    matter: form.matter,
    demand: form.demand,
    purpose: form.purpose,
    accusedNames: form.accusedNames,
    accusedUnits: [...form.accusedUnits],
    previousHandling: form.department,
  }
}

type Decision = Sent<'reception.record'>['decision']

/** The decision as it is sent, or what is missing of it. */
export function decisionOf(
  entry: DecisionEntry,
): Decision | { readonly missing: string; readonly path: string } {
  const { kind, text, outcome, leadUnit, assistUnits, limitOn, ground, lawfulChannel } = entry
  switch (kind) {
    case null:
      return { missing: '请选择校领导的意见。', path: 'decision.kind' }
    case 'answer':
      return outcome === null
        ? { missing: '请选择处理结论。', path: 'decision.outcome' }
        : { kind, text, outcome }
    case 'transfer':
      return { kind, text, leadUnit: leadUnit ?? '', assistUnits }
    case 'assign':
      return { kind, text, leadUnit: leadUnit ?? '', assistUnits, limitOn }
    case 'decline':
      return ground === null
        ? { missing: '请选择不予受理的情形。', path: 'decision.ground' }
        : { kind, ground, lawfulChannel, explanation: text }
    case 'later':
      return { kind }
  }
}

export type TalkPlace = {
  readonly sitting: Sitting
  readonly guest: string | null
  readonly day: Day
  readonly place: string
  readonly receivedBy: string
  readonly draft: string
}

type Visit = Sent<'reception.record'>['visit']

export function visitOf(
  entry: TalkEntry,
  { day, place, receivedBy }: TalkPlace,
  offered: readonly string[],
): Visit {
  const started = Date.parse(`${day}T${entry.start.padStart(5, '0')}:00+08:00`)
  return {
    channel: 'JDR',
    // What is no time stays as typed, and is refused at its field.
    startedAt: Number.isNaN(started) ? entry.start : instantOf(started),
    place,
    receivedBy,
    anonymous: entry.anonymous,
    confidential: entry.confidential,
    headcount: entry.headcount,
    affected: entry.headcount,
    petitioners: [
      {
        name: entry.anonymous ? '' : entry.name,
        identity: entry.identity,
        studentNumber: entry.anonymous ? '' : entry.studentNumber,
        organisation: entry.organisation,
        phone: entry.anonymous ? '' : entry.phone,
      },
    ],
    petitions: [
      {
        title: entry.title,
        matter: entry.matter,
        demand: entry.demand,
        purpose: entry.purpose,
        category: entry.category,
        accusedNames: entry.accusedNames,
        accusedUnits: entry.accusedUnits,
        previousHandling: entry.previousHandling,
        repeat: repeatOf(entry.repeat, offered),
      },
    ],
  }
}

function repeatOf(
  answer: string,
  offered: readonly string[],
): NonNullable<Visit['petitions'][number]['repeat']> {
  if (offered.length === 0 || answer === '' || answer === 'first') return { answer: 'first' }
  return answer === 'none'
    ? { answer: 'not-repeat', offered: offered.slice(0, 20) }
    : { answer: 'repeat', of: answer }
}

/** Worth keeping: something was told, not merely filled in. */
export function isBegun({ matter, demand, title, name, decision }: TalkEntry): boolean {
  return [matter, demand, title, name, decision.text].some((text) => text.trim() !== '')
}
