import { Group, Loader, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { PetitionTable } from '../../ui/PetitionTable.tsx'
import type { OpenedFigure } from './figures.ts'
import classes from './reports.module.css'

type Props = {
  readonly period: string
  /** Null shows nothing. */
  readonly figure: OpenedFigure | null
  readonly onClose: () => void
}

/** The petitions behind a figure. */
export function FigureLines({ period, figure, onClose }: Props) {
  return (
    <Dialog opened={figure !== null} onClose={onClose} title={figure?.title ?? ''} size={1240}>
      {figure !== null && <Lines period={period} figure={figure} />}
    </Dialog>
  )
}

function Lines({ period, figure }: { readonly period: string; readonly figure: OpenedFigure }) {
  const [, navigate] = useLocation()
  const { measure, dimension, key, title } = figure
  const job = `lines-${period}-${measure}-${dimension}-${key}`.slice(0, 64)
  const { data, error, refetch } = useDeskQuery('reports.lines', { period, measure, dimension, key, job })
  const table = useRef<HTMLDivElement>(null)
  const found = data !== undefined

  useEffect(() => {
    if (found) table.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }, [found])

  return (
    <>
      <Failure error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Loader aria-label="正在查找这些事项" />}
      {data !== undefined && (
        <>
          <Group justify="space-between" mb="xs" wrap="nowrap">
            <Text c="dimmed" role="status">
              共 {data.total} 件{data.total > data.lines.length && `，列出最近的 ${data.lines.length} 件`}
              。↑↓ 移动，回车打开。
            </Text>
            <ExportButton
              asked={{ list: 'figure', period, measure, dimension, key }}
              enabled={data.total > 0}
              size="xs"
            />
          </Group>
          <div ref={table} className={classes['lines']}>
            <PetitionTable
              label={title}
              lines={data.lines}
              onOpen={({ number }) => navigate(`/petitions/${number}`)}
              empty="没有这样的事项。"
            />
          </div>
        </>
      )}
    </>
  )
}
