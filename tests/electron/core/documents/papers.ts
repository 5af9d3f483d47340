import { strFromU8, unzipSync } from 'fflate'
import { renderPaper } from '../../../../electron/core/documents/render.ts'
import { buildPaper } from '../../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import {
  assessmentTable,
  defaultTexts,
  dispatchList,
  operationReport,
  periodSummary,
} from '../../../../shared/documents/reports/summaries.ts'
import { instantOf } from '../../../../shared/domain/day.ts'
import {
  EXTREME_MINUTES,
  EXTREME_PLANS,
  MINUTES,
  PLAN,
} from '../../../shared/documents/coordination-samples.ts'
import { EXTREME_PAPERS, petitionPaper, SAMPLE_KINDS } from '../../../shared/documents/petition-samples.ts'
import { EXTREME_RECEPTION_PAPERS, RECEPTION_PAPERS } from '../../../shared/documents/reception-samples.ts'
import { FIGURES, SUMMARY } from '../../../shared/documents/report-samples.ts'
import * as samples from '../../../shared/documents/samples.ts'

export const CREATED_AT = instantOf(Date.parse('2026-01-05T01:00:00.000Z'))

/** The ordinary paper of each kind, by its name. */
export const ORDINARY: Readonly<Record<string, Paper>> = {
  transfer: buildPaper('transfer', samples.TRANSFER),
  registration: buildPaper('registration', samples.REGISTRATION),
  receipt: buildPaper('receipt', samples.RECEIPT),
  ...Object.fromEntries(SAMPLE_KINDS.map((kind) => [kind, petitionPaper(kind)])),
  'meeting-minutes': buildPaper('meeting-minutes', MINUTES),
  'campaign-plan': buildPaper('campaign-plan', PLAN),
  ...RECEPTION_PAPERS,
  'semester-summary': buildPaper('semester-summary', SUMMARY),
  'period-summary': buildPaper('period-summary', periodSummary(FIGURES)),
  'dispatch-list': buildPaper('dispatch-list', dispatchList(FIGURES)),
  assessment: buildPaper('assessment', assessmentTable(FIGURES)),
  'operation-report': buildPaper('operation-report', operationReport(FIGURES, defaultTexts(FIGURES))),
}

/** The papers of what an office may really type, and of what nobody should. */
export const EXTREME: Readonly<Record<string, Paper>> = {
  ...papers('transfer', samples.EXTREME_TRANSFERS, (data) => buildPaper('transfer', data)),
  ...papers('registration', samples.EXTREME_REGISTRATIONS, (data) => buildPaper('registration', data)),
  ...papers('receipt', samples.EXTREME_RECEIPTS, (data) => buildPaper('receipt', data)),
  ...papers('meeting-minutes', EXTREME_MINUTES, (data) => buildPaper('meeting-minutes', data)),
  ...papers('campaign-plan', EXTREME_PLANS, (data) => buildPaper('campaign-plan', data)),
  ...Object.fromEntries(
    SAMPLE_KINDS.flatMap((kind) =>
      EXTREME_PAPERS[kind].map((change, at) => [`${kind}: ${at + 1}`, petitionPaper(kind, change)]),
    ),
  ),
  ...EXTREME_RECEPTION_PAPERS,
}

function papers<Data>(
  kind: string,
  all: Readonly<Record<string, Data>>,
  build: (data: Data) => Paper,
): Readonly<Record<string, Paper>> {
  return Object.fromEntries(Object.entries(all).map(([name, data]) => [`${kind}: ${name}`, build(data)]))
}

export function render(paper: Paper): Uint8Array {
  return renderPaper(paper, { createdAt: CREATED_AT })
}

/** The parts of a Word file, by their paths. */
export function partsOf(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

export function part(file: Uint8Array, path: string): string {
  const text = partsOf(file)[path]
  if (text === undefined) throw new Error(`no part ${path}`)
  return text
}
