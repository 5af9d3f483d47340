import { type DocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { specimenPaper } from '../../../shared/documents/specimens/index.ts'
import { catalogueOf } from '../../../shared/documents/template-fields/catalogue.ts'
import { type Finding, findingsIn } from '../../../shared/documents/template-fields/findings.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { stamped } from '../documents/stamp.ts'
import { filledWith } from './fill-paper.ts'
import { openTemplate } from './open-template.ts'
import { readTemplate } from './read-places.ts'
import type { Parts } from './repack.ts'

export type Checked = {
  readonly findings: readonly TemplateFinding[]
  readonly parts: Parts
}

/** Besides placeholders: what must not leave the office with every paper, and what the filler itself says. */
export type TemplateFinding = Omit<Finding, 'problem'> & {
  readonly problem: Finding['problem'] | 'remnant' | 'unfillable'
}

/** Throws when the file cannot be read; otherwise names everything that keeps it from being used. */
export async function checkTemplate(kind: DocumentKind, bytes: Uint8Array, at: Instant): Promise<Checked> {
  const parts = openTemplate(bytes)
  const { paragraphs, remnants } = readTemplate(parts)
  const findings: TemplateFinding[] = [
    ...findingsIn(paragraphs, catalogueOf(kind)),
    ...notesIn(paragraphs),
    ...leftOver(remnants),
  ]
  if (findings.length > 0) return { findings, parts }
  const problem = await trialProblem(kind, parts, at)
  return { findings: problem === null ? [] : [problem], parts }
}

function whole(problem: TemplateFinding['problem'], says: string): TemplateFinding {
  return { problem, place: '', near: '', meant: null, says }
}

function leftOver({
  comments,
  revisions,
}: {
  readonly comments: number
  readonly revisions: number
}): readonly TemplateFinding[] {
  return [
    ...(comments > 0 ? [whole('remnant', `模板里有${comments}处批注，会随每份文书发出，请删除批注`)] : []),
    ...(revisions > 0 ? [whole('remnant', '模板里有未处理的修订，请在“审阅”里接受或拒绝全部修订')] : []),
  ]
}

/** The filler reads neither footnotes nor endnotes. */
function notesIn(paragraphs: ReturnType<typeof readTemplate>['paragraphs']): readonly TemplateFinding[] {
  return paragraphs
    .filter(({ place, text }) => /^(?:脚注|尾注)/u.test(place) && /\{[^{}]+\}/u.test(text))
    .map(({ place, text }) => ({
      problem: 'misplaced',
      place,
      near: text.slice(0, 30),
      meant: null,
      says: '脚注和尾注里的占位符不会被填写，请移到正文、页眉或页脚',
    }))
}

async function trialProblem(kind: DocumentKind, parts: Parts, at: Instant): Promise<TemplateFinding | null> {
  try {
    await filledWith(kind, parts, specimenPaper(kind), at)
    return null
  } catch (error) {
    return whole('unfillable', `用样例试填没有成功：${fillingProblem(error)}`)
  }
}

/** The filler speaks English of shapes no check foresaw. */
export function fillingProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return /[\u4e00-\u9fff]/u.test(message)
    ? message
    : '模板中占位符的位置不能填写，请把它们移到普通段落或单元格里'
}

/** A paper of invented facts, marked so, to see what the template makes of them. */
export async function trialPrint(
  kind: DocumentKind,
  parts: Parts,
  at: Instant,
): Promise<{ bytes: Buffer; fileName: string }> {
  const bytes = await filledWith(kind, parts, specimenPaper(kind), at)
  return { bytes: stamped(bytes, '样张'), fileName: `${KINDS[kind].name}样张.docx` }
}
