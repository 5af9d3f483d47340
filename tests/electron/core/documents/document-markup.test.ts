import { describe, expect, it } from 'vitest'
import { aDocument, MARKED, MINUTES, WITH_ANNEX } from './official-papers.ts'
import { part, render } from './papers.ts'

const bodyOf = (paper: Parameters<typeof render>[0]): string => part(render(paper), 'word/document.xml')
const plain = bodyOf(aDocument(60))
const marked = bodyOf(MARKED)
const annexed = bodyOf(WITH_ANNEX)
const minutes = bodyOf(MINUTES)

/** Paragraphs of the text itself, the box at the foot left out, in their order. */
function paragraphs(body: string): readonly string[] {
  return body
    .replace(/<w:txbxContent>.*?<\/w:txbxContent>/gsu, '')
    .split(/<w:p\/?>/u)
    .slice(1)
}

const textOf = (xml: string): string =>
  Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)</gu), ([, text]) => text).join('')

function paragraphWith(body: string, text: string): string {
  const found = paragraphs(body).find((xml) => textOf(xml).includes(text))
  if (found === undefined) throw new Error(`no paragraph with ${text}`)
  return found
}

/** What stands in the box at the foot. */
function imprintOf(body: string): string {
  return /<w:txbxContent>(.*?)<\/w:txbxContent>/su.exec(body)?.[1] ?? ''
}

describe('the head of a document (7.2)', () => {
  it('keeps three lines for marks and has the organ’s upper edge 35 mm below the type area’s', () => {
    const at = paragraphs(plain).findIndex((xml) => xml.includes('w:val="Organ"'))
    expect(at).toBe(3)
    const spacing = /<w:spacing w:before="(\d+)" w:line="(\d+)" w:lineRule="exact"\/>/u.exec(
      paragraphs(plain)[at] ?? '',
    )
    const [before, line] = [Number(spacing?.[1]), Number(spacing?.[2])]
    // 36 pt on a line of 1.2 times that: the characters begin at 0.8 of the line less 0.88 of their size.
    const characters = 3 * 578 + before + Math.round(line * 0.8 - 720 * 0.88)
    expect(characters).toBe(Math.round(35 * 56.6929))
  })

  it('has two blank lines, the number in the middle, then the red rule 4 mm below its characters', () => {
    const all = paragraphs(plain)
    const at = all.findIndex((xml) => xml.includes('w:val="DocumentNumber"'))
    expect(all.slice(at - 2, at).map(textOf)).toEqual(['', ''])
    expect(all[at]).toContain('<w:jc w:val="center"/>')
    const rule = all[at + 1] ?? ''
    expect(rule).toContain('<w:bottom w:val="single" w:color="FF0000" w:sz="8" w:space="0"/>')
    // Characters end 77 twips above the lower edge of their line; the rule's own line makes up the 4 mm.
    expect(Number(/w:line="(\d+)"/u.exec(rule)?.[1])).toBe(Math.round(4 * 56.6929) - 77)
    expect(rule).not.toContain('<w:ind')
  })

  it('lists 份号, 密级 and 紧急程度 from the first line on, and 密级 never on the first', () => {
    expect(paragraphs(marked).slice(0, 3).map(textOf)).toEqual(['000012', '秘密★1年', '加急'])
    const secret = bodyOf(aDocument(60, { before: [{ kind: 'mark', of: 'secrecy', text: '秘密' }] }))
    expect(paragraphs(secret).slice(0, 3).map(textOf)).toEqual(['', '秘密', ''])
  })

  it('sends a report up with 签发人 right of a number that moves to the left (7.2.5, 7.2.6)', () => {
    const line = paragraphWith(marked, '〔2026〕12号')
    expect(textOf(line)).toBe('海师办字〔2026〕12号签发人：周明远')
    expect(line).toContain('w:ind w:left="315"')
    expect(line).toContain(`<w:tab w:val="right" w:pos="${8844 - 315}"/>`)
    expect(line).toContain('楷体_GB2312')
    const unsigned = bodyOf(aDocument(60, { before: [{ kind: 'signatory', name: '' }] }))
    expect(paragraphWith(unsigned, '签发人')).toContain('<w:u w:val="single"/>')
  })

  it('has two blank lines above the title and one below', () => {
    const all = paragraphs(plain)
    const at = all.findIndex((xml) => xml.includes('w:val="PaperTitle"'))
    expect(all.slice(at - 2, at).map(textOf)).toEqual(['', ''])
    expect(textOf(all[at + 1] ?? '')).toBe('')
    expect(textOf(all[at + 2] ?? '')).toBe('各学院、各部门：')
  })
})

