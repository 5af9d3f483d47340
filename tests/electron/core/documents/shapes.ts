import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { child, type Node, parseXml } from './opened.ts'

const DOCUMENT = 'word/document.xml'
/** What differs between two papers of one layout besides their document part. */
const OF_THE_PAPER = [DOCUMENT, 'docProps/core.xml']

/**
 * Files that hold between them everything these papers hold, for a validator that takes its time. Papers of one layout
 * share every other part byte for byte, and a paragraph or a row is valid or not by its markup, whatever its words are:
 * each different one is kept once.
 */
export function joined(files: Iterable<Uint8Array>): readonly Uint8Array[] {
  const layouts = new Map<string, Layout>()
  for (const file of files) {
    const parts = unzipSync(file)
    const { root, body, section } = documentOf(parts)
    const key = layoutKey(parts, root, section)
    const layout = layouts.get(key) ?? { parts, root, section, shapes: new Set<string>(), tables: new Map() }
    layouts.set(key, layout)
    for (const element of body.children) if (element !== section) gather(layout, element)
  }
  return Array.from(layouts.values(), packed)
}

type Parts = Readonly<Record<string, Uint8Array>>

type Layout = {
  readonly parts: Parts
  readonly root: Node
  readonly section: Node
  readonly shapes: Set<string>
  /** Rows of tables by what frames them. */
  readonly tables: Map<string, Set<string>>
}

function gather({ shapes, tables }: Layout, element: Node): void {
  if (element.name !== 'w:tbl') {
    shapes.add(shapeOf(element))
    return
  }
  const rows = element.children.filter(({ name }) => name === 'w:tr').map(shapeOf)
  const frame = around(
    element,
    element.children
      .filter(({ name }) => name !== 'w:tr')
      .map(written)
      .join('') + ROWS,
  )
  const known = tables.get(frame) ?? new Set<string>()
  tables.set(frame, known)
  // Merged rows belong to the ones above them.
  if (rows.some((row) => row.includes('<w:vMerge'))) known.add(rows.join(''))
  else for (const row of rows) known.add(row)
}

const ROWS = '<!-- rows -->'

function documentOf(parts: Parts): { readonly root: Node; readonly body: Node; readonly section: Node } {
  const root = parseXml(new TextDecoder().decode(parts[DOCUMENT]))
  const body = child(root, 'w:body')
  const section = child(body, 'w:sectPr')
  if (body === undefined || section === undefined) throw new Error('no body')
  return { root, body, section }
}

function layoutKey(parts: Parts, root: Node, section: Node): string {
  const hash = createHash('sha256').update(attributesOf(root)).update(written(section))
  for (const [path, bytes] of Object.entries(parts)) {
    hash.update(path)
    if (!OF_THE_PAPER.includes(path) && !path.startsWith('word/media/')) hash.update(bytes)
  }
  return hash.digest('hex')
}

function packed({ parts, root, section, shapes, tables }: Layout): Uint8Array {
  let number = 0
  // A picture's number is the only thing two paragraphs of one file may not share.
  const filled = Array.from(tables, ([frame, rows]) => frame.replace(ROWS, () => Array.from(rows).join('')))
  // Word wants a paragraph behind a table.
  const body = [...filled.map((table) => `${table}<w:p/>`), ...shapes]
    .join('')
    .replaceAll(/(<wp:docPr id=")\d+"/gu, (_, open: string) => `${open}${(number += 1)}"`)
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document${attributesOf(root)}><w:body>${body}${written(section)}</w:body></w:document>`
  return zipSync({ ...parts, [DOCUMENT]: strToU8(xml) }, { level: 1 })
}

/** An element without its words, and without what is like something beside it. */
function shapeOf(node: Node): string {
  if (node.name === 'w:t') return `<w:t${attributesOf(node)}>文</w:t>`
  return around(node, different(node.children.map(shapeOf)))
}

function different(shapes: readonly string[]): string {
  const seen = new Set<string>()
  const kept = shapes.filter((shape) => {
    // Merged rows belong to the ones above them.
    const again = /^<w:(?:tr|p|r)[ >/]/u.test(shape) && !shape.includes('<w:vMerge') && seen.has(shape)
    seen.add(shape)
    return !again
  })
  return kept.join('')
}

function around({ name, attributes, text }: Node, inner: string): string {
  return `<${name}${attributesOf({ attributes })}>${text}${inner}</${name}>`
}

function written(node: Node): string {
  return `<${node.name}${attributesOf(node)}>${node.text}${node.children.map(written).join('')}</${node.name}>`
}

function attributesOf({ attributes }: Pick<Node, 'attributes'>): string {
  return Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
    )
    .join('')
}
