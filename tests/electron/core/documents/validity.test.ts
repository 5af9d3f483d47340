import validate from '@ooxml-tools/validate'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { EXTREME, ORDINARY, render } from './papers.ts'
import { joined } from './shapes.ts'

const VERSIONS = ['Microsoft365', 'Office2013'] as const

/** One paper of every layout, with and without what only some of its papers have. */
const WHOLE = Object.values(
  Object.fromEntries(
    Object.entries(ORDINARY).map(([kind, paper]) => [
      `${paper.format}/${paper.blocks.some((block) => block.kind === 'tearOff')}`,
      [kind, paper] as const,
    ]),
  ),
)

/** Microsoft's own Open XML SDK: a few files as they are issued, and the markup of all of them. */
describe.each(VERSIONS)('for %s', (version) => {
  it.each(WHOLE)('the whole file is valid: %s', async (_, paper) => {
    expect(await validate(render(paper), 'docx', version)).toEqual([])
  })

  it('every paragraph and row of every kind is valid, ordinary and extreme', async () => {
    const files = Object.values({ ...ORDINARY, ...EXTREME }).map(render)
    for (const file of joined(files)) expect(await validate(file, 'docx', version)).toEqual([])
  }, 240_000)
})

/** The file with something of its parts replaced. */
function damaged(file: Uint8Array, part: string, find: RegExp, put: string): Uint8Array {
  const parts = unzipSync(file)
  const xml = strFromU8(parts[part] ?? new Uint8Array())
  const broken = xml.replace(find, put)
  expect(broken).not.toBe(xml)
  return zipSync({ ...parts, [part]: strToU8(broken) })
}

describe('the validator is awake', () => {
  const file = render(ORDINARY['transfer'] ?? { format: 'form', name: '', code: null, blocks: [] })

  it('to an element out of order in the styles', async () => {
    const broken = damaged(file, 'word/styles.xml', /(<w:ind [^>]*\/>)(<w:jc [^>]*\/>)/, '$2$1')
    expect(JSON.stringify(await validate(broken, 'docx', 'Microsoft365'))).toContain('ind')
  })

  it.each([
    ['a paragraph', /<w:p><w:pPr><w:pStyle w:val="SignatureLine"\/>/, '<w:p><w:pPr><w:jc w:val="middle"/>'],
    ['a row', /<w:cantSplit\/>(?!.*<w:cantSplit\/>)/s, '<w:cantSplit w:val="perhaps"/>'],
    [
      'a cell',
      /<w:vAlign w:val="bottom"\/>(?!.*<w:vAlign)/s,
      '<w:vAlign w:val="bottom"/><w:gridSpan w:val="1"/>',
    ],
  ])('to %s of one file among several', async (_, find, put) => {
    const found: unknown[] = []
    for (const each of joined([file, damaged(file, 'word/document.xml', find, put)]))
      found.push(...(await validate(each, 'docx', 'Office2013')))
    expect(found).not.toEqual([])
  })
})
