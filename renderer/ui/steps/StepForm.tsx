import type { ComponentType } from 'react'
import { AnswerDialog } from './AnswerDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import { DirectDialog } from './DirectDialog.tsx'
import { InstructDialog } from './InstructDialog.tsx'
import type { Step } from './petition-view.ts'
import { SubmitDialog } from './SubmitDialog.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'
import { CloseDialog, RemarkDialog } from './TextDialogs.tsx'
import { TransferDialog } from './TransferDialog.tsx'

const DIALOGS: Readonly<Record<Step, ComponentType<StepDialogProps>>> = {
  direct: DirectDialog,
  transfer: TransferDialog,
  submit: SubmitDialog,
  decline: DeclineDialog,
  instruct: InstructDialog,
  answer: AnswerDialog,
  close: CloseDialog,
  correct: CorrectDialog,
  remark: RemarkDialog,
}

/** The form of whichever step was chosen. */
export function StepForm({ step, ...props }: StepDialogProps & { readonly step: Step }) {
  const StepDialog = DIALOGS[step]
  return <StepDialog {...props} />
}
