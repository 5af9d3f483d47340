import type { Day } from '../domain/day.ts'
import type { Annex, Block, Cell, Paper } from './paper.ts'
import { isHourglass, titleLines } from './title-lines.ts'
import { cellsOf, chineseDate } from './wording.ts'

/** What every document and all minutes of the office say of themselves. */
export type OfficialData = {
  /** Issuing organ, full or standard short name. */
  readonly organ: string
  /** 发文字号 `校办字〔2026〕12号`; a preview leaves the serial out. */
  readonly number: string
  readonly issuedOn: Day
}

export type DocumentParts = {
  /** Kind and matter, for the file's properties. */
  readonly name: string
  /** 事由和文种: `关于……的通知`; the organ stands before it in the title. */
  readonly matter: string
  readonly addressee: string
  readonly body: readonly Block[]
  /** 上行文 only: who signs; empty leaves a gap for the name. */
  readonly signatory?: string
  readonly attachments?: readonly string[]
  /** 附注, without its brackets. */
  readonly note?: string
  /** From the first annex on. */
  readonly annexes?: readonly Block[]
  readonly copiesTo?: readonly string[]
}

/** 文件格式 (GB/T 9704-2012, 7): 红头, text, signature with seal, annexes, 版记. */
export function officialDocument(data: OfficialData, parts: DocumentParts): Paper {
  const { signatory, attachments = [], note = '', annexes = [], copiesTo = [] } = parts
  const date = chineseDate(data.issuedOn)
  return {
    format: 'document',
    name: parts.name,
    code: null,
    blocks: [
      { kind: 'letterhead', organ: `${data.organ}文件` },
      { kind: 'documentNumber', text: data.number },
      ...(signatory === undefined ? [] : [{ kind: 'signatory', name: signatory } as const]),
      { kind: 'title', lines: officialTitle(data.organ, parts.matter) },
      { kind: 'addressee', text: `${parts.addressee}：` },
      ...parts.body,
      ...(attachments.length === 0 ? [] : [{ kind: 'attachments', names: attachments } as const]),
      { kind: 'signature', organ: data.organ, date, sealed: true },
      ...(note === '' ? [] : [{ kind: 'note', text: note } as const]),
      ...annexes,
      { kind: 'imprint', copiesTo: unique(copiesTo), organ: data.organ, date },
    ],
  }
}

export type MinutesParts = {
  readonly name: string
  /** 纪要标志 in red: `×××纪要`. */
  readonly masthead: string
  readonly title: string
  readonly body: readonly Block[]
  readonly present: string
  readonly absent?: string
  readonly attending?: string
  readonly copiesTo: readonly string[]
}

/** 纪要格式 (10.3): 纪要标志, number, issuer and date, text, who was there, 版记; without a seal. */
export function officialMinutes(data: OfficialData, parts: MinutesParts): Paper {
  const date = chineseDate(data.issuedOn)
  return {
    format: 'minutes',
    name: parts.name,
    code: null,
    blocks: [
      { kind: 'letterhead', organ: parts.masthead },
      { kind: 'documentNumber', text: data.number },
      { kind: 'issuer', organ: data.organ, date },
      { kind: 'title', lines: titleLines(parts.title, TITLE_CELLS) },
      ...parts.body,
      ...attendance('出席', parts.present),
      ...attendance('请假', parts.absent ?? ''),
      ...attendance('列席', parts.attending ?? ''),
      { kind: 'imprint', copiesTo: unique(parts.copiesTo), organ: data.organ, date },
    ],
  }
}

function attendance(label: string, names: string): readonly Block[] {
  return names.trim() === '' ? [] : [{ kind: 'attendance', label, names }]
}

/**
 * 发文机关名称、事由、文种 (7.3.1, 公文处理工作条例第九条): the organ on a line of its own when one line is too short and
 * no hourglass comes of it.
 */
export function officialTitle(organ: string, matter: string): readonly string[] {
  const whole = titleLines(`${organ}${matter}`, TITLE_CELLS)
  const apart = [organ, matter].flatMap((part) => titleLines(part, TITLE_CELLS))
  return whole.length === 1 || isHourglass(apart) ? whole : apart
}

/** Two less than fit, for readers that widen the gaps between figures and characters. */
const TITLE_CELLS = 18

/** An annex's first page; `附件1` when there are several, nothing before what a notice prints and sends round. */
export function annex(label: string, title: string): Annex {
  return { kind: 'annex', label, title: titleLines(title, TITLE_CELLS) }
}

export function text(line: string): Block {
  return { kind: 'paragraph', line: [line] }
}

export function chapter(level: 1 | 2, words: string): Block {
  return { kind: 'heading', level, text: words }
}

/** A row with more in a cell than this may go on to the next page; a short one never does. */
const LONG_CELLS = 100

/** A table across the type area: what each column is called, how wide it is in mm, and which are centred. */
export function textTable(
  columns: readonly { readonly name: string; readonly width: number; readonly centred?: boolean }[],
  rows: readonly (readonly (string | readonly string[])[])[],
): Block {
  const cell = (content: string | readonly string[], centred: boolean): Cell => ({
    role: 'value',
    lines: (typeof content === 'string' ? [content] : content).map((line) => [line]),
    align: centred ? 'center' : 'left',
  })
  return {
    kind: 'table',
    columns: columns.map(({ width }) => width),
    rows: [
      { head: true, cells: columns.map(({ name }) => ({ role: 'label', lines: [[name]], align: 'center' })) },
      ...rows.map((row) => ({
        divisible: row.some((content) => cellsOf(String(content)) > LONG_CELLS),
        cells: columns.map(({ centred = false }, at) => cell(row[at] ?? '', centred)),
      })),
    ],
  }
}

function unique(units: readonly string[]): readonly string[] {
  return Array.from(new Set(units.filter((unit) => unit !== '')))
}
