import { strFromU8 } from 'fflate'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { TemplateParagraph } from '../../../shared/documents/template-fields/findings.ts'
import type { Parts } from './repack.ts'

/** What keeps a template from being used besides its placeholders. */
export type Remnants = { readonly comments: number; readonly revisions: number }

export type ReadTemplate = { readonly paragraphs: readonly TemplateParagraph[]; readonly remnants: Remnants }

/** Every paragraph the filler fills, in the order of the page, with where a clerk finds it. */
export function readTemplate(parts: Parts): ReadTemplate {
  const names = [...parts.keys()].filter((name) => PART.test(name)).toSorted()
  const readers = names.map((name) => readPart(name, strFromU8(parts.get(name) ?? new Uint8Array())))
  const ordered = readers.toSorted((one, other) => Number(other.main) - Number(one.main))
  return {
    paragraphs: ordered.flatMap(({ paragraphs }) => paragraphs),
    remnants: {
      comments: sum(readers.map(({ comments }) => comments)),
      revisions: sum(readers.map(({ revisions }) => revisions)),
    },
  }
}

const PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u
const PART_NAMES = {
  document: '正文',
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
} as const

function partName(name: string): string {
  const found = /^word\/(document|header|footer|footnotes|endnotes)/u.exec(name)?.[1]
  return Object.entries(PART_NAMES).find(([key]) => key === found)?.[1] ?? name
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}

type OpenTable = { readonly name: string; readonly id: string; row: number; cell: number; paragraph: number }
type OpenText = { text: string; place: string; readonly cell: string; readonly table: string; at: number }

class PartReader {
  readonly main: boolean
  readonly paragraphs: TemplateParagraph[] = []
  comments = 0
  revisions = 0
  private readonly part: string
  private readonly file: string
  private readonly tables: OpenTable[] = []
  private readonly texts: OpenText[] = []
  private boxes = 0
  private box = 0
  private boxParagraph = 0
  private paragraph = 0
  private tableCount = 0
  /** Within what readers of old Word see instead; it says the same again. */
  private fallback = 0
  private inText = false

  constructor(file: string) {
    this.file = file
    this.part = partName(file)
    this.main = file === 'word/document.xml'
  }

  open({ name, attributes, isSelfClosing }: SaxesTagPlain): void {
    if (name === 'mc:Fallback') this.fallback += 1
    if (this.fallback > 0) return
    switch (name) {
      case 'w:tbl':
        return this.openTable()
      case 'w:tr':
        return this.nextRow()
      case 'w:tc':
        return this.nextCell()
      case 'w:txbxContent':
        this.boxes += 1
        this.box = this.boxes
        this.boxParagraph = 0
        return
      case 'w:p':
        if (!isSelfClosing) this.openParagraph()
        return
      case 'w:t':
        this.inText = !isSelfClosing
        return
      case 'w:tab':
      case 'w:br':
      case 'w:cr':
        return this.write(' ')
      case 'w:ins':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:moveTo':
        this.revisions += 1
        return
      case 'w:commentReference':
        this.comments += 1
        return
      case 'wp:docPr':
        return this.picture(attributes['descr'] ?? '')
      default:
    }
  }

  text(text: string): void {
    if (this.inText && this.fallback === 0) this.write(text)
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.fallback -= 1
    if (this.fallback > 0 || name === 'mc:Fallback') return
    if (name === 'w:t') this.inText = false
    if (name === 'w:tbl') this.tables.pop()
    if (name === 'w:txbxContent') this.box = 0
    if (name !== 'w:p') return
    const read = this.texts.pop()
    if (read !== undefined && read.text !== '') {
      const { text, place, cell, table } = read
      this.paragraphs.splice(read.at, 0, { text, place, cell, table })
    }
  }

  private openTable(): void {
    const inner = this.tables.length > 0
    if (!inner) this.tableCount += 1
    const name = inner ? `${this.tables.at(-1)?.name ?? ''}内的表格` : `第${this.tableCount}个表格`
    this.tables.push({
      name,
      id: `${this.file}/${this.tableCount}/${this.paragraphs.length}`,
      row: 0,
      cell: 0,
      paragraph: 0,
    })
  }

  private nextRow(): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    table.row += 1
    table.cell = 0
  }

  private nextCell(): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    table.cell += 1
    table.paragraph = 0
  }

  private openParagraph(): void {
    const table = this.tables.at(-1)
    this.texts.push({
      text: '',
      place: this.place(table),
      cell: `${this.file}/${this.box}/${table === undefined ? '' : `${table.id}/${table.row}/${table.cell}`}`,
      table: this.box > 0 ? '' : (table?.id ?? ''),
      at: this.paragraphs.length,
    })
  }

  private place(table: OpenTable | undefined): string {
    if (this.box > 0) {
      this.boxParagraph += 1
      return `${this.part}第${this.box}个文本框第${this.boxParagraph}段`
    }
    if (table !== undefined) return `${this.part}${table.name}第${table.row}行第${table.cell}格`
    this.paragraph += 1
    return `${this.part}第${this.paragraph}段`
  }

  private write(text: string): void {
    const open = this.texts.at(-1)
    if (open !== undefined) open.text += text
  }

  private picture(text: string): void {
    if (!/[{}｛｝]/u.test(text)) return
    const here = this.texts.at(-1)
    const place = `${here?.place ?? this.part}的图片`
    this.paragraphs.push({ text, place, cell: here?.cell ?? '', table: here?.table ?? '', picture: true })
  }
}

function readPart(name: string, xml: string): PartReader {
  const reader = new PartReader(name)
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => reader.open(tag))
  parser.on('text', (text) => reader.text(text))
  parser.on('closetag', ({ name: closed }) => reader.close(closed))
  parser.write(xml.replace(/^\ufeff/u, '')).close()
  return reader
}
