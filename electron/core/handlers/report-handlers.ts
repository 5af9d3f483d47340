import { createHash } from 'node:crypto'
import { DeskError } from '../../../shared/contract/errors.ts'
import { bulletinOf } from '../../../shared/documents/reports/bulletin.ts'
import { addDays, yearOf } from '../../../shared/domain/day.ts'
import { isFinished } from '../../../shared/rules/reports/figures.ts'
import { neighbour, type Period, periodOf } from '../../../shared/rules/reports/periods.ts'
import {
  semesterName,
  semesterOf,
  semesterProblem,
  semestersBetween,
} from '../../../shared/rules/semesters.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import type { ExcelSheet } from '../excel/sheet.ts'
import { writeExcel } from '../excel/write-excel.ts'
import { petitionRow } from '../issuing/gather.ts'
import { numberToCome } from '../issuing/notice-number.ts'
import { previewed } from '../issuing/previewed.ts'
import { gatherFigures } from '../reports/figure-report.ts'
import { issueReport } from '../reports/issue-report.ts'
import { linesOf } from '../reports/lines-of-figure.ts'
import { makeReport, type ReportAsked, summaryUnit } from '../reports/make-report.ts'
import { semesterStanding, withoutReason } from '../reports/semester-lines.ts'
import { periodNamed, semesterTable } from '../reports/semesters.ts'
import { ensureWithin, scopeOf } from '../scope.ts'
import { toDocumentLine } from '../views/document-line.ts'

type ReportMethod = Extract<keyof Handlers, `reports.${string}`>

/** How far back the lists of periods reach. */
const OFFERED = { semester: 8, month: 24, week: 30, day: 31 } as const
const LINES = 500
/** Semesters back to the last school years, and on to the next one. */
const YEARS_OF_SEMESTERS = 5

const done = { done: true } as const

