import { CloseButton, Group, Paper, Portal, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Answer } from '../../shared/contract/api.ts'
import { Failure } from './Failure.tsx'
import { JobProgress } from './JobProgress.tsx'
import classes from './UndoBar.module.css'
import type { Job } from './use-job.ts'

type File = Answer<'lists.export'>

const SECONDS = 12

/** How far an export is, and what became of it, over the foot of the page so that nothing on the page moves. */
export function ExportBar({ exporting }: { readonly exporting: Job<File> }) {
  const { running, progress, result, error, cancel } = exporting
  const [closed, setClosed] = useState<unknown>(null)
  const ended = error ?? result
  const told = !running && ended !== null && ended !== closed
  useEffect(() => {
    // What went wrong stays until it is read; what went well does not stand in the way.
    if (!told || error !== null || (result?.withheld ?? 0) > 0) return undefined
    const timer = setTimeout(() => setClosed(ended), SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [told, error, result, ended])
  if (!running && !told) return null
  return (
    <Portal>
      <Paper className={classes['bar']} withBorder shadow="sm" px="md" py="xs" maw={720}>
        {running && <JobProgress running progress={progress} begins="正在导出 Excel" onCancel={cancel} />}
        {told && (
          <Group wrap="nowrap" align="flex-start">
            {error === null ? result !== null && <Told file={result} /> : <Failure error={error} />}
            <CloseButton aria-label="知道了" onClick={() => setClosed(ended)} />
          </Group>
        )}
      </Paper>
    </Portal>
  )
}

function Told({ file: { fileName, rows, withheld } }: { readonly file: File }) {
  return (
    <Text role="status">
      已导出 {rows} 条，文件名“{fileName}”，已记录。
      {withheld > 0 &&
        `另有 ${withheld} 件反映的就是该单位，未列入此表，请勿转给该单位（《信访工作条例》第三十条）。`}
    </Text>
  )
}
