import { Alert, Button, List, Text } from '@mantine/core'
import { problemOf } from '../bridge/desk.ts'

type Props = {
  /** Anything thrown; nothing is shown for null. */
  readonly error: unknown
  readonly onRetry?: () => void
  /** List the problems of single fields too; leave it out where each stands at its field. */
  readonly listFields?: boolean
}

/** What went wrong and what to do, read out when it appears. */
export function Failure({ error, onRetry, listFields = false }: Props) {
  if (error === null || error === undefined) return null
  const problem = problemOf(error)
  const fields = listFields ? problem.fields.filter(({ message }) => message !== problem.message) : []
  const bare = fields.length === 0 && problem.code !== 'unexpected' && onRetry === undefined
  // With nothing below its sentence the box keeps no room for more.
  if (bare) return <Alert color="red" variant="outline" role="alert" title={problem.message} />
  return (
    <Alert color="red" variant="outline" role="alert" title={problem.message}>
      {fields.length > 0 && (
        <List>
          {fields.map(({ path, message }) => (
            <List.Item key={path}>{message}</List.Item>
          ))}
        </List>
      )}
      {problem.code === 'unexpected' && <Text size="sm">已填写的内容没有丢失。</Text>}
      {onRetry && (
        <Button variant="default" size="xs" mt="xs" onClick={onRetry}>
          重试
        </Button>
      )}
    </Alert>
  )
}
