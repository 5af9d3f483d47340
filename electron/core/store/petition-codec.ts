import { z } from 'zod'
import { type Course, type FollowUp, followUpSchema, NO_FOLLOW_UP } from '../../../shared/domain/course.ts'
import { daySchema } from '../../../shared/domain/visit.ts'
import type { PetitionTable } from './schema.ts'

const instructionSchema = z.object({
  leader: z.string(),
  text: z.string(),
  on: daySchema,
  leadUnit: z.string().nullable(),
  assistUnits: z.array(z.string()),
  limitOn: daySchema.nullable(),
})
export function readInstruction(text: string | null) {
  return text === null ? null : instructionSchema.parse(JSON.parse(text))
}

function readFollowUp(text: string | null): FollowUp {
  return text === null ? NO_FOLLOW_UP : followUpSchema.parse(JSON.parse(text))
}

const stringsSchema = z.array(z.string())

export function readStrings(text: string): string[] {
  return stringsSchema.parse(JSON.parse(text))
}

/** The columns a petition's course is kept in. */
export const COURSE_COLUMNS = [
  'route',
  'routed_on',
  'lead_unit',
  'assist_units',
  'leader',
  'instruction',
  'answered_on',
  'closed_on',
  'read_on',
  'follow_up',
] as const satisfies readonly (keyof PetitionTable)[]

export type CourseColumns = Pick<PetitionTable, (typeof COURSE_COLUMNS)[number]>

export function readCourse(row: CourseColumns): Course {
  return {
    route: row.route,
    routedOn: row.routed_on,
    leadUnit: row.lead_unit,
    assistUnits: readStrings(row.assist_units),
    leader: row.leader,
    instruction: readInstruction(row.instruction),
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
    readOn: row.read_on,
    followUp: readFollowUp(row.follow_up),
  }
}

export function writeCourse(course: Course): CourseColumns {
  const { instruction, followUp } = course
  return {
    route: course.route,
    routed_on: course.routedOn,
    lead_unit: course.leadUnit,
    assist_units: JSON.stringify(course.assistUnits),
    leader: course.leader,
    instruction: instruction === null ? null : JSON.stringify(instruction),
    answered_on: course.answeredOn,
    closed_on: course.closedOn,
    read_on: course.readOn,
    follow_up: isNothing(followUp) ? null : JSON.stringify(followUp),
  }
}

const NOTHING = JSON.stringify(NO_FOLLOW_UP)

function isNothing(followUp: FollowUp): boolean {
  return JSON.stringify(followUp) === NOTHING
}
