import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays, type Day, isDay } from '../../../shared/domain/day.ts'
import type { OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import { deadlineFor } from '../../../shared/rules/deadlines.ts'
import { verdictOf, workingDaysBetween } from '../../../shared/rules/working-days.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../DayInput.tsx'
import { DayText } from '../DayText.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText } from './fields.tsx'
import type { PetitionView } from './petition-view.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 延期: before the limit, with a reason, an approver and a new day; the petitioner is told next. */
export function ExtendDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.extend')
  const last = useLastDay(petition)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [approver, setApprover] = useState('')

  async function send() {
    if (to === null) {
      call.fail([{ path: 'to', message: '请填写新的期限。' }])
      return
    }
    const done = await call.send({ number: petition.number, to, reason, approver })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="延期"
      submitLabel="登记延期"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Text>
        原期限 <DayText day={petition.dueOn} />
        {last !== null && (
          <>
            ，最晚可以延到 <DayText day={last} />
          </>
        )}
        。延期后要告知反映人。
      </Text>
      <DayInput
        label="新的期限"
        required
        data-autofocus
        value={to}
        onChange={setTo}
        description={<WhatDay day={to} from={petition.dueOn} />}
        error={call.errorAt('to')}
        {...(petition.dueOn === null ? {} : { minDate: petition.dueOn })}
      />
      <LongText
        label="延期原因"
        required
        value={reason}
        onChange={setReason}
        error={call.errorAt('reason')}
      />
      <TextInput
        label="批准人"
        required
        value={approver}
        onChange={(event) => setApprover(event.currentTarget.value)}
        error={call.errorAt('approver')}
      />
    </FormDialog>
  )
}

/** Counted from the limit before the first extension, so that many small ones are not more than one. */
function useLastDay({ dueOn, followUp }: PetitionView): Day | null {
  const { settings } = useCatalogue()
  if (dueOn === null || settings === null) return null
  const { days } = deadlineFor('extension', settings.deadlines)
  return addDays(followUp.extension?.from ?? dueOn, days)
}

/** What the chosen day is, and how much time it gives. */
function WhatDay({ day, from }: { readonly day: string | null; readonly from: Day | null }) {
  const today = useToday()
  const calendar = useDeskQuery('calendar.read', undefined)
  if (calendar.data === undefined || day === null || !isDay(day) || from === null || day <= from)
    return '自今天起算的工作日，选定日期后显示。'
  return explained(calendar.data, day, from, today)
}

function explained(calendar: OfficeCalendar, day: Day, from: Day, today: Day): string {
  const { working, why } = verdictOf(calendar, day)
  const more = workingDaysBetween(calendar, from, day)
  const left = workingDaysBetween(calendar, today, day)
  const rest = working ? '' : `这一天${why}，请考虑改到工作日。`
  return `比原期限多 ${more} 个工作日，从今天起还有 ${left} 个工作日。${rest}`
}
