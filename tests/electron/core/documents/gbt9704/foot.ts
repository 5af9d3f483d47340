import { all, child, measure, type Node, type Opened } from '../opened.ts'
import { type Assertion, DOCUMENT, EVERY, FORM, near, OFFICIAL, same, when } from './assertion.ts'

function numbered(node: Node | undefined): boolean {
  return node !== undefined && all(node, 'w:instrText').some(({ text }) => text.trim() === 'PAGE')
}

function properties(file: Opened, which: string): Node | undefined {
  return child(file.margins.get(which), 'w:p', 'w:pPr')
}

function words(node: Node | undefined): string {
  return node === undefined
    ? ''
    : all(node, 'w:t')
        .map(({ text }) => text)
        .join('#')
}

/** 7.5 and 10.1: page numbers. */
export const FOOT_ASSERTIONS: readonly Assertion[] = [
  {
    clause: '7.5',
    says: 'Odd pages are numbered at the right, even ones at the left, one character in.',
    formats: OFFICIAL,
    check: (file) => [
      ...same(
        'even and odd',
        (file.parts['word/settings.xml'] ?? '').includes('<w:evenAndOddHeaders/>'),
        true,
      ),
      ...(['default', 'even'] as const).flatMap((which) => {
        const side = which === 'default' ? 'right' : 'left'
        const own = properties(file, `footer/${which}`)
        return [
          ...when(!numbered(file.margins.get(`footer/${which}`)), `the ${which} footer has no page number`),
          ...same(`${which} footer`, child(own, 'w:jc')?.attributes['w:val'], side),
          ...near(`${which} indent`, measure(child(own, 'w:ind'), `w:${side}`), 280, 1),
        ]
      }),
    ],
    broken: {
      sample: 'letter',
      part: 'word/footer3.xml',
      find: /w:jc w:val="left"/u,
      put: 'w:jc w:val="right"',
    },
  },
  {
    clause: '7.5',
    says: 'The number stands between dashes in 四号.',
    formats: OFFICIAL,
    check: (file) => [
      ...['footer/default', 'footer/even'].flatMap((which) =>
        same(which, words(file.margins.get(which)), '— # —'),
      ),
      ...(file.styles['PageNumber'] === undefined
        ? ['no style']
        : same('size', measure(all(file.styles['PageNumber'], 'w:sz')[0], 'w:val'), 28)),
    ],
    broken: { sample: 'letter', part: 'word/footer1.xml', find: /— </u, put: '- <' },
  },
  {
    clause: '7.5',
    says: 'Its dash stands 7 mm below the type area.',
    formats: OFFICIAL,
    check: ({ section, styles }) => {
      const margins = child(section, 'w:pgMar')
      const line = measure(styles['PageNumber'] && all(styles['PageNumber'], 'w:spacing')[0], 'w:line')
      const dash = measure(margins, 'w:footer') + line / 2
      return near('dash below the type area', measure(margins, 'w:bottom') - dash, 397, 57)
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:footer="1447"/u, put: 'w:footer="1200"' },
  },
  {
    clause: '10.1',
    says: 'Page 1 of a letter has no number: a first page of its own with an empty footer, its header named before it.',
    formats: ['letter'],
    check: (file) => {
      const order = [...file.margins.keys()]
      return [
        ...same('first page of its own', child(file.section, 'w:titlePg') !== undefined, true),
        ...same('first footer', file.margins.get('footer/first') !== undefined, true),
        ...when(numbered(file.margins.get('footer/first')), 'page 1 is numbered'),
        ...when(
          order.indexOf('header/first') < 0 || order.indexOf('header/first') > order.indexOf('footer/first'),
          'the first header is not named before the first footer',
        ),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /<w:titlePg\/>/u, put: '' },
  },
  {
    clause: 'house',
    says: 'Every page of a form says which it is and of how many.',
    formats: FORM,
    check: (file) => {
      const footer = file.margins.get('footer/default')
      const fields = footer === undefined ? [] : all(footer, 'w:instrText').map(({ text }) => text)
      return [
        ...same('fields', fields.join(), 'PAGE,NUMPAGES'),
        ...same('words', words(footer), '第 # 页　共 # 页'),
      ]
    },
    broken: { sample: 'sheet', part: 'word/footer1.xml', find: /NUMPAGES/u, put: 'PAGE' },
  },
  {
    clause: 'house',
    says: 'Every header and footer the section names is there.',
    formats: EVERY,
    check: ({ section, margins }) => {
      const named = section.children.filter(({ name }) => name.endsWith('Reference')).length
      return same('parts', margins.size, named)
    },
    broken: {
      sample: 'letter',
      part: 'word/_rels/document.xml.rels',
      find: /Target="footer2.xml"/u,
      put: 'Target="footer9.xml"',
    },
  },
]
