import type { Paper } from '../../../../../shared/documents/paper.ts'
import { all, child, measure, type Opened, type Paragraph } from '../opened.ts'
import {
  type Assertion,
  begin,
  cells,
  DOCUMENT,
  EVERY,
  frameOf,
  LETTER,
  near,
  placeOf,
  same,
  styled,
  when,
} from './assertion.ts'

/** Where the characters of an exact line begin: baseline at four fifths of the line, 0.88 of their size above it. */
function top(y: number, line: number, halfPoints: number): number {
  return y + line * 0.8 - halfPoints * 10 * 0.88
}

/** Both double rules of a letter, upper and lower. */
function rules(file: Opened): readonly [Paragraph | undefined, Paragraph | undefined] {
  const [upper, lower] = styled(file, 'Rule')
  return [upper, lower]
}

function weights(paragraph: Paragraph | undefined): readonly string[] {
  return ['w:top', 'w:bottom'].map(
    (side) => child(paragraph?.property('w:pBdr'), side)?.attributes['w:sz'] ?? '',
  )
}

function organBottom(file: Opened): number {
  const [organ] = styled(file, 'Organ')
  const above = ((organ?.text.split('\n').length ?? 1) - 1) * lineOfOrgan(organ)
  return organTop(file) + above + sizeOf(organ) * 10
}

function organTop(file: Opened): number {
  const [organ] = styled(file, 'Organ')
  return top(frameOf(organ)['y'] ?? Number.NaN, lineOf(organ), sizeOf(organ))
}

function sizeOf(paragraph: Paragraph | undefined): number {
  return measure(paragraph?.runs[0]?.property('w:sz'), 'w:val')
}

function lineOf(paragraph: Paragraph | undefined): number {
  return Number(paragraph?.merged('w:spacing')['w:line'])
}

function hasHead(paper: Paper): boolean {
  return paper.blocks.some(({ kind }) => kind === 'letterhead')
}

