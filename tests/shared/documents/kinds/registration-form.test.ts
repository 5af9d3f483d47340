import { describe, expect, it } from 'vitest'
import { buildPaper, type RegistrationFormData } from '../../../../shared/documents/kinds/index.ts'
import { type Paper, plainText, type Row, type Table } from '../../../../shared/documents/paper.ts'
import { REGISTRATION } from '../../../../shared/documents/specimens/visit-papers.ts'

const paperOf = (change: Partial<RegistrationFormData> = {}): Paper =>
  buildPaper('registration', { ...REGISTRATION, ...change })

function rowsOf(paper: Paper): readonly Row[] {
  return paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
}

/** Label → value of every pair on the form. */
function pairsOf(paper: Paper): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const { cells } of rowsOf(paper)) {
    for (const [at, cell] of cells.entries()) {
      const next = cells[at + 1]
      if (cell.role !== 'label' || next === undefined) continue
      const label = cell.lines.map(plainText).join('').replaceAll(/\s/gu, '')
      pairs.set(label, next.lines.map(plainText).join('\n'))
    }
  }
  return pairs
}

describe('the office’s own copy', () => {
  it('holds every fact in full', () => {
    const pairs = pairsOf(paperOf())
    expect(Object.fromEntries(pairs)).toMatchObject({
      来访时间: '2026年1月4日09:10—09:45',
      接待地点: '信访接待室',
      反映渠道: '信访接待',
      来访人数: '3人',
      涉及人数: '86人',
      '匿名/保密': '实名',
      姓名: '张晓明',
      '学号/工号': '202301020304',
      联系电话: '13800005678',
      证件号码: '居民身份证　370102200406011234',
      通讯地址: '山东省济南市历城区明德路9号梅园3号楼412室',
      代表: '欧阳婧怡　经济管理学院　13900001111',
      事由: '梅园3号宿舍楼供暖温度不达标',
      '初次/重复': '重复，关联前件ZX-2025-00871-3，累计来访2次，上次来访2025年12月28日',
      法定途径: '未进入法定途径',
      办理方式: '转办（复杂）',
      办理期限: '2026年1月12日',
      携带材料: '1.室温记录表　2页　原件　留存\n2.报修单照片　1页　复印件　留存',
    })
    expect(JSON.stringify(paperOf())).toContain('以上记录经本人核对无误。')
    expect(JSON.stringify(paperOf())).toContain('查询码：7K3M-92QX')
  })

  it('fills the width of the form in every row', () => {
    const table = paperOf().blocks.find((block): block is Table => block.kind === 'table')
    expect(table?.columns.reduce((sum, width) => sum + width, 0)).toBe(162)
    for (const { cells } of rowsOf(paperOf())) {
      expect(cells.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(table?.columns.length)
    }
  })

  it('numbers several matters of one visit', () => {
    const [petition] = REGISTRATION.petitions
    if (petition === undefined) throw new Error('the sample has no petition')
    const sections = rowsOf(paperOf({ petitions: [petition, { ...petition, number: 'ZX-2026-00013-H' }] }))
      .flatMap(({ cells }) => cells)
      .filter(({ role }) => role === 'section')
      .map(({ lines }) => lines.map(plainText).join(''))
    expect(sections).toContain('三、信访事项（2）　ZX-2026-00013-H')
  })
})

describe('the copy for a unit', () => {
  it('masks numbers and leaves out address, query code and the desk’s own remarks', () => {
    const paper = paperOf({ copyFor: 'unit', unusual: '情绪激动', remark: '内部备注' })
    const pairs = pairsOf(paper)
    expect(pairs.get('证件号码')).toBe('居民身份证　370102********1234')
    expect(pairs.get('学号/工号')).toBe('20********04')
    const everything = JSON.stringify(paper)
    for (const secret of ['明德路', '7K3M-92QX', '情绪激动', '内部备注', 'example.edu.cn', '核对无误']) {
      expect(everything).not.toContain(secret)
    }
    expect(everything).toContain('不得复制、扩散')
  })

  it('names a confidential petitioner nowhere, not in the story either', () => {
    const [petition] = REGISTRATION.petitions
    if (petition === undefined) throw new Error('the sample has no petition')
    const typed = '张晓明（13800005678，学号202301020304）和欧阳婧怡反映'
    const everything = JSON.stringify(
      paperOf({
        copyFor: 'unit',
        confidential: true,
        petitions: [
          { ...petition, title: typed, matter: typed, grounds: typed, demand: typed, opinion: typed },
        ],
        materials: [{ name: '张晓明的来信', pages: 1, form: '原件', kept: true }],
      }),
    )
    for (const secret of ['张晓明', '欧阳婧怡', '13800005678', '202301020304', '经济管理学院2023级']) {
      expect(everything).not.toContain(secret)
    }
    expect(everything).toContain('个人信息从略')
  })
})
