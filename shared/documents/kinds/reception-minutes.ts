import type { Day } from '../../domain/day.ts'
import { chapter, type OfficialData, officialMinutes, text, textTable } from '../official-paper.ts'
import type { Block, Paper } from '../paper.ts'
import { chineseDate, chineseOrdinal, chineseWeekday, sentence } from '../wording.ts'

/** 校领导接待日纪要: what was brought and decided, sent to the leader and the units concerned. Names nobody in full. */
export type ReceptionMinutesData = OfficialData & {
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
  const given = data.talks.filter(({ leadUnit }) => leadUnit !== '')
  return officialMinutes(data, {
    name: `${data.school}校领导接待日纪要（${chineseDate(data.day)}）`,
    masthead: `${data.school}校领导接待日纪要`,
    title: `${chineseDate(data.day)}校领导接待来访情况`,
    body: [
      text(opening(data)),
      ...inChapters([
        ['反映事项和处理意见', ...talks(data)],
        ['交办事项', ...(given.length === 0 ? [] : [assignments(given)])],
        ['其他事项', ...others(data)],
      ]),
    ],
    present: data.leader,
    attending: data.companions.join('、'),
    copiesTo: [...given.map(({ leadUnit }) => leadUnit), ...data.companions],
  })
}

type Chapter = readonly [name: string, ...blocks: readonly Block[]]

/** Numbered on; one without anything in it is left out. */
function inChapters(chapters: readonly Chapter[]): readonly Block[] {
  return chapters
    .filter(([, ...blocks]) => blocks.length > 0)
    .flatMap(([name, ...blocks], at) => [chapter(1, `${chineseOrdinal(at + 1)}、${name}`), ...blocks])
}

function opening(data: ReceptionMinutesData): string {
  const when = `${chineseDate(data.day)}（${chineseWeekday(data.day)}）${data.start}—${data.end}`
  const beside = data.companions.length === 0 ? '' : `，${data.companions.join('、')}陪同`
  const count = data.talks.length + data.accusations
  const heard = count === 0 ? '当天没有来访' : `共接待来访${count}批${data.people}人次，反映事项${count}件`
  return `${when}，${data.leader}在${data.place}接待来访师生${beside}，${heard}。现将有关情况纪要如下：`
}

function talks({ talks: all }: ReceptionMinutesData): readonly Block[] {
  if (all.length === 0) return [text('当天没有需要记载的谈话。')]
  return all.flatMap(({ petition, who, title, matter, decided }, at): readonly Block[] => [
    chapter(2, `（${chineseOrdinal(at + 1)}）${title}（${petition}）`),
    text(`${who}反映：${sentence(matter)}`),
    { kind: 'paragraph', line: [{ text: '处理意见：', face: 'hei' }, sentence(decided)] },
  ])
}

/** What each unit has to do by when, at one glance. */
function assignments(given: readonly MinutedTalk[]): Block {
  return textTable(
    [
      { name: '序号', width: 14, centred: true },
      { name: '信访编号', width: 40, centred: true },
      { name: '事项', width: 34 },
      { name: '承办单位', width: 26, centred: true },
      { name: '办理期限', width: 42, centred: true },
    ],
    given.map(({ petition, title, leadUnit, dueOn }, at) => [
      String(at + 1),
      petition,
      title,
      leadUnit,
      dueOn === null ? '—' : chineseDate(dueOn),
    ]),
  )
}

function others({ accusations, note }: ReceptionMinutesData): readonly Block[] {
  return [
    ...(accusations === 0
      ? []
      : [
          text(
            `另有检举控告和涉及被反映人员、单位的事项${accusations}件，按规定单独办理，不列入本纪要（《信访工作条例》第三十条）。`,
          ),
        ]),
    ...(note === '' ? [] : [text(sentence(note))]),
  ]
}
