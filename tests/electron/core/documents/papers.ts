import { strFromU8, unzipSync } from 'fflate'
import { renderPaper } from '../../../../electron/core/documents/render.ts'
import { buildPaper, isDocumentKind } from '../../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { SPECIMENS, specimenPaper } from '../../../../shared/documents/specimens/index.ts'
import { SAMPLE_KINDS } from '../../../../shared/documents/specimens/petition-papers.ts'
import { instantOf } from '../../../../shared/domain/day.ts'
import { EXTREME_MINUTES, EXTREME_PLANS } from '../../../shared/documents/extreme-coordination-papers.ts'
import { EXTREME_PAPERS, petitionPaper } from '../../../shared/documents/extreme-petition-papers.ts'
import { EXTREME_RECEPTION_PAPERS } from '../../../shared/documents/extreme-reception-papers.ts'
import {
  EXTREME_RECEIPTS,
  EXTREME_REGISTRATIONS,
  EXTREME_TRANSFERS,
} from '../../../shared/documents/extreme-visit-papers.ts'

export const CREATED_AT = instantOf(Date.parse('2026-01-05T01:00:00.000Z'))

/** The ordinary paper of each kind, by its name. */
export const ORDINARY: Readonly<Record<string, Paper>> = Object.fromEntries(
  Object.keys(SPECIMENS)
    .filter(isDocumentKind)
    .map((kind) => [kind, specimenPaper(kind)]),
)

/** The papers of what an office may really type, and of what nobody should. */
export const EXTREME: Readonly<Record<string, Paper>> = {
  ...papers('transfer', EXTREME_TRANSFERS, (data) => buildPaper('transfer', data)),
  ...papers('registration', EXTREME_REGISTRATIONS, (data) => buildPaper('registration', data)),
  ...papers('receipt', EXTREME_RECEIPTS, (data) => buildPaper('receipt', data)),
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
