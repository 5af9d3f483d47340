import { all, child, isOn, measure, type Opened, type Paragraph } from '../opened.ts'
import {
  type Assertion,
  begin,
  cells,
  DOCUMENT,
  near,
  placeOf,
  RED_HEAD,
  same,
  styled,
  when,
} from './assertion.ts'

function line(paragraph: Paragraph | undefined): number {
  return Number(paragraph?.merged('w:spacing')['w:line'])
}

function before(paragraph: Paragraph | undefined): number {
  return Number(paragraph?.merged('w:spacing')['w:before'] ?? 0)
}

function size(paragraph: Paragraph | undefined): number {
  return measure(paragraph?.runs[0]?.property('w:sz'), 'w:val') * 10
}

/** Twips from the upper edge of the type area to the upper edge of the organ's characters. */
function organTop(file: Opened): number {
  const at = placeOf(file, 'Organ')
  const organ = file.paragraphs[at]
  const above = file.paragraphs.slice(0, at).reduce((sum, each) => sum + before(each) + line(each), 0)
  return above + before(organ) + line(organ) * 0.8 - size(organ) * 0.88
}

function border(paragraph: Paragraph | undefined): Readonly<Record<string, string>> {
  return child(paragraph?.property('w:pBdr'), 'w:bottom')?.attributes ?? {}
}

function indent(paragraph: Paragraph | undefined, side: string): number {
  return Number(paragraph?.merged('w:ind')[`w:${side}`] ?? 0)
}

function tabOf(paragraph: Paragraph | undefined): number {
  return measure(child(paragraph?.property('w:tabs'), 'w:tab'), 'w:pos')
}

/** 156 mm of 四号, a character in from both sides. */
const LINE_OF_IMPRINT = 8844 / 280 - 2

/** Twips that the lines of 版记 take at least, each as high as a line of the text but for rounding. */
function leastHeight(file: Opened): number {
  const lines = styled(file, 'Imprint').flatMap(({ text }) => text.split('\n'))
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(cells(line) / LINE_OF_IMPRINT)) * 500, 0)
}

