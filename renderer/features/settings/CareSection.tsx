import { Alert, Button, List, Stack, Text, Title } from '@mantine/core'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { instantText } from '../../ui/day-text.ts'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { useJob } from '../../ui/use-job.ts'

/** Backup now, and the check of the journal and of every row against it. */
export function CareSection() {
  return (
    <Stack gap="xl" maw={760}>
      <Backup />
      <Verification />
    </Stack>
  )
}

function Backup() {
  const today = useToday()
  const status = useDeskQuery('desk.status', undefined)
  const backup = useDeskMutation('desk.backup')
  const lastAt = status.data?.backup.lastAt ?? null
  const problem = status.data?.backup.problem ?? null
  return (
    <section aria-label="备份">
      <Title order={2}>备份</Title>
      <Text>{lastAt === null ? '还没有备份。' : `上次备份：${instantText(lastAt, today)}。`}</Text>
      {problem !== null && <Text role="alert">{problem}</Text>}
      <Text c="dimmed">备份与原数据一样加密，做完后自动重新打开核验一遍。</Text>
      <Button mt="xs" loading={backup.isPending} onClick={() => backup.mutate(undefined)}>
        立即备份
      </Button>
      <Stack mt="xs" gap="xs">
        <Failure error={backup.error} />
        {backup.data !== undefined && <Text role="status">已备份到 {backup.data.file}，并核验无误。</Text>}
      </Stack>
    </section>
  )
}

function Verification() {
  const verify = useJob((desk, job) => desk('desk.verify', { job }))
  const { result } = verify
  return (
    <section aria-label="核验">
      <Title order={2}>核验</Title>
      <Text c="dimmed">
        逐条重算日志的校验值和前后衔接，再按日志重建全部数据，与正在使用的数据逐项比对。只查看，不改动任何内容。
      </Text>
      <Button mt="xs" loading={verify.running} onClick={verify.start}>
        开始核验
      </Button>
      <JobProgress
        running={verify.running}
        progress={verify.progress}
        begins="正在核验日志"
        onCancel={verify.cancel}
      />
      <Stack mt="xs" gap="xs">
        <Failure error={verify.error} onRetry={verify.start} />
        {result !== null && result.problems.length === 0 && (
          <Text role="status">核验通过：{result.entries} 条记录衔接完整，数据与日志一致。</Text>
        )}
        {result !== null && result.problems.length > 0 && (
          <Alert
            color="red"
            variant="outline"
            role="alert"
            title={`核验发现 ${result.problems.length} 处问题`}
          >
            <List>
              {result.problems.map((problem) => (
                <List.Item key={problem}>{problem}</List.Item>
              ))}
            </List>
            <Text mt="xs">
              请不要再登记新的事项，先保留现在的数据文件夹，再从备份恢复，并联系归档中心核对。
            </Text>
          </Alert>
        )}
      </Stack>
    </section>
  )
}
