import { REPORTS } from '../../../shared/contract/api/reports-api.ts'
import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { buildPaper } from '../../../shared/documents/kinds/index.ts'
import type { OfficialData } from '../../../shared/documents/official-paper.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { bulletinSheet } from '../../../shared/documents/reports/bulletin.ts'
import type { FigureReport } from '../../../shared/documents/reports/figure-report.ts'
import { operationReportData } from '../../../shared/documents/reports/operation-report.ts'
import type { ReportSheet, ReportTable } from '../../../shared/documents/reports/report-sheet.ts'
import {
  type SemesterSummaryData,
  SUMMARY_NOTE,
  SUMMARY_TITLE,
  summaryHead,
  summaryTables,
} from '../../../shared/documents/reports/semester-summary.ts'
import {
  assessmentTable,
  defaultTexts,
  dispatchList,
  operationReport,
  periodSummary,
} from '../../../shared/documents/reports/summaries.ts'
import { isSemesterId } from '../../../shared/domain/semester.ts'
import { semesterName } from '../../../shared/rules/semesters.ts'
import { type Desk, today } from '../desk.ts'
import { sheetsOf } from '../excel/report-sheets.ts'
import type { ExcelSheet } from '../excel/sheet.ts'
import { unitName } from '../issuing/gather.ts'
import { issuingOrgan } from '../issuing/paper-data.ts'
import type { RunningJob } from '../jobs.ts'
import { gatherFigures } from './figure-report.ts'
import { type Grouping, semesterLines, withoutReason } from './semester-lines.ts'
import { periodNamed } from './semesters.ts'

export type ReportAsked = Omit<Received<'reports.preview'>, 'job'> & { readonly reader?: string | undefined }

/** A report, ready to become Word or Excel. */
export type MadeReport = {
  readonly title: string
  /** Period and unit in words, for the journal and the file's name. */
  readonly about: string
  /** Rows of its tables together. */
  readonly rows: number
  readonly opening: string
  readonly closing: string
  /** With its 发文字号, where it has one. */
  readonly paper: (number: string) => Paper
  readonly sheets: () => ExcelSheet[]
}

/** Pages and pages of a table help nobody; Word also takes minutes to open them. */
const WORD_ROWS = 5000

export async function makeReport(
  desk: Desk,
  asked: ReportAsked,
  running: RunningJob,
  { complete }: { readonly complete: boolean },
): Promise<MadeReport> {
  if (asked.report === 'semester-summary') return makeSummary(desk, asked, running, complete)
  if (asked.unit !== null && asked.report !== 'assessment') {
    const message = `${REPORTS[asked.report]}按全校汇总，不能选单位；单位的情况见汇总表和考核表。`
    throw new DeskError('badRequest', message, [{ path: 'unit', message }])
  }
  const period = await periodNamed(desk, asked.period)
  const gathered = await gatherFigures(desk, period, running)
  const figures = asked.unit === null ? gathered : ofUnit(gathered, asked.unit)
  const texts = defaultTexts(figures)
  const opening = asked.opening ?? texts.opening
  const closing = asked.closing ?? texts.closing
  const { report } = asked
  const sheet: ReportSheet = {
    'operation-report': () => operationReport(figures, { opening, closing }),
    'period-summary': () => periodSummary(figures),
    'dispatch-list': () => dispatchList(figures),
    bulletin: () => bulletinSheet(figures),
    assessment: () => assessmentTable(figures),
  }[report]()
  const tables = sheet.parts.filter((part): part is ReportTable => part.kind === 'table')
  return {
    title: `${sheet.title} ${period.name}`,
    about: period.name,
    rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    opening,
    closing,
    paper: (number) =>
      report === 'operation-report'
        ? buildPaper(report, operationReportData(figures, { opening, closing }, official(desk, number)))
        : buildPaper(report, sheet),
    sheets: () => sheetsOf(tables, [sheet.title, `${sheet.left}　${sheet.right}`], sheet.remarks),
  }
}

function official(desk: Desk, number: string): OfficialData {
  return { organ: issuingOrgan(desk), number, issuedOn: today(desk) }
}

/** The assessment of one unit alone. */
function ofUnit(figures: FigureReport, unit: string): FigureReport {
  const units = figures.groups.unit.filter(({ key }) => key === unit)
  return { ...figures, groups: { ...figures.groups, unit: units } }
}

async function makeSummary(
  desk: Desk,
  asked: ReportAsked,
  running: RunningJob,
  complete: boolean,
): Promise<MadeReport> {
  const data = await summaryData(desk, asked, running, complete)
  const { left, right } = summaryHead(data)
  const about = `${data.unit}，${data.semester}`
  const rows = data.rows.length + data.carried.length
  return {
    title: `${SUMMARY_TITLE}（${about}）`,
    about,
    rows,
    opening: '',
    closing: '',
    paper: () => {
      if (rows > WORD_ROWS) {
        const message = `共 ${rows} 件，超过 Word 表格便于打开的 ${WORD_ROWS} 件，请按单位印发或导出 Excel。`
        throw new DeskError('refused', message)
      }
      return buildPaper('semester-summary', data)
    },
    sheets: () =>
      sheetsOf(summaryTables(data), [SUMMARY_TITLE, `${left}　　${right}`], [`备注：${SUMMARY_NOTE}`]),
  }
}

async function summaryData(
  desk: Desk,
  { period, unit, grouping, reader }: ReportAsked,
  running: RunningJob,
  complete: boolean,
): Promise<SemesterSummaryData> {
  if (!isSemesterId(period)) {
    const message = `${REPORTS['semester-summary']}按学期汇总，时间应写成 2026-2027-1 这样。`
    throw new DeskError('badRequest', message, [{ path: 'period', message }])
  }
  const lines = await semesterLines(desk, { semester: period, unit, grouping, reader }, running)
  if (complete) refuseWithoutReason(lines)
  return {
    unit: summaryUnit(desk, unit, grouping),
    semester: semesterName(period),
    rows: lines.filter(({ carried }) => !carried),
    carried: lines.filter(({ carried }) => carried),
  }
}

const NAMED = 5

function refuseWithoutReason(lines: Parameters<typeof withoutReason>[0]): void {
  const missing = withoutReason(lines)
  if (missing.length === 0) return
  const named = missing.slice(0, NAMED).map(({ number }) => number)
  const more = missing.length > NAMED ? ' 等' : ''
  throw new DeskError(
    'refused',
    `还有 ${missing.length} 件未办结的没有注明原因（${named.join('、')}${more}），请先补充原因再印发（《信息沟通实施办法》附件备注）。`,
  )
}

export function summaryUnit(desk: Desk, unit: string | null, grouping: Grouping): string {
  if (unit === null) return desk.station.school
  const name = unitName(desk.ledger.office(), unit)
  return grouping === 'channel' ? name : `${name}（承办）`
}