/** 统计报表: figures, summaries, the semester's table, and what leaves as Word or Excel. */
export const reportHandlers: Pick<Handlers, ReportMethod> = {
  'reports.periods': async ({ kind, around }, { desk }) => {
    const table = await semesterTable(desk)
    const periods: Period[] = [periodOf(kind, around ?? today(desk), table)]
    while (periods.length < OFFERED[kind]) {
      const [last] = periods.slice(-1)
      if (last === undefined) break
      periods.push(neighbour(last, -1, table))
    }
    return periods
  },
  'reports.semesters': async (_, { desk }) => {
    const { saved, defaults } = await semesterTable(desk)
    const next = addDays(semesterOf(today(desk), saved, defaults).to, 1)
    const year = yearOf(next)
    return semestersBetween(year - YEARS_OF_SEMESTERS, year, saved, defaults)
      .filter(({ coversFrom }) => coversFrom <= next)
      .map((semester) => ({ ...semester, name: semesterName(semester.id) }))
      .toReversed()
  },
  'reports.saveSemester': async (semester, { desk, me }) => {
    const { saved, defaults } = await semesterTable(desk)
    const message = semesterProblem(semester, saved, defaults)
    if (message !== null) throw new DeskError('badRequest', message, [{ path: 'to', message }])
    await desk.ledger.change(({ append }) =>
      append({ kind: 'semester.saved', subject: semester.id, actor: me.login, body: semester }),
    )
    return done
  },
  'reports.figures': async ({ period, job }, { desk }) => {
    const named = await periodNamed(desk, period)
    const figures = await desk.jobs.run(job, (running) => gatherFigures(desk, named, running))
    const { asOf, total, groups, before, closedWithin, backlog, common } = figures
    return {
      period: named,
      asOf,
      total,
      groups: {
        channel: [...groups.channel],
        category: [...groups.category],
        unit: [...groups.unit],
        route: [...groups.route],
        grade: [...groups.grade],
        state: [...groups.state],
      },
      before,
      closedWithin,
      backlog,
      common: [...common],
      bulletin: bulletinOf(figures),
    }
  },
  'reports.lines': async ({ job, period, ...selection }, { desk }) => {
    const named = await periodNamed(desk, period)
    return desk.jobs.run(job, (running) => linesOf(desk, named, selection, running))
  },
  'reports.semester': async ({ job, ...given }, { desk, me }) => {
    const asked = withinOwnUnit(me, given)
    const { unfinished, finished } = await desk.jobs.run(job, (running) =>
      semesterStanding(desk, asked, running),
    )
    const missing = withoutReason(unfinished)
    const shown = [...missing, ...unfinished.filter(({ reason }) => reason !== '')].slice(0, LINES)
    return {
      name: semesterName(asked.semester),
      unitName: summaryUnit(desk, asked.unit, asked.grouping),
      finished,
      unfinished: unfinished.length,
      carried: unfinished.filter(({ carried }) => carried).length,
      missing: missing.length,
      lines: shown.map((line) => ({ ...line, suggestions: [...line.suggestions] })),
    }
  },
  'reports.explain': async ({ petition, semester, reason }, { desk, me }) => {
    await desk.ledger.change(async ({ append, tx }) => {
      const row = await petitionRow(tx, petition)
      ensureWithin(scopeOf(me), row, desk.ledger.office(), today(desk))
      if (isFinished(row)) throw new DeskError('refused', '这件事项已经办结，不需要填写未办结的原因。')
      await append({
        kind: 'petition.unfinished-explained',
        subject: petition,
        actor: me.login,
        body: { semester, reason },
      })
    })
    return done
  },
  'reports.preview': async ({ job, ...given }, { desk, me }) => {
    const asked = ownReport(me, given)
    const made = await desk.jobs.run(job, (running) => makeReport(desk, asked, running, { complete: false }))
    const { title, opening, closing } = made
    const paper = made.paper(numberToCome(desk, asked.report))
    return { ...(await previewed(desk, asked.report, paper)), title, opening, closing }
  },
  'reports.issue': async ({ job, ...asked }, { desk, me }) =>
    toDocumentLine(await desk.jobs.run(job, (running) => issueReport(desk, me, asked, running)), desk),
  'reports.excel': async ({ job, ...given }, { desk, me }) => {
    const asked = ownReport(me, given)
    const made = await desk.jobs.run(job, (running) => makeReport(desk, asked, running, { complete: true }))
    return handOut(desk, me, { what: made.title, about: made.about, rows: made.rows }, made.sheets())
  },
}

/** The head of a unit is given the summary of that unit alone, whatever is asked for. */
function withinOwnUnit<T extends { readonly unit: string | null }>(
  me: Me,
  asked: T,
): T & { reader?: string } {
  const scope = scopeOf(me)
  if (scope.kind === 'office') return asked
  if (scope.kind !== 'unit' || scope.unit === '')
    throw new DeskError('refused', '您的账户还没有设置所属单位，请管理员在设置里补上。')
  if (asked.unit !== null && asked.unit !== scope.unit)
    throw new DeskError('notAllowed', '您只能汇总本单位的事项。')
  return { ...asked, unit: scope.unit, reader: scope.name }
}

function ownReport(me: Me, asked: ReportAsked): ReportAsked {
  const own = withinOwnUnit(me, asked)
  if (own.reader !== undefined && asked.report !== 'semester-summary')
    throw new DeskError('notAllowed', '这份报表由学校办公室汇总，单位只汇总本单位的《问题办理情况汇总表》。')
  return own
}

type Export = { readonly what: string; readonly about: string; readonly rows: number }

/** What leaves the program as a table is in the journal: who took it, what it was about, how many rows. */
async function handOut(desk: Desk, me: Me, exported: Export, sheets: readonly ExcelSheet[]) {
  const bytes = await writeExcel(sheets)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await desk.ledger.change(({ append }) =>
    append({ kind: 'report.exported', subject: 'report', actor: me.login, body: { ...exported, sha256 } }),
  )
  const name = exported.what.replaceAll(/[\\/:*?"<>|]/g, '_')
  return { fileName: `${name}.xlsx`, bytes: bytes.toString('base64'), rows: exported.rows }
}
