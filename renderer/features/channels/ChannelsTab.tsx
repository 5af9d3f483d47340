import { Anchor, Button, Group, Text } from '@mantine/core'
import { Fragment } from 'react'
import { Link, useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { CHANNEL_GROUP_NAMES, CHANNEL_GROUPS, type Channel } from '../../../shared/domain/catalogue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'

/** Where a matter of the channel is written down. */
function registerPath({ entry, code }: Channel): string {
  if (entry === 'counter') return '/register'
  return entry === 'reception-day' ? '/reception' : `/channels/short/${code}`
}

const REGISTER_WORDS = { counter: '来访登记', 'reception-day': '接待日', short: '快速登记' } as const

/** The eighteen channels of 《办法》 and the three of 《制度》 with what came in by them. */
export function ChannelsTab() {
  const [, navigate] = useLocation()
  const { channels } = useCatalogue()
  const { data, error, refetch } = useDeskQuery('channels.overview', undefined)
  const mayRegister = useHasRole('receptionist', 'clerk')
  useShortcut('N', '快速登记', () => navigate('/channels/short'), { enabled: mayRegister })
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Text c="dimmed">
          {channels.filter(({ active }) => active).length} 个渠道，计数为本学期（{data.semester}
          ）和累计的信访事项。{mayRegister && '在任何页面按 F3，登记来电。'}
        </Text>
        {mayRegister && (
          <Button onClick={() => navigate('/channels/short')} title="N">
            快速登记 N
          </Button>
        )}
      </Group>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">渠道</th>
            <th scope="col">牵头单位</th>
            <th scope="col" className={classes['number']}>
              本学期
            </th>
            <th scope="col" className={classes['number']}>
              累计
            </th>
            <th scope="col">最近活动</th>
            <th scope="col">下次活动</th>
            {mayRegister && <th scope="col">登记</th>}
          </tr>
        </thead>
        <tbody>
          {CHANNEL_GROUPS.map((group) => (
            <Fragment key={group}>
              <tr className={classes['group']}>
                <td colSpan={mayRegister ? 7 : 6}>{CHANNEL_GROUP_NAMES[group]}</td>
              </tr>
              {channels
                .filter((channel) => channel.group === group && channel.active)
                .toSorted((a, b) => a.order - b.order)
                .map((channel) => (
                  <ChannelRow
                    key={channel.code}
                    channel={channel}
                    counted={data.channels.find(({ code }) => code === channel.code)}
                    mayRegister={mayRegister}
                  />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  )
}

type RowProps = {
  readonly channel: Channel
  readonly counted: Answer<'channels.overview'>['channels'][number] | undefined
  readonly mayRegister: boolean
}

function ChannelRow({ channel, counted, mayRegister }: RowProps) {
  const { units } = useCatalogue()
  const leads = [channel.leadUnit, ...channel.otherLeadUnits].filter((unit) => unit !== null)
  return (
    <tr>
      <td>
        <Anchor component={Link} href={`/petitions/channel/${channel.code}`}>
          {channel.name}
        </Anchor>
      </td>
      <td>
        {leads.length === 0 && '—'}
        {leads.map((unit, index) => (
          <Fragment key={unit}>
            {index > 0 && '、'}
            <Anchor component={Link} href={`/channels/unit/${unit}`}>
              {nameOfCode(units, unit)}
            </Anchor>
          </Fragment>
        ))}
      </td>
      <td className={classes['number']}>{counted?.semester ?? 0}</td>
      <td className={classes['number']}>{counted?.total ?? 0}</td>
      <td className={classes['short']}>
        <MaybeDay day={counted?.lastHeldOn ?? null} />
      </td>
      <td className={classes['short']}>
        <MaybeDay day={counted?.nextPlannedOn ?? null} />
      </td>
      {mayRegister && (
        <td className={classes['short']}>
          <Anchor
            component={Link}
            href={registerPath(channel)}
            aria-label={`${REGISTER_WORDS[channel.entry]}：${channel.name}`}
          >
            {REGISTER_WORDS[channel.entry]}
          </Anchor>
        </td>
      )}
    </tr>
  )
}

export function MaybeDay({ day }: { readonly day: Day | null }) {
  return day === null ? '—' : <DayText day={day} />
}
