import { expect, it } from 'vitest'
import { titleLines } from '../../../shared/documents/title-lines.ts'
import { cellsOf } from '../../../shared/documents/wording.ts'
import * as fc from '../../helpers/fast-check.ts'

it('leaves a short title on one line', () => {
  expect(titleLines('关于转办张晓明同学反映事项的函')).toEqual(['关于转办张晓明同学反映事项的函'])
})

it('breaks a longer one between words into lines of about one length', () => {
  const lines = titleLines('关于转办经济管理学院张晓明同学反映梅园宿舍楼供暖温度不达标问题的函')
  expect(lines).toHaveLength(2)
  expect(Math.abs(cellsOf(lines[0] ?? '') - cellsOf(lines[1] ?? ''))).toBeLessThanOrEqual(4)
})

it('keeps the terms of the office whole, unless there is no other way', () => {
  expect(titleLines('海岱师范学院办公室关于2026年11月信息沟通机制运行情况的报告', 18)).toEqual([
    '海岱师范学院办公室关于2026年11月',
    '信息沟通机制运行情况的报告',
  ])
  expect(titleLines('关于印发《宿舍热水供应专项治理方案》的通知', 18)).toEqual([
    '关于印发《宿舍热水供应',
    '专项治理方案》的通知',
  ])
})

it('sets three lines as a trapezium or lozenge, never as an hourglass', () => {
  const title =
    '关于转办经济管理学院二〇二三级张晓明等六名同学反映梅园三号宿舍楼四层以上房间供暖温度长期不达标有关问题的函'
  const lengths = titleLines(title).map(cellsOf)
  expect(lengths).toHaveLength(3)
  const [first = 0, second = 0, third = 0] = lengths
  expect(second < first && second < third).toBe(false)
})

it('never begins a line with a closing sign, 的, 了 or 等, however the words fall', () => {
  const word = fc.constantFrom('关于', '转办', '学生', '宿舍', '供暖', '“梅园”', '（桂园）', '反映', '情况')
  const small = fc.constantFrom('的', '了', '等', '、', '，', '', '')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, small), { minLength: 8, maxLength: 20 }), (parts) => {
      const title = parts.map(([text, after]) => text + after).join('')
      for (const line of titleLines(title).slice(1)) expect(line).not.toMatch(/^[、，。）”》的了等]/u)
    }),
  )
})

it('loses nothing, and sets no line wider than asked, whatever the text', () => {
  const char = fc.oneof(
    fc.constantFrom(...Array.from('关于转办的函，、“”（）学生宿舍𠮷A1 ')),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  )
  fc.assert(
    fc.property(fc.array(char, { maxLength: 300 }), (chars) => {
      const text = chars.join('')
      const lines = titleLines(text)
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      for (const line of lines) {
        const graphemes = [...new Intl.Segmenter('zh').segment(line)].length
        // A single character wider than the line still needs a line.
        if (graphemes > 1) expect(cellsOf(line)).toBeLessThanOrEqual(20)
      }
    }),
  )
})
