import type { ComponentType } from 'react'
import { useParams } from 'wouter'
import { CampaignPage } from './CampaignPage.tsx'
import { CoordinationPage } from './CoordinationPage.tsx'
import { GroupPage } from './GroupPage.tsx'
import { MeetingPage } from './MeetingPage.tsx'

const PAGES: Readonly<Partial<Record<string, ComponentType>>> = {
  meetings: MeetingPage,
  problems: GroupPage,
  campaigns: CampaignPage,
}

/** One meeting, common problem or campaign at an address of its own. */
export function ThingPage() {
  const { tab } = useParams<{ tab: string; id: string }>()
  const Shown = PAGES[tab] ?? CoordinationPage
  return <Shown />
}
