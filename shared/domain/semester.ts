import { z } from 'zod'
import { daySchema } from './visit.ts'

/** `2026-2027-1`: 2026—2027学年第一学期. */
export type SemesterId = string & { readonly __brand: 'SemesterId' }

export const SEMESTER_ID = /^(\d{4})-(\d{4})-([12])$/

export function semesterId(startYear: number, half: 1 | 2): SemesterId {
  return `${startYear}-${startYear + 1}-${half}` as SemesterId
}

/** Two years that follow each other, and the first or the second half. */
export function isSemesterId(text: string): text is SemesterId {
  const [, from, to] = SEMESTER_ID.exec(text) ?? []
  return from !== undefined && Number(to) === Number(from) + 1
}

export const semesterIdSchema = z
  .string()
  .refine(isSemesterId, '学期应写成 2026-2027-1 这样的形式')
  .transform((text): SemesterId => text)

/** First and last day of a semester as the school set them. */
export const semesterSchema = z.object({ id: semesterIdSchema, from: daySchema, to: daySchema })
export type Semester = z.output<typeof semesterSchema>

const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
/** When semesters usually begin and end, as month and day. */
export const semesterDefaultsSchema = z.object({
  first: z.object({ from: monthDay, to: monthDay }),
  second: z.object({ from: monthDay, to: monthDay }),
})
export type SemesterDefaults = z.output<typeof semesterDefaultsSchema>
