import type { PaperFormat } from '../../../../../shared/documents/paper.ts'
import { all, isOn, measure, type Opened, type Paragraph } from '../opened.ts'
import { type Assertion, begin, EVERY, OFFICIAL, STYLES, same, when } from './assertion.ts'

const [SONG, FANGSONG, KAI, HEI, BIAOSONG] = ['宋体', '仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体']

type Type = readonly [font: string | undefined, halfPoints: number]

const OFFICIAL_TYPE: Readonly<Record<string, Type>> = {
  Normal: [FANGSONG, 32],
  BodyText: [FANGSONG, 32],
  DocumentNumber: [FANGSONG, 32],
  Mark: [HEI, 32],
  PaperTitle: [BIAOSONG, 44],
  Addressee: [FANGSONG, 32],
  Heading1: [HEI, 32],
  Heading2: [KAI, 32],
  Heading3: [FANGSONG, 32],
  Heading4: [FANGSONG, 32],
  Attachments: [FANGSONG, 32],
  SignatureLine: [FANGSONG, 32],
  PaperNote: [FANGSONG, 32],
  Attendance: [FANGSONG, 32],
  AnnexLabel: [HEI, 32],
  Imprint: [FANGSONG, 28],
  CellLabel: [HEI, 24],
  CellText: [FANGSONG, 24],
  CellSection: [HEI, 24],
  DenseLabel: [HEI, 21],
  DenseText: [FANGSONG, 21],
  DenseSection: [HEI, 21],
}

const FORM_TYPE: Readonly<Record<string, Type>> = {
  Normal: [FANGSONG, 24],
  BodyText: [FANGSONG, 24],
  PaperTitle: [BIAOSONG, 44],
  Addressee: [FANGSONG, 24],
  Caption: [FANGSONG, 21],
  Heading1: [HEI, 24],
  Heading2: [KAI, 24],
  CellLabel: [HEI, 24],
  CellText: [FANGSONG, 24],
  CellSection: [HEI, 24],
  DenseLabel: [HEI, 21],
  DenseText: [FANGSONG, 21],
  DenseSection: [HEI, 21],
  Remarks: [FANGSONG, 21],
  SignatureLine: [FANGSONG, 24],
}

const SLIP_TYPE: Readonly<Record<string, Type>> = {
  SlipHint: [FANGSONG, 18],
  SlipTitle: [BIAOSONG, 36],
  SlipText: [FANGSONG, 24],
  SlipLabel: [FANGSONG, 21],
}

/** Font and size of every element, by the format of the paper. */
const TYPE: Readonly<Record<PaperFormat, Readonly<Record<string, Type>>>> = {
  document: { ...OFFICIAL_TYPE, ...SLIP_TYPE },
  letter: { ...OFFICIAL_TYPE, ...SLIP_TYPE },
  minutes: { ...OFFICIAL_TYPE, ...SLIP_TYPE },
  form: { ...FORM_TYPE, ...SLIP_TYPE },
}

/** Set by rules of their own: the organ's name in a free size, a rule without characters. */
const FREE = ['Organ', 'Rule', 'RedRule', 'ImprintRule', 'ImprintRoom']

/** What may stand out: the head of a paragraph, a label, 签发人's name (7.2.6). */
const OTHERS: Readonly<Record<string, string | undefined>> = {
  BodyText: HEI,
  Attendance: HEI,
  DocumentNumber: KAI,
}

/** A box to tick that stands first is a drawing rather than writing: a face of its own keeps it as large as the others. */
function printed(paragraph: Paragraph): Paragraph['runs'] {
  return paragraph.runs.filter(({ text }) => text.trim() !== '' && !/^[□■]$/u.test(text))
}

function fontOf(run: Paragraph['runs'][number], slot: string): string | undefined {
  return run.merged('w:rFonts')[`w:${slot}`]
}

