import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../electron/core/documents/reading/read-docx.ts'
import { stamped } from '../../../../electron/core/documents/stamp.ts'
import { cleanPaper } from '../../../../shared/documents/clean-text.ts'
import type { Block, Paper } from '../../../../shared/documents/paper.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { arbitraryPaper } from './arbitrary-paper.ts'
import { EXTREME, ORDINARY, part, render } from './papers.ts'

function readBack(paper: Paper): Paper {
  return readDocx(render(paper), paper.code === null ? [] : [paper.code]).paper
}

/** What is laid out, without the names of the markup above it. */
function bodyOf(paper: Paper): string {
  return part(render(paper), 'word/document.xml').replace(/^.*<w:body>/su, '')
}

const HEAD: readonly string[] = ['letterhead', 'documentNumber', 'signatory', 'issuer', 'mark']

/**
 * What a file can tell: a block that says nothing leaves nothing in it, and what has its own place on the paper has no
 * order in the text.
 */
function saying(paper: Paper): Paper {
  const blocks = cleanPaper(paper).blocks.filter(saysSomething).map(asMarked)
  const head = HEAD.flatMap((kind) => {
    const all = blocks.filter((block) => block.kind === kind)
    return kind === 'mark' ? all : all.slice(0, 1)
  })
  return { ...paper, blocks: [...head, ...blocks.filter(({ kind }) => !HEAD.includes(kind))] }
}

const MARKS = { copyNumber: '000012', secrecy: '机密★1年', urgency: '特急' } as const

/** What a mark is, only its words can tell. */
function asMarked(block: Block): Block {
  return block.kind === 'mark' ? { ...block, text: MARKS[block.of] } : block
}

function saysSomething(block: Block): boolean {
  switch (block.kind) {
    case 'attachments':
      return block.names.length > 0
    case 'remarks':
      return block.items.length > 0
    case 'copiesTo':
      return block.units.length > 0
    case 'mark':
      return block.text !== ''
    default:
      return true
  }
}

describe('a paper read back from its Word file', () => {
  it.each(Object.entries({ ...ORDINARY, ...EXTREME }))(
    'gives the same document part when it is laid out again: %s',
    (_, paper) => {
      const again = readBack(paper)
      expect(bodyOf(again)).toBe(bodyOf(paper))
      expect(again.code).toBe(paper.code)
      expect(readDocx(render(paper), []).whole).toBe(true)
    },
  )

  it('gives it for any paper of any format', () => {
    fc.assert(
      fc.property(arbitraryPaper.map(saying), (paper) => {
        const again = readBack(paper)
        expect(bodyOf(again) === bodyOf(paper)).toBe(true)
        // 文件 and 纪要 are laid out alike; only what stands in red tells them apart.
        const format = paper.format === 'minutes' && again.format === 'document' ? 'document' : paper.format
        expect({ format: again.format, name: again.name, code: again.code }).toEqual({
          format,
          name: cleanPaper(paper).name,
          code: paper.code,
        })
      }),
      { numRuns: fc.runs(300) },
    )
  })

  it('tells a plain signature that follows the head at once from a sealed one', () => {
    for (const sealed of [true, false]) {
      const signature = { kind: 'signature', organ: '', date: '', sealed } as const
      for (const format of ['letter', 'document', 'minutes', 'form'] as const) {
        const paper: Paper = {
          format,
          name: '',
          code: null,
          blocks: [{ kind: 'letterhead', organ: '' }, signature],
        }
        expect(bodyOf(readBack(paper)), format).toBe(bodyOf(paper))
      }
    }
  })

  it('says the same blocks for the ordinary papers', () => {
    for (const [kind, paper] of Object.entries(ORDINARY)) {
      expect(kinds(readBack(paper)), kind).toEqual(kinds(cleanPaper(paper)))
    }
  })

  it('tells what is stamped on it', () => {
    const [paper] = Object.values(ORDINARY)
    if (paper === undefined) throw new Error('no specimen')
    expect(readDocx(stamped(render(paper), '副本'), []).paper.stamp).toBe('副本')
  })

  it('shows no code that is not the one in the picture', () => {
    const paper = ORDINARY['transfer']
    if (paper === undefined) throw new Error('no specimen')
    expect(readDocx(render(paper), ['XF/ZX-2026-99999-K/ZX-2026-D99999']).paper.code).toBe(null)
  })
})

/** What has a place of its own on the paper comes first when it is read. */
function kinds({ blocks }: Paper): readonly string[] {
  return blocks.map(({ kind }) => kind).toSorted()
}

describe('a Word file of an office', () => {
  const letter = render(ORDINARY['transfer'] ?? { format: 'form', name: '', code: null, blocks: [] })
  const edited = (change: (xml: string) => string, name = 'word/document.xml') => {
    const parts = unzipSync(letter)
    return zipSync({ ...parts, [name]: strToU8(change(part(letter, name))) })
  }

  it('is read by the names of its styles, whatever Word calls them inside', () => {
    const renamed = (xml: string) => xml.replaceAll('"BodyText"', '"a3"')
    const parts = unzipSync(letter)
    const file = zipSync({
      ...parts,
      'word/document.xml': strToU8(renamed(part(letter, 'word/document.xml'))),
      'word/styles.xml': strToU8(renamed(part(letter, 'word/styles.xml'))),
    })
    expect(readDocx(file, [])).toEqual(readDocx(letter, []))
  })

  it('gives plain paragraphs and tables where the styles are its own, and says that its look is lost', () => {
    const table =
      '<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    const own = `<w:p><w:pPr><w:pStyle w:val="OfficeText"/></w:pPr><w:hyperlink><w:r><w:t>本单位的</w:t></w:r></w:hyperlink><w:r><w:t>正文</w:t></w:r></w:p>${table}`
    const { paper, whole } = readDocx(
      edited((xml) => xml.replace('<w:sectPr', `${own}<w:sectPr`)),
      [],
    )
    expect(whole).toBe(false)
    expect(paper.blocks.slice(-2)).toEqual([
      { kind: 'paragraph', line: ['本单位的', '正文'] },
      {
        kind: 'table',
        columns: [40.5, 121.5],
        rows: [
          {
            cells: [
              { role: 'value', lines: [['甲']] },
              { role: 'value', lines: [['乙']] },
            ],
            divisible: true,
          },
        ],
      },
    ])
  })

  it('that is no Word file, or nested without end, is not read', () => {
    expect(() => readDocx(Buffer.from('no zip'), [])).toThrow()
    expect(() => readDocx(zipSync({ 'word/other.xml': strToU8('<a/>') }), [])).toThrow('holds no text')
    const deep = `${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}`
    expect(() =>
      readDocx(
        edited((xml) => xml.replace('<w:sectPr', `${deep}<w:sectPr`)),
        [],
      ),
    ).toThrow('too deep')
  })
})
