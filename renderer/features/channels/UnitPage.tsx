import { Anchor, Group, Switch } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { PetitionTable } from '../../ui/PetitionTable.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'

/** 牵头单位一览: all that came in by the channels of one lead unit, the most urgent first. */
export function UnitPage() {
  const { unit } = useParams<{ unit: string }>()
  const [, navigate] = useLocation()
  const { units, channels } = useCatalogue()
  const [closed, setClosed] = useState(false)
  const { data, error, refetch } = useDeskQuery('channels.ofUnit', { unit, closed }, { keep: true })
  useShortcut('Escape', '返回沟通渠道', () => navigate('/channels/units'))
  const names = (data?.channels ?? []).map((code) => nameOfCode(channels, code)).join('、')
  return (
    <Page
      fixed
      title={`${nameOfCode(units, unit)}牵头的渠道`}
      note={names}
      actions={
        <Group>
          <Switch
            label="也显示已办结的"
            checked={closed}
            onChange={(event) => setClosed(event.currentTarget.checked)}
          />
          <ExportButton
            asked={{ list: 'unit-channels', unit, closed }}
            enabled={data !== undefined && data.lines.length > 0}
          />
        </Group>
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <>
          <p role="status">
            {closed ? '全部' : '在办'} {data.lines.length}
            {data.more ? ' 件以上' : ' 件'}
            {data.overdue > 0 && <span className={classes['late']}>，逾期 {data.overdue} 件</span>}。
            <Anchor component={Link} href="/channels/units" underline="always">
              全部牵头单位
            </Anchor>
          </p>
          <div className={classes['list']}>
            <PetitionTable
              label="牵头单位一览"
              lines={data.lines}
              onOpen={({ number }) => navigate(`/petitions/${number}`)}
              empty="这些渠道没有在办的信访事项。"
            />
          </div>
        </>
      )}
    </Page>
  )
}
