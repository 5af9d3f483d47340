import { describe, expect, it } from 'vitest'
import { darkModules } from '../../../../renderer/ui/paper/dark-modules.ts'
import { letterHead, PAGE_GAP, pagesOf, textArea } from '../../../../renderer/ui/paper/paper-measures.ts'
import { asTaken, readPaper } from '../../../../renderer/ui/paper/read-paper.ts'
import * as fc from '../../../helpers/fast-check.ts'

describe('the preview of a letter', () => {
  it('has the margins of GB/T 9704: 37 mm above, 28 mm at the left, 156 × 225 mm of text', () => {
    expect(textArea('letter')).toEqual({ top: 37, left: 28, width: 156, height: 225 })
  })

  it('begins with the organ 30 mm below the edge and the rule 4 mm below it', () => {
    const head = letterHead('示例学院学校办公室', 0)

    expect(head.organTop).toBe(30)
    expect(head.ruleTop - head.organTop - (36 * 25.4) / 72).toBeCloseTo(4)
  })

  it('keeps more room below the head for more marks', () => {
    expect(letterHead('某大学办公室', 2).reserved).toBeGreaterThan(letterHead('某大学办公室', 1).reserved)
  })
})

it('counts as many pages as columns stand side by side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (pages) => {
      const width = 156
      expect(pagesOf((pages * width + (pages - 1) * PAGE_GAP) / width, width)).toBe(pages)
    }),
  )
})

it('draws exactly the dark modules of a code', () => {
  const rows = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(rows, (grid) => {
      const drawn = grid.map((row) => row.map(() => false))
      for (const [, x, y, run] of darkModules(grid).matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
        drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(run))
      }
      expect(drawn).toEqual(grid)
    }),
  )
})

it('marks what was taken once, and an original not at all', () => {
  const paper = readPaper({ format: 'form', name: '来访登记表', code: null, blocks: [] })
  if (paper === null) throw new Error('not read')
  expect(asTaken(asTaken(paper, '副本'), '副本')).toEqual({ ...paper, stamp: '副本' })
  expect(asTaken(paper, null)).toEqual(paper)
  expect(readPaper('a paper')).toBeNull()
  expect(readPaper({ format: 'poster', blocks: [] })).toBeNull()
})
