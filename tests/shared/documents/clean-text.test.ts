import { expect, it } from 'vitest'
import { cleanLine, cleanPaper, cleanParagraphs, cleanText } from '../../../shared/documents/clean-text.ts'
import { type Paper, plainText } from '../../../shared/documents/paper.ts'
import * as fc from '../../helpers/fast-check.ts'

/** What XML 1.0 allows (production 2, Char), less what we take out on purpose. */
const ALLOWED = /^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

it('takes out what no paper may hold', () => {
  expect(cleanText('a\u0000b\u0008c\ufffed\uffffe\u200bf\ufeffg')).toBe('abcdefg')
  expect(cleanText('正\u202e文\u2067向\u200f')).toBe('正文向')
  expect(cleanText('半\ud800个')).toBe('半□个')
  expect(cleanText('半\udc00')).toBe('半□')
  expect(cleanText('列\t列\u00a0列')).toBe('列 列 列')
})

it('keeps rare characters, variation selectors and emoji whole', () => {
  const kept = '𠮷𬭚㛃䶮葛\u{e0100}👩\u200d🎓'
  expect(cleanText(kept)).toBe(kept)
})

it('makes paragraphs of every kind of line break, and none of blank lines', () => {
  expect(cleanParagraphs('一\r\n二\n\n三\u2028四\u2029 \r五\u000b六')).toEqual([
    '一',
    '二',
    '三',
    '四',
    '五',
    '六',
  ])
  expect(cleanText('一\n二')).toBe('一 二')
})

it('starts a new line at a break and leaves the pieces around it in place', () => {
  expect(cleanLine([{ text: '诉求：', face: 'hei' }, '一\n二', { blank: 3 }, '　完'])).toEqual([
    [{ text: '诉求：', face: 'hei' }, '一'],
    ['二', { blank: 3 }, '　完'],
  ])
  expect(cleanLine(['  一  '])).toEqual([['一']])
  expect(cleanLine(['\n \n'])).toEqual([])
})

it('gives allowed text for any text at all, the same when done twice, and loses no visible character', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)))
      .map((units) => units.join('')),
  )
  fc.assert(
    fc.property(nasty, (text) => {
      const clean = cleanText(text)
      expect(clean).toMatch(ALLOWED)
      expect(clean.isWellFormed()).toBe(true)
      expect(cleanText(clean)).toBe(clean)
      const visible = Array.from(text)
        .filter((char) => /[\p{L}\p{N}\p{P}]/u.test(char))
        .join('')
      expect(
        Array.from(clean)
          .filter((char) => /[\p{L}\p{N}\p{P}]/u.test(char))
          .join(''),
      ).toBe(visible)
    }),
  )
})

it('leaves a clean line as it is, wherever its blanks and empty pieces stand', () => {
  const span = fc.oneof(
    fc.constantFrom('', ' ', '信 ', ' 访', '\n', '　', { blank: 2 }),
    fc.record({ text: fc.constantFrom('', ' ', '函 '), face: fc.constant('hei' as const) }),
  )
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (line) => {
      const clean = cleanLine(line)
      expect(clean.flatMap(cleanLine)).toEqual(clean)
    }),
  )
})

it('splits a typed paragraph of a paper, and leaves no line break anywhere', () => {
  const paper: Paper = {
    format: 'letter',
    name: '一\n二',
    code: null,
    blocks: [
      { kind: 'letterhead', organ: '海岱\n师范' },
      { kind: 'paragraph', line: ['甲\n乙'] },
      { kind: 'table', columns: [162], rows: [{ cells: [{ role: 'value', lines: [['丙\n丁']] }] }] },
      {
        kind: 'tearOff',
        hint: '沿\n线',
        title: '回\n执',
        lines: [['戊\n己']],
        fields: [{ label: '签\n收' }],
      },
      { kind: 'attachments', names: ['附\n件', '\n'] },
    ],
  }
  const clean = cleanPaper(paper)
  expect(JSON.stringify(clean)).not.toContain('\\n')
  expect(
    clean.blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.line)] : [])),
  ).toEqual(['甲', '乙'])
  expect(clean.blocks.find((block) => block.kind === 'attachments')).toMatchObject({ names: ['附 件'] })
})
