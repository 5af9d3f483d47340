import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { useLocation, useParams } from 'wouter'
import type { Role } from '../../../shared/domain/account.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { Page } from '../../ui/Page.tsx'
import { AssessmentSection } from './AssessmentSection.tsx'
import { BulletinSection } from './BulletinSection.tsx'
import { DispatchSection } from './DispatchSection.tsx'
import { FiguresSection } from './FiguresSection.tsx'
import { OperationSection } from './OperationSection.tsx'
import { SemesterDates } from './SemesterDates.tsx'
import { SemesterSection } from './SemesterSection.tsx'

type SectionRow = { readonly path: string; readonly name: string; readonly Section: ComponentType }

const FOR_ALL: readonly SectionRow[] = [
  { path: 'figures', name: '汇总', Section: FiguresSection },
  { path: 'assessment', name: '单位考核', Section: AssessmentSection },
]
const REPORTERS: readonly Role[] = ['clerk', 'admin']
const SUMMARY: SectionRow = { path: 'semester', name: '学期汇总表', Section: SemesterSection }
const FOR_REPORTERS: readonly SectionRow[] = [
  SUMMARY,
  { path: 'operation', name: '运行情况报告', Section: OperationSection },
  { path: 'dispatch', name: '调度会清单', Section: DispatchSection },
  { path: 'bulletin', name: '工作群通报', Section: BulletinSection },
  { path: 'semesters', name: '学期日期', Section: SemesterDates },
]

/** 统计报表: figures for everybody of the office; what is handed in, for those who hand it in; a unit its own summary. */
export function ReportsPage() {
  const { section } = useParams<{ section?: string }>()
  const [, navigate] = useLocation()
  const mayReport = useHasRole(...REPORTERS)
  const inOffice = useHasRole('receptionist', 'leader', 'clerk', 'admin')
  const sections = mayReport ? [...FOR_ALL, ...FOR_REPORTERS] : inOffice ? FOR_ALL : [SUMMARY]
  const shown = sections.find(({ path }) => path === section) ?? sections[0]
  return (
    <Page title="统计报表">
      <Tabs
        value={shown?.path ?? ''}
        onChange={(path) => path !== null && navigate(`/reports/${path}`)}
        keepMounted={false}
      >
        <Tabs.List mb="sm" aria-label="报表">
          {sections.map(({ path, name }) => (
            <Tabs.Tab key={path} value={path}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sections.map(({ path, Section }) => (
          <Tabs.Panel key={path} value={path}>
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
