import { expect, it } from 'vitest'
import { PHRASES, withPhrase } from '../../../../renderer/ui/instruction/phrases.ts'

it('puts a phrase behind what stands there, with one full stop between', () => {
  expect(withPhrase('', '请抓紧落实。')).toBe('请抓紧落实。')
  expect(withPhrase('同意', '请抓紧落实。')).toBe('同意。请抓紧落实。')
  expect(withPhrase('同意。 ', '请抓紧落实。')).toBe('同意。请抓紧落实。')
})

it('has one key for each phrase', () => {
  expect(PHRASES.length).toBeLessThanOrEqual(9)
})
