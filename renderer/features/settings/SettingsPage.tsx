import { Tabs, Text } from '@mantine/core'
import type { ComponentType } from 'react'
import { useLocation, useParams } from 'wouter'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { Page } from '../../ui/Page.tsx'
import { AccountsSection } from './AccountsSection.tsx'
import { BasicsSection } from './BasicsSection.tsx'
import { CalendarSection } from './CalendarSection.tsx'
import { CareSection } from './CareSection.tsx'
import { CategoriesSection } from './CategoriesSection.tsx'
import { ChannelsSection } from './ChannelsSection.tsx'
import { FontsSection } from './FontsSection.tsx'
import { LeadersSection } from './LeadersSection.tsx'
import { TemplatesSection } from './TemplatesSection.tsx'
import { UnitsSection } from './UnitsSection.tsx'

type SectionRow = {
  readonly path: string
  readonly name: string
  readonly Section: ComponentType
}

const SECTIONS: readonly SectionRow[] = [
  { path: 'units', name: '单位', Section: UnitsSection },
  { path: 'channels', name: '渠道', Section: ChannelsSection },
  { path: 'categories', name: '分类', Section: CategoriesSection },
  { path: 'leaders', name: '校领导', Section: LeadersSection },
  { path: 'calendar', name: '日历', Section: CalendarSection },
  { path: 'accounts', name: '账户', Section: AccountsSection },
  { path: 'basics', name: '基本设置', Section: BasicsSection },
  { path: 'templates', name: '文书模板', Section: TemplatesSection },
  { path: 'fonts', name: '字体', Section: FontsSection },
  { path: 'care', name: '备份与核验', Section: CareSection },
]

/** What the administrator keeps. Each part has an address of its own, so that the status bar can lead there. */
export function SettingsPage() {
  const { section } = useParams<{ section?: string }>()
  const [, navigate] = useLocation()
  const isAdmin = useHasRole('admin')
  const shown = SECTIONS.find(({ path }) => path === section) ?? SECTIONS[0]
  if (!isAdmin || shown === undefined) {
    return (
      <Page title="设置">
        <Text>设置关系到全部信访事项的期限和文书，只能由管理员更改；需要改动时请与管理员联系。</Text>
      </Page>
    )
  }
  return (
    <Page title="设置">
      <Tabs
        value={shown.path}
        onChange={(path) => path !== null && navigate(`/settings/${path}`)}
        keepMounted={false}
      >
        <Tabs.List mb="sm" aria-label="设置">
          {SECTIONS.map(({ path, name }) => (
            <Tabs.Tab key={path} value={path}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SECTIONS.map(({ path, Section }) => (
          <Tabs.Panel key={path} value={path}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
