import { strFromU8, unzipSync } from 'fflate'
import { PAPER_FORMATS, type Paper, type PaperFormat } from '../../../../shared/documents/paper.ts'
import { qrPng } from '../qr.ts'
import { type StyleId, stylesOf } from '../styles.ts'
import {
  child,
  elementsOf,
  parseXml,
  type ReadElement,
  type ReadPara,
  textOf,
  type Xml,
} from './docx-parts.ts'
import { readBlocks } from './read-blocks.ts'

export type ReadPaper = {
  readonly paper: Paper
  /** Set by our own styles alone; otherwise the paper gives the words of an office's template, not its look. */
  readonly whole: boolean
}

const PARTS = /^(?:word\/(?:document|styles)\.xml|word\/media\/[^/]+\.png|docProps\/core\.xml)$/u
const MOST_BYTES = 32 << 20

/** A Word file as the paper it was set from, read by the names of its styles. A picture shows no code but one of `codes`. */
export function readDocx(file: Uint8Array, codes: readonly string[]): ReadPaper {
  const parts = unzipSync(file, {
    filter: ({ name, originalSize }) => PARTS.test(name) && originalSize <= MOST_BYTES,
  })
  const [document, styles, core] = ['word/document.xml', 'word/styles.xml', 'docProps/core.xml'].map(
    (name) => (parts[name] === undefined ? undefined : parseXml(strFromU8(parts[name]))),
  )
  const body = child(child(document, 'w:document'), 'w:body')
  if (body === undefined) throw new Error('the file holds no text')
  const names = styleNames(styles)
  const elements = elementsOf(body)
  const format = formatOf(body, elements, names)
  const styleOf = byName(names, format ?? 'form')
  const { stamp, rest } = withoutStamp(elements)
  const { blocks, whole } = readBlocks(rest, format ?? 'form', styleOf)
  const name = child(child(core, 'cp:coreProperties'), 'dc:title')?.text ?? ''
  return {
    whole: whole && format !== null,
    paper: {
      format: format ?? 'form',
      name,
      code: codeOf(parts, codes),
      ...(stamp === null ? {} : { stamp }),
      blocks,
    },
  }
}

/** Word keeps a style's name, but gives it an identifier of its own when somebody saves the file. */
function styleNames(styles: Xml | undefined): ReadonlyMap<string, string> {
  const all = child(styles, 'w:styles')?.children ?? []
  return new Map(
    all
      .filter(({ name }) => name === 'w:style')
      .map((style) => {
        const isDefault = style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1'
        const name = child(style, 'w:name')?.attributes['w:val'] ?? ''
        return [isDefault ? '' : (style.attributes['w:styleId'] ?? ''), name]
      }),
  )
}

/** Names of earlier versions. */
const EARLIER: Readonly<Record<string, StyleId>> = { 抄送: 'Imprint' }

function byName(names: ReadonlyMap<string, string>, format: PaperFormat): (para: ReadPara) => StyleId | null {
  const ours = new Map<string, StyleId>(Object.entries(EARLIER))
  for (const [id, style] of Object.entries(stylesOf(format))) {
    if (isStyleId(id)) ours.set(style.name, id)
  }
  ours.set('Normal', 'Normal')
  return ({ style }) => ours.get(names.get(style) ?? (style === '' ? 'Normal' : '')) ?? null
}

const STYLE_IDS: ReadonlySet<string> = new Set(
  PAPER_FORMATS.flatMap((format) => Object.keys(stylesOf(format))),
)

function isStyleId(id: string): id is StyleId {
  return STYLE_IDS.has(id)
}

/** Null for a file that has none of our titles and heads. */
function formatOf(
  body: Xml,
  elements: readonly ReadElement[],
  names: ReadonlyMap<string, string>,
): PaperFormat | null {
  const known = [...names.values()]
  if (known.includes(stylesOf('form').PaperTitle?.name ?? '')) return 'form'
  if (!known.includes(stylesOf('letter').PaperTitle?.name ?? '')) return null
  if (child(child(body, 'w:sectPr'), 'w:titlePg') !== undefined) return 'letter'
  const words = elements.flatMap((element) => (element.type === 'para' ? [element] : []))
  const organ = words.find((para) => byName(names, 'document')(para) === 'Organ')
  return organ !== undefined && textOf(organ).endsWith('纪要') ? 'minutes' : 'document'
}

/** 副本 and the like stand in front of everything, framed and without a style (`stamp.ts`). */
function withoutStamp(elements: readonly ReadElement[]): {
  readonly stamp: string | null
  readonly rest: readonly ReadElement[]
} {
  const [first, ...rest] = elements
  if (first?.type === 'para' && first.framed && first.style === '') return { stamp: textOf(first), rest }
  return { stamp: null, rest: elements }
}

/** The code whose picture is the one in the file, to the last dot. */
function codeOf(parts: Readonly<Record<string, Uint8Array>>, codes: readonly string[]): string | null {
  const pictures = Object.entries(parts).filter(([name]) => name.endsWith('.png'))
  if (pictures.length === 0) return null
  return (
    codes.find((code) => pictures.some(([, picture]) => Buffer.from(qrPng(code)).equals(picture))) ?? null
  )
}
