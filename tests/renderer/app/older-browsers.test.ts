import { expect, test } from 'vitest'
import { addMissingArrayMethods } from '../../../renderer/app/older-browsers.ts'

test('a browser without the newer array methods gets them, as the language defines them', () => {
  const older: Pick<number[], 'toSorted' | 'toReversed' | 'toSpliced'> = Object.create(null)
  addMissingArrayMethods(older)
  const list = [3, 1, 2]

  expect(older.toSorted.call(list, (a: number, b: number) => a - b)).toEqual(list.toSorted((a, b) => a - b))
  expect(older.toReversed.call(list)).toEqual(list.toReversed())
  expect(Reflect.apply(older.toSpliced, list, [1, 1, 8, 9])).toEqual(list.toSpliced(1, 1, 8, 9))
  expect(list).toEqual([3, 1, 2])
})

test('a browser that has them keeps its own', () => {
  const own = () => 'its own'
  const newer = { toSorted: own, toReversed: own, toSpliced: own }
  addMissingArrayMethods(newer)

  expect(newer.toSorted()).toBe('its own')
})
