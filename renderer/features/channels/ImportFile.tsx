import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ImportMapping } from '../../../shared/domain/channel-work.ts'
import { mappingProblem } from '../../../shared/rules/import-rows.ts'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useJob } from '../../ui/use-job.ts'
import { classes } from './classes.ts'
import { ImportChecked } from './ImportChecked.tsx'
import { MappingForm } from './MappingForm.tsx'
import type { ReadFile } from './use-upload.ts'

type Props = { readonly file: ReadFile; readonly onDone: () => void }

/** Matching the columns, and the first rows to see that they fit; then every row is checked. */
export function ImportFile({ file, onDone }: Props) {
  const { upload, headings } = file
  const [mapping, setMapping] = useState<ImportMapping>(file.mapping)
  const begin = useRef<HTMLButtonElement>(null)
  const problem = mappingProblem(mapping, headings)
  const check = useJob((desk, job) => desk('imports.check', { upload, mapping, job }))
  const ready = problem === null && !check.running
  useShortcut('Ctrl+Enter', '逐行检查', check.start, { enabled: ready && check.result === null })
  useShortcut('Escape', '换一个文件', onDone, { enabled: !check.running })
  useEffect(() => begin.current?.focus(), [])

  if (check.result !== null) {
    return <ImportChecked file={file} mapping={mapping} checked={check.result} onDone={onDone} />
  }
  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Text role="status">
          {file.name}
          {file.sheetName !== '' && `，工作表“${file.sheetName}”`}，{headings.length} 列。
          {file.remembered
            ? '列名与以前导入过的一样，已按上次的对应关系选好。'
            : '已按列名推断对应关系，请核对。'}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onDone} title="Esc">
            换一个文件
          </Button>
          <Button ref={begin} onClick={check.start} disabled={!ready} title="Ctrl+回车">
            逐行检查 Ctrl+回车
          </Button>
        </Group>
      </Group>
      <Failure error={check.error} />
      {problem !== null && (
        <Text className={classes['late'] ?? ''} role="alert">
          {problem}
        </Text>
      )}
      <JobProgress {...check} begins="正在打开文件" onCancel={check.cancel} />
      <MappingForm headings={headings} mapping={mapping} onChange={setMapping} />
      <Preview file={file} mapping={mapping} />
    </>
  )
}

/** The first rows as they stand in the file; nothing of them is kept yet. */
function Preview({ file, mapping }: { readonly file: ReadFile; readonly mapping: ImportMapping }) {
  const used = new Set(Object.values(mapping.columns))
  const shown = file.headings
    .map((heading, index) => ({ heading, index }))
    .filter(({ heading }) => used.has(heading))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide file scrolls within itself, also by keyboard
    <div className={classes['preview']} tabIndex={0} role="region" aria-label="文件的前几行">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">行</th>
            {shown.map(({ heading }) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.rows.map(({ row, cells }) => (
            <tr key={row}>
              <td>{row}</td>
              {shown.map(({ heading, index }) => (
                <td key={heading}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
