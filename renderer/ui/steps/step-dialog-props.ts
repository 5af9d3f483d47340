import type { PetitionView } from './petition-view.ts'

export type StepDialogProps = {
  readonly petition: PetitionView
  readonly onClose: () => void
  /** The step is in the journal; `document` is the id of a paper that was issued with it. */
  readonly onDone: (petition: PetitionView, document?: string) => void
}
