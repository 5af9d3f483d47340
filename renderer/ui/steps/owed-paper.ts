import { useDesk } from '../../bridge/desk-context.tsx'
import type { Step } from './petition-view.ts'

/** Papers a step may ask for; whether it does, the rule of the papers says. */
const MAY_OWE: Partial<Record<Step, readonly string[]>> = {
  transfer: ['transfer'],
  submit: ['submission'],
  decline: ['decline'],
  instruct: ['assign', 'transfer'],
  extend: ['extend'],
  answer: ['reply', 'result'],
  unitReply: ['reply', 'result'],
  redo: ['transfer', 'assign'],
  supervise: ['assign'],
}

/** The kind of paper that is owed after a step, so that it is the next word to be written; null when none is. */
export function useOwedPaper(): (petition: string, taken: Step) => Promise<string | null> {
  const desk = useDesk()
  return async (petition, taken) => {
    const kinds = MAY_OWE[taken] ?? []
    if (kinds.length === 0) return null
    try {
      const { papers } = await desk('documents.offered', { petition })
      return papers.find(({ next, kind }) => next && kinds.includes(kind))?.kind ?? null
    } catch {
      // The step is taken; the panel of papers says what went wrong when it asks for itself.
      return null
    }
  }
}
