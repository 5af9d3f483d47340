import { SaxesParser } from 'saxes'

/** Fields that count and refer within the paper. Any other fetches something, asks, or says something else on another day or PC. */
const HARMLESS: ReadonlySet<string> = new Set([
  'PAGE',
  'NUMPAGES',
  'SECTION',
  'SECTIONPAGES',
  'PAGEREF',
  'REF',
  'NOTEREF',
  'STYLEREF',
  'SEQ',
  'TOC',
  'TC',
  'IF',
  '=',
  'EQ',
  'SYMBOL',
  'ADVANCE',
  'QUOTE',
  'FORMTEXT',
  'FORMCHECKBOX',
  'FORMDROPDOWN',
])

/** Why a part cannot be filled: a field that would change what was issued, or a picture that lies elsewhere; or null. */
export function fieldRefusal(xml: string): string | null {
  if (!/instrText|fldSimple/u.test(xml)) return null
  for (const code of fieldCodes(xml)) {
    const name = /^\s*(=|[^\s"\\]+)/u.exec(code)?.[1]?.toUpperCase() ?? ''
    if (name === 'HYPERLINK' ? leadsToPage(code) : HARMLESS.has(name)) continue
    const named = /^[A-Z]{1,30}$/u.test(name) ? `“${name}”` : ''
    return `模板里有会取用外部内容或随日期、电脑变化的域${named}，印发后文书的内容会变；请在 Word 中选中它按 Ctrl+Shift+F9 变为普通文字，日期请用占位符，再上传。`
  }
  return null
}

/** A web page, a mail address or a place within the paper. */
function leadsToPage(code: string): boolean {
  return /^\s*HYPERLINK\s+(?:\\l\s|"(?:https?:|mailto:))/iu.test(code)
}

/** The code of every field, however Word has cut it into runs. */
function fieldCodes(xml: string): readonly string[] {
  const found: string[] = []
  const open: string[] = []
  let reading = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const named = localName(name)
    if (named === 'fldSimple') found.push(attributeOf(attributes, 'instr'))
    if (named === 'instrText') {
      reading = true
      // Outside of any field Word reads it as nothing; another program may not.
      if (open.length === 0) open.push('')
    }
    if (named !== 'fldChar') return
    if (attributeOf(attributes, 'fldCharType') === 'begin') open.push('')
    if (attributeOf(attributes, 'fldCharType') === 'end') found.push(...open.splice(-1))
  })
  parser.on('text', (text) => {
    if (reading) open.push((open.pop() ?? '') + text)
  })
  parser.on('closetag', ({ name }) => {
    if (localName(name) === 'instrText') reading = false
  })
  parser.write(xml.replace(/^\ufeff/u, '')).close()
  return [...found, ...open]
}

/** Pictures of old drawings name where they lie in an attribute. */
export function fetchesPicture(xml: string): boolean {
  if (!/:(?:imagedata|fill|stroke)\b/u.test(xml)) return false
  let found = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (!/^(?:imagedata|fill|stroke)$/u.test(localName(name))) return
    if (['src', 'href', 'althref'].some((each) => attributeOf(attributes, each) !== '')) found = true
  })
  parser.write(xml.replace(/^\ufeff/u, '')).close()
  return found
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string {
  return Object.entries(attributes).find(([name]) => localName(name) === wanted)?.[1] ?? ''
}
