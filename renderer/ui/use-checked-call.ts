import { useEffect, useState } from 'react'
import { type Answer, api, type Method, type Sent } from '../../shared/contract/api.ts'
import type { FieldProblem } from '../../shared/contract/errors.ts'
import { problemOf } from '../bridge/desk.ts'
import { useDeskMutation } from '../bridge/use-desk-mutation.ts'

/**
 * A call from a form: checked here by the same schema as at the core's door, each problem at its field and the first
 * one focused. Give `form` as the ref of the element around the fields.
 */
export function useCheckedCall<M extends Method>(method: M) {
  const call = useDeskMutation(method)
  const [form, setForm] = useState<HTMLFormElement | null>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])

  useEffect(() => {
    if (problems.length === 0) return
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems, form])

  /** The answer, or null when something has to be put right first. */
  async function send(input: Sent<M>): Promise<Answer<M> | null> {
    const found = problemsOf(method, input)
    setProblems(found)
    if (found.length > 0) return null
    try {
      return await call.mutateAsync(input)
    } catch (error) {
      setProblems(problemOf(error).fields)
      return null
    }
  }

  return {
    form: setForm,
    send,
    /** Refuses on the form's own account, for what the schema cannot know. */
    fail: setProblems,
    busy: call.isPending,
    /** What is not said at a field. */
    error: problems.length > 0 ? null : call.error,
    problems,
    errorAt: (path: string) => problems.find((problem) => problem.path === path)?.message,
  }
}

/** In Chinese throughout: a schema that has no words of its own for a missing choice gets these. */
export function problemsOf(method: Method, input: unknown): readonly FieldProblem[] {
  const parsed = api[method].input.safeParse(input)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message: /\p{Script=Han}/u.test(message) ? message : '请选择或填写这一项。',
  }))
}
