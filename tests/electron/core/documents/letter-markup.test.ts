import { describe, expect, it } from 'vitest'
import { buildPaper } from '../../../../shared/documents/kinds/index.ts'
import { organSetting } from '../../../../shared/documents/places.ts'
import { TRANSFER } from '../../../../shared/documents/specimens/visit-papers.ts'
import { part, partsOf, render } from './papers.ts'

const paper = buildPaper('transfer', TRANSFER)
const file = render(paper)
const body = part(file, 'word/document.xml')
const styles = part(file, 'word/styles.xml')

/** The paragraph that holds the text, or the whole markup of a style. */
function paragraphWith(text: string): string {
  const found = body.split('<w:p>').find((xml) => xml.includes(text))
  if (found === undefined) throw new Error(`no paragraph with ${text}`)
  return found
}

function style(id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? ''
}

/** Attributes of the first such element. */
function attributes(xml: string, name: string): Readonly<Record<string, string>> {
  const tag = new RegExp(`<${name}( [^>]*?)?/?>`).exec(xml)?.[1] ?? ''
  return Object.fromEntries(
    Array.from(tag.matchAll(/([\w:]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, value]),
  )
}

describe('page and grid (GB/T 9704 5.1–5.2)', () => {
  it('is A4 with 37, 28, 26 and 35 mm', () => {
    expect(attributes(body, 'w:pgSz')).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
    expect(attributes(body, 'w:pgMar')).toMatchObject({
      'w:top': '2098',
      'w:left': '1587',
      'w:right': '1474',
      'w:bottom': '1984',
      'w:gutter': '0',
    })
  })

  it('sets 22 lines of 28 characters of 三号仿宋', () => {
    expect(attributes(body, 'w:docGrid')).toMatchObject({ 'w:type': 'lines', 'w:linePitch': '579' })
    for (const id of ['Normal', 'BodyText']) {
      expect(attributes(style(id).replace(/^.*<w:rPr>/s, ''), 'w:spacing'), id).toEqual({ 'w:val': '-5' })
      expect(attributes(style(id), 'w:spacing'), id).toMatchObject({ 'w:line': '578', 'w:lineRule': 'exact' })
      expect(attributes(style(id), 'w:sz'), id).toEqual({ 'w:val': '32' })
      expect(attributes(style(id), 'w:rFonts')['w:eastAsia'], id).toBe('仿宋_GB2312')
    }
  })

  it('indents by two characters, in characters and in twips', () => {
    expect(attributes(style('BodyText'), 'w:ind')).toEqual({
      'w:firstLine': '630',
      'w:firstLineChars': '200',
    })
  })

  it('breaks lines by the rules of Chinese, without spaces around figures and signs over the margin', () => {
    const defaults = /<w:pPrDefault>.*<\/w:pPrDefault>/s.exec(styles)?.[0] ?? ''
    expect(attributes(defaults, 'w:kinsoku')).toEqual({ 'w:val': '1' })
    for (const off of [
      'w:overflowPunct',
      'w:autoSpaceDE',
      'w:autoSpaceDN',
      'w:snapToGrid',
      'w:widowControl',
    ]) {
      expect(attributes(defaults, off), off).toEqual({ 'w:val': '0' })
    }
  })
})

describe('fonts (5.2.2, 7.2.4, 7.3)', () => {
  it.each([
    ['Organ', '方正小标宋简体', '72'],
    ['PaperTitle', '方正小标宋简体', '44'],
    ['DocumentNumber', '仿宋_GB2312', '32'],
    ['Addressee', '仿宋_GB2312', '32'],
    ['Mark', '黑体', '32'],
    ['Heading1', '黑体', '32'],
    ['Heading2', '楷体_GB2312', '32'],
    ['Heading3', '仿宋_GB2312', '32'],
    ['Heading4', '仿宋_GB2312', '32'],
    ['Imprint', '仿宋_GB2312', '28'],
    ['PageNumber', '宋体', '28'],
  ])('%s is set in %s', (id, font, size) => {
    const fonts = attributes(style(id), 'w:rFonts')
    expect(fonts).toMatchObject({ 'w:eastAsia': font, 'w:hint': 'eastAsia' })
    expect(attributes(style(id), 'w:sz')).toEqual({ 'w:val': size })
    expect(style(id)).not.toContain('<w:b/>')
  })

  it('sets Latin letters in Times New Roman, page numbers in half-width 宋体', () => {
    expect(attributes(style('BodyText'), 'w:rFonts')['w:ascii']).toBe('Times New Roman')
    expect(attributes(style('PageNumber'), 'w:rFonts')['w:ascii']).toBe('宋体')
  })

  it('tells Word what may stand in for each', () => {
    const table = part(file, 'word/fontTable.xml')
    for (const pair of [
      '仿宋_GB2312"><w:altName w:val="仿宋,',
      '楷体_GB2312"><w:altName w:val="楷体,',
      '方正小标宋简体"><w:altName w:val="方正小标宋_GBK,',
    ]) {
      expect(table).toContain(pair)
    }
  })
})

describe('the head of a letter (10.1)', () => {
  it('has the organ in red 30 mm below the paper’s edge, centred on the type area', () => {
    expect(attributes(paragraphWith(TRANSFER.organ), 'w:framePr')).toMatchObject({
      'w:x': '1587',
      // 1701 is 30 mm; the frame begins above the characters by the lead of an exact line.
      'w:y': '1643',
      'w:w': '8844',
      'w:hAnchor': 'page',
      'w:vAnchor': 'page',
    })
    expect(attributes(style('Organ'), 'w:color')).toEqual({ 'w:val': 'FF0000' })
    expect(attributes(style('Organ'), 'w:jc')).toEqual({ 'w:val': 'center' })
  })

  it('sets a long organ smaller, and a very long one on several lines, so that nothing of it is lost', () => {
    expect(organSetting('海岱师范学院')).toEqual({ lines: ['海岱师范学院'], size: 36 })
    expect(organSetting('海岱师范学院党委办公室院长办公室')).toMatchObject({
      lines: { length: 1 },
      size: 26.5,
    })
    const long = '海岱师范学院党委办公室院长办公室学校信访工作联席会议办公室接诉即办工作办公室'
    const { lines, size } = organSetting(long)
    expect(lines.join('')).toBe(long)
    expect(size).toBe(22)
    for (const line of lines) expect(line.length * size * 20).toBeLessThan(8844)
    const markup = part(render(buildPaper('transfer', { ...TRANSFER, organ: long })), 'word/document.xml')
    const [organ, rule] = ['"Organ"', '"Rule"'].map(
      (id) => markup.split('<w:p>').find((xml) => xml.includes(id)) ?? '',
    )
    expect(attributes(organ ?? '', 'w:framePr')['w:h']).toBe(String(lines.length * 528))
    expect(attributes(rule ?? '', 'w:framePr')['w:y']).toBe(
      String(1701 + (lines.length - 1) * 528 + 440 + 227),
    )
  })

  it('has two red double rules 170 mm long: thick over thin 4 mm below, thin over thick 20 mm above the foot', () => {
    const rules = body.split('<w:p>').filter((xml) => xml.includes('w:val="Rule"'))
    expect(rules).toHaveLength(2)
    const [head = '', foot = ''] = rules
    // 30 mm, the organ's 36 pt, 4 mm.
    expect(attributes(head, 'w:framePr')).toMatchObject({ 'w:y': String(1701 + 720 + 227), 'w:w': '9638' })
    // The lower edge of the lower rule stands 20 mm above the paper's.
    expect(attributes(foot, 'w:framePr')).toMatchObject({ 'w:y': String(16838 - 1134 - 80), 'w:w': '9638' })
    const weights = (xml: string): (string | undefined)[] =>
      ['w:top', 'w:bottom'].map((side) => attributes(xml, side)['w:sz'])
    expect(weights(head)).toEqual(['18', '6'])
    expect(weights(foot)).toEqual(['6', '18'])
    expect(attributes(head, 'w:top')['w:color']).toBe('FF0000')
  })

  it('has the number flush right, 7/8 of a character below the rule, in hexagonal brackets', () => {
    const number = paragraphWith(TRANSFER.number)
    const { 'w:x': x, 'w:w': width, 'w:y': y } = attributes(number, 'w:framePr')
    expect(Number(x) + Number(width)).toBe(1587 + 8844)
    expect(Number(y)).toBe(1701 + 720 + 227 + 80 + 280 - 181)
    expect(attributes(style('DocumentNumber'), 'w:jc')).toEqual({ 'w:val': 'right' })
    expect(number).toContain('〔2026〕12号')
  })

  it('puts marks at the left of the same line, one below the other', () => {
    const urgent = buildPaper('transfer', { ...TRANSFER, urgency: '特急' })
    const secret = { kind: 'mark', of: 'secrecy', text: '内部' } as const
    const marked = part(render({ ...urgent, blocks: [secret, ...urgent.blocks] }), 'word/document.xml')
    const frames = marked.split('<w:p>').filter((xml) => xml.includes('w:val="Mark"'))
    expect(frames.map((xml) => attributes(xml, 'w:framePr'))).toEqual([
      expect.objectContaining({ 'w:x': '1587', 'w:y': '2827', 'w:h': '1156' }),
      expect.objectContaining({ 'w:x': '1587', 'w:y': '2827', 'w:h': '1156' }),
    ])
  })

  it('leaves two blank lines above the title and one below it', () => {
    const paragraphs = body
      .split(/<w:p\/?>/)
      .slice(1)
      .map((xml) => attributes(xml, 'w:pStyle')['w:val'] ?? 'Normal')
    const title = paragraphs.indexOf('PaperTitle')
    expect(paragraphs.slice(title - 3, title + 3)).toEqual([
      'DocumentNumber',
      'Normal',
      'Normal',
      'PaperTitle',
      'Normal',
      'Addressee',
    ])
  })
})

describe('below the text (7.3.4–7.3.5)', () => {
  it('keeps four characters to the right of the date and centres the organ over it', () => {
    const date = Number(attributes(paragraphWith('2026年1月5日</w:t>'), 'w:ind')['w:right'])
    const organ = Number(
      attributes(
        body
          .split('<w:p>')
          .findLast((xml) => xml.includes(`${TRANSFER.organ}</w:t>`) && xml.includes('SignatureLine')) ?? '',
        'w:ind',
      )['w:right'],
    )
    expect(date).toBe(4 * 315)
    // 9 characters over 6: one and a half of them beyond either end of the date.
    expect(organ).toBe(Math.round((4 - 1.5) * 315))
  })

  it('hangs the names of attachments under each other', () => {
    expect(attributes(paragraphWith('附件：1.来访登记表'), 'w:ind')).toEqual({
      'w:left': '1811',
      'w:hanging': '1181',
    })
    expect(attributes(paragraphWith('2.反映材料'), 'w:ind')).toEqual({ 'w:left': '1811', 'w:hanging': '236' })
  })

  it('keeps everything from the last paragraph to the date together, blank lines too', () => {
    const paragraphs = body.split('<w:p>')
    const from = paragraphs.findIndex((xml) => xml.includes('特此函告。'))
    const to = paragraphs.findIndex((xml) => xml.includes('2026年1月5日</w:t>'))
    // Last paragraph, a blank line, two attachments, two blank lines, the organ.
    expect(to - from).toBe(7)
    for (const xml of paragraphs.slice(from, to)) {
      const id = attributes(xml, 'w:pStyle')['w:val'] ?? ''
      expect(xml.includes('<w:keepNext/>') || style(id).includes('<w:keepNext/>'), xml).toBe(true)
    }
  })

  it('never divides the slip', () => {
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(body)?.[0] ?? ''
    const rows = table.split('<w:tr>').slice(1)
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
    const paragraphs = rows.slice(0, -1).flatMap((row) => row.split('<w:p>').slice(1))
    expect(paragraphs.every((xml) => xml.includes('<w:keepNext/>'))).toBe(true)
  })
})

describe('page numbers (7.5, 10.1)', () => {
  const parts = partsOf(file)
  const relationships = parts['word/_rels/document.xml.rels'] ?? ''
  const footer = (type: string): string => {
    const id = new RegExp(
      `<w:footerReference [^>]*w:type="${type}"[^>]*r:id="(rId\\d+)"|<w:footerReference [^>]*r:id="(rId\\d+)"[^>]*w:type="${type}"`,
    ).exec(body)
    const target = new RegExp(`Id="${id?.[1] ?? id?.[2]}"[^>]*Target="([^"]+)"`).exec(relationships)?.[1]
    return parts[`word/${target}`] ?? ''
  }

  it('stand right on odd pages and left on even ones, one character in', () => {
    expect(attributes(footer('default'), 'w:jc')).toEqual({ 'w:val': 'right' })
    expect(attributes(footer('default'), 'w:ind')).toEqual({ 'w:right': '280' })
    expect(attributes(footer('even'), 'w:jc')).toEqual({ 'w:val': 'left' })
    expect(attributes(footer('even'), 'w:ind')).toEqual({ 'w:left': '280' })
    expect(footer('default')).toContain('— ')
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
  })

  it('are missing on page 1, whose footer is empty', () => {
    expect(body).toContain('<w:titlePg/>')
    expect(footer('first')).not.toContain('PAGE')
    expect(body.indexOf('w:headerReference')).toBeLessThan(body.indexOf('w:footerReference'))
  })

  it('is opened by Word without compatibility mode', () => {
    expect(parts['word/settings.xml']).toContain('<w:compatSetting w:val="15" w:name="compatibilityMode"')
  })
})
