import type { z } from 'zod'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { previewedPaper } from '../../../shared/contract/views.ts'
import { type DocumentKind, isDocumentKind } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import { scanText } from '../../../shared/rules/numbering.ts'
import { type Desk, nowAt, today } from '../desk.ts'
import { readDocx } from '../documents/reading/read-docx.ts'
import { asJson } from '../store/as-json.ts'
import { type ChosenTemplate, chosenTemplate, templateLabel } from '../templates/chosen-template.ts'
import { byTemplate, fallsBack } from './lay-out.ts'

type Previewed = z.output<typeof previewedPaper>

/** A paper before it is issued: drawn in our layout, or by the words an office's own template makes of it. */
export async function previewed(desk: Desk, kind: string, paper: Paper): Promise<Previewed> {
  const chosen = isDocumentKind(kind) ? await chosenTemplate(desk.store.reader, kind) : null
  if (chosen === null || !isDocumentKind(kind)) return inOurLayout(paper, null, null)
  const template = templateLabel(chosen.version)
  try {
    const words = await wordsOf(desk, kind, chosen, paper)
    return { paper: asJson(words), template, drawn: 'words', problem: null }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    const problem = fallsBack(kind) ? `${template}这次不能填写，印发时改用系统版式。` : error.message
    return inOurLayout(paper, template, problem)
  }
}

/** Filled as it will be when it is issued, and read back. */
async function wordsOf(desk: Desk, kind: DocumentKind, chosen: ChosenTemplate, paper: Paper): Promise<Paper> {
  const code = paper.code ?? scanText(null, `${desk.station.code}-${yearOf(today(desk))}-D`)
  const bytes = await byTemplate(kind, chosen, { ...paper, code }, nowAt(desk.surroundings.clock))
  return readDocx(bytes, [code]).paper
}

/** Facts for templates are no part of what is shown. */
function inOurLayout(
  { format, name, code, blocks }: Paper,
  template: string | null,
  problem: string | null,
): Previewed {
  return { paper: asJson({ format, name, code, blocks }), template, drawn: 'whole', problem }
}
