import { all, child, type Node, parseXml } from '../opened.ts'
import { type Assertion, DOCUMENT, EVERY, STYLES, same, when } from './assertion.ts'
import { codesIn } from './head.ts'

/** Elements in the order of the schema (ISO/IEC 29500-1, CT_PPr and so on); Word refuses a file that mixes them up. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': words(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr',
  ),
  'w:rPr': words(
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  ),
  'w:tblPr': words(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  ),
  'w:tcPr': words(
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  ),
  'w:sectPr': words(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  ),
}

function words(names: string): readonly string[] {
  return names.split(' ').map((name) => `w:${name}`)
}

function disorder(node: Node): readonly string[] {
  const order = ORDER[node.name]
  const places = order === undefined ? [] : node.children.map(({ name }) => order.indexOf(name))
  const wrong = places.findIndex((place, at) => place < 0 || place < (places[at - 1] ?? 0))
  return [
    ...(wrong < 0 ? [] : [`${node.children[wrong]?.name} is out of order in ${node.name}`]),
    ...node.children.flatMap(disorder),
  ]
}

/** Control characters, marks that turn a line, signs of width none and halves of characters. */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe\uffff\p{Surrogate}]/u

/** What holds for any file at all, whatever its blocks are. */
export const MARKUP_ASSERTIONS: readonly Assertion[] = [
  {
    clause: 'house',
    says: 'Every element stands in the order of the schema.',
    formats: EVERY,
    check: ({ parts }) =>
      Object.entries(parts)
        .filter(([path]) => /^word\/(document|styles|header\d|footer\d)\.xml$/u.test(path))
        .flatMap(([path, xml]) => disorder(parseXml(xml)).map((sentence) => `${path}: ${sentence}`)),
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(<w:ind [^>]*\/>)(<w:jc [^>]*\/>)/u,
      put: '$2$1',
    },
  },
  {
    clause: 'house',
    says: 'No two drawings share a number.',
    formats: EVERY,
    check: ({ body }) => {
      const numbers = all(body, 'wp:docPr').map(({ attributes }) => attributes['id'])
      return same('different numbers', new Set(numbers).size, numbers.length)
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /<wp:docPr id="2"/u, put: '<wp:docPr id="1"' },
  },
]

/** What holds for the whole file rather than for a place on the page. */
export const FILE_ASSERTIONS: readonly Assertion[] = [
  ...MARKUP_ASSERTIONS,
  {
    clause: 'house',
    says: 'One QR code on the paper, and one on the slip that is cut off from it; each with words for those who cannot see it.',
    formats: EVERY,
    check: (file, paper) => {
      const slips = all(file.body, 'w:tbl').filter((table) => codesIn(table) > 0).length
      const wanted = paper.code === null ? 0 : 1
      const cutOff = paper.blocks.some(({ kind }) => kind === 'tearOff') ? wanted : 0
      const pictures = all(file.body, 'wp:docPr')
      return [
        ...same('codes', codesIn(file.body), wanted + cutOff),
        ...same('codes on the slip', slips, cutOff),
        ...when(
          pictures.some(({ attributes }) => attributes['descr'] === ''),
          'a code without words',
        ),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /<w:drawing>.*?<\/w:drawing>/su, put: '' },
  },
  {
    clause: 'house',
    says: 'The code is large enough for a scanner and stands on page 1 outside the text: 13 mm beside the type area, 18 mm on a form.',
    formats: EVERY,
    check: (file, { format, code }) => {
      const sizes = all(file.body, 'wp:anchor')
        .filter((anchor) => all(anchor, 'a:blip').length > 0)
        .map((anchor) => child(anchor, 'wp:extent')?.attributes['cx'])
      return code === null ? [] : same('sizes', sizes.join(), format === 'form' ? '648000' : '468000')
    },
    broken: {
      sample: 'sheet',
      part: DOCUMENT,
      find: /cx="648000" cy="648000"/u,
      put: 'cx="64800" cy="64800"',
    },
  },
  {
    clause: 'house',
    says: 'Every picture shown is in the file.',
    formats: EVERY,
    check: ({ body, parts }) => {
      const relationships = all(parseXml(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship')
      return all(body, 'a:blip').flatMap(({ attributes }) => {
        const target = relationships.find(({ attributes: { Id } }) => Id === attributes['r:embed'])
        return when(parts[`word/${target?.attributes['Target']}`] === undefined, 'a picture is missing')
      })
    },
    broken: {
      sample: 'letter',
      part: 'word/_rels/document.xml.rels',
      find: /image1\.png/u,
      put: 'image7.png',
    },
  },
  {
    clause: 'house',
    says: 'No text holds a character that cannot be printed or that turns the line around.',
    formats: EVERY,
    check: ({ body }) =>
      all(body, 'w:t').flatMap(({ text }) => when(UNPRINTABLE.test(text), `“${text.slice(0, 30)}”`)),
    broken: { sample: 'letter', part: DOCUMENT, find: /后勤管理处：/u, put: '后勤\u202e管理处：' },
  },
  {
    clause: 'house',
    says: 'Spaces at the ends of a text are kept, and no paragraph of text is left empty.',
    formats: EVERY,
    check: (file) => [
      ...all(file.body, 'w:t').flatMap(({ text, attributes }) =>
        when(text !== text.trim() && attributes['xml:space'] !== 'preserve', `“${text}” loses its spaces`),
      ),
      ...file.paragraphs.flatMap(({ style, text }) =>
        when(
          ['BodyText', 'Addressee', 'PaperTitle', 'Attachments', 'Heading1', 'Remarks'].includes(style) &&
            text.trim() === '',
          `an empty ${style}`,
        ),
      ),
    ],
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /(<w:pStyle w:val="BodyText"\/><\/w:pPr>)<w:r>.*?<\/w:r>(<\/w:p>)/su,
      put: '$1$2',
    },
  },
  {
    clause: 'house',
    says: 'The file is titled with the name of its matter.',
    formats: EVERY,
    check: ({ parts }, paper) =>
      same('title', child(parseXml(parts['docProps/core.xml'] ?? ''), 'dc:title')?.text, paper.name),
    broken: { sample: 'letter', part: 'docProps/core.xml', find: /<dc:title>/u, put: '<dc:title>副本' },
  },
]
