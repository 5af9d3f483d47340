import { Alert, List } from '@mantine/core'
import type { FieldProblem } from '../../shared/contract/errors.ts'

/** Above a form with more than one problem; each also stands at its field. */
export function ProblemSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  if (problems.length < 2) return null
  return (
    <Alert color="red" variant="outline" role="alert" title={`还有 ${problems.length} 处需要补充或更正：`}>
      <List size="sm">
        {problems.map(({ path, message }) => (
          <List.Item key={path}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
