import { isOn, type Opened, type Paragraph } from '../opened.ts'
import {
  type Assertion,
  begin,
  cells,
  DOCUMENT,
  EVERY,
  near,
  OFFICIAL,
  placeOf,
  STYLES,
  same,
  styled,
  when,
} from './assertion.ts'

const BODY_CHARACTER = 315
const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4']

function indent(paragraph: Paragraph | undefined, side: 'left' | 'right' | 'hanging' | 'firstLine'): number {
  return Number(paragraph?.merged('w:ind')[`w:${side}`] ?? 0)
}

/** Blank lines directly above a paragraph. */
function blankAbove(file: Opened, at: number): number {
  const above = file.paragraphs.slice(0, at).toReversed()
  return above.findIndex(({ text, style }) => text !== '' || style !== 'Normal')
}

/** 7.3: text, what closes it, and 版记. */
export const TEXT_ASSERTIONS: readonly Assertion[] = [
  {
    clause: '7.3.3',
    says: 'Every paragraph of running text is indented by two characters, told as characters and as twips.',
    formats: EVERY,
    check: (file, { format }) =>
      file.paragraphs
        .filter(({ style }) => [...HEADINGS, 'BodyText', 'PaperNote'].includes(style))
        .flatMap((paragraph) => {
          const {
            'w:firstLine': first,
            'w:firstLineChars': characters,
            'w:left': left,
          } = paragraph.merged('w:ind')
          return [
            ...same('characters', characters, '200'),
            ...near('first line', Number(first), format === 'form' ? 480 : 2 * BODY_CHARACTER, 1),
            ...same('left', left ?? '0', '0'),
          ].map((sentence) => `${begin(paragraph)}: ${sentence}`)
        }),
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="BodyText".*?) w:firstLineChars="200"/su,
      put: '$1',
    },
  },
  {
    clause: '7.3.3',
    says: 'Headings number 一、（一） 1. （1） by their level and never stand alone at the foot of a page.',
    formats: EVERY,
    check: (file) =>
      file.paragraphs.flatMap((paragraph) => {
        const level = HEADINGS.indexOf(paragraph.style)
        if (level < 0) return []
        const number = [
          /^[一二三四五六七八九十]+、/u,
          /^（(?:[一二三四五六七八九十]+|\d{3,})）/u,
          /^\d+\./u,
          /^（\d+）/u,
        ][level]
        return [
          ...when(number?.test(paragraph.text) !== true, `${begin(paragraph)} has no number of its level`),
          ...when(!isOn(paragraph.property('w:keepNext')), `${begin(paragraph)} may stand alone`),
        ]
      }),
    broken: { sample: 'reply', part: STYLES, find: /(w:styleId="Heading1".*?)<w:keepNext\/>/su, put: '$1' },
  },
  {
    clause: '7.3.5.4',
    says: 'Dates have Arabic figures, the whole year and no leading zeros.',
    formats: EVERY,
    check: (file) => [
      ...file.paragraphs.flatMap((paragraph) =>
        when(
          /\d{4}年0|年\d{1,2}月0|[^\d]\d{2}年\d{1,2}月/u.test(paragraph.text),
          `${begin(paragraph)} has a date with a zero or half a year`,
        ),
      ),
      ...styled(file, 'SignatureLine').flatMap((paragraph, at) =>
        when(
          at % 2 === 1 && !/^\d{4}年[1-9]\d?月[1-9]\d?日$/u.test(paragraph.text),
          `${begin(paragraph)} is no date`,
        ),
      ),
    ],
    broken: { sample: 'letter', part: DOCUMENT, find: /2026年1月5日<\/w:t>/u, put: '2026年01月05日</w:t>' },
  },
  {
    clause: '7.3.4',
    says: 'One blank line stands above 附件, two characters in; names are numbered when there are several and have no closing sign.',
    formats: OFFICIAL,
    check: (file) => {
      const names = styled(file, 'Attachments')
      const at = placeOf(file, 'Attachments')
      if (at < 0) return []
      return [
        ...same('blank lines', blankAbove(file, at), 1),
        ...near('place', indent(names[0], 'left') - indent(names[0], 'hanging'), 2 * BODY_CHARACTER, 2),
        ...names.flatMap(({ text }, index) => {
          const number = names.length === 1 ? '' : `${index + 1}\\.`
          const form = new RegExp(`^${index === 0 ? '附件：' : ''}${number}.*[^。，；、.,;]$`, 'u')
          return when(!form.test(text), `“${text}”`)
        }),
      ]
    },
    broken: { sample: 'letter', part: DOCUMENT, find: /2\.反映材料（共3页）/u, put: '2.反映材料（共3页）；' },
  },
  {
    clause: '7.3.4',
    says: 'Wrapped lines of 附件 stand under the first character of the name.',
    formats: OFFICIAL,
    check: (file) => {
      const names = styled(file, 'Attachments')
      return names.flatMap((paragraph, at) => {
        const digits = names.length === 1 ? 0 : String(at + 1).length * 0.5 + 0.25
        const start = 5 + digits
        const first = at === 0 ? 2 : 5
        return [
          ...near('left', indent(paragraph, 'left'), start * BODY_CHARACTER, 4),
          ...near('hanging', indent(paragraph, 'hanging'), (start - first) * BODY_CHARACTER, 4),
        ].map((sentence) => `${begin(paragraph)}: ${sentence}`)
      })
    },
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /w:left="1811" w:hanging="236"/u,
      put: 'w:left="630" w:hanging="0"',
    },
  },
  {
    clause: '7.3.5.1',
    says: 'With a seal the date stands four characters from the right (more only for a long organ), the organ centred over it, and two blank lines above leave room.',
    formats: OFFICIAL,
    check: (file, paper) => {
      const sealed = paper.blocks.some((block) => block.kind === 'signature' && block.sealed)
      const [organ, date] = styled(file, 'SignatureLine')
      if (!sealed || organ === undefined || date === undefined) return []
      const [name, day] = [Math.min(cells(organ.text), 28), cells(date.text)]
      const overhang = Math.max((name - day) / 2, 4)
      const middle = (paragraph: Paragraph, width: number): number =>
        indent(paragraph, 'right') + (width * BODY_CHARACTER) / 2
      return [
        ...same('blank lines', blankAbove(file, file.paragraphs.indexOf(organ)), 2),
        ...near('date', indent(date, 'right'), overhang * BODY_CHARACTER, 16),
        ...near('organ', middle(organ, name), middle(date, day), 16),
      ]
    },
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /<w:ind w:right="1260"\/>/u,
      put: '<w:ind w:right="630"/>',
    },
  },
  {
    clause: '7.3.5.2',
    says: 'Without a seal one blank line stands above the organ, two characters from the right, the date two further in than its first character.',
    formats: EVERY,
    check: (file, paper) => {
      const sealed = paper.blocks.some((block) => block.kind === 'signature' && block.sealed)
      const [organ, date] = styled(file, 'SignatureLine')
      if (sealed || organ === undefined || date === undefined) return []
      const character = paper.format === 'form' ? 240 : BODY_CHARACTER
      const starts = [organ, date].map(
        (paragraph) => indent(paragraph, 'right') / character + cells(paragraph.text),
      )
      const rights = [organ, date].map((paragraph) => indent(paragraph, 'right') / character)
      const shifted = (starts[0] ?? 0) - (starts[1] ?? 0)
      return [
        ...same('blank lines', blankAbove(file, file.paragraphs.indexOf(organ)), 1),
        ...near('nearest to the edge', Math.min(...rights), 2, 0.02),
        ...near('date behind the organ', shifted, 2, 0.02),
      ]
    },
    broken: {
      sample: 'summary',
      part: DOCUMENT,
      find: /(<w:pStyle w:val="SignatureLine"\/>(?:(?!<\/w:p>).)*<w:ind w:right=")\d+"/u,
      put: '$10"',
    },
  },
  {
    clause: '7.3.5.5',
    says: 'No page may hold a signature alone: whatever stands above it stays with it, down to the date and the note below.',
    formats: EVERY,
    check: (file) => {
      const at = placeOf(file, 'SignatureLine')
      if (at < 0) return []
      const textAt = file.paragraphs.findLastIndex(({ text }, index) => index < at && text.trim() !== '')
      const kept = file.paragraphs.slice(Math.max(textAt, 0), at + 1)
      const [organ, date, next] = file.paragraphs.slice(at, at + 3)
      const noted = next?.style === 'PaperNote' ? [date] : []
      return [...kept, organ, ...noted]
        .filter((paragraph) => paragraph !== undefined && !isOn(paragraph.property('w:keepNext')))
        .map((paragraph) => `${paragraph === undefined ? '' : begin(paragraph)} may leave what follows it`)
    },
    broken: {
      sample: 'letter',
      part: STYLES,
      find: /(w:styleId="Attachments".*?)<w:keepNext\/>/su,
      put: '$1',
    },
  },
  {
    clause: '7.3.7',
    says: '附注 stands in the line below the date, in full-width brackets.',
    formats: OFFICIAL,
    check: (file) =>
      styled(file, 'PaperNote').flatMap((paragraph) => [
        ...same('above it', file.paragraphs[file.paragraphs.indexOf(paragraph) - 1]?.style, 'SignatureLine'),
        ...when(!/^（.+）$/su.test(paragraph.text), `“${paragraph.text}” has no brackets`),
      ]),
    broken: { sample: 'letter', part: DOCUMENT, find: /（联系人：/u, put: '联系人：' },
  },
  {
    clause: '7.4.2, 10.1',
    says: '抄送 stands one character in from both sides, ends with one full stop and wraps under its first unit.',
    formats: ['letter'],
    check: (file) =>
      styled(file, 'Imprint').flatMap((paragraph) => [
        ...near('first line', indent(paragraph, 'left') - indent(paragraph, 'hanging'), 280, 1),
        ...near('wrapped lines', indent(paragraph, 'left'), 4 * 280, 1),
        ...near('right', indent(paragraph, 'right'), 280, 1),
        ...when(!/^抄送：.*[^。，、；]。$/u.test(paragraph.text), `“${paragraph.text}”`),
      ]),
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /监察专员办公室。<\/w:t>/u,
      put: '监察专员办公室</w:t>',
    },
  },
]
