import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ACTIVITY_STATES } from '../../../shared/domain/channel-work.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { ActivityDialog } from './ActivityDialog.tsx'
import { MaybeDay } from './ChannelsTab.tsx'
import { classes } from './classes.ts'

/** 沟通活动: meetings planned and held, and how often each channel meets. */
export function ActivitiesTab() {
  const [, navigate] = useLocation()
  const [open, setOpen] = useState(false)
  const { channels } = useCatalogue()
  const { data, error, refetch } = useDeskQuery('activities.list', { channel: null })
  const mayWrite = useHasRole('receptionist', 'clerk')
  useShortcut('N', '安排或记录一次活动', () => setOpen(true), { enabled: mayWrite })
  return (
    <>
      <section className={classes['section']}>
        <Group justify="space-between" wrap="nowrap" mb="xs">
          <Title order={2}>沟通活动</Title>
          {mayWrite && (
            <Button onClick={() => setOpen(true)} title="N">
              安排或记录一次活动 N
            </Button>
          )}
        </Group>
        <Failure error={error} onRetry={() => void refetch()} />
        {data?.length === 0 && (
          <Text>还没有沟通活动。午餐会、座谈会、教代会等召开后在这里记录，反映的事项一次登记。</Text>
        )}
        {data !== undefined && data.length > 0 && (
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">活动</th>
                <th scope="col">渠道</th>
                <th scope="col">地点</th>
                <th scope="col">主持或参加的校领导</th>
                <th scope="col" className={classes['number']}>
                  人数
                </th>
                <th scope="col" className={classes['number']}>
                  事项
                </th>
                <th scope="col">状态</th>
              </tr>
            </thead>
            <tbody>
              {data.map((activity) => (
                <tr key={activity.id}>
                  <td className={classes['short']}>
                    <DayText day={activity.heldOn} />
                  </td>
                  <td>
                    <Anchor component={Link} href={`/channels/activities/${activity.id}`}>
                      {activity.title}
                    </Anchor>
                  </td>
                  <td>{nameOfCode(channels, activity.channel)}</td>
                  <td>{activity.place}</td>
                  <td>{activity.host}</td>
                  <td className={classes['number']}>{activity.participants || ''}</td>
                  <td className={classes['number']}>{activity.matters}</td>
                  <td className={classes['short']}>{ACTIVITY_STATES[activity.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <Frequency />
      {open && (
        <ActivityDialog
          activity={null}
          onClose={() => setOpen(false)}
          onSaved={({ id }) => navigate(`/channels/activities/${id}`)}
        />
      )}
    </>
  )
}

/** 定期: when each channel met last, and how often in each semester. */
function Frequency() {
  const { channels } = useCatalogue()
  const { data } = useDeskQuery('activities.frequency', undefined)
  if (data === undefined) return null
  return (
    <section className={classes['section']}>
      <Title order={2}>召开次数</Title>
      <Text c="dimmed" mb="xs">
        《信息沟通实施办法》一要求这些渠道“定期”沟通：没有召开过和本学期还没有召开的，请安排。
      </Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">渠道</th>
            {data.semesters.map((semester) => (
              <th key={semester} scope="col" className={classes['number']}>
                {semester}
              </th>
            ))}
            <th scope="col">最近一次</th>
            <th scope="col" className={classes['number']}>
              距今（天）
            </th>
            <th scope="col">下次</th>
          </tr>
        </thead>
        <tbody>
          {data.channels.map((row) => (
            <tr key={row.channel}>
              <td>{nameOfCode(channels, row.channel)}</td>
              {row.counts.map((count, index) => (
                <td key={data.semesters[index] ?? index} className={classes['number']}>
                  {count}
                </td>
              ))}
              <td className={classes['short']}>
                {row.lastHeldOn === null ? '没有记录' : <DayText day={row.lastHeldOn} />}
              </td>
              <td className={classes['number']}>{row.since ?? ''}</td>
              <td className={classes['short']}>
                <MaybeDay day={row.nextPlannedOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
