/**
 * The arrangements as the State Council's notices print them, typed in by hand and used only to check the program:
 * nothing here is read from resources/ or computed by shared/. 2027 has the festivals fixed by law and no notice.
 */
const RESTS: readonly (readonly [first: string, last: string])[] = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
  ['2027-01-01', '2027-01-01'],
  ['2027-02-05', '2027-02-08'],
  ['2027-04-05', '2027-04-05'],
  ['2027-05-01', '2027-05-02'],
  ['2027-06-09', '2027-06-09'],
  ['2027-09-15', '2027-09-15'],
  ['2027-10-01', '2027-10-03'],
]

const WORKED_WEEKENDS: readonly string[] = [
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
]

/** Every day from 1 January 2025 to 31 December 2027. */
export const ALL_DAYS: readonly string[] = Array.from({ length: 365 * 3 }, (_, index) =>
  new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
)

export const WORKING_DAYS: readonly string[] = ALL_DAYS.filter((day) => {
  if (WORKED_WEEKENDS.includes(day)) return true
  if (RESTS.some(([first, last]) => first <= day && day <= last)) return false
  const weekday = new Date(day).getUTCDay()
  return weekday >= 1 && weekday <= 5
})

/** The n-th working day after the start day. */
export function countWorkingDays(start: string, n: number): string | undefined {
  return WORKING_DAYS.filter((day) => day > start)[n - 1]
}

/** The n-th day after the start day or, when the office rests then, its next working day. */
export function countCalendarDays(start: string, n: number): string | undefined {
  const end = ALL_DAYS[ALL_DAYS.indexOf(start) + n]
  return end === undefined ? undefined : WORKING_DAYS.find((day) => day >= end)
}
