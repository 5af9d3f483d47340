import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DeskError } from '../../../shared/contract/errors.ts'
import { type SemesterDefaults, semesterDefaultsSchema } from '../../../shared/domain/semester.ts'
import { type Period, readPeriod, type SemesterTable } from '../../../shared/rules/reports/periods.ts'
import type { Desk } from '../desk.ts'

/** What the school saved, and the usual days for all other semesters. */
export async function semesterTable(desk: Desk): Promise<SemesterTable> {
  const rows = await desk.store.reader.db.selectFrom('semester').selectAll().orderBy('from_on').execute()
  return {
    saved: rows.map(({ id, from_on, to_on }) => ({ id, from: from_on, to: to_on })),
    defaults: readSemesterDefaults(desk.surroundings.resourcesDir),
  }
}

const FILE = 'defaults/semesters.json'

export function readSemesterDefaults(resourcesDir: string): SemesterDefaults {
  try {
    return semesterDefaultsSchema.parse(JSON.parse(readFileSync(path.join(resourcesDir, FILE), 'utf8')))
  } catch (cause) {
    const error = new DeskError('unavailable', `程序自带的 resources/${FILE} 缺失或已损坏，请重新安装程序。`)
    error.cause = cause
    throw error
  }
}

/** The period of that name; a name that is none is refused with how names look. */
export async function periodNamed(desk: Desk, id: string): Promise<Period> {
  const period = readPeriod(id, await semesterTable(desk))
  if (period !== null) return period
  const message = '时间应写成 2026-2027-1（学期）、2026-W47（周）、2026-11（月）或 2026-11-20（日），请核对。'
  throw new DeskError('badRequest', message, [{ path: 'period', message }])
}