/** 7.2, 7.4 and 10.3: red head, 版记 and annexes of documents and of minutes. */
export const RED_HEAD_ASSERTIONS: readonly Assertion[] = [
  {
    clause: '7.2.4, 10.3',
    says: 'The organ’s or the minutes’ name is centred, its upper edge 35 mm below that of the type area.',
    formats: RED_HEAD,
    check: (file) => {
      const [organ, ...more] = styled(file, 'Organ')
      return [
        ...same('letterheads', more.length, 0),
        ...near('upper edge', organTop(file), 1984),
        ...same('alignment', organ?.property('w:jc')?.attributes['w:val'], 'center'),
      ]
    },
    broken: {
      sample: 'plan',
      part: DOCUMENT,
      find: /w:before="\d+" w:line="864"/u,
      put: 'w:before="900" w:line="864"',
    },
  },
  {
    clause: '7.2.5, 7.2.6',
    says: 'The number stands two blank lines below the name, centred; beside 签发人 at the left, each one character in.',
    formats: RED_HEAD,
    check: (file, paper) => {
      const [organ, number] = [placeOf(file, 'Organ'), placeOf(file, 'DocumentNumber')]
      const between = file.paragraphs.slice(organ + 1, number)
      const signed = paper.blocks.some(({ kind }) => kind === 'signatory')
      const first = file.paragraphs[number]
      const alignment = first?.property('w:jc')?.attributes['w:val']
      return [
        ...same('lines between', between.length, 2),
        ...between.flatMap((blank) => [
          ...same('text between', blank.text, ''),
          ...same('height', line(blank), 578),
        ]),
        ...same('alignment', alignment, signed ? 'left' : 'center'),
        ...(signed
          ? [...near('left', indent(first, 'left'), 315, 1), ...near('right', tabOf(first), 8844 - 315, 2)]
          : []),
      ]
    },
    broken: {
      sample: 'plan',
      part: DOCUMENT,
      find: /(<w:pStyle w:val="DocumentNumber"\/>)<w:jc w:val="center"\/>/u,
      put: '$1<w:jc w:val="left"/>',
    },
  },
  {
    clause: '7.2.7',
    says: 'A red rule as wide as the type area stands 4 mm below the number.',
    formats: RED_HEAD,
    check: (file) => {
      const at = placeOf(file, 'RedRule')
      const [above, rule] = [file.paragraphs[at - 1], file.paragraphs[at]]
      // The characters of an exact line end 0.12 of their size below its baseline.
      const below = line(above) - (line(above) * 0.8 + size(above) * 0.12)
      return [
        ...same('rules', styled(file, 'RedRule').length, 1),
        ...same('above it', above?.style, 'DocumentNumber'),
        ...near('distance', below + line(rule), 227, 57),
        ...same('colour', border(rule)['w:color'], 'FF0000'),
        ...same('left', indent(rule, 'left') + indent(rule, 'right'), 0),
      ]
    },
    broken: { sample: 'plan', part: DOCUMENT, find: /w:line="150"/u, put: 'w:line="400"' },
  },
  {
    clause: '10.3',
    says: '出席 and 列席 are 黑体, two characters in, wrapped lines under the first name.',
    formats: ['minutes'],
    check: (file) =>
      styled(file, 'Attendance').flatMap((paragraph) => {
        const [label] = paragraph.runs
        const after = (2 + Array.from(label?.text ?? '').length) * 315
        return [
          ...same('font', label?.merged('w:rFonts')['w:eastAsia'], '黑体'),
          ...near('first line', indent(paragraph, 'left') - indent(paragraph, 'hanging'), 630, 1),
          ...near('wrapped lines', indent(paragraph, 'left'), after, 1),
          ...when(label?.text.endsWith('：') !== true, `${begin(paragraph)} has no label`),
        ]
      }),
    broken: {
      sample: 'minutes',
      part: DOCUMENT,
      find: /w:left="1575" w:hanging="945"/u,
      put: 'w:left="630" w:hanging="0"',
    },
  },
  {
    clause: '7.4.1',
    says: '版记 stands at the foot of the last page: rules 0.35 mm first and last and 0.25 mm between, as wide as the type area.',
    formats: RED_HEAD,
    check: (file) => {
      const rules = styled(file, 'ImprintRule').map((rule) => Number(border(rule)['w:sz']))
      const box = all(file.body, 'wp:anchor').findLast((anchor) => all(anchor, 'wps:txbx').length > 0)
      const last = file.body.children.findLast(({ name }) => name === 'w:p')
      return [
        ...near('first rule', rules[0] ?? Number.NaN, 7.94, 0.6),
        ...near('last rule', rules.at(-1) ?? Number.NaN, 7.94, 0.6),
        ...rules.slice(1, -1).flatMap((between) => near('rule between', between, 5.67, 0.6)),
        ...same('foot', box && child(box, 'wp:positionV', 'wp:align')?.text, 'bottom'),
        ...near('width', measure(box && child(box, 'wp:extent'), 'cx') / 635, 8844, 12),
        ...when(measure(box && child(box, 'wp:extent'), 'cy') / 635 < leastHeight(file), 'it is cut off'),
        ...when(
          last === undefined || all(last, 'wps:txbx').length === 0,
          '版记 is not the last of the paper',
        ),
      ]
    },
    broken: {
      sample: 'plan',
      part: DOCUMENT,
      find: /<wp:align>bottom<\/wp:align>/u,
      put: '<wp:align>top</wp:align>',
    },
  },
  {
    clause: '7.4.2, 7.4.3',
    says: 'Who printed it stands one character in at the left, the day with 印发 one character in at the right, 抄送 above with one full stop.',
    formats: RED_HEAD,
    check: (file) => {
      const lines = styled(file, 'Imprint')
      const printed = lines.at(-1)
      return [
        ...near('left', indent(printed, 'left'), 280, 1),
        ...near('right', tabOf(printed), 8844 - 280, 2),
        ...when(
          !/^[^\t]+\t\d{4}年[1-9]\d?月[1-9]\d?日印发$/u.test(printed?.text ?? ''),
          `printed: “${printed?.text}”`,
        ),
        ...when(
          cells(printed?.text.split('\n').at(-1)?.replace('\t', '') ?? '') > LINE_OF_IMPRINT,
          'name and day do not fit on a line',
        ),
        ...lines
          .slice(0, -1)
          .flatMap(({ text }) => when(!/^抄送：.*[^。，、；]。$/u.test(text), `“${text}”`)),
      ]
    },
    broken: { sample: 'plan', part: DOCUMENT, find: /日印发</u, put: '日<' },
  },
  {
    clause: '7.3.6',
    says: 'An annex begins a new page, 附件 in 黑体 on its first line, its title on the third.',
    formats: RED_HEAD,
    check: (file, paper) => {
      const labels = styled(file, 'AnnexLabel')
      const annexes = paper.blocks.filter((block) => block.kind === 'annex')
      return [
        ...same('annexes', labels.length, annexes.length),
        ...labels.flatMap((label, at) => {
          const place = file.paragraphs.indexOf(label)
          const [blank, title] = file.paragraphs.slice(place + 1, place + 3)
          const titled = (annexes[at]?.title.length ?? 0) > 0
          return [
            ...when(!isOn(label.property('w:pageBreakBefore')), 'an annex begins within a page'),
            ...(titled
              ? [...same('line 2', blank?.text, ''), ...same('line 3', title?.style, 'PaperTitle')]
              : []),
          ]
        }),
      ]
    },
    broken: { sample: 'plan', part: DOCUMENT, find: /<w:pageBreakBefore\/>/u, put: '' },
  },
  {
    clause: '7.5',
    says: 'Documents and minutes are numbered from their first page on.',
    formats: RED_HEAD,
    check: (file) => [
      ...when(child(file.section, 'w:titlePg') !== undefined, 'page 1 has a foot of its own'),
      ...same('feet', [...file.margins.keys()].join(), 'footer/default,footer/even'),
    ],
    broken: { sample: 'plan', part: DOCUMENT, find: /<w:pgNumType\/>/u, put: '<w:pgNumType/><w:titlePg/>' },
  },
]
