import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'
import { saveTextFile } from './save-text-file.ts'

type Props = {
  readonly result: Answer<'imports.run'>
  readonly running: boolean
  readonly onAgain: () => void
  readonly onDone: () => void
}

/** What became of the file, and how to go on where it was stopped. */
export function ImportResult({ result, running, onAgain, onDone }: Props) {
  const desk = useDesk()
  const next = useRef<HTMLButtonElement>(null)
  const { rows, imported, skipped, refused, stoppedAt, first, last } = result
  useShortcut('Escape', '完成', onDone, { enabled: !running })
  useEffect(() => next.current?.focus(), [])

  async function save() {
    const { fileName, csv } = await desk('imports.report', { run: result.run })
    saveTextFile(fileName, csv)
  }

  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <div role="status">
          <Text fw={600}>
            {stoppedAt === null ? '导入完毕' : `已停止，处理到第 ${stoppedAt} 行`}：共 {rows} 行，已导入{' '}
            {imported} 行，跳过 {skipped} 行，未导入 {refused} 行。
          </Text>
          {first !== null && last !== null && (
            <Text>
              新登记的事项从{' '}
              <Anchor component={Link} href={`/petitions/${first}`}>
                {first}
              </Anchor>{' '}
              到{' '}
              <Anchor component={Link} href={`/petitions/${last}`}>
                {last}
              </Anchor>
              。
            </Text>
          )}
          {stoppedAt !== null && <Text>接着导入时，已经导入的自动跳过。</Text>}
        </div>
        <Group gap="xs" wrap="nowrap">
          <ExportButton asked={{ list: 'import-rows', run: result.run }} enabled={skipped + refused > 0} />
          {skipped + refused > 0 && (
            <Button variant="default" onClick={() => void save()}>
              保存未导入的明细
            </Button>
          )}
          {stoppedAt !== null && (
            <Button variant="default" onClick={onAgain}>
              接着导入
            </Button>
          )}
          <Button ref={next} onClick={onDone} title="Esc">
            完成
          </Button>
        </Group>
      </Group>
      <RefusedRows rows={result.refusedRows} refused={refused} />
    </>
  )
}

type RefusedProps = {
  readonly rows: readonly { readonly row: number; readonly column: string; readonly reason: string }[]
  readonly refused: number
}

/** Each reason with its row and column; the whole list is in the report. */
export function RefusedRows({ rows, refused }: RefusedProps) {
  if (rows.length === 0) return null
  return (
    <section className={classes['section']}>
      <Title order={2} mb="xs">
        不能导入的 {refused} 行
      </Title>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes['rows']} tabIndex={0} role="region" aria-label="不能导入的各行">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">列</th>
              <th scope="col">原因</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, column, reason }) => (
              <tr key={`${row}${column}${reason}`}>
                <td className={classes['short']}>{row}</td>
                <td className={classes['short']}>{column}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
