import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** An element of a part. */
export type Node = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  /** Its own characters, not those of its children. */
  readonly text: string
}

/** A Word file taken apart by a strict XML parser that had no part in writing it. */
export type Opened = {
  readonly parts: Readonly<Record<string, string>>
  readonly body: Node
  readonly styles: Readonly<Record<string, Node>>
  readonly defaults: Node | undefined
  /** Every paragraph in reading order, those within tables too. */
  readonly paragraphs: readonly Paragraph[]
  readonly paragraphOf: ReadonlyMap<Node, Paragraph>
  readonly section: Node
  /** The trees of the section's headers and footers by `header/first`, `footer/default` …, in the order it names them. */
  readonly margins: ReadonlyMap<string, Node>
}

export type Paragraph = {
  readonly node: Node
  readonly style: string
  readonly text: string
  readonly runs: readonly Run[]
  readonly inTable: boolean
  /** What holds for it after its style and the defaults: the last one that says something of a property. */
  readonly property: (name: string) => Node | undefined
  /** Like `property`, attribute by attribute, as Word merges `w:ind` and `w:spacing`. */
  readonly merged: (name: string) => Readonly<Record<string, string>>
}

export type Run = {
  readonly node: Node
  readonly text: string
  readonly property: (name: string) => Node | undefined
  readonly merged: (name: string) => Readonly<Record<string, string>>
}

export function parseXml(xml: string): Node {
  type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string }
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: Open = { name, attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node !== undefined) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  const [document] = root.children
  if (document === undefined) throw new Error('no element in this part')
  return document
}

export function child(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>(
    (found, name) => found?.children.find((inner) => inner.name === name),
    node,
  )
}

/** All elements of a name below a node, in order. */
export function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((inner) => [...(inner.name === name ? [inner] : []), ...all(inner, name)])
}

/** An on/off property as Word reads it: there without a value means on. */
export function isOn(node: Node | undefined): boolean {
  return node !== undefined && !['0', 'false', 'off'].includes(node.attributes['w:val'] ?? '1')
}

export function partsOfFile(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

export function opened(file: Uint8Array): Opened {
  return openedParts(partsOfFile(file))
}

export function openedParts(parts: Readonly<Record<string, string>>): Opened {
  const tree = (path: string): Node => parseXml(parts[path] ?? '')
  const body = child(tree('word/document.xml'), 'w:body')
  const section = child(body, 'w:sectPr')
  if (body === undefined || section === undefined) throw new Error('no body, or no section in it')
  const sheet = tree('word/styles.xml')
  const styles = Object.fromEntries(
    all(sheet, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
  )
  const paragraphs = paragraphsIn(body, resolver(styles, child(sheet, 'w:docDefaults')), false)
  return {
    parts,
    body,
    styles,
    defaults: child(sheet, 'w:docDefaults'),
    section,
    paragraphs,
    paragraphOf: new Map(paragraphs.map((paragraph) => [paragraph.node, paragraph])),
    margins: marginsOf(section, parts),
  }
}

type Resolve = (style: string, kind: 'w:pPr' | 'w:rPr') => readonly Node[]

/** Properties from the defaults to the style itself, the base styles between. */
function resolver(styles: Readonly<Record<string, Node>>, defaults: Node | undefined): Resolve {
  const known = new Map<string, readonly Node[]>()
  return (style, kind) => {
    const found = known.get(style + kind)
    if (found !== undefined) return found
    const chain: Node[] = []
    for (let at = styles[style]; at !== undefined; ) {
      chain.unshift(at)
      at = styles[child(at, 'w:basedOn')?.attributes['w:val'] ?? '']
    }
    const base = child(defaults, kind === 'w:pPr' ? 'w:pPrDefault' : 'w:rPrDefault', kind)
    const layers = [base, ...chain.map((each) => child(each, kind))].filter((each) => each !== undefined)
    known.set(style + kind, layers)
    return layers
  }
}

/** Paragraphs below any node of a part: the body, a footer. */
export function paragraphsIn(node: Node, resolve: Resolve, inTable: boolean): readonly Paragraph[] {
  return node.children.flatMap((inner) => {
    if (inner.name === 'w:p') {
      // Text boxes stand in a run; what Word 2007 would read in their place says the same once more.
      const boxes = all(inner, 'wps:txbx').flatMap((box) => paragraphsIn(box, resolve, false))
      return [paragraph(inner, resolve, inTable), ...boxes]
    }
    return paragraphsIn(inner, resolve, inTable || inner.name === 'w:tbl')
  })
}

function paragraph(node: Node, resolve: Resolve, inTable: boolean): Paragraph {
  const own = child(node, 'w:pPr')
  const style = child(own, 'w:pStyle')?.attributes['w:val'] ?? 'Normal'
  const layers = [...resolve(style, 'w:pPr'), ...(own === undefined ? [] : [own])]
  const runs = node.children
    .filter(({ name }) => name === 'w:r')
    .map((each) => run(each, resolve(style, 'w:rPr')))
  return {
    node,
    style,
    inTable,
    runs,
    text: runs.map(({ text }) => text).join(''),
    property: (name) => property(layers, name),
    merged: (name) => merged(layers, name),
  }
}

function run(node: Node, inherited: readonly Node[]): Run {
  const own = child(node, 'w:rPr')
  const layers = [...inherited, ...(own === undefined ? [] : [own])]
  return {
    node,
    text: node.children.map(characters).join(''),
    property: (name) => property(layers, name),
    merged: (name) => merged(layers, name),
  }
}

function characters(node: Node): string {
  if (node.name === 'w:t') return node.text
  return node.name === 'w:tab' ? '\t' : node.name === 'w:br' ? '\n' : ''
}

function property(layers: readonly Node[], name: string): Node | undefined {
  return layers.map((layer) => child(layer, name)).findLast((found) => found !== undefined)
}

function merged(layers: readonly Node[], name: string): Readonly<Record<string, string>> {
  return Object.assign({}, ...layers.map((layer) => child(layer, name)?.attributes ?? {}))
}

function marginsOf(section: Node, parts: Readonly<Record<string, string>>): ReadonlyMap<string, Node> {
  const targets = new Map(
    all(parseXml(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      attributes['Target'] ?? '',
    ]),
  )
  return new Map(
    section.children.flatMap(({ name, attributes }) => {
      const kind = /^w:(header|footer)Reference$/u.exec(name)?.[1]
      if (kind === undefined) return []
      const part = parts[`word/${targets.get(attributes['r:id'] ?? '')}`]
      return part === undefined ? [] : [[`${kind}/${attributes['w:type']}`, parseXml(part)] as const]
    }),
  )
}

/** Whole numbers of an element's attribute; NaN when it has none. */
export function measure(node: Node | undefined, attribute: string): number {
  const value = node?.attributes[attribute]
  return value === undefined ? Number.NaN : Number(value)
}
