import { TemplateHandler } from 'easy-template-x'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Block, type Paper, plainText } from '../../../../shared/documents/paper.ts'
import { EXTREME, ORDINARY, render } from './papers.ts'
import { type Page, renderAll, textOf, whyNotRendered } from './rendered.ts'

/** Everything a block says, without spaces. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'letterhead':
      return [block.organ]
    case 'title':
      return block.lines
    case 'paragraph':
      return [plainText(block.line)]
    case 'attachments':
      return block.names
    case 'signature':
      return [block.organ, block.date]
    case 'signatory':
      return [block.name]
    case 'issuer':
      return [block.organ, block.date]
    case 'attendance':
      return [block.label, block.names]
    case 'copiesTo':
      return block.units
    case 'imprint':
      return [...block.copiesTo, block.organ, block.date]
    case 'annex':
      return [block.label, ...block.title]
    case 'caption':
      return [block.left, block.right]
    case 'remarks':
      return block.items
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(plainText)))
    case 'tearOff':
      return [
        block.hint,
        block.title,
        ...block.lines.map(plainText),
        ...block.fields.map(({ label }) => label),
      ]
    default:
      return [block.text]
  }
}

function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const char of squeeze(text)) counts.set(char, (counts.get(char) ?? 0) + 1)
  return counts
}

const squeeze = (text: string): string => text.replaceAll(/\s/gu, '')

function expectAllOf(paper: Paper, text: string): void {
  const read = squeeze(text)
  for (const block of paper.blocks) {
    for (const said of textsOf(block))
      expect(read.includes(squeeze(said)), `${block.kind}: ${said.slice(0, 60)}`).toBe(true)
  }
}

describe('read by a library that did not write it', () => {
  const handler = new TemplateHandler()

  it.each(Object.entries({ ...ORDINARY, ...EXTREME }))(
    'the paper says what it was told: %s',
    async (_, paper) => {
      expectAllOf(paper, await handler.getText(Buffer.from(render(paper))))
    },
  )
})

const reason = whyNotRendered()
if (reason !== null) process.stdout.write(`Papers are not read back from LibreOffice: ${reason}.\n`)

describe.skipIf(reason !== null)('read back from the pages LibreOffice prints', () => {
  let pages: Readonly<Record<string, readonly Page[]>> = {}

  beforeAll(() => {
    pages = renderAll(
      Object.fromEntries(Object.entries(ORDINARY).map(([name, paper]) => [name, render(paper)])),
    )
  })

  it.each(Object.keys(ORDINARY))('the paper says what it was told: %s', (name) => {
    const said = counted((ORDINARY[name]?.blocks ?? []).flatMap(textsOf).join(''))
    const printed = counted(textOf(pages[name] ?? []))
    // Cells wrap and columns are read across, so the order differs; every sign must be there as often as it was said.
    const lost = Array.from(said).filter(([char, count]) => (printed.get(char) ?? 0) < count)
    expect(lost).toEqual([])
  })

  it('a registration form of one matter and a receipt each fit on one page', () => {
    expect(pages['registration']).toHaveLength(1)
    expect(pages['receipt']).toHaveLength(1)
  })
})
