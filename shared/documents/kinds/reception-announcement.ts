import type { Day } from '../../domain/day.ts'
import type { Block, Cell, Paper } from '../paper.ts'
import { titleLines } from '../title-lines.ts'
import { chineseDate, chineseWeekday } from '../wording.ts'

/** 校领导接待日公告 with its 安排表, put up and sent round before the first of its days. */
export type ReceptionAnnouncementData = {
  readonly organ: string
  readonly school: string
  readonly days: readonly AnnouncedDay[]
  readonly groupCap: number
  readonly departmentFirst: boolean
  /** Where and how to book. */
  readonly contact: string
  readonly issuedOn: Day
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

const HEADS = ['接访时间', '预约截止时间', '接访校领导', '接访地点', '陪同部门']

export function receptionAnnouncement(data: ReceptionAnnouncementData): Paper {
  const title = `${data.school}校领导接待日公告`
  return {
    format: 'form',
    name: title,
    code: null,
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      paragraph(
        '为进一步畅通师生反映意见的渠道，根据《信息沟通实施办法》，学校实行校领导接待日制度，由校领导轮流接待师生来访。现将近期安排公告如下。',
      ),
      {
        kind: 'table',
        columns: [42, 41, 29, 25, 25],
        rows: [
          { head: true, cells: HEADS.map((text) => label(text)) },
          ...data.days.map((day) => ({ cells: dayCells(day) })),
        ],
      },
      { kind: 'remarks', items: remarks(data) },
      { kind: 'signature', organ: data.organ, date: chineseDate(data.issuedOn), sealed: true },
    ],
  }
}

function dayCells({ day, start, end, cutOff, leader, place, companions }: AnnouncedDay): readonly Cell[] {
  return [
    value(`${chineseDate(day)}（${chineseWeekday(day)}）`, `${start}—${end}`),
    value(chineseDate(cutOff.day), cutOff.time),
    value(leader),
    value(place),
    value(companions.length === 0 ? '—' : companions.join('、')),
  ]
}

function remarks(data: ReceptionAnnouncementData): readonly string[] {
  return [
    '接待对象：本校学生、教职工、离退休人员，以及与学校工作有关的校友、学生家长和校外人员。',
    `预约方式：${data.contact === '' ? `联系${data.organ}` : data.contact}。预约请说明姓名、所在单位、联系电话和反映的事项。`,
    ...(data.departmentFirst ? ['请先向有关职能部门反映；预约时请说明已向哪个部门反映以及结果。'] : []),
    `多人反映同一事项的，应推选代表，每批不超过${data.groupCap}人（《信访工作条例》第二十条）。`,
    '当天先接待预约人员，再按到场先后接待现场来访人员。',
    '依法应当通过诉讼、仲裁、行政复议等法定途径解决的事项，请向有权处理的机关提出。',
    '安排如有变动，另行通知。',
  ]
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', line: [text] }
}

function label(text: string): Cell {
  return { role: 'label', lines: [[text]], align: 'center' }
}

function value(...texts: readonly string[]): Cell {
  return { role: 'value', lines: texts.map((text) => [text]), align: 'center' }
}
