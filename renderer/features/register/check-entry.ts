import type { FieldProblem } from '../../../shared/contract/errors.ts'
import { type VisitForm, visitFormSchema } from '../../../shared/domain/visit.ts'
import type { VisitEntry } from './visit-entry.ts'

type Checked =
  | { readonly ok: true; readonly visit: VisitForm }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** By the same schema as at the core's door, in the order of the form. */
export function checkEntry(entry: VisitEntry): Checked {
  const parsed = visitFormSchema.safeParse(entry)
  if (parsed.success) return { ok: true, visit: parsed.data }
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }))
  return { ok: false, problems: inFormOrder(problems) }
}

/** What is wrong with one field, if it is not merely empty: nobody is told to fill in what they have not reached. */
export function problemOfField(entry: VisitEntry, path: string): string | null {
  const checked = checkEntry(entry)
  if (checked.ok || valueAt(entry, path) === '') return null
  return checked.problems.find((problem) => problem.path === path)?.message ?? null
}

function valueAt(entry: VisitEntry, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }, entry)
}

/** The order in which the eye meets the fields. */
const FIELD_ORDER: readonly string[] = [
  'name',
  'phone',
  'identity',
  'studentNumber',
  'organisation',
  'headcount',
  'affected',
  'petitioners',
  'idNumber',
  'email',
  'title',
  'matter',
  'grounds',
  'demand',
  'category',
  'channel',
  'opinion',
  'startedAt',
  'endedAt',
  'place',
  'receivedBy',
]

const LATE_FIELDS: readonly string[] = ['channel', 'startedAt', 'endedAt', 'place', 'receivedBy']

function inFormOrder(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf({ path }: FieldProblem): number {
  const [list = '', at = '0'] = path.split('.')
  const section = list === 'petitions' ? 1 + Number(at) : list === 'petitioners' ? 0 : 0.5
  const field = FIELD_ORDER.indexOf(path.split('.').at(-1) ?? '')
  return (section + (LATE_FIELDS.includes(list) ? 100 : 0)) * 100 + (field < 0 ? 99 : field)
}

/** The core names fields from its own input down: `visit.petitions.0.title`. */
export function inEntryPaths(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.map(({ path, message }) => ({ path: path.replace(/^visit\./, ''), message }))
}
