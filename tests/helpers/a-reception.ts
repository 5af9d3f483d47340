import type { Sent } from '../../shared/contract/api.ts'
import { PASSWORD, type TestDesk } from './a-desk.ts'
import { aVisit } from './a-visit.ts'

type Schedule = Sent<'reception.saveSchedule'>

/** Every Wednesday afternoon, three leaders in turn, bookings until the evening before. */
export function aSchedule({
  rule,
  ...changes
}: Partial<Omit<Schedule, 'rule'>> & { rule?: Partial<Schedule['rule']> } = {}): Schedule {
  return {
    rule: {
      frequency: { kind: 'weekly', weekday: 3 },
      from: '2026-09-01',
      until: null,
      winter: { start: '14:00', end: '16:30' },
      summer: null,
      holiday: 'before',
      vacations: [{ name: '寒假', from: '2027-01-18', until: '2027-02-28' }],
      ...rule,
    },
    place: '行政楼 201 会议室',
    leaders: ['SJ', 'YZ', 'FYZ1'],
    companions: ['DYB'],
    cutOff: { workingDays: 1, time: '16:00' },
    groupCap: 3,
    places: 4,
    departmentFirst: true,
    contact: '党委、院长办公室，电话 0531-80000001',
    ...changes,
  }
}

/** A student who books to speak about the library; synthetic. */
export function aGuest(
  changes: Partial<Sent<'reception.book'>['form']> = {},
): Sent<'reception.book'>['form'] {
  return {
    person: {
      name: '钱小桥',
      identity: 'student',
      studentNumber: '20260202',
      organisation: '外国语学院',
      phone: '13900000022',
    },
    title: '图书馆闭馆时间过早',
    matter: '考试周图书馆仍在晚上九点闭馆。',
    department: '已向图书馆反映，答复人手不足',
    ...changes,
  }
}

type Changes = Parameters<typeof aVisit>[0] & Partial<Omit<Sent<'reception.record'>, 'visit' | 'sitting'>>

/** What is written down of a conversation. */
export function aTalk(
  day: string,
  { guest, decision, companions, draft, ...visit }: Changes = {},
): Sent<'reception.record'> {
  return {
    sitting: { kind: 'day', id: day },
    guest: guest ?? null,
    companions: companions ?? '办公室主任',
    decision: decision ?? { kind: 'assign', text: '请尽快办理。', leadUnit: 'TSG', limitOn: '2026-11-27' },
    draft: draft ?? null,
    visit: aVisit({
      channel: 'JDR',
      startedAt: `${day}T06:30:00.000Z`,
      place: '行政楼 201 会议室',
      ...visit,
    }),
  }
}

/** Names the three leaders, gives the second one an account, and plans the rest of November. */
export async function planReceptions(
  desk: TestDesk,
  changes: Parameters<typeof aSchedule>[0] = {},
): Promise<void> {
  await desk.ask('session.signIn', { login: 'admin', password: PASSWORD })
  const { leaders } = await desk.ask('catalogue.read')
  const names: Readonly<Record<string, string>> = { SJ: '韩书记', YZ: '周明远', FYZ1: '孔副院' }
  for (const leader of leaders) {
    const item = { ...leader, name: names[leader.code] ?? '' }
    await desk.ask('catalogue.save', { list: 'leaders', item })
  }
  await desk.ask('accounts.save', {
    login: 'zhou',
    name: '周明远',
    roles: ['leader'],
    active: true,
    leader: 'YZ',
    password: PASSWORD,
  })
  await desk.ask('reception.saveSchedule', aSchedule(changes))
  await desk.ask('reception.plan', { from: '2026-11-18', until: '2026-12-31' })
}
