import type { Day } from '../../domain/day.ts'
import { annex, chapter, type OfficialData, officialDocument, text, textTable } from '../official-paper.ts'
import type { Block, Paper } from '../paper.ts'
import { chineseDate, chineseOrdinal, chineseWeekday } from '../wording.ts'

/** 校领导接待日的通知 with its 安排表, put up and sent round before the first of its days. */
export type ReceptionAnnouncementData = OfficialData & {
  readonly school: string
  readonly days: readonly AnnouncedDay[]
  readonly groupCap: number
  readonly departmentFirst: boolean
  /** Where and how to book. */
  readonly contact: string
}

export type AnnouncedDay = {
  readonly day: Day
  readonly start: string
  readonly end: string
  readonly cutOff: { readonly day: Day; readonly time: string }
  /** Post and name. */
  readonly leader: string
  readonly place: string
  readonly companions: readonly string[]
}

const SCHEDULE = '校领导接待日安排表'

export function receptionAnnouncement(data: ReceptionAnnouncementData): Paper {
  return officialDocument(data, {
    name: `${data.school}校领导接待日通知`,
    matter: '关于校领导接待日安排的通知',
    addressee: '各学院、各部门，全校师生',
    body: [
      text(
        '为进一步畅通师生反映意见的渠道，根据《信息沟通实施办法》一（三）2，学校实行校领导接待日制度，由校领导轮流接待师生来访。现将近期安排（见附件）和有关事项通知如下：',
      ),
      ...chapters(data).flatMap(([name, ...paragraphs], at) => [
        chapter(1, `${chineseOrdinal(at + 1)}、${name}`),
        ...paragraphs.map((words) => text(words)),
      ]),
    ],
    attachments: [SCHEDULE],
    annexes: [annex('附件', SCHEDULE), schedule(data.days)],
  })
}

type Chapter = readonly [name: string, ...paragraphs: readonly string[]]

function chapters(data: ReceptionAnnouncementData): readonly Chapter[] {
  return [
    ['接待对象', '本校学生、教职工、离退休人员，以及与学校工作有关的校友、学生家长和校外人员。'],
    [
      '预约方式',
      `${data.contact === '' ? `联系${data.organ}` : data.contact}。预约请说明姓名、所在单位、联系电话和反映的事项。当天先接待预约人员，再按到场先后接待现场来访人员。`,
      ...(data.departmentFirst ? ['请先向有关职能部门反映；预约时请说明已向哪个部门反映以及结果。'] : []),
    ],
    [
      '有关要求',
      `多人反映同一事项的，应推选代表，每批不超过${data.groupCap}人（《信访工作条例》第二十条）。`,
      '依法应当通过诉讼、仲裁、行政复议等法定途径解决的事项，请向有权处理的机关提出。',
      '安排如有变动，另行通知。',
    ],
  ]
}

function schedule(days: readonly AnnouncedDay[]): Block {
  return textTable(
    [
      { name: '接访时间', width: 46, centred: true },
      { name: '预约截止时间', width: 34, centred: true },
      { name: '接访校领导', width: 26, centred: true },
      { name: '接访地点', width: 28, centred: true },
      { name: '陪同部门', width: 22, centred: true },
    ],
    days.map(({ day, start, end, cutOff, leader, place, companions }) => [
      [chineseDate(day), `（${chineseWeekday(day)}）${start}—${end}`],
      [chineseDate(cutOff.day), cutOff.time],
      leader,
      place,
      companions.length === 0 ? '—' : companions.join('、'),
    ]),
  )
}
