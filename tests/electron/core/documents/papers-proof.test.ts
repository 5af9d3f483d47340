import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { cleanPaper } from '../../../../shared/documents/clean-text.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { arbitraryPaper } from './arbitrary-paper.ts'
import { BADNESS, KINDS_OF_PAPERS, spoiltPaper } from './bad-input.ts'
import { MARKUP_ASSERTIONS } from './gbt9704/file.ts'
import { PAGE_ASSERTIONS } from './gbt9704/page.ts'
import { violations } from './gbt9704-assertions.ts'
import { opened } from './opened.ts'
import { EXTREME, ORDINARY, render } from './papers.ts'
import { joined } from './shapes.ts'

/** `PAPERS=300 SEED=7` makes a long proof of it (`npm run test:papers`): every file whole, for both versions. */
const PAPERS = Number(process.env['PAPERS'] ?? 0)
const FEW = 40
const VERSIONS = ['Microsoft365', 'Office2013'] as const

/** Any paper at all: what of the standard holds whatever a paper says, and what the validator finds. */
it(
  `${Math.max(PAPERS, FEW)} random papers hold the page of the standard and are valid`,
  async () => {
    const files: Uint8Array[] = []
    fc.assert(
      fc.property(arbitraryPaper, (paper) => {
        const file = render(paper)
        files.push(file)
        const taken = opened(file)
        const asked = [...PAGE_ASSERTIONS, ...MARKUP_ASSERTIONS].filter(({ formats }) =>
          formats.includes(paper.format),
        )
        expect(asked.flatMap(({ check }) => check(taken, cleanPaper(paper)))).toEqual([])
      }),
      { numRuns: Math.max(PAPERS, FEW) },
    )
    for (const file of PAPERS === 0 ? joined(files) : files)
      for (const version of VERSIONS) expect(await validate(file, 'docx', version)).toEqual([])
  },
  120_000 + PAPERS * 3_000,
)

if (PAPERS > 0) {
  describe('every paper, whole', () => {
    it.each(Object.entries({ ...ORDINARY, ...EXTREME }))('is valid: %s', async (_, paper) => {
      for (const version of VERSIONS) expect(await validate(render(paper), 'docx', version)).toEqual([])
    })
  })

  describe.each(Object.entries(BADNESS))('typed into every kind of paper: %s', (_, badness) => {
    it.each(KINDS_OF_PAPERS)('%s', async (kind) => {
      const paper = spoiltPaper(kind, badness)
      const file = render(paper)
      expect(violations(file, paper)).toEqual([])
      for (const version of VERSIONS) expect(await validate(file, 'docx', version)).toEqual([])
    })
  })
}
