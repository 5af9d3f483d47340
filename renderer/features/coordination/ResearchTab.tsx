import { Anchor, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { RESEARCH_KINDS } from '../../../shared/domain/coordination.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'
import { Part, useNames } from './parts.tsx'
import { ResearchDialog } from './ResearchDialog.tsx'

type Record = Answer<'research.list'>['records'][number]

/** 调研督导: what was found on the spot and what is proposed, and which units nobody visited for a year. */
export function ResearchTab() {
  const { data, error, isPending, refetch } = useDeskQuery('research.list', undefined)
  const mayWrite = useHasRole('clerk')
  const [open, setOpen] = useState<Record | 'new' | null>(null)
  const { units } = useNames()
  useShortcut('N', '记录调研', () => setOpen('new'), { enabled: mayWrite })
  return (
    <Part
      title="调研督导"
      note="深入部门调研、经常性督导落实（《接诉即办工作制度》三（二）1、三（四））"
      actions={
        mayWrite && (
          <Button onClick={() => setOpen('new')} title="N">
            记录调研
          </Button>
        )
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开调研督导" />}
      {data !== undefined && data.unvisited.length > 0 && (
        <Text mb="sm">近一年还没有走访的职能部门：{units(data.unvisited)}。</Text>
      )}
      {data?.records.length === 0 && <Text c="dimmed">还没有调研督导记录。走访部门后按 N 记录。</Text>}
      {data !== undefined && data.records.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">种类</th>
              <th scope="col">单位</th>
              <th scope="col">了解的情况</th>
              <th scope="col">解决方案和建议</th>
              <th scope="col">共性问题</th>
            </tr>
          </thead>
          <tbody>
            {data.records.map((record) => (
              <tr key={record.id}>
                <td className={classes['short']}>
                  {mayWrite ? (
                    <Anchor component="button" type="button" onClick={() => setOpen(record)}>
                      <DayText day={record.on} />
                    </Anchor>
                  ) : (
                    <DayText day={record.on} />
                  )}
                </td>
                <td className={classes['short']}>{RESEARCH_KINDS[record.kind]}</td>
                <td>{units(record.units)}</td>
                <td>{record.findings}</td>
                <td>{record.proposals === '' ? '—' : record.proposals}</td>
                <td>
                  {record.group === null ? (
                    '—'
                  ) : (
                    <Anchor component={Link} href={`/coordination/problems/${record.group}`}>
                      {record.groupTitle}
                    </Anchor>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open !== null && (
        <ResearchDialog record={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Part>
  )
}
