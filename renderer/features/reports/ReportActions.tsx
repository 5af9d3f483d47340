import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Sent } from '../../../shared/contract/api.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { PreviewFrame } from '../../ui/paper/PreviewFrame.tsx'
import { saveExcelFile } from '../../ui/paper/save-file.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useJob } from '../../ui/use-job.ts'

export type Asked = Omit<Sent<'reports.preview'>, 'job'>

type Props = {
  readonly asked: Asked
  /** Why nothing can be issued yet; a preview is always possible. */
  readonly refusal?: string | null
  /** The page shows the paper already. */
  readonly previewed?: boolean
}

/** Look at a report, issue it as Word, take it out as Excel. */
export function ReportActions({ asked, refusal = null, previewed = false }: Props) {
  const mayIssue = useHasRole('clerk', 'admin')
  const [shown, setShown] = useState<string | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const [said, setSaid] = useState('')
  const preview = useJob((desk, job) => desk('reports.preview', { ...asked, job }))
  const issue = useJob(async (desk, job) => {
    const line = await desk('reports.issue', { ...asked, job })
    setShown(line.id)
    return line
  })
  const excel = useJob(async (desk, job) => {
    const file = await desk('reports.excel', { ...asked, job })
    saveExcelFile(file.fileName, file.bytes)
    setSaid(`“${file.fileName}”已交给下载，共 ${file.rows} 行，已记录。`)
    return file
  })
  const jobs = [preview, issue, excel]
  const busy = jobs.find(({ running }) => running)
  const error = jobs.map((job) => job.error).find((each) => each !== null) ?? null

  function look() {
    setPreviewing(true)
    preview.start()
  }

  useShortcut('Ctrl+Shift+E', '导出 Excel', excel.start, { enabled: refusal === null })
  useShortcut('Ctrl+P', '预览报表', look, { enabled: !previewed })

  return (
    <>
      <Group gap="xs">
        {!previewed && (
          <Button variant="default" onClick={look} disabled={busy !== undefined} title="Ctrl+P">
            预览
          </Button>
        )}
        <Button
          variant="default"
          onClick={excel.start}
          disabled={busy !== undefined || refusal !== null}
          title="Ctrl+Shift+E"
        >
          导出 Excel
        </Button>
        {mayIssue && (
          <Button onClick={issue.start} disabled={busy !== undefined || refusal !== null}>
            印发 Word
          </Button>
        )}
      </Group>
      <JobProgress
        running={busy !== undefined}
        progress={busy?.progress ?? null}
        begins="正在统计"
        onCancel={() => busy?.cancel()}
      />
      <Failure error={error} />
      {said !== '' && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
      <Dialog
        opened={previewing && preview.result !== null}
        onClose={() => setPreviewing(false)}
        title={preview.result?.title ?? ''}
        size={900}
      >
        {preview.result !== null && (
          <PreviewFrame preview={preview.result} says="尚未印发；印发后保存在“文书”里。" />
        )}
      </Dialog>
      <DocumentDialog id={shown} onClose={() => setShown(null)} />
    </>
  )
}
