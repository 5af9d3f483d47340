import type { Day } from '../../domain/day.ts'
import type { Block, Cell, Paper } from '../paper.ts'
import { chineseDate, chineseWeekday, sentence } from '../wording.ts'

/** 协调会纪要 and 调度会纪要: who met, what was discussed, and what was decided. Petitioners are not named. */
export type MeetingMinutesData = {
  readonly organ: string
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
  readonly issuedOn: Day
}

export type MinutedDecision = {
  readonly what: string
  readonly unit: string
  readonly dueOn: Day
  readonly petition: string | null
  readonly level: string
}

export function meetingMinutes(data: MeetingMinutesData): Paper {
  return {
    format: 'form',
    name: `${data.title}纪要`,
    code: null,
    blocks: [
      { kind: 'title', lines: [`${data.kind}纪要`] },
      { kind: 'caption', left: data.organ, right: chineseDate(data.issuedOn) },
      facts(data),
      { kind: 'heading', level: 1, text: '一、会议研究的事项' },
      ...numbered([
        ...data.agenda,
        ...data.matters.map(
          ({ number, title, reason }) => `${title}（${number}${reason === '' ? '' : `，${reason}`}）`,
        ),
      ]),
      { kind: 'heading', level: 1, text: '二、会议情况' },
      { kind: 'paragraph', line: [data.minutes] },
      { kind: 'heading', level: 1, text: '三、议定事项' },
      ...decided(data.decisions),
      { kind: 'signature', organ: data.organ, date: chineseDate(data.issuedOn), sealed: true },
    ],
  }
}

function facts(data: MeetingMinutesData): Block {
  const when = `${chineseDate(data.on)}（${chineseWeekday(data.on)}）${data.time}`
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['会议名称', data.title],
    ['时间', when],
    ['地点', data.place],
    ['主持', data.chair],
    ['牵头单位', data.leadUnit],
    ['协办单位', data.assistUnits.join('、') || '无'],
    ['出席', data.attendees],
    ...(data.absent === '' ? [] : [['请假', data.absent] as const]),
  ]
  return {
    kind: 'table',
    columns: [32, 130],
    rows: rows.map(([label, text]) => ({ divisible: true, cells: [labelled(label), value(text)] })),
  }
}

function numbered(items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [{ kind: 'paragraph', line: ['本次会议未列具体事项。'] }]
  return items.map((item, index) => ({ kind: 'paragraph', line: [`${index + 1}. ${sentence(item)}`] }))
}

function decided(decisions: readonly MinutedDecision[]): readonly Block[] {
  if (decisions.length === 0) return [{ kind: 'paragraph', line: ['本次会议没有议定须由单位落实的事项。'] }]
  return [
    {
      kind: 'table',
      columns: [14, 60, 34, 38, 16],
      rows: [
        { head: true, cells: ['序号', '议定事项', '责任单位', '完成日期', '方式'].map(labelled) },
        ...decisions.map((decision, index) => ({
          divisible: true,
          cells: [
            value(String(index + 1), 'center'),
            value(decision.petition === null ? decision.what : `${decision.what}（${decision.petition}）`),
            value(decision.unit, 'center'),
            value(chineseDate(decision.dueOn), 'center'),
            value(decision.level, 'center'),
          ],
        })),
      ],
    },
    {
      kind: 'remarks',
      items: [
        '责任单位应在完成日期前落实并书面反馈，办公室据此催办、督办（《信息沟通实施办法》二（三）、三2）。',
      ],
    },
  ]
}

function labelled(text: string): Cell {
  return { role: 'label', lines: [[text]], align: 'center' }
}

function value(text: string, align: 'left' | 'center' = 'left'): Cell {
  return { role: 'value', lines: [[text]], align }
}
