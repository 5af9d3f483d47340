import { describe, expect, it } from 'vitest'
import { buildPaper } from '../../../../shared/documents/kinds/index.ts'
import { type Paper, plainText } from '../../../../shared/documents/paper.ts'
import { MINUTES, PLAN } from '../../../../shared/documents/specimens/coordination-papers.ts'
import { EXTREME_MINUTES } from '../extreme-coordination-papers.ts'

function textOf({ blocks }: Paper): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'table')
        return block.rows.map(({ cells }) =>
          cells.map((cell) => cell.lines.map(plainText).join('')).join('|'),
        )
      if (block.kind === 'paragraph') return [plainText(block.line)]
      if (block.kind === 'heading') return [block.text]
      if (block.kind === 'attendance') return [`${block.label}：${block.names}`]
      if (block.kind === 'annex') return block.title
      return block.kind === 'title' ? block.lines : []
    })
    .join('\n')
}

describe('the minutes of a meeting', () => {
  it('say who met, what was discussed, and who does what by when', () => {
    const text = textOf(buildPaper('meeting-minutes', MINUTES))
    expect(text).toContain('协调会纪要')
    expect(text).toContain('2026年11月18日（周三）14:30，周明远在行政楼302会议室主持召开食堂餐台维修协调会')
    expect(text).toContain('请假：财务处负责人')
    expect(text).toContain('1.冬季保障安排。')
    expect(text).toContain('2.食堂餐台长期损坏（ZX-2026-00012-K，维修由谁负责，两个部门意见不一）。')
    expect(text).toContain(
      '1|维修东区食堂餐台，并公布今后的报修电话（ZX-2026-00012-K）|后勤处|2026年11月27日|催办',
    )
    expect(text).toContain('2|清点超过使用年限的餐台|国有资产处|2026年12月4日|督办')
  })

  it('say so when nothing was decided', () => {
    const data = EXTREME_MINUTES['nothing decided']
    if (data === undefined) throw new Error('no such sample')
    const text = textOf(buildPaper('meeting-minutes', data))
    expect(text).toContain('本次会议没有议定须由单位落实的事项。')
    expect(text).not.toContain('请假：')
  })
})

describe('the plan of a campaign', () => {
  it('names cause, goal, units and each step with its day', () => {
    const text = textOf(buildPaper('campaign-plan', PLAN))
    expect(text).toContain('关于印发《宿舍热水供应\n专项治理方案》的通知')
    expect(text).toContain('宿舍热水供应：共收到反映12件。')
    expect(text).toContain('由后勤处牵头，国有资产处协办。')
    expect(text).toContain('自2026年11月18日起，至2026年12月31日止，分2步实施。')
    expect(text).toContain('2|更换老旧设备|国有资产处|2026年12月20日')
  })
})
