import type { Day } from '../../domain/day.ts'
import { formTitle, label, long, row, value } from '../form-parts.ts'
import type { Paper } from '../paper.ts'
import { chineseDate, chineseWeekday } from '../wording.ts'

/** 接待日预约登记表: who wants to be heard by whom and when, and what was arranged. An internal sheet. */
export type ReceptionBookingData = {
  readonly school: string
  /** Number of the booking. */
  readonly guest: string
  readonly person: {
    readonly name: string
    readonly identity: string
    readonly studentNumber: string
    readonly organisation: string
    readonly phone: string
    readonly email: string
  }
  readonly headcount: number
  readonly companions: string
  readonly title: string
  readonly matter: string
  readonly demand: string
  /** 材料附件, as they were named. */
  readonly materials: string
  /** 是否已向职能部门反映及结果 */
  readonly department: string
  readonly means: string
  readonly registeredOn: Day
  readonly registeredBy: string
  readonly leader: string
  readonly day: Day
  readonly start: string
  readonly end: string
  readonly place: string
  readonly appointedAt: string
  readonly toldOn: Day | null
}

const WIDE = 3

export function receptionBooking(data: ReceptionBookingData): Paper {
  const { person } = data
  return {
    format: 'form',
    name: `校领导接待日预约登记表（${data.guest}）`,
    code: null,
    blocks: [
      formTitle(data.school, '校领导接待日预约登记表'),
      {
        kind: 'caption',
        left: `预约编号：${data.guest}`,
        right: `受理日期：${chineseDate(data.registeredOn)}`,
      },
      {
        kind: 'table',
        columns: [27, 54, 27, 54],
        rows: [
          row(label('姓　　名'), value(person.name), label('身　　份'), value(person.identity)),
          row(label('学号/工号'), value(person.studentNumber), label('联系电话'), value(person.phone)),
          row(label('所在单位'), value(person.organisation), label('电子邮箱'), value(person.email)),
          row(label('来访人数'), value(`${data.headcount}人`), label('随行人员'), value(data.companions)),
          row(label('反映事项'), value(data.title, 3)),
          long('情况说明', data.matter, WIDE, 26),
          long('诉　　求', data.demand, WIDE, 18),
          long(['是否已向职', '能部门反映', '及结果'], data.department, WIDE, 22),
          row(label('材　　料'), value(data.materials, WIDE)),
          row(
            label('预约时间'),
            value(`${chineseDate(data.day)}（${chineseWeekday(data.day)}）${data.start}—${data.end}`, 3),
          ),
          row(label('接访校领导'), value(data.leader), label('接待地点'), value(data.place)),
          row(label('预约方式'), value(data.means), label('受 理 人'), value(data.registeredBy)),
          row(
            label('约定时间'),
            value(data.appointedAt),
            label('通知日期'),
            value(data.toldOn === null ? '' : chineseDate(data.toldOn)),
          ),
        ],
      },
      { kind: 'remarks', items: ['本表含个人信息，仅供安排接待使用，随接待日材料归档。'] },
    ],
  }
}
