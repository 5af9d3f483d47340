const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Escapes text as `docx` does, quotes included. Control characters are gone before (`clean-text.ts`). */
export function escapeXml(text: string): string {
  return text.replace(/[&"'<>]/gu, (char) => ESCAPES[char] ?? char)
}

export type XmlNode = Readonly<Record<string, unknown>>

/**
 * Writes what a component of `docx` gives by `prepForXml`. The library's own writer is private and only reached
 * through its asynchronous packer; that both write the same bytes is held by a test.
 */
export function writeXml(node: XmlNode): string {
  const [name] = Object.keys(node)
  if (name === undefined) return ''
  const values = node[name]
  if (values === null || values === undefined) return `<${name}/>`
  if (Array.isArray(values)) return writeChildren(name, values)
  if (isNode(values)) return `<${name}${attributes(values['_attr'])}/>`
  return `<${name}>${textOf(values)}</${name}>`
}

export function declaration(standalone: boolean): string {
  return `<?xml version="1.0" encoding="UTF-8"${standalone ? ' standalone="yes"' : ''}?>`
}

function writeChildren(name: string, values: readonly unknown[]): string {
  let head = ''
  let content = ''
  for (const value of values) {
    if (!isNode(value)) content += textOf(value)
    else if ('_attr' in value) head += attributes(value['_attr'])
    else content += writeXml(value)
  }
  return `<${name}${head}>${content}</${name}>`
}

function attributes(attr: unknown): string {
  if (!isNode(attr)) return ''
  return Object.entries(attr)
    .map(([key, value]) => ` ${key}="${textOf(value)}"`)
    .join('')
}

function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Figures and truth values are written as they are. */
function textOf(value: unknown): string {
  return escapeXml(typeof value === 'string' ? value : JSON.stringify(value))
}
