import { parseDay } from '../../domain/day.ts'
import { petitionNumberSchema } from '../../domain/visit.ts'
import type { Counts } from '../../rules/reports/figures.ts'
import type { FigureReport, ListedMatter, NamedCounts } from '../reports/figure-report.ts'
import { counts } from './report-papers.ts'

type Standing = readonly [all: number, finished: number, overdue: number]

function group(name: string, [all, finished, overdue]: Standing, more: Partial<Counts> = {}): NamedCounts {
  return { key: name, name, counts: counts({ all, finished, unfinished: all - finished, overdue, ...more }) }
}

/** One redone matter and as many answers as are given. */
function unit(name: string, standing: Standing, [inTime, late]: readonly [number, number]): NamedCounts {
  const [given, settled] = standing
  const judged = inTime + late
  const rates = { judged, firstTime: settled - 1, settled, answered: settled, redone: 1, rated: settled - 1 }
  return group(name, standing, {
    given,
    inTime,
    late,
    ...rates,
    content: settled - 2,
    returned: given > 8 ? 1 : 0,
  })
}

function matter(serial: string, more: Omit<ListedMatter, 'number' | 'accusation'>): ListedMatter {
  return { number: petitionNumberSchema.parse(`ZX-2026-${serial}`), accusation: false, ...more }
}

const HEATING = matter('00871-3', {
  category: '后勤保障',
  problem: '梅园3号宿舍楼供暖温度不达标',
  unit: '后勤管理处',
  state: '已转办',
  dueOn: parseDay('2026-11-24'),
  why: '逾期4个工作日',
})
const REFUND = matter('00866-U', {
  category: '财务管理',
  problem: '退学后住宿费退费周期过长',
  unit: '财务处',
  state: '已交办',
  dueOn: parseDay('2026-11-27'),
  why: '逾期1个工作日',
})
const LIFT = matter('00903-8', {
  category: '后勤保障',
  problem: '教学楼电梯长期停运',
  unit: '后勤管理处',
  state: '已转办',
  dueOn: parseDay('2026-12-01'),
  why: '还有1个工作日',
})

/** A month as an office might have it; every column adds up. All of it is invented. */
export const MONTH: FigureReport = {
  school: '海岱师范学院',
  organ: '海岱师范学院办公室',
  period: {
    kind: 'month',
    id: '2026-11',
    from: parseDay('2026-11-01'),
    to: parseDay('2026-11-30'),
    name: '2026年11月',
  },
  asOf: parseDay('2026-11-30'),
  total: counts({
    all: 40,
    finished: 31,
    unfinished: 9,
    overdue: 2,
    dueSoon: 3,
    inTime: 28,
    late: 3,
    judged: 31,
    declined: 2,
    instructed: 3,
    chased: 6,
    extended: 2,
    returned: 2,
    given: 37,
    redone: 2,
    supervised: 1,
    answered: 30,
    firstTime: 27,
    settled: 29,
    rated: 24,
    satisfied: 17,
    fairly: 5,
    dissatisfied: 2,
    content: 22,
    group: 1,
    repeat: 4,
  }),
  groups: {
    channel: [
      group('信访接待', [24, 18, 1]),
      group('校长信箱', [10, 8, 1]),
      group('校领导接待日', [6, 5, 0]),
    ],
    category: [
      group('后勤保障', [15, 11, 1]),
      group('教育教学', [9, 7, 0]),
      group('学团建设', [5, 4, 0]),
      group('财务管理', [4, 3, 1]),
      group('安全管理', [4, 3, 0]),
      group('奖惩管理', [3, 3, 0]),
    ],
    unit: [
      unit('后勤管理处', [14, 10, 1], [9, 2]),
      unit('教务处', [9, 7, 0], [7, 0]),
      unit('学生工作处', [7, 6, 0], [6, 0]),
      unit('图书馆', [4, 4, 0], [4, 0]),
      unit('财务处', [3, 2, 1], [2, 1]),
      { ...group('未定', [3, 2, 0]), key: '-' },
    ],
    route: [
      group('转办', [27, 21, 1]),
      group('直接办理', [8, 7, 0]),
      group('呈办', [3, 1, 1]),
      group('不予受理', [2, 2, 0]),
    ],
    grade: [
      group('一般', [18, 16, 0]),
      group('复杂', [16, 11, 2]),
      group('简单', [4, 4, 0]),
      group('长期', [2, 0, 0]),
    ],
    state: [
      group('已办结', [22, 22, 0]),
      group('已归档', [7, 7, 0]),
      group('已转办', [5, 0, 1]),
      group('已交办', [2, 0, 1]),
      group('不予受理', [2, 2, 0]),
      group('办理中', [1, 0, 0]),
      group('已答复', [1, 0, 0]),
    ],
  },
  before: { name: '2026年10月', all: 34 },
  closedWithin: 33,
  backlog: { unfinished: 12, overdue: 2, dueSoon: 1, difficult: 1 },
  overdueUnits: [
    { name: '后勤管理处', count: 1 },
    { name: '财务处', count: 1 },
  ],
  overdue: [HEATING, REFUND],
  dueSoon: [LIFT],
  difficult: [{ ...REFUND, why: '重办中' }],
  common: [
    { category: '后勤保障 / 水电暖', count: 7, before: 2 },
    { category: '教育教学 / 考试与成绩', count: 4, before: 3 },
  ],
}
