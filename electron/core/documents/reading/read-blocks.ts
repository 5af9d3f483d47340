import { ANNEX, LETTER } from '../../../../shared/documents/gbt9704.ts'
import type { Block, Heading, PaperFormat } from '../../../../shared/documents/paper.ts'
import { type ReadElement, type ReadPara, textOf } from './docx-parts.ts'
import { bothSides, brokenTexts, hasTab, lineOf } from './read-lines.ts'
import { isSlip, readSlip, readTable, type StyleOf } from './read-tables.ts'

export type ReadBlocks = {
  readonly blocks: readonly Block[]
  /** Every paragraph and table was one of ours: nothing of their look is lost. */
  readonly whole: boolean
}

/** The blocks the elements were set from: what `typeset` does, undone. */
export function readBlocks(
  elements: readonly ReadElement[],
  format: PaperFormat,
  styleOf: StyleOf,
): ReadBlocks {
  const reader = new BlockReader(format, styleOf)
  for (const element of elements) reader.take(element)
  return { blocks: reader.blocks, whole: reader.whole }
}

const HEADINGS: Readonly<Record<string, Heading['level']>> = {
  Heading1: 1,
  Heading2: 2,
  Heading3: 3,
  Heading4: 4,
}

class BlockReader {
  readonly blocks: Block[] = []
  whole = true
  private readonly format: PaperFormat
  private readonly styleOf: StyleOf
  /** Empty lines since the last block: they tell a sealed signature from a plain one. */
  private emptyLines = 0
  private signingOrgan: string | null = null

  constructor(format: PaperFormat, styleOf: StyleOf) {
    this.format = format
    this.styleOf = styleOf
  }

  take(element: ReadElement): void {
    if (element.type === 'para') {
      const style = this.styleOf(element)
      if (style === 'Normal' && textOf(element) === '') this.emptyLines += 1
      else this.blocksOf(element, style)
    } else if (isSlip(element, this.styleOf)) this.add(readSlip(element))
    else {
      const { table, ours } = readTable(element, this.styleOf)
      this.whole &&= ours
      this.add(table)
    }
  }

  private blocksOf(para: ReadPara, style: string | null): void {
    const text = textOf(para)
    switch (style) {
      case 'RedRule':
        // The lines above it belong to the head, also of a paper without a number.
        this.emptyLines = 0
        return
      case 'Rule':
      case 'SlipHint':
      case 'ImprintRule':
        return
      case 'Organ':
        this.add({ kind: 'letterhead', organ: brokenTexts(para).join('') })
        return
      case 'Mark':
        if (text !== '') this.add({ kind: 'mark', of: markOf(text), text })
        return
      case 'DocumentNumber':
        this.takeNumber(para)
        return
      case 'PaperTitle':
        this.takeTitle(para)
        return
      case 'AnnexLabel':
        this.add({ kind: 'annex', label: text, title: [] })
        return
      case 'Addressee':
        this.add({ kind: 'addressee', text })
        return
      case 'BodyText':
        this.add({ kind: 'paragraph', line: lineOf(para) })
        return
      case 'Heading1':
      case 'Heading2':
      case 'Heading3':
      case 'Heading4':
        this.add({ kind: 'heading', level: HEADINGS[style] ?? 1, text })
        return
      case 'Attachments':
        this.takeAttachment(text)
        return
      case 'SignatureLine':
        this.takeSignature(text)
        return
      case 'PaperNote':
        this.add({ kind: 'note', text: text.replace(/^（(.*)）$/u, '$1') })
        return
      case 'Attendance':
        this.takeAttendance(para)
        return
      case 'Imprint':
      case 'ImprintRoom':
        this.takeImprint(para)
        return
      case 'Caption': {
        const [left, right] = bothSides(para)
        this.add({ kind: 'caption', left, right })
        return
      }
      case 'Remarks':
        this.takeRemark(para)
        return
      default:
        this.whole = false
        if (text.trim() !== '') this.add({ kind: 'paragraph', line: lineOf(para) })
    }
  }

  private add(block: Block): void {
    this.blocks.push(block)
    this.emptyLines = 0
  }

  private replaceLast(block: Block): void {
    this.blocks[this.blocks.length - 1] = block
  }

