import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { BADNESS, KINDS_OF_PAPERS, spoiltPaper, WORST } from './bad-input.ts'
import { violations } from './gbt9704-assertions.ts'
import { render } from './papers.ts'
import { joined } from './shapes.ts'

const files: Uint8Array[] = []

describe.each(WORST)('typed into every kind of paper: %s', (name) => {
  it.each(KINDS_OF_PAPERS)('%s holds what GB/T 9704 asks', (kind) => {
    const paper = spoiltPaper(kind, BADNESS[name] ?? {})
    const file = render(paper)
    files.push(file)
    expect(violations(file, paper)).toEqual([])
  })
})

it('every one of these files is valid, for Microsoft 365 and for Office 2013', async () => {
  expect(files).toHaveLength(WORST.length * KINDS_OF_PAPERS.length)
  for (const file of joined(files))
    for (const version of ['Microsoft365', 'Office2013'] as const)
      expect(await validate(file, 'docx', version)).toEqual([])
}, 240_000)

it('a datum is really spoilt: what was typed stands in the paper', () => {
  for (const kind of KINDS_OF_PAPERS) {
    const said = JSON.stringify(spoiltPaper(kind, { text: () => '甲乙丙丁' }).blocks)
    expect(said, kind).toContain('甲乙丙丁')
  }
})
