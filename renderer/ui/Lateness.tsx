import { type LatenessView, latenessText } from './lateness-text.ts'
import classes from './words.module.css'

/** The word first; red says overdue, amber says today, and nothing else has a colour. */
export function Lateness({ lateness }: { lateness: LatenessView }) {
  const tone =
    lateness.kind === 'overdue' ? classes['overdue'] : lateness.kind === 'dueToday' ? classes['today'] : ''
  return <span className={tone}>{latenessText(lateness)}</span>
}
