import { strFromU8, unzipSync } from 'fflate'
import { cleanPaper } from '../../../shared/documents/clean-text.ts'
import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { catalogueOf } from '../../../shared/documents/template-fields/catalogue.ts'
import { CODE_FIELD, closed, opened, placeholder } from '../../../shared/documents/template-fields/field.ts'
import { conditionOf, withConditions } from '../../../shared/documents/template-fields/placed.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { fillTemplate } from '../documents/prezipped.ts'
import { qrPng } from '../documents/qr.ts'
import type { Element, Para } from '../documents/typeset.ts'
import { typeset } from '../documents/typeset-paper.ts'
import { repacked } from './repack.ts'

export type StarterOptions = {
  /** Whose name the signature is placed for. */
  readonly organ: string
  readonly createdAt: Instant
}

/** Our own layout of a kind, with placeholders where the values stand: what an office begins its template with. */
export function starterTemplate(kind: DocumentKind, { organ, createdAt }: StarterOptions): Buffer {
  const { outline, optional } = catalogueOf(kind)
  const paper = cleanPaper({ ...withConditions(outline, optional), name: `${KINDS[kind].name}模板` })
  const set = typeset(paper)
  const places = signaturePlaces(paper, organ)
  const elements = set.elements.map((element) => finished(element, optional, places))
  const png = paper.code === null ? null : qrPng(paper.code)
  const parts = new Map(Object.entries(unzipSync(fillTemplate({ ...set, elements }, createdAt, png))))
  const document = strFromU8(parts.get(DOCUMENT) ?? new Uint8Array())
  parts.set(
    DOCUMENT,
    Buffer.from(document.replaceAll(/(<wp:docPr [^>]*descr=")[^"]*"/gu, `$1${placeholder(CODE_FIELD)}"`)),
  )
  return repacked(parts)
}

const DOCUMENT = 'word/document.xml'

function finished(element: Element, optional: ReadonlySet<string>, places: Places): Element {
  if (element.type !== 'para') return element
  const placed = element.style === 'SignatureLine' ? withPlace(element, places) : element
  const text = placed.pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')
  const name = conditionOf(text, optional)
  // A framed word at the corner takes no room when it is empty, and has none for more.
  if (name === null || placed.look?.frame !== undefined) return placed
  return { ...placed, pieces: [{ text: opened(name) }, ...placed.pieces, { text: closed(name) }] }
}

type Places = { readonly next: () => Para['look'] | undefined }

/** Organ and date stand where they would with the organ's own name, not where the placeholder's length puts them. */
function signaturePlaces(paper: Paper, organ: string): Places {
  const blocks = paper.blocks.map((block) =>
    block.kind === 'signature' ? { ...block, organ, date: '2026年10月10日' } : block,
  )
  const looks = typeset({ ...paper, blocks }).elements.flatMap((element) =>
    element.type === 'para' && element.style === 'SignatureLine' ? [element.look] : [],
  )
  return { next: () => looks.shift() }
}

function withPlace(para: Para, places: Places): Para {
  const look = places.next()
  return look === undefined ? para : { ...para, look }
}
