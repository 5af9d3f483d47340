import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { stamped } from '../../../../electron/core/documents/stamp.ts'
import { ORDINARY, part, partsOf, render } from './papers.ts'

const KINDS = ['transfer', 'registration', 'receipt', 'meeting-minutes'] as const

function issued(kind: string): Uint8Array {
  const paper = ORDINARY[kind]
  if (paper === undefined) throw new Error(`no specimen of ${kind}`)
  return render(paper)
}

describe.each(KINDS)('a stamped %s', (kind) => {
  const file = issued(kind)
  const copy = stamped(file, '副本')

  it('is the issued paper but for one framed paragraph', () => {
    const added = /<w:p><w:pPr><w:framePr [^>]*\/>(?:(?!<\/w:p>).)*副本<\/w:t><\/w:r><\/w:p>/u
    const ours = partsOf(copy)
    expect({ ...ours, 'word/document.xml': ours['word/document.xml']?.replace(added, '') }).toEqual(
      partsOf(file),
    )
    expect(part(copy, 'word/document.xml')).toMatch(added)
  })

  it('has the same bytes every time, and stays valid', async () => {
    expect(stamped(file, '副本').equals(copy)).toBe(true)
    expect(await validate(copy, 'docx', 'Microsoft365')).toEqual([])
  })
})

it('a paper with a stamp is rendered with it', () => {
  const paper = ORDINARY['transfer']
  if (paper === undefined) throw new Error('no specimen')
  expect(Buffer.from(render({ ...paper, stamp: '遮盖件' }))).toEqual(stamped(render(paper), '遮盖件'))
})
