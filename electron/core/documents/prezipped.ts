import { type Document, type IContext, type XmlComponent } from 'docx'
import type { PaperFormat } from '../../../shared/documents/paper.ts'
import { fontTable } from './font-table.ts'
import { Molds } from './molds.ts'
import { CREATOR, docxDocument } from './paper-to-docx.ts'
import type { Typeset } from './typeset.ts'
import { declaration, escapeXml, writeXml } from './xml.ts'
import { type ZipEntry, zip, zipEntry } from './zip.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PICTURE = 'word/media/image1.png'

/** A layout with everything that is the same in all its papers already compressed. */
type Template = {
  readonly entries: readonly ZipEntry[]
  /** What stands before and behind the elements in the document part. */
  readonly open: string
  readonly close: string
  readonly molds: Molds
}

const templates = new Map<string, Template>()

/** The paper as a Word file. Only its document part, its properties and its QR code are made anew. */
export function fillTemplate(set: Typeset, createdAt: string, png: Uint8Array | null): Buffer {
  const template = templateFor(set.format, png !== null)
  return zip([
    ...template.entries,
    zipEntry('docProps/core.xml', coreProperties(set.title, createdAt), 'store'),
    zipEntry('word/document.xml', fillDocument(template, set), 'fast'),
    ...(png === null ? [] : [zipEntry(PICTURE, png, 'store')]),
  ])
}

/** The document part alone, for comparing. */
export function documentPart(set: Typeset): string {
  return fillDocument(templateFor(set.format, set.code !== null), set)
}

function fillDocument({ open, close, molds }: Template, { elements }: Typeset): string {
  let xml = open
  for (const element of elements) xml += molds.fill(element)
  return xml + close
}

function templateFor(format: PaperFormat, pictured: boolean): Template {
  const key = `${format}/${pictured}`
  const known = templates.get(key)
  if (known !== undefined) return known
  const template = makeTemplate(format, pictured)
  templates.set(key, template)
  return template
}

/** Made at first use, in about the time `docx` takes to pack three papers. */
function makeTemplate(format: PaperFormat, pictured: boolean): Template {
  const file = docxDocument({ format, title: '', code: null, elements: [] }, new Uint8Array(0))
  const picture = file.Document.Relationships.RelationshipCount + 1
  const body = declaration(true) + write(file, file.Document.View)
  const cut = body.indexOf('<w:sectPr')
  return {
    entries: staticParts(file, pictured).map(([path, xml]) => zipEntry(path, xml)),
    open: body.slice(0, cut),
    close: body.slice(cut),
    molds: new Molds(picture),
  }
}

/** Every part that no paper changes, in the order Word writes them: the list of types comes first. */
export function staticParts(
  file: Document,
  pictured: boolean,
): readonly (readonly [path: string, xml: string])[] {
  const bare = (view: XmlComponent): string => declaration(false) + write(file, view)
  const standalone = (view: XmlComponent): string => declaration(true) + write(file, view)
  const relationships = file.Document.Relationships
  if (pictured) {
    relationships.addRelationship(relationships.RelationshipCount + 1, `${OFFICE}/image`, 'media/image1.png')
  }
  relationships.addRelationship(relationships.RelationshipCount + 1, `${OFFICE}/fontTable`, 'fontTable.xml')
  return [
    ['[Content_Types].xml', bare(file.ContentTypes)],
    ['_rels/.rels', bare(file.FileRelationships)],
    ['word/_rels/document.xml.rels', bare(relationships)],
    ['word/styles.xml', standalone(file.Styles)],
    ...file.Headers.flatMap((header, at): [string, string][] => [
      [`word/header${at + 1}.xml`, bare(header.View)],
      [`word/_rels/header${at + 1}.xml.rels`, bare(header.Relationships)],
    ]),
    ...file.Footers.flatMap((footer, at): [string, string][] => [
      [`word/footer${at + 1}.xml`, bare(footer.View)],
      [`word/_rels/footer${at + 1}.xml.rels`, bare(footer.Relationships)],
    ]),
    ['word/settings.xml', standalone(file.Settings)],
    ['word/numbering.xml', standalone(file.Numbering)],
    ['word/footnotes.xml', standalone(file.FootNotes.View)],
    ['word/_rels/footnotes.xml.rels', bare(file.FootNotes.Relationships)],
    ['word/endnotes.xml', bare(file.Endnotes.View)],
    ['word/_rels/endnotes.xml.rels', bare(file.Endnotes.Relationships)],
    ['word/fontTable.xml', fontTable()],
    ['word/theme/theme1.xml', standalone(file.Theme)],
    ['docProps/app.xml', standalone(file.AppProperties)],
    ['docProps/custom.xml', standalone(file.CustomProperties)],
  ]
}

function write(file: Document, view: XmlComponent): string {
  const context: IContext = { file, viewWrapper: file.Document, stack: [] }
  const xml = view.prepForXml(context)
  if (xml === undefined) throw new Error('docx wrote nothing')
  return writeXml(xml)
}

/** Who and when, as every paper says it. */
export function coreProperties(title: string, createdAt: string): string {
  return `${CORE_OPEN}<dc:title>${escapeXml(title)}</dc:title><dc:creator>${CREATOR}</dc:creator><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:modified></cp:coreProperties>`
}

const CORE_OPEN = `${declaration(true)}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`
