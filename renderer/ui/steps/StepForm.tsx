import type { ComponentType } from 'react'
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { ArchiveDialog } from './ArchiveDialog.tsx'
import { ChaseDialog } from './ChaseDialog.tsx'
import { CommunicateDialog } from './CommunicateDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import { DirectDialog } from './DirectDialog.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { InformDialog } from './InformDialog.tsx'
import { InstructDialog } from './InstructDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { ProgressDialog } from './ProgressDialog.tsx'
import type { Step } from './petition-view.ts'
import { RateDialog } from './RateDialog.tsx'
import { RedoDialog, SuperviseDialog } from './RedoDialogs.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { KeepDialog, ReturnDialog } from './ReturnDialogs.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'
import { CloseDialog, RemarkDialog } from './TextDialogs.tsx'
import { TransferDialog } from './TransferDialog.tsx'
import { UnitReplyDialog } from './UnitReplyDialog.tsx'

const DIALOGS: Readonly<Record<Step, ComponentType<StepDialogProps>>> = {
  direct: DirectDialog,
  transfer: TransferDialog,
  submit: SubmitDialog,
  decline: DeclineDialog,
  acknowledge: AcknowledgeDialog,
  instruct: InstructDialog,
  return: ReturnDialog,
  keep: KeepDialog,
  chase: ChaseDialog,
  progress: ProgressDialog,
  unitReply: UnitReplyDialog,
  communicate: CommunicateDialog,
  plan: PlanDialog,
  extend: ExtendDialog,
  inform: InformDialog,
  answer: AnswerDialog,
  report: ReportDialog,
  rate: RateDialog,
  redo: RedoDialog,
  supervise: SuperviseDialog,
  close: CloseDialog,
  archive: ArchiveDialog,
  correct: CorrectDialog,
  remark: RemarkDialog,
}

/** The form of whichever step was chosen. */
export function StepForm({ step, ...props }: StepDialogProps & { readonly step: Step }) {
  const StepDialog = DIALOGS[step]
  return <StepDialog {...props} />
}
