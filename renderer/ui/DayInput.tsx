import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { parseDay } from '../../shared/domain/day.ts'
import { useToday } from '../bridge/desk-context.tsx'
import { dayText } from './day-text.ts'
import { dayOfTyped } from './typed-day.ts'

type Props = {
  readonly label: ReactNode
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly required?: boolean
  readonly error?: ReactNode
  readonly description?: ReactNode
  /** Earliest day that can be chosen. */
  readonly minDate?: string
  readonly 'data-autofocus'?: boolean
  readonly 'data-path'?: string
}

const CALENDAR_WORDS = {
  previousMonth: '上个月',
  nextMonth: '下个月',
  previousYear: '上一年',
  nextYear: '下一年',
  previousDecade: '前十年',
  nextDecade: '后十年',
}

/** A day typed in any of the usual ways, or chosen from the calendar. */
export function DayInput({ value, onChange, ...rest }: Props) {
  const today = useToday()
  return (
    <DateInput
      {...rest}
      value={value}
      onChange={onChange}
      valueFormat="YYYY-MM-DD"
      placeholder="例如 12-5"
      dateParser={(typed) => dayOfTyped(typed, today)}
      clearable
      clearButtonProps={{ 'aria-label': '清除日期' }}
      highlightToday
      monthLabelFormat="YYYY年M月"
      yearLabelFormat="YYYY年"
      hideOutsideDates
      weekendDays={[]}
      ariaLabels={CALENDAR_WORDS}
      getDayAriaLabel={(day) => dayText(parseDay(day), today)}
      // Within the page's own landmark, and within a dialog when there is one.
      popoverProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
    />
  )
}
