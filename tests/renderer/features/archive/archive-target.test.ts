import { describe, expect, it } from 'vitest'
import {
  NO_TARGET,
  problemsOfTarget,
  targetOf,
  urlOf,
} from '../../../../renderer/features/archive/archive-target.ts'
import * as fc from '../../../helpers/fast-check.ts'

const name = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((text) => text === text.trim() && text !== '')

describe('the address of an archive', () => {
  it('comes back from its address as it was filled in, with any characters in names', () => {
    const target = fc.record({
      kind: fc.constant('postgresql' as const),
      path: fc.constant(''),
      host: fc.constantFrom('archive.example.edu', '10.0.0.7', 'localhost', 'fe80::1'),
      port: fc.integer({ min: 1, max: 65_535 }).map(String),
      database: name,
      user: name,
    })
    fc.assert(
      fc.property(target, (filled) => {
        expect(targetOf(urlOf(filled))).toEqual(filled)
      }),
    )
  })

  it('keeps a folder as it was typed', () => {
    const target = { ...NO_TARGET, path: 'D:\\信访归档' }

    expect(urlOf(target)).toBe('folder:D:\\信访归档')
    expect(targetOf('folder:D:\\信访归档')).toEqual(target)
  })

  it('names every field of a database that is missing', () => {
    const problems = problemsOfTarget({ ...NO_TARGET, kind: 'postgresql', port: '70000' })

    expect(problems.map(({ path }) => path)).toEqual(['host', 'database', 'user', 'port'])
    expect(problemsOfTarget({ ...NO_TARGET, path: '/media/archive' })).toEqual([])
  })
})
