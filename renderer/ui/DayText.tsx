import type { Day, Instant } from '../../shared/domain/day.ts'
import { useToday } from '../bridge/desk-context.tsx'
import { dayText, instantText } from './day-text.ts'

/** `11月27日 周五`; a dash stands for no day. */
export function DayText({ day, provisional = false }: { day: Day | null; provisional?: boolean }) {
  const today = useToday()
  if (day === null) return <span>—</span>
  return (
    <time dateTime={day}>
      {dayText(day, today)}
      {provisional && '（暂定）'}
    </time>
  )
}

/** `今天 09:30` or `11月27日 09:30`. */
export function InstantText({ at }: { at: Instant }) {
  return <time dateTime={at}>{instantText(at, useToday())}</time>
}
