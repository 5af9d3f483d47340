import { parseDay } from '../../domain/day.ts'
import { tableOf } from '../../domain/names.ts'
import { petitionNumberSchema } from '../../domain/visit.ts'
import { type Counts, MEASURE_NAMES } from '../../rules/reports/figures.ts'
import type { FigureReport, ListedMatter } from '../reports/figure-report.ts'
import type { SemesterSummaryData } from '../reports/semester-summary.ts'

export const SUMMARY: SemesterSummaryData = {
  unit: '后勤管理处',
  semester: '2026—2027学年第一学期',
  rows: [
    { problem: '东区食堂晚间供餐时间过短', channel: '信访接待', finished: true, reason: '' },
    {
      problem: '宿舍楼电梯长期停运',
      channel: '校领导接待日',
      finished: false,
      reason: '需列入下一年度维修计划',
    },
  ],
  carried: [],
}

export function counts(given: Partial<Counts> = {}): Counts {
  return { ...tableOf(MEASURE_NAMES, () => 0), ...given }
}

export const A_MATTER: ListedMatter = {
  number: petitionNumberSchema.parse('ZX-2026-00012-K'),
  category: '后勤保障',
  problem: '食堂供餐时间过短',
  accusation: false,
  unit: '后勤管理处',
  state: '已转办',
  dueOn: parseDay('2026-11-17'),
  why: '逾期3个工作日',
}

export const FIGURES: FigureReport = {
  school: '示例学院',
  organ: '示例学院办公室',
  period: {
    kind: 'week',
    id: '2026-W47',
    from: parseDay('2026-11-16'),
    to: parseDay('2026-11-22'),
    name: '2026年第47周（11月16日至11月22日）',
  },
  asOf: parseDay('2026-11-20'),
  total: counts({
    all: 12,
    finished: 7,
    unfinished: 5,
    inTime: 6,
    late: 2,
    judged: 8,
    overdue: 1,
    dueSoon: 2,
  }),
  groups: {
    channel: [{ key: 'XFJD', name: '信访接待', counts: counts({ all: 12, finished: 7, unfinished: 5 }) }],
    category: [{ key: 'HQ', name: '后勤保障', counts: counts({ all: 12, finished: 7, unfinished: 5 }) }],
    unit: [
      {
        key: 'HQC',
        name: '后勤管理处',
        counts: counts({ all: 9, given: 9, inTime: 6, late: 2, judged: 8, overdue: 1, finished: 6 }),
      },
      { key: '-', name: '未定', counts: counts({ all: 3, given: 0 }) },
    ],
    route: [{ key: 'transfer', name: '转办', counts: counts({ all: 12 }) }],
    grade: [{ key: 'complex', name: '复杂', counts: counts({ all: 12 }) }],
    state: [{ key: 'transferred', name: '已转办', counts: counts({ all: 5 }) }],
  },
  before: { name: '2026年第46周（11月9日至11月15日）', all: 9 },
  closedWithin: 8,
  backlog: { unfinished: 6, overdue: 2, dueSoon: 2, difficult: 1 },
  overdueUnits: [{ name: '后勤管理处', count: 2 }],
  overdue: [A_MATTER],
  dueSoon: [],
  difficult: [{ ...A_MATTER, why: '反映人不满意' }],
  common: [{ category: '后勤保障 / 饮食', count: 4, before: 1 }],
}
