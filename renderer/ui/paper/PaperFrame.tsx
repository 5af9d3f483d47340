import type { Paper } from '../../../shared/documents/paper.ts'
import { PaperView } from './PaperView.tsx'
import classes from './paper.module.css'

type Props = {
  /** As it came from the core. */
  readonly paper: Paper | null
  /** What this picture of the paper is and is not. */
  readonly says: string
}

/** A paper with the word 预览 above it, so that nobody takes the picture for the document. */
export function PaperFrame({ paper, says }: Props) {
  if (paper === null) return <p role="alert">这份文书无法在窗口中预览，请用 Word 打开查看。</p>
  return (
    <>
      <p className={classes['banner']}>
        <strong>预览</strong>　{says}
      </p>
      <PaperView paper={paper} />
    </>
  )
}
