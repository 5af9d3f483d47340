import { useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Paper } from '../../../shared/documents/paper.ts'
import { PaperView } from './PaperView.tsx'
import classes from './paper.module.css'

type Props = {
  /** In one print job, in this order. */
  readonly papers: readonly Paper[]
  /** The printer's window was closed, whether it printed or not. */
  readonly onPrinted: () => void
}

/** Mount it to print: the papers alone, at their true size, whatever else is on the screen. */
export function PrintSheet({ papers, onPrinted }: Props) {
  const printed = useEffectEvent(onPrinted)
  useEffect(() => {
    const done = () => printed()
    window.addEventListener('afterprint', done)
    document.body.dataset['printing'] = 'paper'
    // The pages are counted in the drawing that follows the first one.
    const timer = setTimeout(() => {
      window.print()
      // Where there is no printer's window nobody tells that it was closed; elsewhere `print` has waited for it.
      waiting = setTimeout(done, 500)
    }, 50)
    let waiting: ReturnType<typeof setTimeout> | undefined
    return () => {
      clearTimeout(timer)
      clearTimeout(waiting)
      window.removeEventListener('afterprint', done)
      delete document.body.dataset['printing']
    }
  }, [])
  return createPortal(
    <div className={classes['sheet']}>
      {papers.map((paper, at) => (
        <PaperView key={at} paper={paper} />
      ))}
    </div>,
    document.body,
  )
}
