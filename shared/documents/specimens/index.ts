import { scanText } from '../../rules/numbering.ts'
import { buildPaper, type DocumentKind, type KindData } from '../kinds/index.ts'
import type { Paper } from '../paper.ts'
import { bulletinSheet } from '../reports/bulletin.ts'
import { operationReportData } from '../reports/operation-report.ts'
import { assessmentTable, defaultTexts, dispatchList, periodSummary } from '../reports/summaries.ts'
import { MINUTES as MEETING_MINUTES, PLAN } from './coordination-papers.ts'
import { PETITION_PAPERS } from './petition-papers.ts'
import { ANNOUNCEMENT, BOOKING, MINUTES as RECEPTION_MINUTES, RECORD } from './reception-papers.ts'
import { MONTH } from './report-figures.ts'
import { SUMMARY } from './report-papers.ts'
import { RECEIPT, REGISTRATION, TRANSFER } from './visit-papers.ts'

/** What one paper of each kind is made from, all of it invented: for the gallery, for trying a template, for tests. */
export const SPECIMENS: KindData = {
  ...PETITION_PAPERS,
  transfer: TRANSFER,
  registration: REGISTRATION,
  receipt: RECEIPT,
  'reception-announcement': ANNOUNCEMENT,
  'reception-booking': BOOKING,
  'reception-record': RECORD,
  'reception-minutes': RECEPTION_MINUTES,
  'meeting-minutes': MEETING_MINUTES,
  'campaign-plan': PLAN,
  'semester-summary': SUMMARY,
  'period-summary': periodSummary(MONTH),
  'dispatch-list': dispatchList(MONTH),
  bulletin: bulletinSheet(MONTH),
  assessment: assessmentTable(MONTH),
  'operation-report': operationReportData(MONTH, defaultTexts(MONTH), {
    organ: MONTH.organ,
    number: '校办报〔2026〕2号',
    issuedOn: MONTH.asOf,
  }),
}

/** With the code every issued paper has. */
export function specimenPaper(kind: DocumentKind): Paper {
  const paper = buildPaper(kind, SPECIMENS[kind])
  return { ...paper, code: paper.code ?? scanText(null, 'ZX-2026-D00034') }
}
