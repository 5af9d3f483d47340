import type { Paper } from '../../../../../shared/documents/paper.ts'
import type { Paragraph } from '../opened.ts'
import { type Assertion, cells, DOCUMENT, EVERY, OFFICIAL, placeOf, same, styled, when } from './assertion.ts'

function lineOf(paragraph: Paragraph | undefined): number {
  return Number(paragraph?.merged('w:spacing')['w:line'])
}

function hasHead(paper: Paper): boolean {
  return paper.blocks.some(({ kind }) => kind === 'letterhead')
}

function hourglass(lines: readonly string[]): boolean {
  const lengths = lines.map(cells)
  return lengths.some(
    (length, at) => length < (lengths[at - 1] ?? length) && length < (lengths[at + 1] ?? length),
  )
}

/** 7.3.1 and 7.3.2: title and addressee. */
export const TITLE_ASSERTIONS: readonly Assertion[] = [
  {
    clause: '7.3.1, 10.1',
    says: 'Two blank lines stand between the head and the title.',
    formats: OFFICIAL,
    check: (file, paper) => {
      const title = placeOf(file, 'PaperTitle')
      if (!hasHead(paper) || title < 0) return []
      const above = file.paragraphs.slice(0, title).toReversed()
      const blank = above.findIndex(({ text, style }) => text !== '' || style !== 'Normal')
      return [
        ...same('blank lines', blank, 2),
        ...above.slice(0, blank).flatMap((paragraph) => same('their height', lineOf(paragraph), 578)),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /<w:p\/>/u, put: '' },
  },
  {
    clause: '7.3.1',
    says: 'The title is centred 二号小标宋, its lines no wider than the type area, shaped as a trapezium or lozenge, never an hourglass.',
    formats: EVERY,
    check: (file, { format }) =>
      styled(file, 'PaperTitle').flatMap((paragraph) => {
        const lines = paragraph.text.split('\n')
        const room = format === 'form' ? 9184 : 8845
        return [
          ...same('alignment', paragraph.property('w:jc')?.attributes['w:val'], 'center'),
          ...when(hourglass(lines), `“${lines.join('／')}” is an hourglass`),
          ...lines.flatMap((line) => when(cells(line) * 440 > room, `“${line}” is too wide`)),
        ]
      }),
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /(<w:pStyle w:val="PaperTitle"\/><\/w:pPr><w:r><w:t[^>]*>)/u,
      put: '$1关于转办海岱师范学院经济管理学院会计专业学生反映供暖温度不达标等',
    },
  },
  {
    clause: '7.3.1',
    says: 'No line of a title begins with a sign that closes or with 的.',
    formats: EVERY,
    check: (file) =>
      styled(file, 'PaperTitle').flatMap(({ text }) =>
        text
          .split('\n')
          .flatMap((line, at) =>
            when(at > 0 && /^[、，。；：！？”’）》〉】〕…的]/u.test(line), `a line begins “${line}”`),
          ),
      ),
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /反映事项的函<\/w:t>/u,
      put: '反映事项</w:t><w:br/><w:t>的函</w:t>',
    },
  },
  {
    clause: '7.3.2',
    says: 'The addressee stands one blank line below the title, flush left, closed by one full-width colon.',
    formats: OFFICIAL,
    check: (file) => {
      const at = placeOf(file, 'Addressee')
      if (at < 0) return []
      const [title, blank, addressee] = file.paragraphs.slice(Math.max(at - 2, 0), at + 1)
      const indent = addressee?.merged('w:ind') ?? {}
      return [
        ...same('above the blank line', title?.style, 'PaperTitle'),
        ...same('the line above', blank?.text, ''),
        ...same('its height', lineOf(blank), 578),
        ...same('indent', indent['w:firstLine'] ?? indent['w:left'] ?? '0', '0'),
        ...when(!/[^：:]：$/u.test(addressee?.text ?? ''), `the addressee is “${addressee?.text}”`),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /后勤管理处：<\/w:t>/u, put: '后勤管理处:</w:t>' },
  },
]
