import { matchedParts } from './matched-parts.ts'
import classes from './words.module.css'

/** Text in which what was searched for stands out. */
export function Matched({ text, typed }: { text: string; typed: string }) {
  return matchedParts(text, typed).map((part, index) =>
    part.matched ? (
      // The pieces have no identity but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={classes['mark']}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
