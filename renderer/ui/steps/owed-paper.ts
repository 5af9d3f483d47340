import { useDesk } from '../../bridge/desk-context.tsx'
import type { Step } from './petition-view.ts'

/** Steps that may ask for a paper; whether this one does, the rule of the papers says. */
const MAY_OWE: readonly Step[] = [
  'transfer',
  'submit',
  'decline',
  'instruct',
  'extend',
  'answer',
  'redo',
  'supervise',
]

/** Whether a paper is owed after a step, so that it is the next word to be written. */
export function useOwedPaper(): (petition: string, taken: Step) => Promise<boolean> {
  const desk = useDesk()
  return async (petition, taken) => {
    if (!MAY_OWE.includes(taken)) return false
    try {
      const { papers } = await desk('documents.offered', { petition })
      return papers.some(({ next }) => next)
    } catch {
      // The step is taken; the panel of papers says what went wrong when it asks for itself.
      return false
    }
  }
}