describe('page numbers of a document (7.5)', () => {
  it('stand on every page, odd right and even left', () => {
    expect(plain).not.toContain('w:titlePg')
    const file = render(aDocument(60))
    expect(part(file, 'word/settings.xml')).toContain('w:evenAndOddHeaders')
    expect(part(file, 'word/footer1.xml')).toContain('<w:jc w:val="right"/>')
    expect(part(file, 'word/footer2.xml')).toContain('<w:jc w:val="left"/>')
  })
})

describe('版记 (7.4)', () => {
  const foot = plain.slice(plain.indexOf('ImprintRoom'))

  it('stands on the lower edge of the type area without moving the text', () => {
    expect(foot).toContain('<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>')
    expect(foot).toContain('<wp:wrapNone/>')
    expect(Number(/<wp:extent cx="(\d+)"/u.exec(foot)?.[1])).toBe(156 * 36_000)
  })

  it('hangs on a line as high as itself, which ends the text', () => {
    const height = Number(/<wp:extent cx="\d+" cy="(\d+)"/u.exec(foot)?.[1]) / 635
    const room = paragraphs(plain).find((xml) => xml.includes('ImprintRoom')) ?? ''
    expect(Number(/w:line="(\d+)"/u.exec(room)?.[1])).toBe(height)
    expect(paragraphs(plain).at(-1)).toBe(room)
  })

  it('has 抄送 between a thick and a thin rule, below it the printer, and a thick rule last', () => {
    const parts = imprintOf(plain)
      .split('<w:p>')
      .slice(1)
      .map((xml) => textOf(xml) || /w:sz="(\d+)"/u.exec(xml)?.[1])
    expect(parts).toEqual([
      '8',
      '抄送：党委办公室，纪委、监察处，后勤处。',
      '6',
      '海岱师范学院办公室2026年11月21日印发',
      '8',
    ])
    expect(imprintOf(plain)).toContain(`<w:tab w:val="right" w:pos="${8844 - 280}"/>`)
  })

  it('of a letter is 抄送 alone at the foot, without rules or printer', () => {
    const body = bodyOf({
      format: 'letter',
      name: '函',
      code: null,
      blocks: [{ kind: 'copiesTo', units: ['党委办公室', '纪委'] }],
    })
    expect(textOf(imprintOf(body))).toBe('抄送：党委办公室，纪委。')
    expect(imprintOf(body)).not.toContain('<w:pBdr>')
  })

  it('of a letter with a slip stays above it, for the foot is cut off', () => {
    const body = bodyOf({
      format: 'letter',
      name: '函',
      code: null,
      blocks: [
        { kind: 'copiesTo', units: ['纪委'] },
        {
          kind: 'tearOff',
          hint: '沿虚线裁下',
          title: '签收回执',
          lines: [['今收到']],
          fields: [{ label: '签收人' }],
        },
      ],
    })
    expect(body).not.toContain('txbxContent')
    expect(body.indexOf('抄送：纪委。')).toBeLessThan(body.indexOf('签收回执'))
    expect(body.indexOf('抄送：纪委。')).toBeGreaterThan(0)
  })
})

describe('an annex (7.3.6)', () => {
  it('begins a page with 附件 in 黑体, its title on the third line, before 版记', () => {
    const all = paragraphs(annexed)
    const at = all.findIndex((xml) => xml.includes('w:val="AnnexLabel"'))
    expect(all[at]).toContain('<w:pageBreakBefore/>')
    expect(all.slice(at, at + 3).map(textOf)).toEqual(['附件', '', '校领导接待日安排表'])
    expect(annexed.indexOf('ImprintRoom')).toBeGreaterThan(annexed.indexOf('校领导接待日安排表'))
  })

  it('has a table whose head comes again on every page', () => {
    expect(annexed).toContain('<w:tblHeader/>')
  })
})

describe('minutes (10.3)', () => {
  it('have number, issuer and date above the rule, and no signature', () => {
    const all = paragraphs(minutes)
    const at = all.findIndex((xml) => textOf(xml) === '海师办纪〔2026〕3号')
    expect(textOf(all[at + 1] ?? '')).toBe('海岱师范学院办公室2026年11月21日')
    expect(all[at + 2]).toContain('RedRule')
    expect(minutes).not.toContain('SignatureLine')
  })

  it('list who was there one line below the text: 黑体 label two characters in, names under the first one', () => {
    const all = paragraphs(minutes)
    const at = all.findIndex((xml) => textOf(xml).startsWith('出席：'))
    expect(textOf(all[at - 1] ?? '')).toBe('')
    expect(all[at]).toContain(`<w:ind w:left="${5 * 315}" w:hanging="${3 * 315}"/>`)
    expect(
      /<w:rFonts [^>]*w:eastAsia="([^"]*)"[^>]*\/><\/w:rPr><w:t[^>]*>出席：/u.exec(all[at] ?? '')?.[1],
    ).toBe('黑体')
    expect(textOf(all[at + 1] ?? '')).toBe('请假：财务处负责人')
  })
})
