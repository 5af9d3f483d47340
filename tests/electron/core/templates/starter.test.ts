import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { type DocumentKind, isDocumentKind } from '../../../../shared/documents/kinds/index.ts'
import { TEMPLATE_KINDS, unplacedNames } from '../../../../shared/documents/template-fields/catalogue.ts'
import { EXTREME, ORDINARY, part, render } from '../documents/papers.ts'
import { filled, starter, textOf } from './fill.ts'

/** Issuing gives a paper its code when it has none. */
const CODE = 'XF/-/ZX-2026-D00034'

/** Every paper of every kind, the extreme ones among them. */
const PAPERS = Object.entries({ ...ORDINARY, ...EXTREME }).flatMap(([name, paper]) => {
  const kind = name.split(':')[0] ?? ''
  return isDocumentKind(kind) ? [{ name, kind, paper: { ...paper, code: paper.code ?? CODE } }] : []
})

const starters = new Map<DocumentKind, Buffer>()
function starterOf(kind: DocumentKind): Buffer {
  const known = starters.get(kind) ?? starter(kind)
  starters.set(kind, known)
  return known
}

describe('our own layout as a template', () => {
  it.each(TEMPLATE_KINDS)('is valid before and after it is filled: %s', async (kind) => {
    const paper = ORDINARY[kind]
    if (paper === undefined) throw new Error(`no specimen of ${kind}`)
    expect(await validate(starterOf(kind), 'docx', 'Microsoft365')).toEqual([])
    expect(await validate(await filled(kind, starterOf(kind), paper), 'docx', 'Microsoft365')).toEqual([])
  })

  it.each(PAPERS)('reads the same as our own paper when it is filled: $name', async ({ kind, paper }) => {
    expect(await textOf(await filled(kind, starterOf(kind), paper))).toBe(await textOf(render(paper)))
  })

  it('has a name for everything a paper may say', () => {
    const lost = PAPERS.flatMap(({ name, kind, paper }) =>
      unplacedNames(kind, paper).map((label) => `${name}: ${label}`),
    )
    expect(lost).toEqual([])
  })

  it('gives the same bytes for the same paper', async () => {
    const paper = ORDINARY['transfer']
    if (paper === undefined) throw new Error('no specimen')
    const once = await filled('transfer', starterOf('transfer'), paper)
    expect((await filled('transfer', starter('transfer'), paper)).equals(once)).toBe(true)
  })

  it('shows the code of the paper in place of the sample', async () => {
    const paper = ORDINARY['transfer']
    if (paper === undefined) throw new Error('no specimen')
    const xml = part(await filled('transfer', starterOf('transfer'), paper), 'word/document.xml')
    expect(xml).toContain('文书二维码')
    expect(xml).not.toContain('{二维码}')
  })
})
