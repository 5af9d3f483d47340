import { expect, it } from 'vitest'
import { signaturePlaces } from '../../../shared/documents/places.ts'

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
