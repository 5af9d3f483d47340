import { SaxesParser } from 'saxes'

/** An element with its words and elements in the order of the file. */
type Element = {
  readonly name: string
  /** Frames and boxes are numbered in the order in which they were met when the Word file was read. */
  readonly layer: number
  readonly content: (string | Element)[]
}

/** What a picture says of itself, and the picture. */
const UNSEEN = ['svg:desc', 'svg:title', 'office:binary-data']
const FRAMES = ['draw:frame', 'draw:custom-shape']

/** Everything the body of LibreOffice's own flat file says, frames and boxes too, in the order in which it is read. */
export function textOfFlatOdt(xml: string): string {
  const root: Element = { name: '', layer: 0, content: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, layer: Number(attributes['draw:z-index'] ?? 0), content: [] }
    open.at(-1)?.content.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    open.at(-1)?.content.push(text)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  const body = below(root, 'office:document', 'office:body')
  if (body === undefined) throw new Error('LibreOffice wrote no body')
  return textOf(body)
}

function below(root: Element, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (at, name) => at?.content.find((each): each is Element => typeof each !== 'string' && each.name === name),
    root,
  )
}

/** What hangs on a paragraph stands before its words in a Word file. */
function textOf({ content }: Element): string {
  const frames = content.filter(isFrame).toSorted((a, b) => a.layer - b.layer)
  const running = content.filter((each) => !isFrame(each))
  return [...frames, ...running].map((each) => (typeof each === 'string' ? each : said(each))).join('')
}

function said(element: Element): string {
  return UNSEEN.includes(element.name) ? '' : textOf(element)
}

function isFrame(each: string | Element): each is Element {
  return typeof each !== 'string' && FRAMES.includes(each.name)
}
