import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gatherFigures } from '../../../../electron/core/reports/figure-report.ts'
import { semesterLines } from '../../../../electron/core/reports/semester-lines.ts'
import { periodNamed } from '../../../../electron/core/reports/semesters.ts'
import type { Sent } from '../../../../shared/contract/api.ts'
import { DeskError } from '../../../../shared/contract/errors.ts'
import type { SemesterId } from '../../../../shared/domain/semester.ts'
import { assess } from '../../../../shared/rules/reports/assessment.ts'
import { DIMENSION_NAMES, MEASURE_NAMES } from '../../../../shared/rules/reports/figures.ts'
import { aDesk, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

/** The week of the tests' Wednesday morning. */
const WEEK = '2026-W47'
const DAY_MS = 86_400_000

let desk: TestDesk
beforeEach(async () => {
  desk = await aDesk()
})
afterEach(() => desk.remove())

async function transferred(unit: string, petition: object = {}): Promise<string> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit({ petition }) })
  const number = petitions[0]?.number ?? ''
  await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: unit } })
  return number
}

/** What a unit did and told, up to the closing; the lead answers for the petitioner's own words. */
async function answered(number: string, unit: string, close: boolean): Promise<void> {
  await desk.ask('petitions.unitReply', {
    number,
    unit,
    handler: '周经办',
    findings: '情况属实。',
    opinion: '已经整改。',
    settled: 'yes',
  })
  const answer = { medium: 'phone', text: '已整改。', outcome: 'supported' } as const
  await desk.ask('petitions.answer', { number, ...answer, close })
}

const figures = (period = WEEK) => desk.ask('reports.figures', { period, job: 'count' })
const lines = (selection: Partial<Sent<'reports.lines'>>) =>
  desk.ask('reports.lines', { period: WEEK, measure: 'all', job: 'count', ...selection })

async function unitRates(unit: string): Promise<Record<string, string>> {
  const { groups } = await figures()
  const counts = groups.unit.find(({ key }) => key === unit)?.counts
  if (counts === undefined) throw new Error(`no figures of ${unit}`)
  return Object.fromEntries(assess(counts).map(({ rate, part, of }) => [rate, `${part}/${of}`]))
}

