import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { PETITION_KINDS } from '../../../shared/documents/kinds/petition-kinds.ts'
import type { Paper, PaperFormat } from '../../../shared/documents/paper.ts'
import {
  EXTREMES,
  type ExtremeName,
  extremesOf,
  stretchedPaper,
} from '../../../shared/documents/specimens/extremes.ts'
import { SPECIMENS, specimenPaper } from '../../../shared/documents/specimens/index.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { renderPaper } from './render.ts'

/** One invented paper of a kind, as a file a person may open. */
export type Sample = {
  readonly kind: DocumentKind
  /** 转办函 */
  readonly name: string
  /** What of it is extreme; null for the ordinary one. */
  readonly extreme: ExtremeName | null
  readonly format: PaperFormat
  /** `04 转办函` or `04 转办函（生僻字）`, without its ending: in the order of the gallery, whatever sorts the folder. */
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** One moment for all, so that the same program writes the same bytes on every day. */
const CREATED_AT = instantOf(Date.parse('2026-01-05T01:00:00.000Z'))

/** In the order a desk meets them: what a visit leaves, a petition's way, then what belongs to no single petition. */
export const GALLERY_KINDS: readonly DocumentKind[] = [
  ...new Set<DocumentKind>([
    'registration',
    'receipt',
    ...PETITION_KINDS,
    ...Object.keys(SPECIMENS).filter(isDocumentKind),
  ]),
]

export function sampleOf(kind: DocumentKind): Sample {
  return sample(kind, null, specimenPaper(kind))
}

/** The same paper with everything a form takes at its limits, one extreme at a time. */
export function extremeSamplesOf(kind: DocumentKind): readonly Sample[] {
  return extremesOf(kind).map((extreme) => sample(kind, extreme, stretchedPaper(kind, EXTREMES[extreme])))
}

function sample(kind: DocumentKind, extreme: ExtremeName | null, paper: Paper): Sample {
  const { name, format } = KINDS[kind]
  const place = String(GALLERY_KINDS.indexOf(kind) + 1).padStart(2, '0')
  const fileName = `${place} ${name}${extreme === null ? '' : `（${extreme}）`}`
  return { kind, name, extreme, format, fileName, bytes: renderPaper(paper, { createdAt: CREATED_AT }) }
}
