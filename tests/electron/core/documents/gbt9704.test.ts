import { describe, expect, it } from 'vitest'
import { buildPaper } from '../../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { TRANSFER } from '../../../../shared/documents/specimens/visit-papers.ts'
import type { SampleName } from './gbt9704/assertion.ts'
import { ASSERTIONS, violations } from './gbt9704-assertions.ts'
import { opened, openedParts, partsOfFile } from './opened.ts'
import { EXTREME, ORDINARY, render } from './papers.ts'

const EVERYTHING = buildPaper('transfer', {
  ...TRANSFER,
  urgency: '特急',
  copiesTo: ['党委办公室', '纪委办公室、监察专员办公室'],
})

/** Good papers that have between them everything an assertion speaks of. */
const SAMPLES: Readonly<Record<SampleName, Paper | undefined>> = {
  letter: EVERYTHING,
  reply: ORDINARY['reply'],
  sheet: ORDINARY['registration'],
  report: ORDINARY['reception-announcement'],
  summary: ORDINARY['period-summary'],
  plan: ORDINARY['campaign-plan'],
  minutes: ORDINARY['reception-minutes'],
}

describe('the written assertions of GB/T 9704 hold for', () => {
  it.each(Object.entries({ ...ORDINARY, ...EXTREME }))('%s', (_, paper) => {
    expect(violations(render(paper), paper)).toEqual([])
  })
})

describe('an assertion is awake', () => {
  it.each(ASSERTIONS)('$clause $says', ({ check, broken: { sample, part, find, put } }) => {
    const paper = SAMPLES[sample]
    if (paper === undefined) throw new Error(`no sample ${sample}`)
    const file = render(paper)
    const parts = partsOfFile(file)
    const damaged = (parts[part] ?? '').replace(find, put)
    expect(damaged).not.toBe(parts[part])
    expect(check(opened(file), paper)).toEqual([])
    expect(check(openedParts({ ...parts, [part]: damaged }), paper)).not.toEqual([])
  })
})
