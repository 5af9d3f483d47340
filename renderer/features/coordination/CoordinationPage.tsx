import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { useLocation, useParams } from 'wouter'
import { type AskedList, ExportButton } from '../../ui/ExportButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { CampaignsTab } from './CampaignsTab.tsx'
import { DisputesTab } from './DisputesTab.tsx'
import { MeetingsTab } from './MeetingsTab.tsx'
import { ProblemsTab } from './ProblemsTab.tsx'
import { ResearchTab } from './ResearchTab.tsx'

type TabRow = {
  readonly path: string
  readonly name: string
  readonly Tab: ComponentType
  /** Its lists, to be taken out; a tab with a filter of its own has its own button. */
  readonly lists: readonly AskedList[]
}

const TABS: readonly TabRow[] = [
  {
    path: 'meetings',
    name: '协调会·调度会',
    Tab: MeetingsTab,
    lists: [{ list: 'decisions' }, { list: 'meetings' }, { list: 'basket' }],
  },
  { path: 'disputes', name: '权属争议', Tab: DisputesTab, lists: [] },
  { path: 'problems', name: '共性问题', Tab: ProblemsTab, lists: [{ list: 'groups' }] },
  { path: 'campaigns', name: '专项治理', Tab: CampaignsTab, lists: [{ list: 'campaigns' }] },
  { path: 'research', name: '调研督导', Tab: ResearchTab, lists: [{ list: 'research' }] },
]

/** 协调治理: what one unit cannot settle alone, and what comes again and again. */
export function CoordinationPage() {
  const { tab } = useParams<{ tab?: string }>()
  const [, navigate] = useLocation()
  const shown = TABS.some(({ path }) => path === tab) ? (tab ?? 'meetings') : 'meetings'
  const [first, ...others] = TABS.find(({ path }) => path === shown)?.lists ?? []
  return (
    <Page
      title="协调治理"
      actions={first !== undefined && <ExportButton key={first.list} asked={first} others={others} />}
    >
      <Tabs
        value={shown}
        onChange={(path) => path !== null && navigate(`/coordination/${path}`)}
        keepMounted={false}
      >
        <Tabs.List mb="sm" aria-label="协调治理">
          {TABS.map(({ path, name }) => (
            <Tabs.Tab key={path} value={path}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ path, Tab }) => (
          <Tabs.Panel key={path} value={path}>
            <Tab />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
