import { cleanPaper } from '../../../shared/documents/clean-text.ts'
import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { knownNames, valuesOf } from '../../../shared/documents/template-fields/catalogue.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { qrPng } from '../documents/qr.ts'
import { fillTemplate } from './fill-template.ts'
import type { Parts } from './repack.ts'

/** A paper laid out by an office's own template. */
export async function filledWith(
  kind: DocumentKind,
  template: Parts,
  paper: Paper,
  createdAt: Instant,
): Promise<Buffer> {
  const clean = cleanPaper(paper)
  return fillTemplate(template, {
    values: valuesOf(kind, clean),
    known: knownNames(kind),
    code: qrPng(clean.code ?? ''),
    title: clean.name,
    createdAt,
  })
}
