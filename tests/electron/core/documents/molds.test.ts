import { expect, it } from 'vitest'
import { Molds } from '../../../../electron/core/documents/molds.ts'
import { para } from '../../../../electron/core/documents/typeset.ts'

it('pours other words into the same mold, escaped', () => {
  const molds = new Molds(1)
  const first = molds.fill(para('BodyText', [{ text: '甲' }]))
  expect(molds.fill(para('BodyText', [{ text: `<乙>&"'` }]))).toBe(
    first.replace('甲', '&lt;乙&gt;&amp;&quot;&apos;'),
  )
  expect(molds.size).toBe(1)
})

it('keeps no more shapes than it must', () => {
  const molds = new Molds(1)
  for (let left = 0; left < 2_100; left += 1) molds.fill(para('Normal', [], { left }))
  expect(molds.size).toBe(2_000)
})
