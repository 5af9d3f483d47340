import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { useLocation, useParams } from 'wouter'
import type { Role } from '../../../shared/domain/account.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { Page } from '../../ui/Page.tsx'
import { FollowUpSection } from './FollowUpSection.tsx'
import { PlanSection } from './PlanSection.tsx'
import { RuleSection } from './RuleSection.tsx'
import { ShiftsSection } from './ShiftsSection.tsx'

type SectionRow = {
  readonly path: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly Section: ComponentType
}

const EVERYBODY: readonly Role[] = ['receptionist', 'leader', 'clerk', 'admin']

const SECTIONS: readonly SectionRow[] = [
  { path: 'plan', name: '接待安排', roles: EVERYBODY, Section: PlanSection },
  { path: 'follow', name: '待反馈', roles: EVERYBODY, Section: FollowUpSection },
  { path: 'shifts', name: '值班', roles: EVERYBODY, Section: ShiftsSection },
  { path: 'rule', name: '规则', roles: ['admin'], Section: RuleSection },
]

/** 接待日: when leaders receive and who is on duty, and what is still owed from it. */
export function ReceptionPage() {
  const { section } = useParams<{ section?: string }>()
  const [, navigate] = useLocation()
  const { roles } = useSession().me
  const mine = SECTIONS.filter((each) => each.roles.some((role) => roles.includes(role)))
  const shown = mine.find(({ path }) => path === section) ?? mine[0]
  if (shown === undefined) return null
  return (
    <Page title="接待日">
      <Tabs
        value={shown.path}
        onChange={(path) => path !== null && navigate(`/reception/${path}`)}
        keepMounted={false}
      >
        <Tabs.List mb="sm" aria-label="接待日">
          {mine.map(({ path, name }) => (
            <Tabs.Tab key={path} value={path}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {mine.map(({ path, Section }) => (
          <Tabs.Panel key={path} value={path}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
