import { describe, expect, it } from 'vitest'
import { buildPaper } from '../../../../shared/documents/kinds/index.ts'
import { plainText } from '../../../../shared/documents/paper.ts'
import {
  ANNOUNCEMENT,
  BOOKING,
  MINUTES,
  RECORD,
} from '../../../../shared/documents/specimens/reception-papers.ts'

const textOf = (paper: unknown) => JSON.stringify(paper)

describe('接待日通知', () => {
  const paper = buildPaper('reception-announcement', ANNOUNCEMENT)

  it('has the five columns schools publish, a row for each day, and how to book', () => {
    const table = paper.blocks.find(({ kind }) => kind === 'table')
    expect(
      table?.kind === 'table' &&
        table.rows.map(({ cells }) => cells.map(({ lines }) => lines.map(plainText).join(''))),
    ).toEqual([
      ['接访时间', '预约截止时间', '接访校领导', '接访地点', '陪同部门'],
      [
        '2026年11月25日（周三）14:00—16:30',
        '2026年11月24日16:00',
        '院长周明远',
        '行政楼201会议室',
        '党委、院长办公室',
      ],
      [
        '2026年12月2日（周三）14:00—16:30',
        '2026年12月1日16:00',
        '副院长（教学、科研）孔令仪',
        '行政楼201会议室',
        '—',
      ],
    ])
    expect(textOf(paper)).toContain('每批不超过3人')
    expect(textOf(paper)).toContain('请先向有关职能部门反映')
    expect(
      textOf(buildPaper('reception-announcement', { ...ANNOUNCEMENT, departmentFirst: false })),
    ).not.toContain('请先向有关职能部门反映')
  })
})

describe('接待日预约登记表', () => {
  it('holds every field of a booking, and room for what was told', () => {
    const text = textOf(buildPaper('reception-booking', BOOKING))
    for (const said of [
      '钱小桥',
      '13900000022',
      '已向图书馆反映',
      '延长到晚上十一点',
      '照片2张',
      '约定时间',
      '14:30',
      '王接待',
    ])
      expect(text).toContain(said)
  })
})

describe('接待日登记表', () => {
  it('leaves room for the leader’s signature and for telling them the result', () => {
    const paper = buildPaper('reception-record', RECORD)
    expect(paper.code).toBe('XF/ZX-2026-00012-K/ZX-2026-D00034')
    const text = textOf(paper)
    for (const said of ['校领导意见', '批示交办图书馆', '反馈日期', '校领导签字'])
      expect(text).toContain(said)
    expect(textOf(buildPaper('reception-record', { ...RECORD, shift: true }))).toContain('带班领导')
  })
})

describe('接待日纪要', () => {
  it('tells each conversation, lists what was given out, and counts accusations without telling them', () => {
    const paper = buildPaper('reception-minutes', MINUTES)
    const text = textOf(paper)
    expect(text).toContain('共接待来访3批4人次，反映事项3件')
    expect(text).toContain('另有检举控告和涉及被反映人员、单位的事项1件')
    const table = paper.blocks.find(({ kind }) => kind === 'table')
    expect(table?.kind === 'table' && table.rows).toHaveLength(2)
  })

  it('says so when nobody came', () => {
    const paper = buildPaper('reception-minutes', {
      ...MINUTES,
      talks: [],
      accusations: 0,
      people: 0,
      note: '',
    })
    expect(textOf(paper)).toContain('当天没有来访')
    expect(paper.blocks.some(({ kind }) => kind === 'table')).toBe(false)
  })
})
