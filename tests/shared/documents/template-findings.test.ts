import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../../shared/documents/template-fields/catalogue.ts'
import { findingsIn, type TemplateParagraph } from '../../../shared/documents/template-fields/findings.ts'
import { distance, nearest } from '../../../shared/documents/template-fields/nearest.ts'
import { scanParagraph } from '../../../shared/documents/template-fields/scan.ts'
import * as fc from '../../helpers/fast-check.ts'

const TRANSFER = catalogueOf('transfer')
const RECEIPT = catalogueOf('receipt')
/** Enough for a 转办函. */
const WHOLE = ['{标题}', '{发文字号}', '{主送机关}', '{正文}', '{成文日期}', '{二维码}']

function paragraphs(...texts: readonly string[]): readonly TemplateParagraph[] {
  return texts.map((text, at) => ({ place: `正文第${at + 1}段`, text, cell: 'body', table: '' }))
}

function says(texts: readonly string[], catalogue = TRANSFER): readonly string[] {
  return findingsIn(paragraphs(...texts), catalogue).map(({ place, says: words }) => `${place}：${words}`)
}

describe('the check of a template', () => {
  it('finds nothing in a whole one, not even full-width braces that name nothing', () => {
    expect(says([...WHOLE, '数学上的集合｛甲，乙｝', '{#抄送}抄送：{抄送}。{/抄送}'])).toEqual([])
  })

  it.each([
    ['{标提}', '正文第1段：没有“标提”这个占位符', '标题'],
    ['{#附见说明}{/附见说明}', '正文第1段：没有“附见说明”这个占位符', '附件说明'],
    ['{标题 [a: 1]}', '正文第1段：没有“标题 [a: 1]”这个占位符', null],
    ['{}', '正文第1段：花括号里没有写名称', null],
    ['{标题', '正文第1段：花括号“{”没有对应的“}”', null],
    ['标题}', '正文第1段：花括号“}”前面没有对应的“{”', null],
    ['｛标题｝', '正文第1段：“｛标题｝”用了全角花括号，占位符要用半角花括号 { 和 }', '标题'],
    ['{标题｝', '正文第1段：“{标题｝”用了全角花括号，占位符要用半角花括号 { 和 }', '标题'],
    ['{#抄送}抄送：', '正文第1段：“{#抄送}”后面没有对应的“{/抄送}”', null],
    ['{/抄送}', '正文第1段：“{/抄送}”前面没有对应的“{#抄送}”', null],
  ])('%s', (text, words, meant) => {
    const [finding] = findingsIn(paragraphs(text, ...WHOLE), TRANSFER)
    expect(`${finding?.place}：${finding?.says}`).toBe(words)
    expect(finding?.meant).toBe(meant)
  })

  it('tells a placeholder that two paragraphs share', () => {
    expect(says(['关于{标', '题}的函', ...WHOLE])[0]).toBe(
      '正文第1段：占位符被分到了两个段落，请写在同一段里',
    )
  })

  it('names what must be there, with what may stand for it', () => {
    expect(says(WHOLE.slice(1))).toEqual(['：缺少必须有的占位符，“{标题}”、“{事由}”至少要有一个'])
    expect(says(WHOLE.slice(0, -1))).toEqual(['：缺少必须有的占位符“{二维码}”'])
  })

  it('asks for rows to be repeated, and for their columns to stand among them', () => {
    const rest = ['{登记编号}', '{二维码}']
    expect(says(['{明细}', '{事项}', ...rest], RECEIPT)).toEqual([
      '正文第1段：“明细”有多行，要用 {#明细} 和 {/明细} 括住要重复的内容',
      '正文第2段：“事项”是“明细”每一行的内容，要写在 {#明细} 和 {/明细} 之间',
    ])
    expect(says(['{#明细}{事项}{/明细}', ...rest], RECEIPT)).toEqual([])
  })

  it('keeps a repetition within one table, and pictures to the code', () => {
    const all: readonly TemplateParagraph[] = [
      { place: '正文第1个表格第1行第1格', text: '{#明细}', cell: 'a', table: '1' },
      { place: '正文第2个表格第1行第1格', text: '{/明细}', cell: 'b', table: '2' },
      { place: '正文第1段的图片', text: '{标题}', cell: '', table: '', picture: true },
      ...paragraphs('{登记编号}', '{二维码}'),
    ]
    expect(findingsIn(all, RECEIPT).map(({ says: words }) => words)).toEqual([
      '“明细”的开头和结尾不在同一个表格、同一个单元格或同一部分里',
      '图片的替换文字里只能写“{二维码}”',
    ])
  })

  it('finds a name wherever it stands, and shows the words around it', () => {
    const plain = fc.string({ unit: fc.constantFrom(...Array.from('信访转办函 ，。')), maxLength: 40 })
    fc.assert(
      fc.property(plain, plain, (before, behind) => {
        const [found] = scanParagraph(`${before}{标提}${behind}`)
        expect(found).toMatchObject({ as: 'name', name: '标提', sign: '' })
        expect(found?.near).toContain(`${before.slice(-12)}{标提}${behind.slice(0, 12)}`)
      }),
    )
  })

  it('measures how far two names are apart', () => {
    expect([distance('标题', '标题'), distance('标题', '标提'), distance('', '标题')]).toEqual([0, 1, 2])
    const word = fc.string({ unit: fc.constantFrom(...Array.from('甲乙丙')), maxLength: 6 })
    fc.assert(fc.property(word, word, (one, other) => distance(one, other) === distance(other, one)))
    expect(nearest('全不相干', ['标题', '附注'])).toBeNull()
  })
})
