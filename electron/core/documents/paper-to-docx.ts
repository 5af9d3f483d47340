import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type XmlComponent,
} from 'docx'
import { FORM, GRID, mmOfPoints, PAGE, PAGE_NUMBER, twips } from '../../../shared/documents/gbt9704.ts'
import type { PaperFormat } from '../../../shared/documents/paper.ts'
import { docxElement, fontOf } from './docx-elements.ts'
import { firstLineTwips, type Style, stylesOf } from './styles.ts'
import type { Typeset } from './typeset.ts'

/** The paper laid out by `docx` itself: what templates are made from, and what they are compared with. */
export function docxDocument(set: Typeset, png: Uint8Array): Document {
  return new Document({
    title: set.title,
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: set.format !== 'form',
    styles: { importedStyles: baseStyles(set.format), paragraphStyles: paragraphStyles(set.format) },
    sections: [
      { ...section(set.format), children: set.elements.map((element) => docxElement(element, png)) },
    ],
  })
}

/** Written as author: a station's papers are the office's, whoever typed. */
export const CREATOR = '信访接待台'

/**
 * Defaults and the Normal style, written out because `docx` has no word for half of it: no spacing between Chinese
 * and figures, no snapping to the grid (large type would take two of its lines), no sign hanging over the margin.
 */
function baseStyles(format: PaperFormat): XmlComponent[] {
  const normal = stylesOf(format).Normal
  if (normal === undefined) throw new Error(`no Normal style: ${format}`)
  const { ascii, hAnsi, eastAsia, cs, hint } = fontOf(normal.face)
  const fonts = `<w:rFonts w:hint="${hint}" w:ascii="${ascii}" w:hAnsi="${hAnsi}" w:eastAsia="${eastAsia}" w:cs="${cs}"/>`
  return [
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${EAST_ASIAN}</w:pPr></w:pPrDefault></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>` +
      `<w:pPr>${EAST_ASIAN}<w:spacing w:before="0" w:after="0" w:line="${normal.line}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>` +
      `<w:rPr>${fonts}<w:spacing w:val="${normal.characterSpacing ?? 0}"/><w:kern w:val="0"/>` +
      `<w:sz w:val="${normal.size * 2}"/><w:szCs w:val="${normal.size * 2}"/></w:rPr></w:style>`,
  ].map((xml) => ImportedXmlComponent.fromXmlString(xml))
}

/** In the order of the schema (CT_PPr). */
const EAST_ASIAN =
  '<w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>' +
  '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'

function paragraphStyles(format: PaperFormat): IParagraphStyleOptions[] {
  return Object.entries(stylesOf(format)).flatMap(([id, style]) =>
    id === 'Normal' ? [] : [paragraphStyle(id, style)],
  )
}

function paragraphStyle(id: string, style: Style): IParagraphStyleOptions {
  const { left, right, indented, before, after, keepNext } = style
  const spacing = { before: before ?? 0, after: after ?? 0, line: style.line, lineRule: LineRuleType.EXACT }
  return {
    id,
    name: style.name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      font: fontOf(style.face),
      size: style.size * 2,
      characterSpacing: style.characterSpacing ?? 0,
      ...(style.colour === undefined ? {} : { color: style.colour }),
    },
    paragraph: {
      ...(keepNext === true ? { keepNext } : {}),
      spacing,
      ...(left !== undefined || right !== undefined || indented === true
        ? {
            indent: {
              ...(left === undefined ? {} : { left }),
              ...(right === undefined ? {} : { right }),
              ...(indented === true ? { firstLine: firstLineTwips(style), firstLineChars: 200 } : {}),
            },
          }
        : {}),
      alignment: AlignmentType[ALIGNMENTS[style.align]],
    },
  }
}

const ALIGNMENTS = { both: 'BOTH', left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const

function section(format: PaperFormat): Omit<ISectionOptions, 'children'> {
  if (format === 'form') return formSection()
  return format === 'letter' ? letterSection() : textSection()
}

/** Twips from the lower edge of the paper to the lower edge of the number's line, its dash standing in the middle. */
function pageNumberFoot(): number {
  return twips(PAGE.bottom - PAGE_NUMBER.below - mmOfPoints(PAGE_NUMBER.size) * PAGE_NUMBER.dashAbove)
}

/** Type area, grid, and on every page a number, odd right and even left (5.2, 7.5). */
function textSection(): Omit<ISectionOptions, 'children'> {
  const indent = PAGE_NUMBER.size * 20 * PAGE_NUMBER.indentCharacters
  return {
    properties: {
      page: {
        size: { width: twips(PAGE.width), height: twips(PAGE.height) },
        margin: {
          top: twips(PAGE.top),
          bottom: twips(PAGE.bottom),
          left: twips(PAGE.left),
          right: twips(PAGE.right),
          header: twips(PAGE.top / 2),
          footer: pageNumberFoot(),
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch: GRID.linePitchTwips },
    },
    footers: {
      default: new Footer({ children: [pageNumber(AlignmentType.RIGHT, { right: indent })] }),
      even: new Footer({ children: [pageNumber(AlignmentType.LEFT, { left: indent })] }),
    },
  }
}

/** No number on page 1 (10.1). */
function letterSection(): Omit<ISectionOptions, 'children'> {
  const { properties, footers = {} } = textSection()
  const { default: odd, even } = footers
  return {
    properties: { ...properties, titlePage: true },
    // A first-page header before the first-page footer, or LibreOffice prints the odd footer on page 1.
    headers: { first: new Header({ children: [new Paragraph({ style: 'PageNumber' })] }) },
    footers: {
      ...(odd === undefined ? {} : { default: odd }),
      first: new Footer({ children: [new Paragraph({ style: 'PageNumber' })] }),
      ...(even === undefined ? {} : { even }),
    },
  }
}

function pageNumber(
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  indent: { readonly left?: number; readonly right?: number },
): Paragraph {
  return new Paragraph({
    style: 'PageNumber',
    alignment,
    indent,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  })
}

function formSection(): Omit<ISectionOptions, 'children'> {
  return {
    properties: {
      page: {
        size: { width: twips(PAGE.width), height: twips(PAGE.height) },
        margin: {
          top: twips(FORM.top),
          bottom: twips(FORM.bottom),
          left: twips(FORM.left),
          right: twips(FORM.right),
          header: twips(FORM.cornerTop),
          footer: twips(FORM.footerBottom),
        },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'PageNumber',
            children: [
              new TextRun({
                children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
              }),
            ],
          }),
        ],
      }),
    },
  }
}