  private takeNumber(para: ReadPara): void {
    const [left, right] = bothSides(para)
    if (!hasTab(para)) this.add({ kind: 'documentNumber', text: left })
    else if (right.startsWith(SIGNATORY)) {
      if (left !== '') this.add({ kind: 'documentNumber', text: left })
      const blank = lineOf(para).some((span) => typeof span !== 'string' && 'blank' in span)
      this.add({ kind: 'signatory', name: blank ? '' : right.slice(SIGNATORY.length) })
    } else this.add({ kind: 'issuer', organ: left, date: right })
  }

  private takeTitle(para: ReadPara): void {
    const lines = brokenTexts(para)
    const before = this.blocks.at(-1)
    const ofAnnex = before?.kind === 'annex' && this.emptyLines === ANNEX.titleGapLines
    if (!ofAnnex) this.add({ kind: 'title', lines })
    else {
      this.replaceLast({ ...before, title: lines })
      this.emptyLines = 0
    }
  }

  private takeAttachment(text: string): void {
    const before = this.blocks.at(-1)
    if (text.startsWith(ATTACHMENTS) || before?.kind !== 'attachments') {
      this.add({ kind: 'attachments', names: [text.replace(ATTACHMENTS, '')] })
      return
    }
    // Several are numbered, which the first one tells only now.
    const names = before.names.map((name, at) =>
      before.names.length === 1 && at === 0 ? unnumbered(name) : name,
    )
    this.replaceLast({ ...before, names: [...names, unnumbered(text)] })
  }

  private takeSignature(text: string): void {
    if (this.signingOrgan === null) {
      this.signingOrgan = text
      return
    }
    const sealed = this.emptyLines - this.linesAfterLast() >= 2
    this.add({ kind: 'signature', organ: this.signingOrgan, date: text, sealed })
    this.signingOrgan = null
  }

  /** Empty lines that belong to what stands above, not to the signature. */
  private linesAfterLast(): number {
    const before = this.blocks.at(-1)
    if (before?.kind === 'title') return this.format === 'form' ? 0 : LETTER.addresseeGapLines
    if (before?.kind !== 'annex') return 0
    return before.title.length === 0 ? ANNEX.titleGapLines : ANNEX.textGapLines
  }

  private takeAttendance(para: ReadPara): void {
    const [label, ...names] = para.runs.map((run) => ('text' in run ? run.text : ''))
    this.add({ kind: 'attendance', label: (label ?? '').replace(/：$/u, ''), names: names.join('') })
  }

  private takeImprint(para: ReadPara): void {
    const boxes = para.runs.flatMap((run) => ('box' in run ? run.box : []))
    const paras = boxes.length === 0 ? [para] : boxes
    const copies = paras.map(textOf).find((text) => text.startsWith(COPIES))
    const units = copies === undefined ? [] : copies.slice(COPIES.length).replace(/。$/u, '').split('，')
    const printed = paras.find(hasTab)
    if (printed === undefined) this.add({ kind: 'copiesTo', units })
    else {
      const [organ, date] = bothSides(printed)
      this.add({ kind: 'imprint', copiesTo: units, organ, date: date.replace(/印发$/u, '') })
    }
  }

  private takeRemark(para: ReadPara): void {
    const before = this.blocks.at(-1)
    const text = textOf(para)
    if (before?.kind !== 'remarks' || para.spacedBefore) this.add({ kind: 'remarks', items: [text] })
    else {
      const items = before.items.length === 1 ? before.items.map(unnumbered) : before.items
      this.replaceLast({ ...before, items: [...items, unnumbered(text)] })
    }
  }
}

const SIGNATORY = '签发人：'
const ATTACHMENTS = '附件：'
const COPIES = '抄送：'

function unnumbered(text: string): string {
  return text.replace(/^\d+\./u, '')
}

/** 份号 are figures, 密级 is one of three words and its term; everything else says how urgent it is. */
function markOf(text: string): 'copyNumber' | 'secrecy' | 'urgency' {
  if (/^\d+$/u.test(text)) return 'copyNumber'
  return /密/u.test(text) ? 'secrecy' : 'urgency'
}
