import { Anchor, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { GROUP_KINDS } from '../../../shared/domain/coordination.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'
import { GroupDialog, type GroupStart, NEW_GROUP } from './GroupDialog.tsx'
import { Part, useNames } from './parts.tsx'

type Groups = Answer<'groups.list'>

/** The groups there are, what looks alike and is in none, and what this time of the year brings. */
export function ProblemsTab() {
  const { data, error, isPending, refetch } = useDeskQuery('groups.list', undefined)
  const mayWrite = useHasRole('clerk')
  const [, navigate] = useLocation()
  const [start, setStart] = useState<GroupStart | null>(null)
  const begin = () => setStart({ id: null, group: NEW_GROUP, petitions: [] })
  useShortcut('N', '新建共性问题', begin, { enabled: mayWrite })
  return (
    <>
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开共性问题" />}
      {data !== undefined && (
        <>
          <Part
            title="共性问题"
            note="共性问题和季节性问题集中治理（《接诉即办工作制度》三（二）2）"
            actions={
              mayWrite && (
                <Button onClick={begin} title="N">
                  新建共性问题
                </Button>
              )
            }
          >
            <GroupTable groups={data.groups} />
          </Part>
          <Part title="可能的共性问题" note="近四个月内同一分类、内容相似、还没有归入的事项">
            <Clusters clusters={data.clusters} onBegin={mayWrite ? setStart : null} />
          </Part>
          <Part title="往年这个时候" note="往年同月明显多于当年平常月份的分类">
            <Seasons seasons={data.seasons} onBegin={mayWrite ? setStart : null} />
          </Part>
        </>
      )}
      {start !== null && (
        <GroupDialog
          start={start}
          onClose={() => setStart(null)}
          onSaved={(id) => navigate(`/coordination/problems/${id}`)}
        />
      )}
    </>
  )
}

function GroupTable({ groups }: { readonly groups: Groups['groups'] }) {
  const { unit, category } = useNames()
  if (groups.length === 0)
    return <Text c="dimmed">还没有共性问题。可以从下面的建议开始，也可以按 N 新建后逐件归入。</Text>
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">问题</th>
          <th scope="col">种类</th>
          <th scope="col">内容分类</th>
          <th scope="col">主要单位</th>
          <th scope="col">事项</th>
          <th scope="col">专项治理</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <td>
              <Anchor component={Link} href={`/coordination/problems/${group.id}`}>
                {group.title}
              </Anchor>
            </td>
            <td className={classes['short']}>
              {GROUP_KINDS[group.kind]}
              {group.months.length > 0 && `（${group.months.join('、')} 月）`}
            </td>
            <td className={classes['short']}>{category(group.category)}</td>
            <td className={classes['short']}>{unit(group.unit)}</td>
            <td className={classes['short']}>
              {group.members} 件，在办 {group.open}
            </td>
            <td>
              {group.campaigns.length === 0
                ? '—'
                : group.campaigns.map(({ id, title }) => (
                    <Anchor key={id} component={Link} href={`/coordination/campaigns/${id}`}>
                      {title}{' '}
                    </Anchor>
                  ))}
            </td>
            <td className={classes['short']}>{group.settled ? '已解决' : '跟踪中'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Begin = ((start: GroupStart) => void) | null

function Clusters({ clusters, onBegin }: { readonly clusters: Groups['clusters']; readonly onBegin: Begin }) {
  const { unit, category } = useNames()
  if (clusters.length === 0) return <Text c="dimmed">没有发现三件以上内容相似的事项。</Text>
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">其中一件</th>
          <th scope="col">件数</th>
          <th scope="col">内容分类</th>
          <th scope="col">主要单位</th>
          {onBegin !== null && <th scope="col">操作</th>}
        </tr>
      </thead>
      <tbody>
        {clusters.map((cluster) => (
          <tr key={cluster.lines[0]?.number}>
            <td>{cluster.title}</td>
            <td className={classes['short']}>{cluster.lines.length} 件</td>
            <td className={classes['short']}>{category(cluster.category)}</td>
            <td className={classes['short']}>{unit(cluster.unit)}</td>
            {onBegin !== null && (
              <td className={classes['short']}>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() =>
                    onBegin({
                      id: null,
                      group: {
                        ...NEW_GROUP,
                        title: cluster.title,
                        category: cluster.category,
                        unit: cluster.unit,
                      },
                      petitions: cluster.lines.map(({ number }) => number),
                    })
                  }
                >
                  建立共性问题
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Seasons({ seasons, onBegin }: { readonly seasons: Groups['seasons']; readonly onBegin: Begin }) {
  const { category } = useNames()
  if (seasons.length === 0)
    return <Text c="dimmed">往年的记录里没有这个时候明显增多的分类；满一年后才看得出来。</Text>
  return (
    <ul>
      {seasons.map((season) => (
        <li key={season.category}>
          {category(season.category)}：
          {season.years
            .map(
              ({ year, count, usual }) =>
                `${year} 年 ${season.month} 月 ${count} 件（平常每月约 ${Math.round(usual)} 件）`,
            )
            .join('，')}
          {onBegin !== null && (
            <Button
              ml="sm"
              size="compact-sm"
              variant="default"
              onClick={() =>
                onBegin({
                  id: null,
                  group: {
                    ...NEW_GROUP,
                    kind: 'seasonal',
                    category: season.category,
                    months: [season.month],
                  },
                  petitions: [],
                })
              }
            >
              建立季节性问题
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
