import { Button, FileButton, Group, Text, Title } from '@mantine/core'
import { useRef } from 'react'
import { useDesk } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { InstantText } from '../../ui/DayText.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'
import { ImportFile } from './ImportFile.tsx'
import { saveTextFile } from './save-text-file.ts'
import { useUpload } from './use-upload.ts'

const KINDS = '.xlsx,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv'

/** 工单导入: a file is chosen, its columns are matched, every row is checked, and what is good is registered. */
export function ImportTab() {
  const { file, busy, error, choose, forget } = useUpload()
  const button = useRef<HTMLButtonElement>(null)
  useShortcut('O', '选择工单文件', () => button.current?.click(), { enabled: file === null })
  if (file !== null) return <ImportFile key={file.upload} file={file} onDone={forget} />
  return (
    <>
      <section className={classes['section']}>
        <Group mb="xs">
          <FileButton onChange={choose} accept={KINDS} inputProps={{ 'aria-label': '工单文件' }}>
            {(props) => (
              <Button {...props} ref={button} loading={busy} title="O">
                选择工单文件 O
              </Button>
            )}
          </FileButton>
          <Text c="dimmed">
            Excel（.xlsx）或 CSV，第一行是列名。先逐行检查，一行要么完整导入，要么说明原因；导入过的不会重复。
          </Text>
        </Group>
        <Failure error={error} />
      </section>
      <Runs />
    </>
  )
}

function Runs() {
  const desk = useDesk()
  const { data = [] } = useDeskQuery('imports.list', undefined)

  async function save(run: string) {
    const { fileName, csv } = await desk('imports.report', { run })
    saveTextFile(fileName, csv)
  }

  return (
    <section className={classes['section']}>
      <Title order={2} mb="xs">
        导入记录
      </Title>
      {data.length === 0 && <Text c="dimmed">还没有导入过工单。</Text>}
      {data.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">时间</th>
              <th scope="col">文件</th>
              <th scope="col">导入人</th>
              <th scope="col" className={classes['number']}>
                行数
              </th>
              <th scope="col" className={classes['number']}>
                已导入
              </th>
              <th scope="col" className={classes['number']}>
                跳过
              </th>
              <th scope="col" className={classes['number']}>
                未导入
              </th>
              <th scope="col">结果</th>
              <th scope="col">明细</th>
            </tr>
          </thead>
          <tbody>
            {data.map((run) => (
              <tr key={run.run}>
                <td className={classes['short']}>
                  <InstantText at={run.at} />
                </td>
                <td>{run.file}</td>
                <td className={classes['short']}>{run.by}</td>
                <td className={classes['number']}>{run.rows}</td>
                <td className={classes['number']}>{run.imported}</td>
                <td className={classes['number']}>{run.skipped}</td>
                <td className={classes['number']}>{run.refused}</td>
                <td>{run.stoppedAt === null ? '读完' : `停在第 ${run.stoppedAt} 行`}</td>
                <td>
                  {run.skipped + run.refused > 0 && (
                    <Group gap="xs" wrap="nowrap">
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`保存明细：${run.file}`}
                        onClick={() => void save(run.run)}
                      >
                        保存明细
                      </Button>
                      <ExportButton
                        asked={{ list: 'import-rows', run: run.run }}
                        size="compact-sm"
                        of={run.file}
                      />
                    </Group>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
