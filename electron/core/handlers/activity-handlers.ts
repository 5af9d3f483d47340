import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Channel } from '../../../shared/domain/catalogue.ts'
import { daysBetween, yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { semesterName, semestersAround } from '../../../shared/rules/semesters.ts'
import { noonOf, raisedVisit, registeredLine, registerOne } from '../channels/short-record.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { semesterTable } from '../reports/semesters.ts'
import { isWithin, scopeOf } from '../scope.ts'
import { all, one } from '../store/connection.ts'
import { nextSerial } from '../store/projection/serials.ts'
import type { ActivityTable } from '../store/schema/channel-schema.ts'
import { toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'
import { SCOPED_LINE_COLUMNS, type ScopedLineRow } from '../views/scoped-lines.ts'
import { heldAndPlanned } from './channel-handlers.ts'
import { refuseField } from './step-taking.ts'

type ActivityMethod = Extract<keyof Handlers, `activities.${string}`>
type ActivityView = Answer<'activities.list'>[number]

const LISTED = 500
/** Whose proposals a meeting of the channel brings, where nothing else is said. */
const IDENTITY_OF: Readonly<Record<Channel['group'], 'student' | 'staff' | 'outsider'>> = {
  student: 'student',
  staff: 'staff',
  general: 'staff',
  instant: 'student',
}

/** 沟通活动: meetings, round tables and talks of the channels, and the matters they raise. */
export const activityHandlers: Pick<Handlers, ActivityMethod> = {
  'activities.list': ({ channel }, { desk }) => listActivities(desk, channel),
  'activities.open': async ({ id }, { desk, me }) => ({
    ...viewActivity(desk, findActivity(desk, id)),
    petitions: raisedBy(desk, me, id),
  }),
  'activities.save': async (input, { desk, me }) =>
    viewActivity(desk, findActivity(desk, await saveActivity(desk, me, input))),
  'activities.cancel': async ({ id, reason }, { desk, me }) => {
    await cancelActivity(desk, me, id, reason)
    return viewActivity(desk, findActivity(desk, id))
  },
  'activities.raise': ({ id, matters }, { desk, me }) => raiseMatters(desk, me, id, matters),
  'activities.frequency': (_, { desk }) => frequency(desk),
}

export function listActivities(desk: Desk, channel: string | null, listed: number = LISTED): ActivityView[] {
  const rows = all<ActivityTable>(
    desk.store.reader.raw,
    `select * from activity where ? is null or channel = ? order by held_on desc, id desc limit ${listed}`,
    channel,
    channel,
  )
  return rows.map((row) => viewActivity(desk, row))
}

export async function saveActivity(
  desk: Desk,
  me: Me,
  { id, held, activity }: Received<'activities.save'>,
): Promise<string> {
  checkActivity(desk, held, activity)
  const known = id === null ? null : findActivity(desk, id)
  if (known?.state === 'cancelled') throw new DeskError('refused', '这次活动已经取消，请另行安排一次。')
  if (known?.state === 'held' && !held) {
    throw new DeskError('refused', '这次活动已经召开，不能再改为待召开；内容可以继续更正。')
  }
  return desk.ledger.change(async ({ append, tx }) => {
    const subject = id ?? activityNumber(desk, yearOf(activity.heldOn), (series) => nextSerial(tx, series))
    await append({
      kind: held ? 'activity.recorded' : 'activity.planned',
      subject,
      actor: me.login,
      body: activity,
    })
    return subject
  })
}

export async function cancelActivity(desk: Desk, me: Me, id: string, reason: string): Promise<void> {
  const { state } = findActivity(desk, id)
  if (state !== 'planned') throw new DeskError('refused', '只有还没有召开的活动可以取消。')
  await desk.ledger.change(({ append }) =>
    append({ kind: 'activity.cancelled', subject: id, actor: me.login, body: { reason } }),
  )
}

function activityNumber(desk: Desk, year: number, serial: (series: string) => number): string {
  return `${desk.station.code}-${year}-H${String(serial(`activity/${year}`)).padStart(4, '0')}`
}

function findActivity(desk: Desk, id: string): ActivityTable {
  const row = one<ActivityTable | undefined>(desk.store.reader.raw, 'select * from activity where id = ?', id)
  if (!row) throw new DeskError('notFound', `没有编号为 ${id} 的沟通活动，请核对。`)
  return row
}

function checkActivity(desk: Desk, held: boolean, { channel, heldOn }: ActivityForm): void {
  if (!desk.ledger.office().channel(channel)?.active) {
    refuseField('activity.channel', '所选沟通渠道不存在或已停用，请重新选择。')
  }
  const day = today(desk)
  if (held && heldOn > day) refuseField('activity.heldOn', '召开日期晚于今天：还没有召开的，请保存为安排。')
  if (!held && heldOn < day)
    refuseField('activity.heldOn', '安排的日期已经过去：已经召开的，请直接记录情况。')
}

type ActivityForm = Received<'activities.save'>['activity']

function viewActivity(desk: Desk, row: ActivityTable): ActivityView {
  const { matters } = one<{ matters: number }>(
    desk.store.reader.raw,
    `select count(*) as matters from petition_source where kind = 'activity' and reference = ?`,
    row.id,
  )
  return {
    id: row.id,
    channel: row.channel,
    state: row.state,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    host: row.host,
    participants: row.participants,
    attendees: row.attendees,
    notes: row.notes,
    reason: row.reason,
    matters,
  }
}

function raisedBy(desk: Desk, me: Me, id: string) {
  const context = lineContext(desk)
  const scope = scopeOf(me)
  const columns = SCOPED_LINE_COLUMNS.map((column) => `p.${column}`).join(', ')
  return all<ScopedLineRow>(
    desk.store.reader.raw,
    `select ${columns} from petition_source as s join petition as p on p.number = s.petition
      where s.kind = 'activity' and s.reference = ? order by p.rid`,
    id,
  )
    .filter((row) => isWithin(scope, row, context.office, context.today))
    .map((row) => toLine(row, context))
}

/** All of them in one change: a list of proposals is never half in. */
async function raiseMatters(
  desk: Desk,
  me: Me,
  id: string,
  matters: Received<'activities.raise'>['matters'],
): Promise<Answer<'activities.raise'>> {
  const activity = findActivity(desk, id)
  if (activity.state !== 'held') {
    throw new DeskError('refused', '活动还没有记录为已召开，请先记录召开情况，再登记反映的事项。')
  }
  const office = desk.ledger.office()
  for (const [index, { category }] of matters.entries()) {
    if (!office.category(category)?.active) {
      refuseField(`matters.${index}.category`, '所选内容分类不存在或已停用，请重新选择。')
    }
  }
  const raised = {
    channel: activity.channel,
    origin: { kind: 'activity', activity: id } as const,
    at: noonOf(desk, activity.held_on),
    place: (activity.place || activity.title).slice(0, 60),
    identity: IDENTITY_OF[office.channel(activity.channel)?.group ?? 'general'],
  }
  const numbers: PetitionNumber[] = []
  await desk.ledger.change(async (change) => {
    for (const matter of matters) {
      const visit = raisedVisit(me, matter, raised)
      numbers.push((await registerOne(change, desk, me, visit)).petition)
    }
  })
  return Promise.all(numbers.map((number) => registeredLine(desk, number)))
}

const SEMESTERS_SHOWN = 4

async function frequency(desk: Desk): Promise<Answer<'activities.frequency'>> {
  const day = today(desk)
  const { saved, defaults } = await semesterTable(desk)
  const semesters = semestersAround(day, saved, defaults)
    .filter(({ coversFrom }) => coversFrom <= day)
    .slice(-SEMESTERS_SHOWN)
    .toReversed()
  const met = new Map(heldAndPlanned(desk).map((row) => [row.channel, row]))
  const counted = all<{ channel: string; held_on: ActivityTable['held_on'] }>(
    desk.store.reader.raw,
    `select channel, held_on from activity where state = 'held' and held_on >= ?`,
    semesters.at(-1)?.coversFrom ?? day,
  )
  return {
    semesters: semesters.map(({ id }) => semesterName(id)),
    channels: desk.ledger
      .office()
      .channels.filter(({ code, active }) => meets(code) && (active || met.has(code)))
      .map(({ code }) => {
        const last = met.get(code)?.last ?? null
        return {
          channel: code,
          counts: semesters.map(
            ({ coversFrom, to }) =>
              counted.filter(({ channel, held_on: on }) => channel === code && on >= coversFrom && on <= to)
                .length,
          ),
          lastHeldOn: last,
          since: last === null ? null : daysBetween(last, day),
          nextPlannedOn: met.get(code)?.next ?? null,
        }
      }),
  }
}

/** Channels that are meetings; the others are boxes, desks and telephones, or have pages of their own. */
const MEETINGS: readonly string[] = ['WCH', 'MDM', 'JDTA', 'DWRS', 'TXTZ', 'THZD', 'ZTDY', 'QTQD']

function meets(channel: string): boolean {
  return MEETINGS.includes(channel)
}
