import { describe, expect, it } from 'vitest'
import { buildPaper } from '../../../../shared/documents/kinds/index.ts'
import { type Block, plainText } from '../../../../shared/documents/paper.ts'
import { bulletinOf } from '../../../../shared/documents/reports/bulletin.ts'
import { operationReportData } from '../../../../shared/documents/reports/operation-report.ts'
import {
  assessmentTable,
  defaultTexts,
  dispatchList,
  periodSummary,
} from '../../../../shared/documents/reports/summaries.ts'
import { A_MATTER, counts, FIGURES, SUMMARY } from '../../../../shared/documents/specimens/report-papers.ts'
import { parseDay } from '../../../../shared/domain/day.ts'

const OFFICIAL = { organ: '示例学院办公室', number: '校办报〔2026〕2号', issuedOn: parseDay('2026-11-20') }

function rowsOf(block: Block | undefined): string[][] {
  if (block?.kind !== 'table') return []
  return block.rows.map((row) => row.cells.map(({ lines }) => lines.map(plainText).join('')))
}

describe('问题办理情况汇总表', () => {
  const paper = buildPaper('semester-summary', SUMMARY)
  const table = paper.blocks.find((block) => block.kind === 'table')

  it('is the annex word for word: title, head, columns, footnote', () => {
    expect(paper.blocks[0]).toEqual({ kind: 'title', lines: ['问题办理情况汇总表'] })
    expect(paper.blocks[1]).toEqual({
      kind: 'caption',
      left: '部门、单位：后勤管理处',
      right: '汇总时间：2026—2027学年第一学期',
    })
    expect(rowsOf(table)[0]).toEqual(['序号', '反映问题', '反映渠道', '办理情况', '原因'])
    expect(paper.blocks[3]).toEqual({
      kind: 'remarks',
      items: ['备注：办理情况填写“已办结”或“未办结”，填写“未办结”的需注明未办结原因。'],
    })
  })

  it('has the six numbered rows of the form even when fewer are filled, and repeats its head', () => {
    expect(rowsOf(table).map(([number]) => number)).toEqual(['序号', '1', '2', '3', '4', '5', '6'])
    expect(rowsOf(table)[1]).toEqual(['1', '东区食堂晚间供餐时间过短', '信访接待', '已办结', ''])
    expect(rowsOf(table)[2]?.slice(3)).toEqual(['未办结', '需列入下一年度维修计划'])
    expect(table?.kind === 'table' && table.rows[0]?.head).toBe(true)
  })

  it('lists what was carried over apart, and says nothing of it when there is none', () => {
    expect(JSON.stringify(paper)).not.toContain('结转')
    const carried = buildPaper('semester-summary', { ...SUMMARY, carried: SUMMARY.rows.slice(1) })
    expect(rowsOf(carried.blocks.at(-1))).toHaveLength(2)
  })

  it('fills the width of the form whatever the columns', () => {
    const sheets = [periodSummary(FIGURES), dispatchList(FIGURES), assessmentTable(FIGURES)]
    const papers = [paper, ...sheets.map((sheet) => buildPaper('assessment', sheet))]
    for (const { blocks } of papers) {
      for (const block of blocks) {
        if (block.kind !== 'table') continue
        expect(block.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(162, 5)
      }
    }
  })
})

describe('summaries', () => {
  it('give totals, groups and warnings with the clause they follow', () => {
    const text = JSON.stringify(buildPaper('period-summary', periodSummary(FIGURES)))
    for (const words of [
      '信访事项周汇总',
      '共登记信访事项12件',
      '登记9件，本期增加3件',
      '按期答复率75.0%（6/8）',
      '逾期3个工作日',
      '没有临近时限的事项',
      '《接诉即办工作制度》三（三）',
    ])
      expect(text).toContain(words)
  })

  it('show every rate with its parts, and 无 where nothing can be divided', () => {
    const [, row] = rowsOf(
      buildPaper('assessment', assessmentTable(FIGURES)).blocks.find(({ kind }) => kind === 'table'),
    )
    expect(row).toEqual(['后勤管理处', '9', '75.0%6/8', '无', '无', '无', '0.0%0/9'])
  })

  it('begin and end the office’s report in its own words', () => {
    const { opening } = defaultTexts(FIGURES)
    const paper = buildPaper(
      'operation-report',
      operationReportData(FIGURES, { opening, closing: '第一段。\n\n第二段。' }, OFFICIAL),
    )
    const paragraphs = paper.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [plainText(block.line)] : [],
    )
    expect(paragraphs[0]).toContain('信息沟通机制运行情况报告如下')
    expect(paragraphs.slice(-2)).toEqual(['第一段。', '第二段。'])
  })
})

describe('工作群通报', () => {
  it('says numbers, categories and units, and never a title, a matter or an accusation', () => {
    const accusation = { ...A_MATTER, number: 'ZX-2026-00099-A' as typeof A_MATTER.number, accusation: true }
    const { text, lines } = bulletinOf({ ...FIGURES, overdue: [A_MATTER, accusation] })
    expect(text).toContain('ZX-2026-00012-K 后勤保障，后勤管理处，逾期3个工作日')
    expect(text).not.toContain('ZX-2026-00099-A')
    expect(text).not.toContain(A_MATTER.problem)
    expect(text.split('\n')).toHaveLength(lines.length + 1)
  })

  it('leaves out what there is none of', () => {
    const quiet = {
      ...FIGURES,
      overdue: [],
      dueSoon: [],
      total: counts(),
      groups: { ...FIGURES.groups, unit: [] },
    }
    expect(bulletinOf(quiet).text).not.toContain('已逾期，请尽快办理')
    expect(bulletinOf(quiet).text).toContain('按期答复率无')
  })
})