describe('the figures of a period', () => {
  it('follow a petition that comes back dissatisfied, and blame the unit that returned it', async () => {
    const good = await transferred('HQC')
    await answered(good, 'HQC', true)
    await desk.ask('petitions.rate', { number: good, how: 'phone', score: 'satisfied' })

    const bad = await transferred('JWC', { title: '选课系统打不开' })
    await desk.ask('petitions.return', { number: bad, unit: 'JWC', reason: '不属教务', suggestedUnit: 'HQC' })
    await desk.ask('petitions.route', { number: bad, to: { route: 'transfer', leadUnit: 'HQC' } })
    await answered(bad, 'HQC', false)
    await desk.ask('petitions.rate', { number: bad, how: 'phone', score: 'dissatisfied', reason: '没解决' })
    await desk.ask('petitions.redo', { number: bad, unit: 'HQC', requirement: '重新核实' })

    const { total } = await figures()
    expect(total).toMatchObject({
      all: 2,
      finished: 1,
      unfinished: 1,
      inTime: 2,
      redone: 1,
      returned: 1,
      rated: 2,
      satisfied: 1,
      dissatisfied: 1,
    })
    expect(await unitRates('HQC')).toEqual({
      onTime: '2/2',
      firstTime: '1/1',
      satisfaction: '1/2',
      redo: '1/2',
      returned: '0/2',
    })
    expect(await unitRates('JWC')).toMatchObject({ returned: '1/1', onTime: '0/0' })
    const returned = await lines({ measure: 'returned', dimension: 'unit', key: 'JWC' })
    expect(returned.lines.map(({ number }) => number)).toEqual([bad])
  })

  it('lead each to exactly as many petitions as they say', async () => {
    await answered(await transferred('HQC'), 'HQC', true)
    await transferred('JWC', { category: 'JX' })
    await desk.ask('visits.register', { visit: aVisit({ anonymous: true, channel: 'XZXX' }) })
    desk.passTime(9 * DAY_MS)
    const { total, groups } = await figures()
    expect(total).toMatchObject({ all: 3, overdue: 1 })
    for (const measure of MEASURE_NAMES) {
      expect((await lines({ measure })).total, measure).toBe(total[measure])
    }
    for (const dimension of DIMENSION_NAMES) {
      for (const { key, name, counts } of groups[dimension] ?? []) {
        for (const measure of ['all', 'unfinished', 'overdue', 'given'] as const) {
          const found = await lines({ measure, dimension, key })
          expect(found.total, `${name} ${measure}`).toBe(counts[measure])
        }
      }
    }
  })

  it('belong to the day of the visit, and compare with the period before', async () => {
    await transferred('HQC')
    desk.passTime(7 * DAY_MS)
    const { petitions } = await desk.ask('visits.register', {
      visit: aVisit({ startedAt: '2026-11-25T00:50:00.000Z', petition: { title: '教室投影故障' } }),
    })
    await desk.ask('petitions.route', { number: petitions[0]?.number ?? '', to: { route: 'direct' } })
    expect(await figures('2026-W48')).toMatchObject({
      total: { all: 1 },
      before: { name: '2026年第47周（11月16日至11月22日）', all: 1 },
      backlog: { unfinished: 2 },
    })
    expect((await figures('2026-11')).total.all).toBe(2)
    expect((await figures('2026-11-25')).total.all).toBe(1)
    expect((await figures('2026-2027-1')).total.all).toBe(2)
    expect((await desk.refusal('reports.figures', { period: '本周', job: 'count' })).message).toContain(
      '时间应写成',
    )
  })

  it('give the work group a bulletin in which nobody and nothing typed is named', async () => {
    await transferred('HQC', { title: '赵小满反映食堂', matter: '电话13900000001' })
    const { petitions } = await desk.ask('visits.register', {
      visit: aVisit({ petition: { title: '举报某处长', purpose: 'accusation', accusedUnits: ['HQC'] } }),
    })
    const accusation = petitions[0]?.number ?? ''
    desk.passTime(30 * DAY_MS)
    const { bulletin } = await figures('2026-11')
    expect(bulletin.text).toContain('逾期未办的单位：后勤处1件')
    for (const secret of ['赵小满', '13900000001', '食堂', '举报', '处长', accusation])
      expect(bulletin.text).not.toContain(secret)
    const list = { report: 'dispatch-list', period: '2026-11', job: 'count' } as const
    const paper = JSON.stringify((await desk.ask('reports.preview', list)).paper)
    expect(paper).toContain('检举控告事项（内容从略）')
    expect(paper).toContain('反映人反映食堂')
    for (const secret of ['赵小满', '13900000001', '处长']) expect(paper).not.toContain(secret)
  })

  it('can be seen by a leader, who is not given the petitions behind them', async () => {
    await transferred('HQC')
    await signInAs(desk, 'leader', 'li')
    expect((await figures()).total.all).toBe(1)
    const refused = await desk.refusal('reports.lines', { period: WEEK, measure: 'all', job: 'count' })
    expect(refused.code).toBe('notAllowed')
  })

  it('stop when they are told to', async () => {
    await transferred('HQC')
    const stopped = new DeskError('cancelled', '已按您的要求停止。')
    const running = { signal: new AbortController().signal, report: () => Promise.reject(stopped) }
    const one = desk.app.session.desk()
    const period = await periodNamed(one, WEEK)
    await expect(gatherFigures(one, period, running)).rejects.toBe(stopped)
    const asked = { semester: '2026-2027-1' as SemesterId, unit: null, grouping: 'channel' } as const
    await expect(semesterLines(one, asked, running)).rejects.toBe(stopped)
  })
})
