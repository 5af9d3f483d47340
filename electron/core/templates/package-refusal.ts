import { strFromU8 } from 'fflate'
import { SaxesParser } from 'saxes'
import { fetchesPicture, fieldRefusal } from './field-codes.ts'
import type { Parts } from './repack.ts'

const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** Why a package cannot be a template, as one sentence, or null. Nothing in it is carried out or followed. */
export function packageRefusal(parts: Parts): string | null {
  const types = parts.get('[Content_Types].xml')
  if (types === undefined) return otherPackage(parts)
  const texts = xmlParts(parts)
  if (typeof texts === 'string') return texts
  const listed = texts.get('[Content_Types].xml') ?? ''
  return (
    macroRefusal(parts, listed) ??
    documentRefusal(parts, listed, texts.get('_rels/.rels') ?? '') ??
    relationRefusal(texts) ??
    partRefusal(parts) ??
    contentRefusal(texts)
  )
}

function otherPackage(parts: Parts): string {
  if (parts.has('mimetype')) return '这是 OpenDocument 文件，请用 WPS 或 LibreOffice 另存为 .docx 再上传。'
  return '这是压缩文件，不是 Word 文档（.docx），请上传 Word 或 WPS 保存的 .docx。'
}

/** Every XML part as text, or why one of them is not read. */
function xmlParts(parts: Parts): ReadonlyMap<string, string> | string {
  const texts = new Map<string, string>()
  for (const [name, bytes] of parts) {
    if (!/\.(?:xml|rels|vml)$/iu.test(name)) continue
    if (bytes[0] === 0xfe || bytes[0] === 0xff || bytes[1] === 0)
      return `“${name}”的文字编码不是 UTF-8，请在 Word 或 WPS 中另存为新的 .docx 再上传。`
    const text = strFromU8(bytes)
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(text))
      return '这个文件里有文档类型声明（DOCTYPE 或 ENTITY），Word 不会写它，为安全起见没有读取；请在 Word 或 WPS 中另存为新的 .docx 再上传。'
    const damage = damageOf(text)
    if (damage !== null) return `“${name}”${damage}，请在 Word 或 WPS 中打开后另存为新的 .docx 再上传。`
    texts.set(name, text)
  }
  return texts
}

/** Deeper than any office nests text boxes in tables. */
const MOST_DEPTH = 150

function damageOf(xml: string): string | null {
  const parser = new SaxesParser()
  let depth = 0
  let problem: string | null = null
  parser.on('opentag', () => {
    depth += 1
    if (depth > MOST_DEPTH) problem = '嵌套得不正常'
  })
  parser.on('closetag', () => {
    depth -= 1
  })
  parser.on('error', () => {
    problem ??= '已经损坏'
  })
  parser.write(xml.replace(/^\ufeff/u, '')).close()
  return problem
}

function macroRefusal(parts: Parts, types: string): string | null {
  const macros = [...parts.keys()].some((name) => /vbaProject|vbaData/iu.test(name))
  return macros || /macroEnabled|vbaProject/iu.test(types)
    ? '这个文件带有宏，不能作为模板；请在 Word 中另存为“Word 文档（*.docx）”再上传。'
    : null
}

function documentRefusal(parts: Parts, types: string, rels: string): string | null {
  if (/spreadsheetml/iu.test(types)) return '这是 Excel 工作簿，请上传 Word 文档（.docx）。'
  if (/presentationml/iu.test(types)) return '这是演示文稿，请上传 Word 文档（.docx）。'
  if (/wordprocessingml\.template/iu.test(types))
    return '这是 Word 模板文件（.dotx），请在 Word 中另存为“Word 文档（*.docx）”再上传。'
  if (/purl\.oclc\.org\/ooxml/iu.test(rels))
    return '这是“Strict Open XML”格式，请在 Word 中另存为“Word 文档（*.docx）”再上传。'
  const main = relations(rels).find(({ type }) => type === OFFICE_DOCUMENT)
  if (
    main === undefined ||
    !types.includes(DOCUMENT_TYPE) ||
    main.target.replace(/^\//u, '') !== 'word/document.xml' ||
    !parts.has('word/document.xml')
  )
    return '这个文件里没有 Word 正文，请用 Word 或 WPS 打开后另存为 .docx 再上传。'
  return null
}

type Relation = { readonly type: string; readonly target: string; readonly external: boolean }

function relations(xml: string): readonly Relation[] {
  const found: Relation[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const { Type = '', Target = '', TargetMode = '' } = attributes
    if (name.endsWith('Relationship'))
      found.push({ type: Type, target: Target, external: TargetMode !== '' && TargetMode !== 'Internal' })
  })
  parser.write(xml).close()
  return found
}

const LINKED: Readonly<Record<string, string>> = {
  attachedTemplate:
    '这个文件链接着另一个 Word 模板；请在 Word 的“开发工具—文档模板”里改为“Normal”后保存，再上传。',
  image: '这个文件里有链接的图片，印发时会找不到；请改为插入图片后再上传。',
  oleObject: '这个文件链接着别的文件；请断开链接后再上传。',
}

const EMBEDDED =
  /\/(?:oleObject|package|control|activeX\w*|aFChunk|subDocument|frame|vbaProject|keyMapCustomizations|attachedToolbars)$/u

function relationRefusal(texts: ReadonlyMap<string, string>): string | null {
  for (const [name, xml] of texts) {
    if (!/\.rels$/iu.test(name)) continue
    for (const { type, target, external } of relations(xml)) {
      const what = type.slice(type.lastIndexOf('/') + 1)
      if (external && what !== 'hyperlink')
        return LINKED[what] ?? '这个文件里有指向外部的链接；请断开链接后再上传。'
      if (external && !/^(?:https?:|mailto:)/iu.test(target))
        return '这个文件里有指向本机或网络文件的超链接；请取消超链接后再上传。'
      if (EMBEDDED.test(type)) return embedded(what)
      if (!external && /(?:^|\/)\.\.\/\.\.|[\\]|^[a-z][a-z0-9+.-]*:|^\/\//iu.test(target))
        return '这个文件内部的链接不正常，为安全起见没有读取；请另存为新的 .docx 再上传。'
    }
  }
  return null
}

function embedded(what: string): string {
  return what === 'aFChunk' || what === 'subDocument'
    ? '这个文件里嵌有另一份文档；请把内容直接写进模板后再上传。'
    : '这个文件里嵌有对象或控件（如 Excel 表、图表数据、ActiveX）；请删除或改为图片后再上传。'
}

function partRefusal(parts: Parts): string | null {
  const names = [...parts.keys()]
  if (
    names.some(
      (name) =>
        /\/(?:embeddings|activeX)\//iu.test(name) ||
        /\.(?:bin|exe|dll|js|vbs|html?|mht|zip|docx?|xlsx?)$/iu.test(name),
    )
  )
    return embedded('package')
  return null
}

/** What the parts themselves would fetch or ask for when the paper is opened. */
function contentRefusal(texts: ReadonlyMap<string, string>): string | null {
  for (const [name, xml] of texts) {
    if (!name.startsWith('word/') || /\.rels$/iu.test(name)) continue
    if (fetchesPicture(xml)) return LINKED['image'] ?? ''
    const refusal = fieldRefusal(xml)
    if (refusal !== null) return refusal
  }
  return /<w:mailMerge\b/u.test(texts.get('word/settings.xml') ?? '')
    ? '这个文件是邮件合并文档，打开时会去找数据源；请在 Word 的“邮件—开始邮件合并”里改为“普通 Word 文档”后保存，再上传。'
    : null
}
