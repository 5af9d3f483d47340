import { expect, it } from 'vitest'
import { IMPRINT } from '../../../shared/documents/gbt9704.ts'
import type { Block } from '../../../shared/documents/paper.ts'
import { imprintHeight, markLines, signaturePlaces, standsAtFoot } from '../../../shared/documents/places.ts'
import { cellsOf } from '../../../shared/documents/wording.ts'
import * as fc from '../../helpers/fast-check.ts'

const places = (organ: string, date: string, sealed: boolean): unknown =>
  signaturePlaces({ kind: 'signature', organ, date, sealed }, 28)

it('with a seal, centres the organ over a date four characters from the edge (7.3.5.1)', () => {
  expect(places('学校办公室', '2026年1月5日', true)).toEqual({ organ: 4.5, date: 4 })
  expect(places('海岱师范学院学校办公室', '2026年1月5日', true)).toEqual({ organ: 1.5, date: 4 })
})

it('moves the date only under an organ too long to be centred over it', () => {
  expect(places('院'.repeat(20), '2026年1月5日', true)).toEqual({ organ: 0, date: 7 })
  // One that needs two lines counts as a full one.
  expect(places('院'.repeat(40), '2026年1月5日', true)).toEqual({ organ: 0, date: 11 })
})

it('without a seal, begins the date two characters behind the organ (7.3.5.2)', () => {
  // Eleven characters end two from the edge; the date begins two behind and is six long.
  expect(places('海岱师范学院学校办公室', '2026年1月5日', false)).toEqual({ organ: 2, date: 5 })
})

it('without a seal, gives a longer date two characters and moves the organ (7.3.5.2)', () => {
  expect(places('办公室', '2026年11月21日', false)).toEqual({ organ: 8, date: 2 })
})

const mark = (of: 'copyNumber' | 'secrecy' | 'urgency', text: string): Block => ({ kind: 'mark', of, text })

it('puts marks where 7.2.1–7.2.3 want them, whatever order they come in', () => {
  expect(markLines([])).toEqual(['', '', ''])
  expect(markLines([mark('urgency', '特急')])).toEqual(['特急', '', ''])
  expect(markLines([mark('urgency', '加急'), mark('secrecy', '秘密')])).toEqual(['', '秘密', '加急'])
  expect(markLines([mark('urgency', '加急'), mark('copyNumber', '000001')])).toEqual(['000001', '加急', ''])
})

it('keeps as much room for 版记 as it takes, at least a line for every line of 抄送', () => {
  const units = fc.array(
    fc.string({ unit: fc.constantFrom(...Array.from('党政办公室纪委A1')), minLength: 1, maxLength: 30 }),
  )
  fc.assert(
    fc.property(units, (copiesTo) => {
      const height = imprintHeight({ kind: 'imprint', copiesTo, organ: '办公室', date: '2026年1月5日' })
      const cells = copiesTo.length === 0 ? 0 : cellsOf(copiesTo.join('，')) + 1
      // 4号 characters between the indents, behind 抄送：.
      const lines = Math.ceil(cells / (8844 / 280 - 5))
      expect(height).toBeGreaterThanOrEqual((lines + 1) * IMPRINT.lineTwips)
    }),
  )
})

it('lets 版记 run on in the text when it would fill half a page', () => {
  const imprint = (units: number) =>
    ({
      kind: 'imprint',
      copiesTo: Array(units).fill('第一学院'),
      organ: '办公室',
      date: '2026年1月5日',
    }) as const
  expect(standsAtFoot(imprint(40))).toBe(true)
  expect(standsAtFoot(imprint(200))).toBe(false)
})
