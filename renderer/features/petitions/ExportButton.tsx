import { Button, Text } from '@mantine/core'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { saveExcelFile } from '../../ui/paper/save-file.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useJob } from '../../ui/use-job.ts'
import { type ListFilters, searchInput } from './list-filters.ts'

type Props = { readonly filters: ListFilters; readonly enabled: boolean }

/** 导出所见: the list as it is filtered, as Excel; the journal remembers who took it. */
export function ExportButton({ filters, enabled }: Props) {
  const exporting = useJob(async (desk, job) => {
    const file = await desk('petitions.export', { ...searchInput(filters), job })
    saveExcelFile(file.fileName, file.bytes)
    return file
  })
  useShortcut('Ctrl+E', '把列表导出为 Excel', exporting.start, { enabled: enabled && !exporting.running })
  return (
    <>
      <JobProgress
        running={exporting.running}
        progress={exporting.progress}
        begins="正在导出"
        onCancel={exporting.cancel}
      />
      <Failure error={exporting.error} />
      {exporting.result !== null && !exporting.running && (
        <Text size="sm" role="status">
          已导出 {exporting.result.rows} 件，已记录。
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        onClick={exporting.start}
        disabled={!enabled || exporting.running}
        title="Ctrl+E"
      >
        导出所见
      </Button>
    </>
  )
}
