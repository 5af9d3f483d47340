import { child, isOn, measure, type Opened } from '../opened.ts'
import {
  type Assertion,
  begin,
  DOCUMENT,
  EVERY,
  FORM,
  near,
  OFFICIAL,
  STYLES,
  same,
  when,
} from './assertion.ts'

/** 5.1–5.2: paper, type area and grid. Twips; 1 mm is 56.69 of them. */
export const PAGE_ASSERTIONS: readonly Assertion[] = [
  {
    clause: '5.1',
    says: 'The paper is A4 upright, 210 × 297 mm.',
    formats: EVERY,
    check: ({ section }) => {
      const size = child(section, 'w:pgSz')
      return [
        ...near('width', measure(size, 'w:w'), 11_906, 2),
        ...near('height', measure(size, 'w:h'), 16_838, 2),
        ...same('orientation', size?.attributes['w:orient'] ?? 'portrait', 'portrait'),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:w="11906"/u, put: 'w:w="12240"' },
  },
  {
    clause: '5.2.1',
    says: 'Upper margin 37 mm and binding margin 28 mm, each within a millimetre, and no gutter.',
    formats: OFFICIAL,
    check: ({ section }) => {
      const margins = child(section, 'w:pgMar')
      return [
        ...near('top', measure(margins, 'w:top'), 2098),
        ...near('left', measure(margins, 'w:left'), 1587),
        ...same('gutter', margins?.attributes['w:gutter'] ?? '0', '0'),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:top="2098"/u, put: 'w:top="1440"' },
  },
  {
    clause: '5.2.1',
    says: 'The type area is 156 × 225 mm.',
    formats: OFFICIAL,
    check: ({ section }) => {
      const [size, margins] = [child(section, 'w:pgSz'), child(section, 'w:pgMar')]
      const width = measure(size, 'w:w') - measure(margins, 'w:left') - measure(margins, 'w:right')
      const height = measure(size, 'w:h') - measure(margins, 'w:top') - measure(margins, 'w:bottom')
      return [...near('width', width, 8844, 6), ...near('height', height, 12_756, 6)]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:bottom="1984"/u, put: 'w:bottom="1700"' },
  },
  {
    clause: 'house',
    says: 'A form keeps the binding margin of 28 mm, and at least 20 mm at the right for hole and hand.',
    formats: FORM,
    check: ({ section }) => {
      const margins = child(section, 'w:pgMar')
      return [
        ...near('left', measure(margins, 'w:left'), 1587),
        ...when(measure(margins, 'w:right') < 1134 - 6, 'the right margin is below 20 mm'),
      ]
    },
    broken: {
      sample: 'sheet',
      part: DOCUMENT,
      find: /w:left="1587" w:header/u,
      put: 'w:left="900" w:header',
    },
  },
  {
    clause: '5.2.3',
    says: '22 lines of 28 characters of 三号 fill the type area, no more and no fewer.',
    formats: OFFICIAL,
    check: (file) =>
      file.paragraphs
        .filter(({ style }) => style === 'BodyText')
        .flatMap((paragraph) => {
          const { 'w:line': line = '', 'w:lineRule': rule } = paragraph.merged('w:spacing')
          const wrong = paragraph.runs.flatMap((run) => {
            const size = measure(run.property('w:sz'), 'w:val') * 10
            const character = size + measure(run.property('w:spacing'), 'w:val')
            return when(
              28 * character > 8845 || 29 * character <= 8845,
              `${Math.floor(8845 / character)} characters fit in a line`,
            )
          })
          return [
            ...same('line rule', rule, 'exact'),
            ...when(22 * Number(line) > 12_756 || 23 * Number(line) <= 12_756, `lines are ${line} high`),
            ...wrong,
          ].map((sentence) => `${begin(paragraph)}: ${sentence}`)
        }),
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="BodyText".*?)<w:spacing w:val="-5"\/>/su,
      put: '$1<w:spacing w:val="0"/>',
    },
  },
  {
    clause: '5.2.3',
    says: 'The page has a grid of lines 28.95 points apart.',
    formats: OFFICIAL,
    check: ({ section }) => {
      const grid = child(section, 'w:docGrid')
      return [
        ...same('grid', grid?.attributes['w:type'], 'lines'),
        ...near('pitch', measure(grid, 'w:linePitch'), 579, 1),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:linePitch="579"/u, put: 'w:linePitch="312"' },
  },
  {
    clause: 'house',
    says: 'No line snaps to the grid (large type would take two), signs keep to their line ends, figures and Chinese stand without gaps.',
    formats: EVERY,
    check: (file) =>
      file.paragraphs.flatMap((paragraph) => {
        const off = ['w:snapToGrid', 'w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:widowControl']
        return [
          ...off.filter((name) => isOn(paragraph.property(name) ?? ABSENT)),
          ...(isOn(paragraph.property('w:kinsoku')) ? [] : ['no w:kinsoku']),
        ].map((name) => `${begin(paragraph)}: ${name}`)
      }),
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /<w:autoSpaceDE w:val="0"\/>/gu,
      put: '<w:autoSpaceDE w:val="1"/>',
    },
  },
  {
    clause: 'house',
    says: 'Word opens the paper as what it is, Chinese and without a compatibility mode.',
    formats: EVERY,
    check: ({ parts, defaults }) => [
      ...when(
        !/<w:compatSetting [^>]*w:val="15" w:name="compatibilityMode"/u.test(
          parts['word/settings.xml'] ?? '',
        ),
        'opens in compatibility mode',
      ),
      ...same(
        'language',
        child(defaults, 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes['w:eastAsia'],
        'zh-CN',
      ),
    ],
    broken: { sample: 'letter', part: STYLES, find: /w:eastAsia="zh-CN"/u, put: 'w:eastAsia="ja-JP"' },
  },
]

/** What Word takes when nobody says otherwise: all of them are on. */
const ABSENT = { name: '', attributes: {}, children: [], text: '' } satisfies Opened['body']
