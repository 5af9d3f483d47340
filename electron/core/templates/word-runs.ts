import { officeMarkup, type XmlGeneralNode, type XmlNode, xml } from 'easy-template-x'
import type { Line } from '../../../shared/documents/paper.ts'
import { fontOf } from '../documents/docx-elements.ts'
import { guarded } from './braces.ts'

/** The pieces of a line as runs that look like the run the placeholder stood in, but for the face a piece asks for. */
export function runsOf(line: Line, like: XmlNode): readonly XmlGeneralNode[] {
  return line.flatMap((span) => {
    if (typeof span === 'string') return span === '' ? [] : [run(like, span)]
    if ('blank' in span) return [run(like, '　'.repeat(span.blank), underlined)]
    return span.text === '' ? [] : [run(like, span.text, (look) => faced(look, span.face))]
  })
}

function run(like: XmlNode, text: string, change?: (look: XmlGeneralNode) => void): XmlGeneralNode {
  const made = xml.create.generalNode('w:r')
  const known = like.childNodes?.find((child) => officeMarkup.query.isRunPropertiesNode(child))
  if (known !== undefined || change !== undefined) {
    const look = known === undefined ? xml.create.generalNode('w:rPr') : copyOf(known)
    change?.(look)
    xml.modify.appendChild(made, look)
  }
  const words = xml.create.generalNode('w:t', { attributes: { 'xml:space': 'preserve' } })
  xml.modify.appendChild(words, xml.create.textNode(guarded(text)))
  xml.modify.appendChild(made, words)
  return made
}

export function copyOf(node: XmlNode): XmlGeneralNode {
  const copy = xml.create.cloneNode(node, true)
  if (!xml.query.isGeneralNode(copy)) throw new Error(`not an element: ${node.nodeName}`)
  return copy
}

function faced(look: XmlGeneralNode, face: Parameters<typeof fontOf>[0]): void {
  drop(look, 'w:rFonts')
  const { hint, ascii, hAnsi, eastAsia, cs } = fontOf(face)
  const attributes = {
    'w:hint': hint,
    'w:ascii': ascii,
    'w:hAnsi': hAnsi,
    'w:eastAsia': eastAsia,
    'w:cs': cs,
  }
  const style = look.childNodes?.[0]?.nodeName === 'w:rStyle' ? 1 : 0
  xml.modify.insertChild(look, xml.create.generalNode('w:rFonts', { attributes }), style)
}

/** What stands behind underlining in the order of the schema (CT_RPr). */
const BEHIND_UNDERLINE: ReadonlySet<string> = new Set(
  [
    'effect',
    'bdr',
    'shd',
    'fitText',
    'vertAlign',
    'rtl',
    'cs',
    'em',
    'lang',
    'eastAsianLayout',
    'specVanish',
    'oMath',
    'rPrChange',
  ].map((name) => `w:${name}`),
)

function underlined(look: XmlGeneralNode): void {
  drop(look, 'w:u')
  const children = look.childNodes ?? []
  const at = children.findIndex(({ nodeName }) => BEHIND_UNDERLINE.has(nodeName))
  const line = xml.create.generalNode('w:u', { attributes: { 'w:val': 'single' } })
  xml.modify.insertChild(look, line, at === -1 ? children.length : at)
}

function drop(look: XmlGeneralNode, name: string): void {
  const known = look.childNodes?.find(({ nodeName }) => nodeName === name)
  if (known !== undefined) xml.modify.remove(known)
}
