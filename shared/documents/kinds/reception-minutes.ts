import type { Day } from '../../domain/day.ts'
import type { Block, Cell, Paper } from '../paper.ts'
import { titleLines } from '../title-lines.ts'
import { chineseDate, chineseWeekday, sentence } from '../wording.ts'

/** 校领导接待日纪要: what was brought and decided, sent to the leader and the units concerned. Names nobody in full. */
export type ReceptionMinutesData = {
  readonly organ: string
  readonly school: string
  readonly day: Day
  readonly start: string
  readonly end: string
  readonly place: string
  readonly leader: string
  readonly companions: readonly string[]
  /** Written by the office before the minutes are issued. */
  readonly note: string
  readonly talks: readonly MinutedTalk[]
  /** Kept out of the minutes, which go round: accusations, and whatever else names a person or unit complained about. */
  readonly accusations: number
  readonly people: number
  readonly issuedOn: Day
}

export type MinutedTalk = {
  readonly petition: string
  /** 张*明（学生，经济管理学院） */
  readonly who: string
  readonly title: string
  readonly matter: string
  readonly decided: string
  /** Empty for what was settled face to face. */
  readonly leadUnit: string
  readonly dueOn: Day | null
}

export function receptionMinutes(data: ReceptionMinutesData): Paper {
  const title = `${data.school}校领导接待日纪要`
  return {
    format: 'form',
    name: `${title}（${chineseDate(data.day)}）`,
    code: null,
    blocks: [
      { kind: 'title', lines: titleLines(title) },
      paragraph(opening(data)),
      ...(data.talks.length === 0 ? [paragraph('当天没有需要记载的谈话。')] : []),
      ...data.talks.flatMap((talk, at) => talkBlocks(talk, at)),
      ...closing(data),
      ...assignments(data.talks.filter(({ leadUnit }) => leadUnit !== '')),
      { kind: 'signature', organ: data.organ, date: chineseDate(data.issuedOn), sealed: false },
    ],
  }
}

function opening(data: ReceptionMinutesData): string {
  const when = `${chineseDate(data.day)}（${chineseWeekday(data.day)}）${data.start}—${data.end}`
  const beside = data.companions.length === 0 ? '' : `，${data.companions.join('、')}陪同`
  const count = data.talks.length + data.accusations
  const heard = count === 0 ? '当天没有来访' : `共接待来访${count}批${data.people}人次，反映事项${count}件`
  return `${when}，${data.leader}在${data.place}接待来访师生${beside}，${heard}。现将有关情况纪要如下。`
}

function talkBlocks({ petition, who, title, matter, decided }: MinutedTalk, at: number): readonly Block[] {
  return [
    { kind: 'paragraph', line: [{ text: `${at + 1}.${title}（${petition}）`, face: 'hei' }] },
    paragraph(`${who}反映：${sentence(matter)}`),
    { kind: 'paragraph', line: [{ text: '处理意见：', face: 'hei' }, sentence(decided)] },
  ]
}

function closing({ accusations, note }: ReceptionMinutesData): readonly Block[] {
  return [
    ...(accusations === 0
      ? []
      : [
          paragraph(
            `另有检举控告和涉及被反映人员、单位的事项${accusations}件，按规定单独办理，不列入本纪要（《信访工作条例》第三十条）。`,
          ),
        ]),
    ...(note === ''
      ? []
      : [{ kind: 'paragraph', line: [{ text: '说明：', face: 'hei' }, sentence(note)] } as const]),
  ]
}

/** What each unit has to do by when, at one glance. */
function assignments(talks: readonly MinutedTalk[]): readonly Block[] {
  if (talks.length === 0) return []
  const table: Block = {
    kind: 'table',
    dense: true,
    columns: [12, 40, 44, 28, 38],
    rows: [
      { head: true, cells: ['序号', '信访编号', '事项', '承办单位', '办理期限'].map((text) => label(text)) },
      ...talks.map(({ petition, title, leadUnit, dueOn }, at) => ({
        cells: [
          label(String(at + 1)),
          value(petition),
          value(title),
          value(leadUnit),
          value(dueOn === null ? '—' : chineseDate(dueOn)),
        ],
      })),
    ],
  }
  return [{ kind: 'paragraph', line: [{ text: '交办事项：', face: 'hei' }] }, table]
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', line: [text] }
}

function label(text: string): Cell {
  return { role: 'label', lines: [[text]], align: 'center' }
}

function value(text: string): Cell {
  return { role: 'value', lines: [[text]] }
}
