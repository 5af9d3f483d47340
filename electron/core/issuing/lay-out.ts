import { DeskError } from '../../../shared/contract/errors.ts'
import { type DocumentKind, isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { unplacedNames } from '../../../shared/documents/template-fields/catalogue.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import { renderPaper } from '../documents/render.ts'
import type { Change } from '../store/ledger.ts'
import { fillingProblem } from '../templates/check-template.ts'
import { type ChosenTemplate, chosenTemplate } from '../templates/chosen-template.ts'
import { filledWith } from '../templates/fill-paper.ts'
import { openTemplate } from '../templates/open-template.ts'

type LaidOut = {
  readonly bytes: Buffer
  /** What the entry says of the template, nothing for the system's own layout. */
  readonly template: Pick<EntryBody<'document.issued'>, 'template' | 'templateUnfit'>
}

/** Come with what was just typed at the counter: no template may keep that from being saved. */
const ALONG_WITH_A_RECORD: ReadonlySet<DocumentKind> = new Set([
  'registration',
  'receipt',
  'reception-record',
])

/** Is it laid out by the system where the office's template cannot be filled? */
export function fallsBack(kind: DocumentKind): boolean {
  return ALONG_WITH_A_RECORD.has(kind)
}

/** The paper as a Word file, by the office's own template where one is chosen. */
export async function layOut(
  change: Change,
  kind: string,
  paper: Paper,
  createdAt: Instant,
): Promise<LaidOut> {
  const chosen = isDocumentKind(kind) ? await chosenTemplate(change.tx, kind) : null
  if (chosen === null || !isDocumentKind(kind))
    return { bytes: Buffer.from(renderPaper(paper, { createdAt })), template: {} }
  const { version, sha256 } = chosen
  try {
    return {
      bytes: await byTemplate(kind, chosen, paper, createdAt),
      template: { template: { version, sha256 } },
    }
  } catch (error) {
    if (!fallsBack(kind) || !(error instanceof DeskError)) throw error
    return {
      bytes: Buffer.from(renderPaper(paper, { createdAt })),
      template: { templateUnfit: `本单位模板第${version}版不能填写，改用系统版式` },
    }
  }
}

/** Nothing a paper says may be lost in a template: the issue is refused rather, and its number with it. */
export async function byTemplate(
  kind: DocumentKind,
  chosen: ChosenTemplate,
  paper: Paper,
  at: Instant,
): Promise<Buffer> {
  const lost = unplacedNames(kind, paper)
  if (lost.length > 0) throw unfit(kind, chosen, `这份文书有“${lost.join('”“')}”，模板没有它的位置`)
  if (chosen.bytes === null) throw unfit(kind, chosen, '本机没有这一版模板的文件')
  try {
    return await filledWith(kind, openTemplate(chosen.bytes), paper, at)
  } catch (error) {
    throw unfit(kind, chosen, error instanceof DeskError ? error.message : fillingProblem(error))
  }
}

function unfit(kind: DocumentKind, { version, name }: ChosenTemplate, why: string): DeskError {
  const reason = why.replace(/。$/u, '')
  return new DeskError(
    'refused',
    `${KINDS[kind].name}的本单位模板第${version}版（${name}）不能填写：${reason}。没有印发，也没有占用文号；请管理员在“设置—文书模板”里把${KINDS[kind].name}改为“使用系统版式”或换一版模板后再印发。`,
  )
}
