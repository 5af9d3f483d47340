import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { useLocation, useParams } from 'wouter'
import { type Method, mayCall } from '../../../shared/contract/api.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { type AskedList, ExportButton } from '../../ui/ExportButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActivitiesTab } from './ActivitiesTab.tsx'
import { AppealsTab } from './AppealsTab.tsx'
import { ChannelsTab } from './ChannelsTab.tsx'
import { ImportTab } from './ImportTab.tsx'
import { LinksTab } from './LinksTab.tsx'
import { UnitsTab } from './UnitsTab.tsx'

type TabRow = {
  readonly path: string
  readonly name: string
  /** What it cannot do without. */
  readonly call: Method
  readonly Tab: ComponentType
  /** Its list, to be taken out. */
  readonly list?: AskedList
}

const TABS: readonly TabRow[] = [
  { path: 'all', name: '渠道', call: 'channels.overview', Tab: ChannelsTab, list: { list: 'channels' } },
  { path: 'units', name: '牵头单位', call: 'channels.ofUnit', Tab: UnitsTab },
  {
    path: 'activities',
    name: '沟通活动',
    call: 'activities.list',
    Tab: ActivitiesTab,
    list: { list: 'activities' },
  },
  { path: 'links', name: '联系制度', call: 'links.list', Tab: LinksTab, list: { list: 'links' } },
  { path: 'appeals', name: '申诉与复核', call: 'appeals.list', Tab: AppealsTab, list: { list: 'appeals' } },
  { path: 'import', name: '工单导入', call: 'imports.list', Tab: ImportTab, list: { list: 'import-runs' } },
]

/** 沟通渠道: by which ways matters come in, who answers for each, and what the channels do beside. */
export function ChannelsPage() {
  const { tab } = useParams<{ tab?: string }>()
  const [, navigate] = useLocation()
  const { roles } = useSession().me
  const mine = TABS.filter(({ call }) => mayCall(call, roles))
  const shown = mine.some(({ path }) => path === tab) ? (tab ?? 'all') : 'all'
  const { list } = mine.find(({ path }) => path === shown) ?? {}
  return (
    <Page title="沟通渠道" actions={list !== undefined && <ExportButton key={list.list} asked={list} />}>
      <Tabs
        value={shown}
        onChange={(path) => path !== null && navigate(`/channels/${path}`)}
        keepMounted={false}
      >
        <Tabs.List mb="sm" aria-label="沟通渠道">
          {mine.map(({ path, name }) => (
            <Tabs.Tab key={path} value={path}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {mine.map(({ path, Tab }) => (
          <Tabs.Panel key={path} value={path}>
            <Tab />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
