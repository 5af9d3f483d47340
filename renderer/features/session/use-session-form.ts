import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form'
import { problemOf } from '../../bridge/desk.ts'

type Schema = Parameters<typeof schemaResolver>[0]

/** A small form whose fields are checked by the same schema as at the door, the first wrong one focused. */
export function useSessionForm<V extends Record<string, unknown>>(schema: Schema, initialValues: V) {
  return useForm<V>({
    mode: 'uncontrolled',
    initialValues,
    validate: schemaResolver(schema, { sync: true }),
  })
}

/** Puts what the core refused beside its field; what belongs to no field stays for `Failure`. */
export function showProblems<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  error: unknown,
): void {
  for (const { path, message } of problemOf(error).fields) form.setFieldError(path, message)
  const first = problemOf(error).fields[0]
  if (first !== undefined) form.getInputNode(first.path)?.focus()
}
