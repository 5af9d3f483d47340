import { Button, SegmentedControl, Select } from '@mantine/core'
import { useEffect } from 'react'
import { PERIOD_KINDS, type PeriodKind } from '../../../shared/rules/reports/periods.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'

export type Chosen = { readonly kind: PeriodKind; readonly period: string | null }

type Props = { readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void }

const KINDS = (['day', 'week', 'month', 'semester'] as const).map((value) => ({
  value,
  label: `按${PERIOD_KINDS[value]}`,
}))

function isKind(value: string): value is PeriodKind {
  return Object.hasOwn(PERIOD_KINDS, value)
}

/** Day, week, month or semester, the newest first; ← goes back, → forward. */
export function PeriodPicker({ chosen, onChoose }: Props) {
  const { kind, period } = chosen
  const { data: periods = [] } = useDeskQuery('reports.periods', { kind }, { keep: true })
  const here = periods.filter((each) => each.kind === kind)
  const newest = here[0]?.id ?? null
  const at = here.findIndex(({ id }) => id === period)

  useEffect(() => {
    if (period === null && newest !== null) onChoose({ kind, period: newest })
  }, [kind, period, newest, onChoose])

  function go(step: number) {
    const to = here[at + step]
    if (to !== undefined) onChoose({ kind, period: to.id })
  }

  useShortcut('ArrowLeft', '上一期', () => go(1))
  useShortcut('ArrowRight', '下一期', () => go(-1))

  return (
    <>
      <SegmentedControl
        aria-label="统计时间的单位"
        data={KINDS}
        value={kind}
        onChange={(value) => {
          if (isKind(value)) onChoose({ kind: value, period: null })
        }}
      />
      <Button variant="default" onClick={() => go(1)} disabled={at === here.length - 1} title="←">
        上一期
      </Button>
      <Select
        aria-label="统计时间"
        w={300}
        data={here.map(({ id, name }) => ({ value: id, label: name }))}
        value={period}
        onChange={(id) => onChoose({ kind, period: id })}
      />
      <Button variant="default" onClick={() => go(-1)} disabled={at <= 0} title="→">
        下一期
      </Button>
    </>
  )
}
