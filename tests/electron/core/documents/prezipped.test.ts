import { Packer } from 'docx'
import { describe, expect, it } from 'vitest'
import { docxDocument } from '../../../../electron/core/documents/paper-to-docx.ts'
import { documentPart } from '../../../../electron/core/documents/prezipped.ts'
import { qrPng } from '../../../../electron/core/documents/qr.ts'
import { typeset } from '../../../../electron/core/documents/typeset-paper.ts'
import { cleanPaper } from '../../../../shared/documents/clean-text.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { arbitraryPaper } from './arbitrary-paper.ts'
import { EXTREME, ORDINARY, partsOf, render } from './papers.ts'

const undated = (xml: string | undefined): string => (xml ?? '').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')

/** The same paper packed by the library itself. */
async function packed(paper: Paper): Promise<Readonly<Record<string, string>>> {
  const set = typeset(cleanPaper(paper))
  return partsOf(await Packer.toBuffer(docxDocument(set, qrPng(set.code ?? ''))))
}

describe('a pre-zipped paper', () => {
  it.each(Object.entries({ ...ORDINARY, ...EXTREME }))(
    'has the document part docx writes: %s',
    async (_, paper) => {
      const theirs = await packed(paper)
      expect(partsOf(render(paper))['word/document.xml']).toBe(theirs['word/document.xml'])
    },
  )

  it('has it for any paper at all', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPaper, async (paper) => {
        const theirs = await packed(paper)
        expect(documentPart(typeset(cleanPaper(paper)))).toBe(theirs['word/document.xml'])
      }),
      { numRuns: fc.runs(80) },
    )
  })

  it.each(Object.entries(ORDINARY))(
    'has every other part of docx too, but dates and the list of fonts: %s',
    async (_, paper) => {
      const theirs = await packed(paper)
      const ours = partsOf(render(paper))
      // We name stand-ins for the fonts, and so need no relationships to embedded ones.
      expect(Object.keys(ours).toSorted()).toEqual(
        Object.keys(theirs)
          .filter((path) => path !== 'word/_rels/fontTable.xml.rels')
          .toSorted(),
      )
      expect(undated(ours['docProps/core.xml'])).toBe(undated(theirs['docProps/core.xml']))
      for (const path of Object.keys(ours)) {
        if (path !== 'word/fontTable.xml' && path !== 'docProps/core.xml')
          expect(ours[path], path).toBe(theirs[path])
      }
    },
  )

  it('is made of the same bytes every time, in whatever order papers are made', () => {
    const first = Object.values(ORDINARY).map((paper) => Buffer.from(render(paper)).toString('base64'))
    const again = Object.values(ORDINARY)
      .toReversed()
      .map((paper) => Buffer.from(render(paper)).toString('base64'))
      .toReversed()
    expect(again).toEqual(first)
  })

  it('begins with the list of content types and says when it was made', () => {
    const file = render(
      ORDINARY['transfer'] ?? cleanPaper({ format: 'form', name: '', code: null, blocks: [] }),
    )
    expect(Object.keys(partsOf(file))[0]).toBe('[Content_Types].xml')
    expect(partsOf(file)['docProps/core.xml']).toContain('>2026-01-05T01:00:00.000Z</dcterms:created>')
  })

  it('stands for a paper without a code, too', () => {
    const file = render({ format: 'form', name: '空', code: null, blocks: [] })
    expect(Object.keys(partsOf(file)).some((path) => path.startsWith('word/media'))).toBe(false)
  })
})
