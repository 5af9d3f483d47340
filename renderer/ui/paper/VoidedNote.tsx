import { Alert } from '@mantine/core'
import type { Answer } from '../../../shared/contract/api.ts'
import { DayText } from '../DayText.tsx'

type Props = { readonly voided: Answer<'documents.show'>['line']['voided'] }

/** 已作废: nobody may take the paper for one that counts. */
export function VoidedNote({ voided }: Props) {
  if (voided === null) return null
  const { on, by, reason, replacedBy } = voided
  return (
    <Alert color="red" variant="outline" title="已作废">
      {by}于 <DayText day={on} /> 作废：{reason}
      {replacedBy === null ? '' : `。重新印发的是${replacedBy.number}`}。取用的每一份都标明“作废件”。
    </Alert>
  )
}
