import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { EXTREME, ORDINARY, render } from './papers.ts'

/** Microsoft's own Open XML SDK. */
describe.each(['Microsoft365', 'Office2013'] as const)('for %s', (version) => {
  it.each(Object.entries({ ...ORDINARY, ...EXTREME }))('the paper is valid: %s', async (_, paper) => {
    expect(await validate(render(paper), 'docx', version)).toEqual([])
  })
})

it('the validator is awake: it names an element out of order', async () => {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate')
  const parts = unzipSync(
    render(ORDINARY['transfer'] ?? { format: 'form', name: '', code: null, blocks: [] }),
  )
  const xml = strFromU8(parts['word/styles.xml'] ?? new Uint8Array())
  const broken = xml.replace(/(<w:spacing [^>]*\/>)(<w:ind [^>]*\/>)(<w:jc [^>]*\/>)/, '$1$3$2')
  expect(broken).not.toBe(xml)
  const file = zipSync({ ...parts, 'word/styles.xml': strToU8(broken) })
  expect(JSON.stringify(await validate(file, 'docx', 'Microsoft365'))).toContain('ind')
})
