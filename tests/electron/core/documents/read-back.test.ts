import { TemplateHandler } from 'easy-template-x'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { BADNESS, KINDS_OF_PAPERS, spoiltPaper } from './bad-input.ts'
import { EXTREME, ORDINARY, render } from './papers.ts'
import { saidBy, squeezed } from './said.ts'

/** This reader takes the place of a picture, told in figures, for text. */
function withoutPlaces(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const bare = xml.replaceAll(/<wp:(posOffset|align)>[^<]*<\/wp:\1>/gu, '<wp:$1/>')
  return zipSync({ ...parts, 'word/document.xml': strToU8(bare) }, { level: 1 })
}

/** LibreOffice reads the same papers in `rendered.test.ts`. */
describe('read by a library that did not write it', () => {
  const handler = new TemplateHandler()
  const read = async (file: Uint8Array): Promise<string> =>
    squeezed(await handler.getText(Buffer.from(withoutPlaces(file))))

  it.each(Object.entries({ ...ORDINARY, ...EXTREME }))(
    'the paper says what it was told, in that order and nothing else: %s',
    async (_, paper) => {
      expect(await read(render(paper))).toBe(saidBy(paper, ['text', 'frame', 'box']))
    },
  )

  it.each(KINDS_OF_PAPERS)('whatever was typed, the paper says it: %s', async (kind) => {
    const paper = spoiltPaper(kind, BADNESS['all signs at once'] ?? {})
    expect(await read(render(paper))).toBe(saidBy(paper, ['text', 'frame', 'box']))
  })
})
