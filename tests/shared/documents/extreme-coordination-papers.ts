import type { CampaignPlanData, MeetingMinutesData } from '../../../shared/documents/kinds/index.ts'
import { MINUTES, PLAN } from '../../../shared/documents/specimens/coordination-papers.ts'
import { parseDay } from '../../../shared/domain/day.ts'

const LONG = '会议认为，各有关单位要加强沟通，及时反馈进展，确保按期完成。'.repeat(60)

export const EXTREME_MINUTES: Readonly<Record<string, MeetingMinutesData>> = {
  'nothing decided': { ...MINUTES, agenda: [], matters: [], decisions: [], absent: '', assistUnits: [] },
  'long and many': {
    ...MINUTES,
    title: '超'.repeat(60),
    minutes: LONG,
    decisions: Array.from({ length: 40 }, (_, index) => ({
      what: `第${index + 1}项，${LONG.slice(0, 120)}`,
      unit: '马克思主义学院',
      dueOn: parseDay('2026-12-31'),
      petition: 'ZX-2026-00012-K',
      level: '督办',
    })),
  },
}

export const EXTREME_PLANS: Readonly<Record<string, CampaignPlanData>> = {
  'nothing but a goal': { ...PLAN, background: '', problems: [], assistUnits: [] },
  'long and many': {
    ...PLAN,
    background: LONG,
    goal: LONG,
    steps: Array.from({ length: 30 }, () => ({
      what: LONG.slice(0, 200),
      unit: '马克思主义学院',
      dueOn: parseDay('2026-12-31'),
    })),
  },
}
