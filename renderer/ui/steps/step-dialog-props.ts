import type { PetitionView } from './petition-view.ts'

export type StepDialogProps = {
  readonly petition: PetitionView
  readonly onClose: () => void
  /** The step is in the journal. */
  readonly onDone: (petition: PetitionView) => void
}
