import type { Day } from '../domain/day.ts'
import type { GuestKind, GuestState, ReceptionDayState } from '../domain/reception.ts'

/** Who is heard when on a reception day, and what can be done with whom. */
export type Queued = {
  readonly id: string
  readonly kind: GuestKind
  readonly state: GuestState
  /** `HH:MM` a booked guest was asked to come at; empty when none was agreed. */
  readonly appointedAt: string
  /** Grows with every booking, arrival and coming back. */
  readonly place: number
  readonly recorded: boolean
}

/** Those still to be heard: booked ones by their time, then walk-ins and late comers in the order they came. */
export function waitingInOrder<Guest extends Queued>(guests: readonly Guest[]): readonly Guest[] {
  return guests.filter(({ state }) => state === 'waiting').sort(before)
}

function before(a: Queued, b: Queued): number {
  if (a.kind !== b.kind) return a.kind === 'booked' ? -1 : 1
  if (a.kind === 'booked' && a.appointedAt !== b.appointedAt) {
    // Without a time one comes after those who have one.
    if (a.appointedAt === '' || b.appointedAt === '') return a.appointedAt === '' ? 1 : -1
    return a.appointedAt < b.appointedAt ? -1 : 1
  }
  return a.place - b.place
}

/** The whole day's list as it is shown: who is inside, who waits, then the others as they came. */
export function queueInOrder<Guest extends Queued>(guests: readonly Guest[]): readonly Guest[] {
  const others = guests.filter(({ state }) => state !== 'waiting' && state !== 'called')
  return [
    ...guests.filter(({ state }) => state === 'called'),
    ...waitingInOrder(guests),
    ...others.sort((a, b) => a.place - b.place),
  ]
}

export type QueueStep = 'call' | 'absent' | 'requeue' | 'finish' | 'leave' | 'cancel'

/** Why the step cannot be taken with the guest, or null. */
export function queueRefusal(step: QueueStep, guest: Queued, others: readonly Queued[]): string | null {
  const inside = others.find(({ id, state }) => state === 'called' && id !== guest.id)
  switch (step) {
    case 'call':
      if (guest.state !== 'waiting') return `来访人${WORDS[guest.state]}，不能再叫号。`
      return inside === undefined ? null : '还有来访人正在接待，请先结束当前接待，再叫下一位。'
    case 'absent':
      return guest.state === 'called' || guest.state === 'waiting'
        ? null
        : `来访人${WORDS[guest.state]}，不能再记为未到。`
    case 'requeue':
      return guest.state === 'absent' ? null : '只有叫号未到的来访人可以重新排队。'
    case 'finish':
      if (guest.state !== 'called') return `来访人${WORDS[guest.state]}，没有需要结束的接待。`
      return guest.recorded
        ? null
        : '还没有接待记录，请先填写接待记录；来访人没有反映事项就离开的，请选“未谈离开”。'
    case 'leave':
      if (guest.recorded) return '已有接待记录，请按“结束接待”。'
      return guest.state === 'called' || guest.state === 'waiting' || guest.state === 'absent'
        ? null
        : `来访人${WORDS[guest.state]}，不能再记为离开。`
    case 'cancel':
      if (guest.kind === 'walk-in') return '现场来访人没有预约，可以记为“未谈离开”。'
      return guest.state === 'waiting' ? null : `来访人${WORDS[guest.state]}，不能再取消预约。`
  }
}

const WORDS: Readonly<Record<GuestState, string>> = {
  waiting: '正在等候',
  called: '正在接待',
  absent: '叫号未到',
  finished: '已经接待',
  left: '已经离开',
  cancelled: '已取消预约',
}

/** A moment as schedules name it. */
export type Moment = { readonly day: Day; readonly time: string }

export function isAfter(a: Moment, b: Moment): boolean {
  return a.day === b.day ? a.time > b.time : a.day > b.day
}

/** What bookings of a day rest on. */
export type BookableDay = {
  readonly state: ReceptionDayState
  readonly day: Day
  readonly cutOff: Moment
  readonly groupCap: number
  readonly places: number
  readonly departmentFirst: boolean
  readonly leaderName: string
}

export type Problem = { readonly path: string; readonly message: string }

/** What stands against taking this booking: each with its field. */
export function bookingProblems(
  day: BookableDay,
  now: Moment,
  booked: number,
  guest: { readonly headcount: number; readonly department: string; readonly accusedNames: string },
): readonly Problem[] {
  const { cutOff, groupCap, places } = day
  const problems: Problem[] = []
  const refuse = (path: string, message: string) => problems.push({ path, message })
  if (day.state !== 'planned') refuse('day', '这次接待日已经结束或取消，请另选一次。')
  else if (isAfter(now, cutOff)) {
    refuse('day', `预约已于${words(cutOff)}截止；可以在接待日当天现场排队，或预约下一次。`)
  } else if (booked >= places) refuse('day', `这次接待日的 ${places} 个预约已满，请预约下一次。`)
  return [...problems, ...guestProblems(day, guest), ...departmentProblem(day, guest, groupCap)]
}

function departmentProblem(
  day: BookableDay,
  { headcount, department }: { readonly headcount: number; readonly department: string },
  groupCap: number,
): readonly Problem[] {
  const problems: Problem[] = []
  if (headcount > groupCap) {
    const message = `多人反映同一事项的，应推选代表，每批不超过 ${groupCap} 人（《信访工作条例》第二十条）。`
    problems.push({ path: 'headcount', message })
  }
  if (day.departmentFirst && department === '') {
    const message = '请填写是否已向职能部门反映及结果；还没有反映过的，请先向职能部门反映。'
    problems.push({ path: 'department', message })
  }
  return problems
}

/** Nobody is put before the leader they complain about (《信访工作条例》第二十八条、第三十条). */
export function guestProblems(
  { leaderName }: { readonly leaderName: string },
  { accusedNames }: { readonly accusedNames: string },
): readonly Problem[] {
  if (!concerns(accusedNames, leaderName)) return []
  const message = `${leaderName}是被反映人，不能由其接待（《信访工作条例》第二十八条、第三十条）；请约请其他校领导接待，或转纪检监察部门。`
  return [{ path: 'accusedNames', message }]
}

/** Whether what was written down as the accused names that person. */
export function concerns(accusedNames: string, name: string): boolean {
  return name !== '' && accusedNames.includes(name)
}

function words({ day, time }: Moment): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${time} `
}
