import { type Day, dayOf, type Instant, timeOf } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import { formTitle } from '../form-parts.ts'
import type { Cell, Paper, Row } from '../paper.ts'
import { chineseDate, chineseWeekday, sentence } from '../wording.ts'

/** 校领导接待日登记表（处理单）: what was said, what the leader decided, and room for what came of it. An internal sheet. */
export type ReceptionRecordData = {
  readonly documentId: string
  readonly school: string
  /** 值班 instead of 校领导接待日: a duty shift of the growth centre. */
  readonly shift: boolean
  readonly conversation: string
  readonly petition: string
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly place: string
  readonly leader: string
  /** Who sat in: 陪同接访人员. */
  readonly companions: string
  readonly person: {
    readonly name: string
    readonly identity: string
    readonly studentNumber: string
    readonly organisation: string
    readonly phone: string
  }
  readonly headcount: number
  readonly title: string
  readonly matter: string
  readonly demand: string
  /** The leader's decision in words; empty while it is put off. */
  readonly decided: string
  readonly leadUnit: string
  readonly dueOn: Day | null
  readonly provisional: boolean
  readonly recordedBy: string
  /** What came of it so far; a sheet printed on the day leaves it to be written in. */
  readonly followed: {
    readonly handedOn: Day | null
    readonly answer: { readonly on: Day; readonly text: string } | null
    readonly reportedOn: Day | null
  }
}

export function receptionRecord(data: ReceptionRecordData): Paper {
  const name = data.shift ? '大学生成长指导与服务中心值班接待登记表' : '校领导接待日登记表（处理单）'
  return {
    format: 'form',
    name: `${name}（${data.conversation}）`,
    code: scanText(data.petition, data.documentId),
    blocks: [
      formTitle(data.school, name),
      { kind: 'caption', left: `接待编号：${data.conversation}`, right: `信访编号：${data.petition}` },
      {
        kind: 'table',
        columns: [25, 62, 25, 50],
        rows: [...whoRows(data), ...saidRows(data), ...decidedRows(data), ...followedRows(data)],
      },
      {
        kind: 'remarks',
        items: [
          '本表由接待日工作人员保管，办结后随有关材料归档；反映检举控告的，不得转给被反映的人员和单位（《信访工作条例》第三十条）。',
        ],
      },
    ],
  }
}

function whoRows(data: ReceptionRecordData): readonly Row[] {
  const { person } = data
  const day = dayOf(data.startedAt)
  const until = data.endedAt === null ? '' : `—${timeOf(data.endedAt)}`
  return [
    row(
      label('接待时间'),
      value(`${chineseDate(day)}${chineseWeekday(day)}${timeOf(data.startedAt)}${until}`),
      label('接待地点'),
      value(data.place),
    ),
    row(
      label(data.shift ? '带班领导' : '接访校领导'),
      value(data.leader),
      label('陪同人员'),
      value(data.companions),
    ),
    row(
      label('来 访 人'),
      value(person.name === '' ? '（未留姓名）' : person.name),
      label('身　　份'),
      value(person.identity),
    ),
    row(label('学号/工号'), value(person.studentNumber), label('联系电话'), value(person.phone)),
    row(label('所在单位'), value(person.organisation), label('来访人数'), value(`${data.headcount}人`)),
  ]
}

function saidRows(data: ReceptionRecordData): readonly Row[] {
  return [
    row(label('反映事项'), value(data.title, 3)),
    long('反映问题', data.matter, 40),
    long('具体诉求', data.demand, 20),
  ]
}

function decidedRows(data: ReceptionRecordData): readonly Row[] {
  const due = data.dueOn === null ? '' : `${chineseDate(data.dueOn)}${data.provisional ? '（暂定）' : ''}`
  return [
    {
      height: 34,
      divisible: true,
      cells: [
        label('校领导意见'),
        {
          role: 'value',
          span: 3,
          lines: [[data.decided], ['签名：', { blank: 6 }, '　　　年　　月　　日']],
        },
      ],
    },
    row(label('承办单位'), value(data.leadUnit), label('办理期限'), value(due)),
  ]
}

function followedRows({ followed: { handedOn, answer, reportedOn } }: ReceptionRecordData): readonly Row[] {
  return [
    row(
      label('转交时间'),
      value(handedOn === null ? '' : chineseDate(handedOn)),
      label('接 收 人'),
      value(''),
    ),
    long('办理和答复', answer === null ? '' : `${chineseDate(answer.on)}答复：${sentence(answer.text)}`, 24),
    {
      height: 16,
      cells: [
        label('向校领导', '反馈'),
        {
          role: 'value',
          span: 3,
          lines: [
            [
              '反馈日期：',
              reportedOn === null ? { blank: 6 } : chineseDate(reportedOn),
              '　　校领导签字认可：',
              { blank: 6 },
            ],
          ],
        },
      ],
    },
  ]
}

function row(...cells: readonly Cell[]): Row {
  return { cells }
}

function long(name: string, text: string, height: number): Row {
  return { height, divisible: true, cells: [label(name), value(text, 3)] }
}

function label(...texts: readonly string[]): Cell {
  return { role: 'label', lines: texts.map((text) => [text]), align: 'center' }
}

function value(text: string, span: number = 1): Cell {
  return { role: 'value', lines: [[text]], ...(span === 1 ? {} : { span }) }
}
