import {
  officeMarkup,
  type PluginContent,
  type ScopeData,
  type Tag,
  TagPlacement,
  TemplatePlugin,
  type TextNodeTag,
  type XmlGeneralNode,
  type XmlNode,
  xml,
} from 'easy-template-x'
import { plainText } from '../../../shared/documents/paper.ts'
import type { BodyBlock } from '../../../shared/documents/template-fields/field.ts'
import { tableXml } from './body-table.ts'
import { guarded } from './braces.ts'
import { copyOf, runsOf } from './word-runs.ts'

export type BodyContent = PluginContent & { readonly _type: 'body'; readonly blocks: readonly BodyBlock[] }

/** Puts paragraphs where a placeholder stood: each looks like the paragraph it was in. */
export class BodyPlugin extends TemplatePlugin {
  readonly contentType = 'body'

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    const { blocks } = data.getScopeData<BodyContent>()
    if (tag.placement === TagPlacement.Attribute) {
      const text = blocks.map((block) => ('line' in block ? plainText(block.line) : '')).join(' ')
      const attributes = (tag.xmlNode.attributes ??= {})
      attributes[tag.attributeName] = (attributes[tag.attributeName] ?? '').replace(tag.rawText, () =>
        guarded(text),
      )
      return
    }
    replaceInText(tag, blocks)
  }
}

function replaceInText(tag: TextNodeTag, blocks: readonly BodyBlock[]): void {
  const paragraph = officeMarkup.query.containingParagraphNode(tag.xmlTextNode)
  const tagRun = officeMarkup.query.containingRunNode(tag.xmlTextNode)
  const behind = splitBehind(tag, tagRun)
  const kept = blocks.length > 1 ? dropKeeping(paragraph) : null
  const like = { run: copyOf(tagRun), paragraph: emptyLike(paragraph) }
  let at: XmlGeneralNode = paragraph
  let runAt: XmlNode = tagRun
  for (const [number, block] of blocks.entries()) {
    if ('table' in block) {
      at = tableBehind(at, block)
      continue
    }
    const runs = runsOf(block.line, like.run)
    if (number > 0) {
      const next = headed(copyOf(like.paragraph), block.heading)
      xml.modify.insertAfter(next, at)
      for (const run of runs) xml.modify.appendChild(next, run)
      at = next
      runAt = runs.at(-1) ?? tagRun
    } else {
      headed(paragraph, block.heading)
      for (const run of runs) {
        xml.modify.insertAfter(run, runAt)
        runAt = run
      }
    }
  }
  moveBehind(behind, paragraph, at)
  if (kept !== null) keepAgain(at, kept)
  officeMarkup.modify.removeTag(tag)
}

/** What keeps a paragraph with the next one belongs to the last of them: all together would fill a page of their own. */
function dropKeeping(paragraph: XmlGeneralNode): XmlNode | null {
  const look = officeMarkup.query.findParagraphPropertiesNode(paragraph)
  const keeping = look?.childNodes?.find(({ nodeName }) => nodeName === 'w:keepNext')
  if (keeping === undefined) return null
  xml.modify.remove(keeping)
  return keeping
}

/** Behind the style, as the schema has it. */
function keepAgain(paragraph: XmlGeneralNode, keeping: XmlNode): void {
  const look = officeMarkup.query.findParagraphPropertiesNode(paragraph)
  if (look === undefined || look === null) return
  const styled = look.childNodes?.[0]?.nodeName === 'w:pStyle'
  xml.modify.insertChild(look, keeping, styled ? 1 : 0)
}

/** What follows the placeholder in its run becomes a run of its own. */
function splitBehind(tag: TextNodeTag, tagRun: XmlGeneralNode): readonly XmlNode[] {
  const words = officeMarkup.query.containingTextNode(tag.xmlTextNode)
  const children = tagRun.childNodes ?? []
  const rest = children.slice(children.indexOf(words) + 1)
  if (rest.length > 0) {
    const right = xml.create.cloneNode(tagRun, false)
    const look = children.find((child) => officeMarkup.query.isRunPropertiesNode(child))
    if (look !== undefined) xml.modify.appendChild(right, copyOf(look))
    for (const node of rest) {
      xml.modify.remove(node)
      xml.modify.appendChild(right, node)
    }
    xml.modify.insertAfter(right, tagRun)
  }
  const siblings = tagRun.parentNode?.childNodes ?? []
  return siblings.slice(siblings.indexOf(tagRun) + 1)
}

/** Text behind the placeholder ends the last paragraph, not the first. */
function moveBehind(behind: readonly XmlNode[], from: XmlNode, to: XmlNode): void {
  if (from === to || to.nodeName !== 'w:p') return
  for (const node of behind) {
    if (node.parentNode !== from) continue
    xml.modify.remove(node)
    xml.modify.appendChild(to, node)
  }
}

/** The paragraph's looks without its words, and without the end of a section, which is said once. */
function emptyLike(paragraph: XmlGeneralNode): XmlGeneralNode {
  const empty = xml.create.generalNode('w:p')
  const look = officeMarkup.query.findParagraphPropertiesNode(paragraph)
  if (look === undefined || look === null) return empty
  const copy = copyOf(look)
  const section = copy.childNodes?.find(({ nodeName }) => nodeName === 'w:sectPr')
  if (section !== undefined) xml.modify.remove(section)
  xml.modify.appendChild(empty, copy)
  return empty
}

/** Where our own styles are at hand, a heading has its own. */
function headed(paragraph: XmlGeneralNode, level: number | undefined): XmlGeneralNode {
  const look = officeMarkup.query.findParagraphPropertiesNode(paragraph)
  const style = look?.childNodes?.find(({ nodeName }) => nodeName === 'w:pStyle')
  if (level === undefined || style === undefined || !xml.query.isGeneralNode(style)) return paragraph
  if (style.attributes?.['w:val'] === 'BodyText') style.attributes['w:val'] = `Heading${level}`
  return paragraph
}

/** A table wants a paragraph behind it, or it joins the next one. */
function tableBehind(at: XmlNode, block: Extract<BodyBlock, { table: unknown }>): XmlGeneralNode {
  const table = xml.parser.parse(tableXml(block.table))
  xml.modify.insertAfter(table, at)
  const gap = xml.parser.parse(GAP)
  xml.modify.insertAfter(gap, table)
  if (!xml.query.isGeneralNode(gap)) throw new Error('no gap')
  return gap
}

const GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="80" w:lineRule="exact"/></w:pPr></w:p>'

export function textOf(node: XmlNode): string {
  if (xml.query.isTextNode(node)) return node.textContent
  return (node.childNodes ?? []).map(textOf).join('')
}