/** Fonts, sizes and colours: 5.2.2, 5.2.4, 7.2 and 7.3. */
export const TYPE_ASSERTIONS: readonly Assertion[] = [
  {
    clause: '5.2.2, 7.2.3, 7.3.1–7.3.8, 7.4',
    says: 'Every element has the font and size the standard gives it; only labels in 黑体 and 签发人’s name in 楷体 stand out.',
    formats: EVERY,
    check: (file, { format }) =>
      file.paragraphs.flatMap((paragraph) => {
        if (FREE.includes(paragraph.style)) return []
        const wanted = TYPE[format][paragraph.style]
        if (wanted === undefined) return [`${begin(paragraph)}: nobody asked for this style`]
        return printed(paragraph).flatMap((run) => {
          const [font, size] = [fontOf(run, 'eastAsia'), measure(run.property('w:sz'), 'w:val')]
          const stands = font === wanted[0] || OTHERS[paragraph.style] === font
          return when(!stands || size !== wanted[1], `${begin(paragraph)}: ${font} ${size}`)
        })
      }),
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="PaperTitle".*?)w:sz w:val="44"/su,
      put: '$1w:sz w:val="36"',
    },
  },
  {
    clause: '7.2.4',
    says: 'The organ’s name is 小标宋 and no larger than 小初.',
    formats: OFFICIAL,
    check: (file) =>
      file.paragraphs
        .filter(({ style }) => style === 'Organ')
        .flatMap((paragraph) => printed(paragraph))
        .flatMap((run) => [
          ...same('font', fontOf(run, 'eastAsia'), BIAOSONG),
          ...when(!(measure(run.property('w:sz'), 'w:val') <= 72), 'the organ is larger than 小初'),
        ]),
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="Organ".*?)w:sz w:val="72"/su,
      put: '$1w:sz w:val="84"',
    },
  },
  {
    clause: 'house',
    says: 'All four font slots and the hint are named, so that “” — 〔〕 stand full width; Latin is Times New Roman.',
    formats: EVERY,
    check: (file) =>
      file.paragraphs.flatMap((paragraph) =>
        printed(paragraph).flatMap((run) => {
          const wrong = [
            ...same('hint', fontOf(run, 'hint'), 'eastAsia'),
            ...['ascii', 'hAnsi', 'cs'].flatMap((slot) => same(slot, fontOf(run, slot), 'Times New Roman')),
          ]
          return wrong.map((sentence) => `${begin(paragraph)}: ${sentence}`)
        }),
      ),
    broken: { sample: 'letter', part: STYLES, find: /w:hint="eastAsia"/gu, put: 'w:hint="default"' },
  },
  {
    clause: 'house',
    says: 'Nothing is bold, slanted, underlined other than a gap to fill in, hidden or struck.',
    formats: EVERY,
    check: (file) =>
      file.paragraphs.flatMap((paragraph) =>
        paragraph.runs.flatMap((run) => {
          const found = ['w:b', 'w:i', 'w:vanish', 'w:strike', 'w:caps'].filter((name) =>
            isOn(run.property(name)),
          )
          const lined = run.property('w:u') !== undefined && run.text.trim() !== ''
          return [...found, ...(lined ? ['w:u'] : [])].map((name) => `${begin(paragraph)}: ${name}`)
        }),
      ),
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="PaperTitle".*?<w:rPr>)/su,
      put: '$1<w:b/>',
    },
  },
  {
    clause: '5.2.4, 7.2.4, 10.1',
    says: 'Ink is black; only the organ’s name and the rules of the head are red.',
    formats: EVERY,
    check: (file) => [
      ...file.paragraphs.flatMap((paragraph) =>
        paragraph.runs.flatMap((run) => {
          const colour = run.property('w:color')?.attributes['w:val'] ?? 'auto'
          const wanted = paragraph.style === 'Organ' ? ['FF0000'] : ['auto', '000000']
          return when(!wanted.includes(colour), `${begin(paragraph)} is ${colour}`)
        }),
      ),
      ...lineColours(file),
    ],
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="PaperTitle".*?<w:rPr>)/su,
      put: '$1<w:color w:val="FF0000"/>',
    },
  },
  {
    clause: 'house',
    says: 'Every font a paper names stands in its list of fonts with what may stand in for it.',
    formats: EVERY,
    check: (file) => {
      const table = file.parts['word/fontTable.xml'] ?? ''
      const named = new Set(
        file.paragraphs.flatMap(({ runs }) => runs.flatMap((run) => [fontOf(run, 'eastAsia')])),
      )
      return Array.from(named).flatMap((font) =>
        when(!table.includes(`w:name="${font}"><w:altName`), `${font} has no stand-ins`),
      )
    },
    broken: {
      sample: 'letter',
      part: 'word/fontTable.xml',
      find: /(w:name="黑体">)<w:altName[^>]*>/u,
      put: '$1',
    },
  },
  {
    clause: '7.5',
    says: 'Page numbers are half-width 宋体, Latin slots too.',
    formats: EVERY,
    check: ({ styles }) => {
      const number = styles['PageNumber']
      const fonts = number === undefined ? undefined : all(number, 'w:rFonts')[0]
      return ['ascii', 'hAnsi', 'eastAsia'].flatMap((slot) =>
        same(slot, fonts?.attributes[`w:${slot}`], SONG),
      )
    },
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="PageNumber".*?)w:ascii="宋体"/su,
      put: '$1w:ascii="Arial"',
    },
  },
]

function lineColours(file: Opened): readonly string[] {
  const rules = file.paragraphs.flatMap((paragraph) =>
    (paragraph.property('w:pBdr')?.children ?? []).flatMap(({ attributes }) =>
      when(
        attributes['w:color'] !== (paragraph.style === 'ImprintRule' ? '000000' : 'FF0000'),
        `a rule is ${attributes['w:color']}`,
      ),
    ),
  )
  const cells = ['w:tblBorders', 'w:tcBorders'].flatMap((name) =>
    all(file.body, name).flatMap((borders) =>
      borders.children.flatMap(({ attributes }) =>
        when(
          !['auto', '000000'].includes(attributes['w:color'] ?? 'auto'),
          `a line is ${attributes['w:color']}`,
        ),
      ),
    ),
  )
  return [...rules, ...cells]
}
