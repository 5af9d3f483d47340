import {
  LoopPlugin,
  officeMarkup,
  type ScopeData,
  type Tag,
  TagPlacement,
  type TemplateContext,
  type TextNodeTag,
} from 'easy-template-x'
import { textOf } from './body-plugin.ts'

/** The library's own repeating, told what leaves no empty line behind: a whole paragraph, or the only cell of a row. */
export class RowsPlugin extends LoopPlugin {
  override async containerTagReplacements(
    tags: Tag[],
    data: ScopeData,
    context: TemplateContext,
  ): Promise<void> {
    const [open] = tags
    const close = tags.at(-1)
    if (open?.placement === TagPlacement.TextNode && close?.placement === TagPlacement.TextNode) {
      const over = wholeOf(open, close)
      if (over !== null) open.options = { loopOver: over }
    }
    await super.containerTagReplacements(tags, data, context)
  }
}

function wholeOf(open: TextNodeTag, close: TextNodeTag): 'paragraph' | 'row' | null {
  const { query } = officeMarkup
  const paragraph = query.containingParagraphNode(open.xmlTextNode)
  if (paragraph !== query.containingParagraphNode(close.xmlTextNode)) return null
  const text = textOf(paragraph).trim()
  if (!text.startsWith(open.rawText) || !text.endsWith(close.rawText)) return null
  const cell = query.containingTableCellNode(paragraph)
  const row = query.containingTableRowNode(paragraph)
  const alone =
    cell !== undefined &&
    cell !== null &&
    (cell.childNodes ?? []).filter((node) => query.isParagraphNode(node)).length === 1 &&
    (row.childNodes ?? []).filter((node) => query.isTableCellNode(node)).length === 1
  return alone ? 'row' : 'paragraph'
}
