import { Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { useSession } from '../bridge/desk-context.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { homeOf, placesFor } from './places.ts'

const RegisterPage = lazy(async () => ({
  default: (await import('../features/register/RegisterPage.tsx')).RegisterPage,
}))
const TodayPage = lazy(async () => ({ default: (await import('../features/today/TodayPage.tsx')).TodayPage }))
const PetitionListPage = lazy(async () => ({
  default: (await import('../features/petitions/PetitionListPage.tsx')).PetitionListPage,
}))
const PetitionPage = lazy(async () => ({
  default: (await import('../features/petitions/PetitionPage.tsx')).PetitionPage,
}))
const ReceptionPage = lazy(async () => ({
  default: (await import('../features/reception/ReceptionPage.tsx')).ReceptionPage,
}))
const ReceptionDayPage = lazy(async () => ({
  default: (await import('../features/reception/DayPage.tsx')).DayPage,
}))
const DayTalkPage = lazy(async () => ({
  default: (await import('../features/reception/TalkPage.tsx')).DayTalkPage,
}))
const ShiftTalkPage = lazy(async () => ({
  default: (await import('../features/reception/TalkPage.tsx')).ShiftTalkPage,
}))
const ReviewPage = lazy(async () => ({
  default: (await import('../features/review/ReviewPage.tsx')).ReviewPage,
}))
const ClausesPage = lazy(async () => ({
  default: (await import('../features/clauses/ClausesPage.tsx')).ClausesPage,
}))
const CoordinationPage = lazy(async () => ({
  default: (await import('../features/coordination/CoordinationPage.tsx')).CoordinationPage,
}))
const CoordinationThingPage = lazy(async () => ({
  default: (await import('../features/coordination/ThingPage.tsx')).ThingPage,
}))
const ChasingPage = lazy(async () => ({
  default: (await import('../features/chasing/ChasingPage.tsx')).ChasingPage,
}))
const ChannelsPage = lazy(async () => ({
  default: (await import('../features/channels/ChannelsPage.tsx')).ChannelsPage,
}))
const ShortRecordPage = lazy(async () => ({
  default: (await import('../features/channels/ShortRecordPage.tsx')).ShortRecordPage,
}))
const LeadUnitPage = lazy(async () => ({
  default: (await import('../features/channels/UnitPage.tsx')).UnitPage,
}))
const ActivityPage = lazy(async () => ({
  default: (await import('../features/channels/ActivityPage.tsx')).ActivityPage,
}))
const DocumentsPage = lazy(async () => ({
  default: (await import('../features/documents/DocumentsPage.tsx')).DocumentsPage,
}))
const ReportsPage = lazy(async () => ({
  default: (await import('../features/reports/ReportsPage.tsx')).ReportsPage,
}))
const ArchivePage = lazy(async () => ({
  default: (await import('../features/archive/ArchivePage.tsx')).ArchivePage,
}))
const FontsPage = lazy(async () => ({
  default: (await import('../features/settings/FontsPage.tsx')).FontsPage,
}))
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
}))

const PAGES = [
  { path: '/today', place: '/today', Component: TodayPage },
  { path: '/register', place: '/register', Component: RegisterPage },
  { path: '/petitions', place: '/petitions', Component: PetitionListPage },
  { path: '/petitions/channel/:channel', place: '/petitions', Component: PetitionListPage },
  { path: '/petitions/:number', place: '/petitions', Component: PetitionPage },
  { path: '/reception/day/:id/talk/:guest', place: '/reception', Component: DayTalkPage },
  { path: '/reception/day/:id', place: '/reception', Component: ReceptionDayPage },
  { path: '/reception/shift/:id/talk', place: '/reception', Component: ShiftTalkPage },
  { path: '/reception/:section?', place: '/reception', Component: ReceptionPage },
  { path: '/review', place: '/review', Component: ReviewPage },
  { path: '/chasing', place: '/chasing', Component: ChasingPage },
  // Part of no place: reached from F1, Ctrl+K and every explained deadline.
  { path: '/clauses', place: '/today', Component: ClausesPage },
  { path: '/coordination/:tab?', place: '/coordination', Component: CoordinationPage },
  { path: '/coordination/:tab/:id', place: '/coordination', Component: CoordinationThingPage },
  { path: '/channels/short/:channel?', place: '/channels', Component: ShortRecordPage },
  { path: '/channels/unit/:unit', place: '/channels', Component: LeadUnitPage },
  { path: '/channels/activities/:id', place: '/channels', Component: ActivityPage },
  { path: '/channels/:tab?', place: '/channels', Component: ChannelsPage },
  { path: '/documents/:document?', place: '/documents', Component: DocumentsPage },
  { path: '/reports/:section?', place: '/reports', Component: ReportsPage },
  { path: '/archive', place: '/archive', Component: ArchivePage },
  { path: '/settings/:section?', place: '/settings', Component: SettingsPage },
  // For those without the settings: the line after a registration leads here.
  { path: '/settings/fonts', place: '/register', Component: FontsPage },
] as const

/** Only the pages of one's own roles exist. */
export function Routes() {
  const { roles } = useSession().me
  const mine = placesFor(roles).map(({ path }) => path)
  return (
    <Suspense fallback={<Loader m="xl" aria-label="正在打开" />}>
      <Switch>
        {PAGES.filter(({ place }) => mine.includes(place)).map(({ path, Component }) => (
          <Route key={path} path={path}>
            <ErrorBoundary>
              <Component />
            </ErrorBoundary>
          </Route>
        ))}
        <Route>
          <Redirect to={homeOf(roles)} replace />
        </Route>
      </Switch>
    </Suspense>
  )
}
