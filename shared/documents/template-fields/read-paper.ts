import type { Block, Line, Paper, Table, TearOff } from '../paper.ts'
import {
  BODY_FIELD,
  type BodyBlock,
  bodyValue,
  CODE_FIELD,
  type FieldValue,
  placeholder,
  textValue,
} from './field.ts'
import { Names } from './names.ts'
import { captionParts } from './read-caption.ts'
import { readTable } from './read-table.ts'

/** A paper taken apart: its values by name, and the same paper with a placeholder where each of them stood. */
export type ReadPaper = {
  readonly values: ReadonlyMap<string, FieldValue>
  /** Names of what is said under another name too: a template need not know them. */
  readonly also: ReadonlySet<string>
  readonly outline: Paper
}

/**
 * Every kind is read by the same few rules, so a new one needs no list of its own. With `flowing` a table with heads
 * belongs to the running text, otherwise its rows are repeated.
 */
export function readPaper(paper: Paper, flowing: boolean): ReadPaper {
  const names = new Names()
  const reader = new Reader(names, flowing)
  const blocks = paper.blocks.flatMap((block) => reader.outlineOf(block))
  if (paper.code !== null) names.set(CODE_FIELD, { shape: 'image' })
  for (const [name, text] of Object.entries(paper.fields ?? {})) names.offer(name, textValue(text))
  return { values: names.values, also: names.weak, outline: { ...paper, blocks } }
}

/** Whether a paper has running text, which takes the tables between its headings with it. */
export function isFlowing(paper: Paper): boolean {
  return paper.blocks.some(({ kind }) => kind === 'heading' || kind === 'paragraph')
}

class Reader {
  private readonly names: Names
  private readonly flowing: boolean
  /** Where running text goes at the moment: behind the first annex into its own field. */
  private bodyName = BODY_FIELD

  constructor(names: Names, flowing: boolean) {
    this.names = names
    this.flowing = flowing
  }

  outlineOf(block: Block): readonly Block[] {
    switch (block.kind) {
      case 'paragraph':
        this.readRunIn(block.line)
        return this.flow({ line: block.line })
      case 'heading':
        return this.flow({ line: [block.text], heading: block.level })
      case 'table':
        return this.table(block)
      case 'tearOff':
        return [this.slip(block)]
      case 'caption':
        return [{ ...block, left: this.caption(block.left), right: this.caption(block.right) }]
      default:
        return [this.simple(block)]
    }
  }

  private simple(
    block: Exclude<Block, { kind: 'paragraph' | 'heading' | 'table' | 'tearOff' | 'caption' }>,
  ): Block {
    switch (block.kind) {
      case 'letterhead':
        return { ...block, organ: this.text('发文机关标志', block.organ) }
      case 'documentNumber':
        return { ...block, text: this.text('发文字号', block.text) }
      case 'signatory':
        return { ...block, name: this.text('签发人', block.name) }
      case 'issuer':
        return { ...block, organ: this.text('署名', block.organ), date: this.text('成文日期', block.date) }
      case 'mark':
        return { ...block, text: this.text(MARKS[block.of], block.text) }
      case 'title':
        return { ...block, lines: [this.put('标题', textValue(...block.lines))] }
      case 'addressee':
        return { ...block, text: `${this.text('主送机关', block.text.replace(/[：:]$/u, ''))}：` }
      case 'attachments':
        return { ...block, names: [this.put('附件说明', bodyValue(...numbered(block.names, '　　　')))] }
      case 'signature':
        return { ...block, organ: this.text('署名', block.organ), date: this.text('成文日期', block.date) }
      case 'note':
        return { ...block, text: this.text('附注', block.text) }
      case 'attendance':
        return { ...block, names: this.text(block.label, block.names) }
      case 'copiesTo':
        return { ...block, units: [this.text('抄送', block.units.join('，'))] }
      case 'imprint':
        return {
          ...block,
          copiesTo: block.copiesTo.length === 0 ? [] : [this.text('抄送', block.copiesTo.join('，'))],
          organ: this.text('印发机关', block.organ),
          date: this.text('印发日期', block.date),
        }
      case 'annex':
        return this.annex(block)
      default:
        return { ...block, items: [this.put('说明', bodyValue(...numbered(block.items)))] }
    }
  }

  private table(block: Table): readonly Block[] {
    const heads = block.rows.some(({ head }) => head === true)
    if (heads && this.flowing) return this.flow({ table: block })
    return [readTable(block, this.names)]
  }

  /** All running text is one value: it stands where the first piece of it stood. */
  private flow(piece: BodyBlock): readonly Block[] {
    const known = this.names.values.get(this.bodyName)
    const blocks = known?.shape === 'body' ? known.blocks : []
    this.names.replace(this.bodyName, { shape: 'body', blocks: [...blocks, piece] })
    return blocks.length === 0 ? [{ kind: 'paragraph', line: [placeholder(this.bodyName)] }] : []
  }

  /** `主要情况：…` is a value of its own too, for templates that word the rest themselves. */
  private readRunIn(line: Line): void {
    const [first, ...rest] = line
    if (first === undefined || typeof first === 'string' || !('text' in first)) return
    const heading = /^(?:[一二三四五六七八九十]+、|\d+\.)?([^：。（]{2,12})[：。]$/u.exec(first.text)?.[1]
    if (heading !== undefined && rest.length > 0) this.names.append(heading, { line: rest })
  }

  private slip(block: TearOff): TearOff {
    return {
      ...block,
      hint: this.text('裁切提示', block.hint),
      title: this.text('回执标题', block.title),
      lines: [[this.put('回执正文', bodyValue(...block.lines))]],
    }
  }

  private annex(block: Extract<Block, { kind: 'annex' }>): Block {
    this.bodyName = '附件正文'
    return {
      ...block,
      label: this.text('附件标识', block.label),
      title: [this.put('附件标题', textValue(...block.title))],
    }
  }

  private caption(text: string): string {
    return captionParts(text)
      .map((part) => part.lead + this.text(part.name, part.text))
      .join('')
  }

  private text(name: string, text: string): string {
    return this.put(name, textValue(text))
  }

  private put(name: string, value: FieldValue): string {
    return placeholder(this.names.set(name, value))
  }
}

const MARKS = { copyNumber: '份号', secrecy: '密级', urgency: '紧急程度' } as const

/** As papers number what there are several of; later ones stand below the first when it has words before it. */
function numbered(items: readonly string[], before: string = ''): readonly Line[] {
  return items.map((item, at) => [items.length > 1 ? `${at === 0 ? '' : before}${at + 1}.${item}` : item])
}
