import { addDays, type Day } from '../../../shared/domain/day.ts'
import { noonOf, raisedVisit } from '../channels/short-record.ts'
import { cancelActivity, saveActivity } from '../handlers/activity-handlers.ts'
import { type ChannelStage, keep, type Teller } from './channels-demo.ts'
import { atMinute } from './hours.ts'
import { inventName } from './people.ts'

type Meeting = {
  readonly channel: string
  readonly title: string
  readonly place: string
  readonly attendees: string
  readonly participants: number
  /** Working days back from the end. */
  readonly back: number
  readonly matters: number
}

const MEETINGS: readonly Meeting[] = [
  {
    channel: 'WCH',
    title: '校领导午餐会',
    place: '第一食堂二楼',
    attendees: '随机邀请的各学院学生',
    participants: 12,
    back: 95,
    matters: 1,
  },
  {
    channel: 'WCH',
    title: '校领导午餐会',
    place: '第二食堂',
    attendees: '随机邀请的各学院学生',
    participants: 10,
    back: 15,
    matters: 2,
  },
  {
    channel: 'MDM',
    title: '我与校领导面对面学生座谈会',
    place: '学生活动中心报告厅',
    attendees: '学生代表',
    participants: 60,
    back: 25,
    matters: 3,
  },
  {
    channel: 'JDTA',
    title: '教职工代表大会',
    place: '学术报告厅',
    attendees: '教职工代表',
    participants: 120,
    back: 30,
    matters: 4,
  },
  {
    channel: 'DWRS',
    title: '民主党派和党外代表人士座谈会',
    place: '行政楼会议室',
    attendees: '各民主党派和党外代表人士',
    participants: 18,
    back: 45,
    matters: 1,
  },
  {
    channel: 'TXTZ',
    title: '退休老同志代表座谈会',
    place: '离退休活动中心',
    attendees: '退休老同志代表',
    participants: 25,
    back: 35,
    matters: 1,
  },
  {
    channel: 'ZTDY',
    title: '校领导办学条件专题调研',
    place: '各学院',
    attendees: '学院负责人和教师代表',
    participants: 30,
    back: 20,
    matters: 1,
  },
]

const HELD_AT = 16 * 60

/** Meetings over two semesters with the matters they raised, one ahead and one that came to nothing. */
export function planMeetings(stage: ChannelStage, teller: Teller): void {
  const { desk, staff, office, workDays, until } = stage
  const random = stage.random.fork('meetings')
  for (const [index, meeting] of MEETINGS.entries()) {
    const day = workDays.days.at(-meeting.back)
    if (day === undefined) continue
    const leader = random.pick(office.leaders)
    stage.plan(atMinute(day, HELD_AT + index), async () => {
      const id = await saveActivity(desk, staff.clerk, {
        id: null,
        held: true,
        activity: {
          ...formOf(meeting, day),
          host: `${leader.post}${leader.name}`,
          notes: '与会人员介绍了情况，提出的意见建议已逐条登记，会后分送有关部门办理。',
        },
      })
      await raise(stage, teller, meeting, id, day)
    })
  }
  const before = workDays.days.at(-12)
  if (before === undefined) return
  const [ahead, cancelled] = [addDays(until, 9), addDays(until, 16)]
  stage.plan(atMinute(before, HELD_AT + 30), async () => {
    const plan = {
      channel: 'MDM',
      title: '我与校领导面对面学生座谈会',
      place: '学生活动中心报告厅',
      attendees: '学生代表',
      participants: 0,
      back: 0,
      matters: 0,
    }
    await saveActivity(desk, staff.clerk, { id: null, held: false, activity: formOf(plan, ahead) })
    const id = await saveActivity(desk, staff.clerk, {
      id: null,
      held: false,
      activity: formOf({ ...plan, channel: 'WCH', title: '校领导午餐会' }, cancelled),
    })
    await cancelActivity(desk, staff.clerk, id, '与期末考试周时间冲突，另行安排。')
  })
}

function formOf({ channel, title, place, attendees, participants }: Meeting, heldOn: Day) {
  return { channel, title, heldOn, place, host: '', participants, attendees, notes: '' }
}

async function raise(
  stage: ChannelStage,
  teller: Teller,
  meeting: Meeting,
  activity: string,
  day: Day,
): Promise<void> {
  const random = stage.random.fork(`seconders/${activity}`)
  await stage.desk.ledger.change(async (change) => {
    for (let left = meeting.matters; left > 0; left -= 1) {
      const told = teller.tell(day, '会上提出')
      const person = told.visit.petitioners[0]
      const visit = raisedVisit(
        stage.staff.clerk,
        {
          proposer: person?.name ?? '',
          organisation: person?.organisation ?? '',
          seconders: meeting.channel === 'JDTA' ? [inventName(random), inventName(random)].join('、') : '',
          title: told.form.title,
          matter: told.form.matter,
          category: told.form.category,
          grade: null,
        },
        {
          channel: meeting.channel,
          origin: { kind: 'activity', activity },
          at: noonOf(stage.desk, day),
          place: meeting.place,
          identity: ['WCH', 'MDM'].includes(meeting.channel) ? 'student' : 'staff',
        },
      )
      const [form] = visit.petitions
      if (form !== undefined) await keep(stage, change, visit, form, day)
    }
  })
}
