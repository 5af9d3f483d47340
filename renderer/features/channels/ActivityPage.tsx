import { Button, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ACTIVITY_STATES } from '../../../shared/domain/channel-work.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { PetitionList } from '../../ui/PetitionList.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { type Activity, ActivityDialog } from './ActivityDialog.tsx'
import { CancelActivityDialog } from './CancelActivityDialog.tsx'
import { classes } from './classes.ts'
import { MattersDialog } from './MattersDialog.tsx'

type Open = 'edit' | 'matters' | 'cancel' | null

/** One meeting with its notes and the petitions it raised. */
export function ActivityPage() {
  const { id } = useParams<{ id: string }>()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<Open>(null)
  const { channels } = useCatalogue()
  const { data, error, refetch } = useDeskQuery('activities.open', { id })
  const mayWrite = useHasRole('receptionist', 'clerk')
  const held = data?.state === 'held'
  const planned = data?.state === 'planned'
  useShortcut('Escape', '返回沟通活动', () => navigate('/channels/activities'))
  useShortcut('M', '登记反映的事项', () => setOpen('matters'), { enabled: mayWrite && held })
  useShortcut('E', held ? '更正' : '记录召开情况', () => setOpen('edit'), {
    enabled: mayWrite && (held || planned),
  })
  return (
    <Page
      title={data?.title ?? '沟通活动'}
      note={data === undefined ? id : `${nameOfCode(channels, data.channel)}　${ACTIVITY_STATES[data.state]}`}
      actions={
        data !== undefined && (
          <>
            <ExportButton asked={{ list: 'activity', id }} enabled={data.petitions.length > 0} />
            {mayWrite && planned && (
              <Button variant="default" onClick={() => setOpen('cancel')}>
                取消这次活动
              </Button>
            )}
            {mayWrite && (held || planned) && (
              <Button variant={held ? 'default' : 'filled'} onClick={() => setOpen('edit')} title="E">
                {held ? '更正 E' : '记录召开情况 E'}
              </Button>
            )}
            {mayWrite && held && (
              <Button onClick={() => setOpen('matters')} title="M">
                登记反映的事项 M
              </Button>
            )}
          </>
        )
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <>
          <ActivityFacts activity={data} />
          <section>
            <Title order={2} mb="xs">
              反映的事项 {data.petitions.length} 件
            </Title>
            <PetitionList
              label="反映的事项"
              lines={data.petitions}
              shows="state"
              onOpen={({ number }) => navigate(`/petitions/${number}`)}
              empty={held ? '还没有登记事项，按 M 一次登记。' : '召开并记录情况后，再登记反映的事项。'}
            />
          </section>
          {open === 'edit' && (
            <ActivityDialog activity={data} onClose={() => setOpen(null)} onSaved={() => setOpen(null)} />
          )}
          {open === 'matters' && <MattersDialog id={data.id} onClose={() => setOpen(null)} />}
          {open === 'cancel' && <CancelActivityDialog id={data.id} onClose={() => setOpen(null)} />}
        </>
      )}
    </Page>
  )
}

function ActivityFacts({ activity }: { readonly activity: Activity }) {
  return (
    <dl className={classes['facts']}>
      <dt>日期</dt>
      <dd>
        <DayText day={activity.heldOn} />
      </dd>
      <Fact term="地点" text={activity.place} />
      <Fact term="校领导或主持人" text={activity.host} />
      <Fact term="参加人数" text={activity.participants > 0 ? `${activity.participants} 人` : ''} />
      <Fact term="参加人员" text={activity.attendees} />
      <Fact term="情况记录" text={activity.notes} />
      <Fact term="取消原因" text={activity.reason} />
    </dl>
  )
}

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  if (text === '') return null
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <Text component="span">{text}</Text>
      </dd>
    </>
  )
}
