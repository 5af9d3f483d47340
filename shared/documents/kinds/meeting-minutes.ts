import type { Day } from '../../domain/day.ts'
import { chapter, type OfficialData, officialMinutes, text, textTable } from '../official-paper.ts'
import type { Block, Paper } from '../paper.ts'
import { chineseDate, chineseWeekday, sentence } from '../wording.ts'

/** 协调会纪要 and 调度会纪要: who met, what was discussed, and what was decided. Petitioners are not named. */
export type MeetingMinutesData = OfficialData & {
  /** 协调会, 调度会 */
  readonly kind: string
  readonly title: string
  readonly on: Day
  readonly time: string
  readonly place: string
  readonly chair: string
  readonly leadUnit: string
  readonly assistUnits: readonly string[]
  readonly attendees: string
  readonly absent: string
  readonly agenda: readonly string[]
  readonly matters: readonly { readonly number: string; readonly title: string; readonly reason: string }[]
  readonly minutes: string
  readonly decisions: readonly MinutedDecision[]
}

export type MinutedDecision = {
  readonly what: string
  readonly unit: string
  readonly dueOn: Day
  readonly petition: string | null
  readonly level: string
}

export function meetingMinutes(data: MeetingMinutesData): Paper {
  return officialMinutes(data, {
    name: `${data.title}纪要`,
    masthead: `${data.organ}${data.kind}纪要`,
    title: `${data.title}纪要`,
    body: [
      text(opening(data)),
      chapter(1, '一、会议研究的事项'),
      ...numbered([
        ...data.agenda,
        ...data.matters.map(
          ({ number, title, reason }) => `${title}（${number}${reason === '' ? '' : `，${reason}`}）`,
        ),
      ]),
      chapter(1, '二、会议情况'),
      text(data.minutes),
      chapter(1, '三、议定事项'),
      ...decided(data.decisions),
    ],
    present: data.attendees,
    absent: data.absent,
    copiesTo: [data.leadUnit, ...data.assistUnits, ...data.decisions.map(({ unit }) => unit)],
  })
}

/** When, where, who presided, and which units were called. */
function opening(data: MeetingMinutesData): string {
  const when = `${chineseDate(data.on)}（${chineseWeekday(data.on)}）${data.time}`
  const assisting = data.assistUnits.length === 0 ? '' : `，${data.assistUnits.join('、')}协办`
  return `${when}，${data.chair}在${data.place}主持召开${data.title}（牵头单位：${data.leadUnit}${assisting}）。现将会议研究情况和议定事项纪要如下：`
}

function numbered(items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [text('本次会议未列具体事项。')]
  return items.map((item, index) => text(`${index + 1}.${sentence(item)}`))
}

function decided(decisions: readonly MinutedDecision[]): readonly Block[] {
  if (decisions.length === 0) return [text('本次会议没有议定须由单位落实的事项。')]
  return [
    text(
      '责任单位应在完成日期前落实下列事项并书面反馈，办公室据此催办、督办〔《信息沟通实施办法》二（三）、三2〕。',
    ),
    textTable(
      [
        { name: '序号', width: 14, centred: true },
        { name: '议定事项', width: 50 },
        { name: '责任单位', width: 34, centred: true },
        { name: '完成日期', width: 42, centred: true },
        { name: '方式', width: 16, centred: true },
      ],
      decisions.map(({ what, unit, dueOn, petition, level }, index) => [
        String(index + 1),
        petition === null ? what : `${what}（${petition}）`,
        unit,
        chineseDate(dueOn),
        level,
      ]),
    ),
  ]
}
