import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../../shared/documents/clean-text.ts'
import { buildPaper } from '../../../../shared/documents/kinds/index.ts'
import { SPECIMENS } from '../../../../shared/documents/specimens/index.ts'
import { valuesOf } from '../../../../shared/documents/template-fields/catalogue.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { filled, partsIn, starter, textOf } from './fill.ts'

/** Any text a petition may hold, what looks like a placeholder or like markup among it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '{标题}',
    '{#明细}',
    '{/信访事项}',
    '{{正文}',
    '}{',
    '｛标题｝',
    '</w:t><w:p/>',
    '&amp;<!--',
    '{事项}\n{信访编号}',
    '\ufdd0标题\ufdd1',
  ),
  fc
    .array(fc.constantFrom('{', '}', '#', '/', '标题', '\n', '𠮷', '\ud83d', '👩‍🎓'), { maxLength: 12 })
    .map((all) => all.join('')),
)

/** A template with other words in its document part. */
function reworded(template: Uint8Array, change: (text: string) => string): Uint8Array {
  const parts = Object.fromEntries(partsIn(template))
  const text = Buffer.from(parts['word/document.xml'] ?? []).toString()
  expect(change(text)).not.toBe(text)
  return zipSync({ ...parts, 'word/document.xml': Buffer.from(change(text)) })
}

const squeezed = (text: string): string => cleanText(text).replaceAll(/\s/gu, '')

describe('whatever was typed', () => {
  // The name is filled in before the row it stands in is repeated and read once more.
  const receipt = reworded(starter('receipt'), (text) =>
    text.replace('{#明细}{信访编号}', '{来访人}').replace('{事项}', '{#明细}{信访编号}{事项}'),
  )
  const transfer = starter('transfer')

  it('comes back as text from rows that are repeated, never as a placeholder or markup', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (name, title, unit) => {
        const [first] = SPECIMENS.receipt.petitions
        if (first === undefined) throw new Error('no petition in the specimen')
        const data = {
          ...SPECIMENS.receipt,
          petitionerName: name,
          petitions: [
            { ...first, title, unit },
            { ...first, title: unit },
          ],
        }
        const text = await textOf(await filled('receipt', receipt, buildPaper('receipt', data)))
        for (const said of [name, title, unit]) expect(text).toContain(squeezed(said))
      }),
      { numRuns: fc.runs(60) },
    )
  })

  it('comes back as text from paragraphs and facts', async () => {
    const own = reworded(transfer, (text) => text.replace('{正文}', '{反映内容摘要}|{事由}|{正文}'))
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (summary, title) => {
        const paper = buildPaper('transfer', { ...SPECIMENS.transfer, summary, title })
        const text = await textOf(await filled('transfer', own, paper))
        expect(text).toContain(`${squeezed(summary)}|${squeezed(title)}|`)
      }),
      { numRuns: fc.runs(40) },
    )
  })
})

describe('the facts a template may name', () => {
  const secrets = ['张晓明', '13800005678', '经济管理学院', '欧阳婧怡', '13900001111']
  const said = `张晓明（13800005678）与欧阳婧怡反映`

  it.each(['transfer', 'assign', 'urge', 'supervise', 'submission', 'feedback'] as const)(
    'tell no more of a confidential petitioner than the paper does: %s',
    (kind) => {
      const data = { ...SPECIMENS[kind], confidential: true, title: said, summary: said, demand: said }
      const companions = [{ name: '欧阳婧怡', secrets: ['13900001111'] }]
      const paper = buildPaper(kind, { ...data, companions })
      const text = JSON.stringify(paper.blocks)
      const values = JSON.stringify([...valuesOf(kind, paper)])
      for (const secret of secrets) if (!text.includes(secret)) expect(values).not.toContain(secret)
      expect(values).not.toContain('13800005678')
    },
  )
})

describe('what was left in a template', () => {
  it('neither shows what it was drawn from nor writes over what was filled in', async () => {
    const bound =
      '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns0:coreProperties[1]/ns1:title[1]" w:storeItemID="{6C3C8BC8}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{事由}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
    const own = reworded(starter('transfer'), (text) => text.replace('<w:sectPr', `${bound}<w:sectPr`))
    const parts = Object.fromEntries(partsIn(own))
    const rels = Buffer.from(parts['_rels/.rels'] ?? []).toString()
    const thumbnail =
      '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>'
    const drawn = zipSync({
      ...parts,
      'docProps/thumbnail.jpeg': new Uint8Array(9),
      '_rels/.rels': Buffer.from(rels.replace('</Relationships>', `${thumbnail}</Relationships>`)),
    })
    const issued = partsIn(await filled('transfer', drawn, buildPaper('transfer', SPECIMENS.transfer)))
    expect([...issued.keys()].filter((name) => name.includes('thumbnail'))).toEqual([])
    expect(Buffer.from(issued.get('_rels/.rels') ?? []).toString()).not.toContain('thumbnail')
    const document = Buffer.from(issued.get('word/document.xml') ?? []).toString()
    expect(document).toContain('<w:sdtContent>')
    expect(document).not.toContain('dataBinding')
  })
})
