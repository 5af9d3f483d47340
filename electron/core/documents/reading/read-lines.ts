import { FONTS } from '../../../../shared/documents/gbt9704.ts'
import type { Face, Line, Span } from '../../../../shared/documents/paper.ts'
import type { ReadPara } from './docx-parts.ts'

const FACES = new Map<string, Face>(
  (['fangsong', 'kai', 'hei', 'biaosong', 'song'] as const).map((face) => [FONTS[face].name, face]),
)
const GAP = /^　+$/u

/** The pieces of a line as they were set: faces and gaps to be filled in. */
export function lineOf({ runs }: ReadPara): Line {
  return runs.flatMap((run): readonly Span[] => {
    if (!('text' in run)) return 'sign' in run ? [' '] : []
    if (run.underlined && GAP.test(run.text)) return [{ blank: run.text.length }]
    const face = run.font === null ? undefined : FACES.get(run.font)
    return [face === undefined ? run.text : { text: run.text, face }]
  })
}

/** The lines of a paragraph that was broken by sense. */
export function brokenTexts({ runs }: ReadPara): readonly string[] {
  const lines: string[] = []
  for (const run of runs) {
    if ('sign' in run) lines.push('')
    else if ('text' in run) lines.push((lines.pop() ?? '') + run.text)
  }
  return lines
}

/** What stands at the left and at the right of one line. */
export function bothSides(para: ReadPara): readonly [left: string, right: string] {
  const at = para.runs.findIndex((run) => 'sign' in run && run.sign === 'tab')
  const text = (runs: ReadPara['runs']): string => runs.map((run) => ('text' in run ? run.text : '')).join('')
  return at < 0 ? [text(para.runs), ''] : [text(para.runs.slice(0, at)), text(para.runs.slice(at + 1))]
}

export function hasTab({ runs }: ReadPara): boolean {
  return runs.some((run) => 'sign' in run && run.sign === 'tab')
}