/** 7.2 and 10.1: everything that has its place on page 1 of a letter. Twips from the paper's upper left corner. */
export const HEAD_ASSERTIONS: readonly Assertion[] = [
  {
    clause: '10.1',
    says: 'The organ’s upper edge is 30 mm below the paper’s, its name centred on the type area, without 文件.',
    formats: LETTER,
    check: (file, paper) => {
      if (!hasHead(paper)) return []
      const [organ, ...more] = styled(file, 'Organ')
      const frame = frameOf(organ)
      return [
        ...same('letterheads', more.length, 0),
        ...near('upper edge', organTop(file), 1701, 30),
        ...near('left', frame['x'] ?? Number.NaN, 1587, 6),
        ...near('width', frame['w'] ?? Number.NaN, 8844, 6),
        ...same('alignment', organ?.property('w:jc')?.attributes['w:val'], 'center'),
        ...when(organ?.text.endsWith('文件') === true, 'the organ’s name ends with 文件'),
        ...(organ?.text.split('\n') ?? []).flatMap((line) =>
          when(cells(line) * sizeOf(organ) * 10 > 8845, `“${line}” is wider than the type area`),
        ),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:y="1643"/u, put: 'w:y="1925"' },
  },
  {
    clause: '10.1',
    says: 'The frame of the organ’s name holds all of its lines.',
    formats: LETTER,
    check: (file, paper) => {
      const [organ] = styled(file, 'Organ')
      const lines = (organ?.text.split('\n').length ?? 0) * lineOfOrgan(organ)
      return hasHead(paper) ? near('height', frameOf(organ)['h'] ?? Number.NaN, lines, 1) : []
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:h="864"/u, put: 'w:h="432"' },
  },
  {
    clause: '10.1',
    says: 'A red double rule 170 mm long, thick over thin, stands 4 mm below the organ’s name.',
    formats: LETTER,
    check: (file, paper) => {
      if (!hasHead(paper)) return []
      const frame = frameOf(rules(file)[0])
      const [thick, thin] = weights(rules(file)[0])
      return [
        ...near('length', frame['w'] ?? Number.NaN, 9638, 6),
        ...near('place', (frame['y'] ?? Number.NaN) - organBottom(file), 227, 57),
        ...near('middle', (frame['x'] ?? Number.NaN) + 9638 / 2, 1587 + 8844 / 2, 6),
        ...when(!(Number(thick) > Number(thin)), 'is not thick over thin'),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:y="2648"/u, put: 'w:y="2900"' },
  },
  {
    clause: '10.1',
    says: 'A second one, thin over thick, ends 20 mm above the paper’s lower edge; there are no others.',
    formats: LETTER,
    check: (file, paper) => {
      if (!hasHead(paper)) return []
      const frame = frameOf(rules(file)[1])
      const [thin, thick] = weights(rules(file)[1])
      return [
        ...same('rules', styled(file, 'Rule').length, 2),
        ...near('length', frame['w'] ?? Number.NaN, 9638, 6),
        ...near('lower edge', (frame['y'] ?? Number.NaN) + (frame['h'] ?? 0), 16_838 - 1134, 57),
        ...when(!(Number(thin) < Number(thick)), 'is not thin over thick'),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:y="15624"/u, put: 'w:y="15300"' },
  },
  {
    clause: '10.1',
    says: 'Number flush right, marks flush left, the first of each 7/8 of a 三号 character below the rule.',
    formats: LETTER,
    check: (file, paper) => {
      if (!hasHead(paper)) return []
      const rule = frameOf(rules(file)[0])
      const below = (rule['y'] ?? Number.NaN) + (rule['h'] ?? Number.NaN) + 280
      const [number, mark] = [styled(file, 'DocumentNumber')[0], styled(file, 'Mark')[0]]
      const [right, left] = [frameOf(number), frameOf(mark)]
      return [
        ...near('number', top(right['y'] ?? Number.NaN, 578, 32), below, 40),
        ...near('right edge', (right['x'] ?? 0) + (right['w'] ?? 0), 1587 + 8844, 6),
        ...same('alignment', number?.property('w:jc')?.attributes['w:val'], 'right'),
        ...(mark === undefined
          ? []
          : [
              ...near('mark', top(left['y'] ?? Number.NaN, 578, 32), below, 40),
              ...near('left edge', left['x'] ?? Number.NaN, 1587, 6),
              ...same('marks’ height', left['h'], 578 * styled(file, 'Mark').length),
            ]),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /w:y="2827"/gu, put: 'w:y="3100"' },
  },
  {
    clause: '7.2.5',
    says: 'The whole number fits on its line.',
    formats: LETTER,
    check: (file) =>
      [...styled(file, 'DocumentNumber'), ...styled(file, 'Mark')].flatMap((paragraph) => {
        const width = frameOf(paragraph)['w'] ?? Number.POSITIVE_INFINITY
        return when(cells(paragraph.text) * 315 > width, `${begin(paragraph)} is wider than its place`)
      }),
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /("DocumentNumber"\/><w:framePr) w:w="\d+"/u,
      put: '$1 w:w="2000"',
    },
  },
  {
    clause: '7.2.5',
    says: 'The number reads 代字〔年份〕序号号, its year in hexagonal brackets, its serial without 第 and without leading zeros.',
    formats: EVERY,
    check: (file) =>
      // Behind a tab stands 签发人; the second such line of minutes says who issues them.
      styled(file, 'DocumentNumber')
        .slice(0, 1)
        .flatMap(({ text }) =>
          when(!/^[^〔〕第\t]+〔\d{4}〕[1-9]\d*号(?:\t|$)/u.test(text), `the number is “${text}”`),
        ),
    broken: { sample: 'letter', part: DOCUMENT, find: /〔2026〕12号<\/w:t>/u, put: '〔2026〕012号</w:t>' },
  },
  {
    clause: '7.2.4, 10.1',
    says: 'What has its place on page 1 comes before all running text, so that it cannot move to another page.',
    formats: LETTER,
    check: (file) => {
      const title = placeOf(file, 'PaperTitle')
      return file.paragraphs.flatMap((paragraph, at) =>
        when(
          title >= 0 && at > title && paragraph.property('w:framePr') !== undefined,
          `${begin(paragraph)} is framed behind the title`,
        ),
      )
    },
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /(<w:p><w:pPr><w:pStyle w:val="DocumentNumber".*?<\/w:p>)(.*<w:pStyle w:val="Addressee".*?<\/w:p>)/su,
      put: '$2$1',
    },
  },
]

/** The frame is as high as the lines it has, whichever way their height is told. */
function lineOfOrgan(organ: Paragraph | undefined): number {
  const line = lineOf(organ)
  return Number.isNaN(line) ? sizeOf(organ) * 10 : line
}

/** How many pictures of the code a part of the paper has. */
export function codesIn(node: Opened['body']): number {
  return all(node, 'wp:docPr').filter(({ attributes }) => attributes['name'] === '文书二维码').length
}
