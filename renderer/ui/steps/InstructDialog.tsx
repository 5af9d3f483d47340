import { Dialog } from '../Dialog.tsx'
import { InstructionForm } from '../instruction/InstructionForm.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 批示 from the petition's own page, for a leader who found it there. */
export function InstructDialog({ petition, onClose, onDone }: StepDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="领导批示" size="xl">
      <InstructionForm petition={petition} onDone={onDone} submitLabel="批示" />
    </Dialog>
  )
}
