import { type Day, dayOf, type Instant } from '../../domain/day.ts'
import { scanText } from '../../rules/numbering.ts'
import type { Block, Cell, Paper, Row, Table } from '../paper.ts'
import { chineseDate, chineseMoment, chineseWeekday } from '../wording.ts'

/** 来访回执, handed to the visitor over the counter (《信访工作条例》第二十三条: 当场书面告知). */
export type VisitReceiptData = {
  readonly documentId: string
  readonly visitNumber: string
  readonly organ: string
  readonly receivedAt: Instant
  readonly place: string
  /** Null when anonymous. */
  readonly petitionerName: string | null
  readonly petitions: readonly ReceiptPetition[]
  /** 查询码 */
  readonly queryCode: string
  /** How to ask: phone, place, hours. */
  readonly enquiry: { readonly phone: string; readonly place: string; readonly hours?: string }
  readonly receivedBy: string
}

export type ReceiptPetition = {
  readonly number: string
  readonly title: string
  /** 办理方式 in words: 转办, 直接办理 … */
  readonly route: string
  /** 承办去向; the receiving office itself when left out. */
  readonly unit?: string
  /** 预计答复日期; null where no answer is owed. */
  readonly answerOn: Day | null
  /** Its holidays are not published yet. */
  readonly provisional: boolean
}

export function visitReceipt(data: VisitReceiptData): Paper {
  const first = data.petitions[0]
  return {
    format: 'form',
    name: `来访回执（${data.visitNumber}）`,
    code: first === undefined ? null : scanText(first.number, data.documentId),
    blocks: [
      { kind: 'title', lines: ['来访回执'] },
      { kind: 'caption', left: `登记编号：${data.visitNumber}`, right: `查询码：${data.queryCode}` },
      visitTable(data),
      petitionTable(data.petitions),
      { kind: 'remarks', items: remarks(data) },
      { kind: 'signature', organ: data.organ, date: chineseDate(dayOf(data.receivedAt)), sealed: true },
      stub(data),
    ],
  }
}

function visitTable(data: VisitReceiptData): Table {
  return {
    kind: 'table',
    columns: [22, 71, 22, 47],
    rows: [
      row(
        label('来访人'),
        value(data.petitionerName ?? '（未留姓名）'),
        label('接收时间'),
        value(chineseMoment(data.receivedAt)),
      ),
      row(label('接待地点'), value(data.place), label('接待人'), value(data.receivedBy)),
    ],
  }
}

function petitionTable(petitions: readonly ReceiptPetition[]): Table {
  return {
    kind: 'table',
    columns: [38, 41, 20, 26, 37],
    rows: [
      { head: true, cells: ['信访编号', '事项', '办理方式', '承办去向', '预计答复日期'].map(label) },
      ...petitions.map((petition) =>
        row(
          value(petition.number, 'center'),
          value(petition.title),
          value(petition.route, 'center'),
          value(whereTo(petition), 'center'),
          { role: 'value', lines: answerDay(petition).map((text) => [text]), align: 'center' } as const,
        ),
      ),
    ],
  }
}

function whereTo({ unit = '' }: ReceiptPetition): string {
  return unit === '' ? '本接待室' : unit
}

/** The day, and below it the day of the week or that its year has no calendar yet. */
function answerDay({ answerOn, provisional }: ReceiptPetition): readonly string[] {
  if (answerOn === null) return ['—']
  return [chineseDate(answerOn), provisional ? '（暂定）' : `（${chineseWeekday(answerOn)}）`]
}

function remarks({ enquiry }: VisitReceiptData): readonly string[] {
  const hours = enquiry.hours === undefined ? '' : `，接待时间：${enquiry.hours}`
  return [
    '您反映的事项已经登记接收，处理途径和承办去向如上，特此书面告知（《信访工作条例》第二十三条）。',
    `您可凭信访编号和查询码查询办理进度。查询电话：${enquiry.phone}；查询地点：${enquiry.place}${hours}。`,
    '承办单位将在预计答复日期前答复您；确需延期的，将向您说明原因〔《信息沟通实施办法》二（四）〕。',
    '您提供的个人信息仅用于办理、答复和依法归档，请妥善保管本回执，勿将查询码告知他人。',
  ]
}

function stub(data: VisitReceiptData): Block {
  return {
    kind: 'tearOff',
    hint: '沿虚线裁下，以下由接待室留存',
    title: '来访回执存根',
    lines: [[`本人已收到登记编号为${data.visitNumber}的来访回执。`]],
    fields: [{ label: '来访人签名' }, { label: '签收时间', hint: '年　月　日　时' }],
  }
}

function row(...cells: readonly Cell[]): Row {
  return { cells }
}

function label(text: string): Cell {
  return { role: 'label', lines: [[text]], align: 'center' }
}

function value(text: string, align: 'left' | 'center' = 'left'): Cell {
  return { role: 'value', lines: [[text]], align }
}
