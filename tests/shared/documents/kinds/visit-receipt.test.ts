import { describe, expect, it } from 'vitest'
import { buildPaper, isDocumentKind, KINDS } from '../../../../shared/documents/kinds/index.ts'
import { plainText } from '../../../../shared/documents/paper.ts'
import { RECEIPT } from '../../../../shared/documents/specimens/visit-papers.ts'

describe('a visit receipt', () => {
  const paper = buildPaper('receipt', RECEIPT)
  const cells = paper.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.cells.map((cell) => cell.lines.map(plainText).join('')))
      : [],
  )

  it('gives number, query code, matter, whereabouts and expected day of every petition', () => {
    expect(cells).toEqual(
      expect.arrayContaining([
        'ZX-2026-00012-K',
        '后勤管理处',
        '2026年1月12日（周一）',
        'ZX-2026-00013-H',
        '本接待室',
        '2026年1月7日（周三）',
      ]),
    )
    expect(paper.blocks).toContainEqual({
      kind: 'caption',
      left: '登记编号：ZX-2026-L00009',
      right: '查询码：7K3M-92QX',
    })
  })

  it('says how to ask and on which article it rests', () => {
    const remarks = paper.blocks.find((block) => block.kind === 'remarks')
    expect(remarks?.items.join('')).toContain('查询电话：0531-86660001')
    expect(remarks?.items.join('')).toContain('《信访工作条例》第二十三条')
  })

  it('has a stub the visitor signs and the office keeps', () => {
    expect(paper.blocks.at(-1)).toMatchObject({ kind: 'tearOff', title: '来访回执存根' })
  })

  it('says 暂定 for a day whose year has no calendar, and a dash where no answer is owed', () => {
    const [first] = RECEIPT.petitions
    if (first === undefined) throw new Error('the sample has no petition')
    const provisional = JSON.stringify(
      buildPaper('receipt', { ...RECEIPT, petitions: [{ ...first, provisional: true }] }),
    )
    expect(provisional).toContain('（暂定）')
    expect(
      JSON.stringify(buildPaper('receipt', { ...RECEIPT, petitions: [{ ...first, answerOn: null }] })),
    ).toContain('—')
  })
})

it('knows its kinds by name', () => {
  expect(isDocumentKind('transfer')).toBe(true)
  expect(isDocumentKind('toString')).toBe(false)
  const names = Object.values(KINDS).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
