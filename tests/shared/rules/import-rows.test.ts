import { describe, expect, it } from 'vitest'
import { dayFromNumber } from '../../../shared/domain/day.ts'
import { type Cell, EPOCH_1900, EPOCH_1904, readMoment } from '../../../shared/rules/import-cells.ts'
import {
  guessColumns,
  type ImportContext,
  mappingProblem,
  readRow,
} from '../../../shared/rules/import-rows.ts'
import * as fc from '../../helpers/fast-check.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const text = (value: string): Cell => (value === '' ? null : { kind: 'text', text: value })
const aDay = fc.integer({ min: 0, max: 40_000 }).map((days) => dayFromNumber(days))

describe('a day in a cell', () => {
  it('is the same however it was written', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
        const written = [
          `${day} ${time}`,
          `${day}T${time}:59`,
          `${year}/${Number(month)}/${Number(date)} ${time}`,
          `${year}.${month}.${date} ${time}:00`,
          `${year}年${Number(month)}月${Number(date)}日 ${time}`,
          `${year}${month}${date} ${time}`,
        ]
        for (const each of written) expect(readMoment(text(each)), each).toEqual({ day, time })
      }),
    )
  })

  it('is found again from both countings of Excel', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
        for (const epoch of [EPOCH_1900, EPOCH_1904]) {
          const value = epoch + Date.parse(day) / 86_400_000 + minutes / 1440
          if (value < 20_000 || value > 80_000) continue
          expect(readMoment({ kind: 'date', value, epoch })).toMatchObject({ day })
          expect(readMoment({ kind: 'number', value: Math.floor(value), epoch })).toEqual({
            day,
            time: '00:00',
          })
        }
      }),
    )
  })

  it.each(['2026-02-30', '18/11/2026', '11-18', '明天', '2026-11-18 25:00', '20261318', '2026年11月'])(
    'is never guessed from %s',
    (written) => {
      expect(readMoment(text(written))).toHaveProperty('problem')
    },
  )

  it('is not a bare number that could be none', () => {
    expect(readMoment({ kind: 'number', value: 7, epoch: EPOCH_1900 })).toHaveProperty('problem')
    expect(readMoment({ kind: 'number', value: 20_261_118, epoch: EPOCH_1900 })).toMatchObject({
      day: '2026-11-18',
    })
    expect(readMoment(text('2026-11-18 下午3:05'))).toEqual({ day: '2026-11-18', time: '15:05' })
  })
})

const HEADINGS = ['编号', '时间', '姓名', '电话', '分类', '内容', '渠道']
const context: ImportContext = {
  mapping: {
    columns: {
      reference: '编号',
      reportedAt: '时间',
      name: '姓名',
      phone: '电话',
      category: '分类',
      matter: '内容',
      channel: '渠道',
    },
    channel: 'JSRX',
    category: null,
    dispatch: false,
  },
  headings: HEADINGS,
  channels: DEFAULTS.channels,
  categories: DEFAULTS.categories,
  file: 'a.xlsx',
  fingerprint: (value) => String(value.length),
  receivedBy: '王接待',
  now: '2026-11-18T01:00:00.000Z',
}
const row = (...cells: string[]) => readRow({ row: 7, cells: cells.map(text) }, context)

describe('a row', () => {
  it('is a whole visit', () => {
    expect(row('A1', '2026-11-17', '钱小雨', '139 0000 0001', '食堂餐饮', '排队', '校长信箱')).toMatchObject({
      ok: true,
      reference: 'A1',
      visit: {
        channel: 'XZXX',
        startedAt: '2026-11-16T16:00:00.000Z',
        petitioners: [{ name: '钱小雨', phone: '13900000001' }],
        petitions: [{ title: '排队', category: 'HQ01' }],
      },
    })
  })

  it('says every reason at once, each with its column', () => {
    const read = row('A1', '明年', '钱小雨', '12', '没有', '', '没有的渠道')
    expect(read.ok ? [] : read.problems.map(({ column }) => column).sort()).toEqual(
      ['内容', '分类', '时间', '渠道', '电话'].sort(),
    )
  })

  it('is never half: whatever stands in it, it is a visit or has reasons', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('2026-11-17', '食堂餐饮', '后勤保障/食堂餐饮')), {
          maxLength: 9,
        }),
        (cells) => {
          const read = row(...cells)
          if (read.ok) expect(read.visit.petitions).toHaveLength(1)
          else expect(read.problems.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('does not come from the future', () => {
    const read = row('A1', '2026-11-19', '', '', '食堂餐饮', '排队', '')
    expect(read).toMatchObject({ ok: false, problems: [{ column: '时间' }] })
  })
})

describe('the columns', () => {
  it('are guessed by their headings, none twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.constantFrom(
            '工单号',
            '来电时间',
            '诉求人',
            '联系电话',
            '内容',
            '主题',
            '编号',
            '备注',
            '来源',
            '诉求人电话',
            '问题类型说明',
          ),
          { minLength: 1 },
        ),
        (headings) => {
          const chosen = Object.values(guessColumns(headings))
          expect(new Set(chosen).size).toBe(chosen.length)
          expect(chosen.filter((each) => !headings.some((heading) => heading === each))).toEqual([])
          if (headings.includes('内容')) expect(guessColumns(headings).matter).toBe('内容')
        },
      ),
    )
  })

  it('are told by the last word of a heading', () => {
    expect(guessColumns(['诉求人电话', '诉求人姓名', '诉求内容分类', '诉求内容', '工单编号'])).toEqual({
      phone: '诉求人电话',
      name: '诉求人姓名',
      category: '诉求内容分类',
      matter: '诉求内容',
      reference: '工单编号',
    })
    expect(guessColumns(['诉求人电话'])).toEqual({ phone: '诉求人电话' })
    expect(Object.values(guessColumns(['问题类型和内容']))).toHaveLength(1)
  })

  it('that are not there are named', () => {
    expect(mappingProblem(context.mapping, HEADINGS)).toBeNull()
    expect(mappingProblem(context.mapping, ['编号'])).toContain('没有“时间”')
    expect(mappingProblem({ ...context.mapping, columns: {} }, HEADINGS)).toContain('诉求内容')
    const twice = { ...context.mapping, columns: { matter: '内容', title: '内容' } }
    expect(mappingProblem(twice, HEADINGS)).toContain('两个字段')
  })
})
