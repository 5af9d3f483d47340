import { gradeSchema, routeSchema } from '../../../shared/domain/petition.ts'
import { repeatAnswerSchema } from '../../../shared/domain/visit.ts'
import {
  BLANK_MATERIAL,
  BLANK_PERSON,
  BLANK_PETITION,
  type PetitionEntry,
  type VisitEntry,
} from './visit-entry.ts'

/** What is kept of an unfinished visit. */
export type DraftForm = {
  readonly visit: VisitEntry
  /** Put aside on purpose: it is offered, not opened by itself. */
  readonly parked: boolean
  /** Login of whoever was typing; somebody else's is offered, not opened. */
  readonly by: string
}

/** Short records keep drafts too; they are not offered here. */
export function isVisitDraft(form: unknown): boolean {
  return isRecord(form) && isRecord(form['visit'])
}

/** A draft read back, also one an older version of the form wrote; null when there is nothing of a visit in it. */
export function readDraft(form: unknown, blank: VisitEntry): DraftForm | null {
  if (!isRecord(form) || !isRecord(form['visit'])) return null
  const saved = form['visit']
  const visit: VisitEntry = {
    ...likeBlank(blank, saved),
    endedAt: textOrNull(saved['endedAt']),
    petitioners: listOf(saved['petitioners'], readPerson) ?? blank.petitioners,
    materials: listOf(saved['materials'], (item) => likeBlank(BLANK_MATERIAL, item)) ?? [],
    petitions: listOf(saved['petitions'], readPetition) ?? blank.petitions,
  }
  return { visit, parked: form['parked'] === true, by: typeof form['by'] === 'string' ? form['by'] : '' }
}

function readPerson(saved: Record<string, unknown>) {
  const gender = saved['gender'] === 'male' || saved['gender'] === 'female' ? saved['gender'] : null
  return { ...likeBlank(BLANK_PERSON, saved), gender } as const
}

function readPetition(saved: Record<string, unknown>): PetitionEntry {
  return {
    ...likeBlank(BLANK_PETITION, saved),
    accusedUnits: textsOf(saved['accusedUnits']),
    legalFlags: FLAGS.filter((flag) => textsOf(saved['legalFlags']).includes(flag)),
    repeat: repeatAnswerSchema.safeParse(saved['repeat']).data ?? { answer: 'first' },
    grade: gradeSchema.safeParse(saved['grade']).data ?? null,
    plan: routeSchema.safeParse(saved['plan']).data ?? null,
  }
}

const FLAGS = ['court', 'reconsideration', 'arbitration', 'reviewed'] as const

/** The blank with every plain value of the same kind taken over from what was saved. */
function likeBlank<T extends object>(blank: T, saved: Record<string, unknown>): T {
  const taken = Object.entries(blank).filter(([key, value]) => {
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return plain && typeof saved[key] === typeof value
  })
  return { ...blank, ...Object.fromEntries(taken.map(([key]) => [key, saved[key]])) }
}

function listOf<T>(value: unknown, read: (item: Record<string, unknown>) => T): T[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  return value.filter(isRecord).map(read)
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
