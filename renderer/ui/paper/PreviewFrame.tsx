import { Alert } from '@mantine/core'
import type { Answer } from '../../../shared/contract/api.ts'
import { PaperFrame } from './PaperFrame.tsx'
import { readPaper } from './read-paper.ts'

type Props = {
  /** As a `…preview` call answered. */
  readonly preview: Pick<Answer<'documents.preview'>, 'paper' | 'template' | 'drawn' | 'problem'>
  /** What is still to come, a whole sentence. */
  readonly says: string
}

/** A paper before it is issued, and which layout it will go out in. */
export function PreviewFrame({ preview: { paper, template, drawn, problem }, says }: Props) {
  return (
    <>
      {problem !== null && <Alert color="red" variant="outline" role="alert" title={problem} />}
      <PaperFrame paper={readPaper(paper)} says={says + laidOutBy(template, drawn)} />
    </>
  )
}

function laidOutBy(template: string | null, drawn: 'whole' | 'words'): string {
  if (template === null) return ''
  return drawn === 'words'
    ? `按${template}排印：下面是模板填好以后的文字，字体、位置和边线以印发的 Word 文件为准。`
    : '下面按系统版式显示。'
}
