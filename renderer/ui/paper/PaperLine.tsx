import type { Face, Line, Span } from '../../../shared/documents/paper.ts'
import classes from './paper.module.css'

/** A line of a paper: its own faces within the line, gaps to be filled in by hand as rules. */
export function PaperLine({ line }: { readonly line: Line }) {
  return line.map((span, index) => <PaperSpan key={index} span={span} />)
}

function PaperSpan({ span }: { readonly span: Span }) {
  if (typeof span === 'string') return span
  if ('blank' in span) {
    return (
      <span className={classes['blank']} style={{ width: `${span.blank}em` }} aria-label="空白" role="img" />
    )
  }
  return <span style={inFace(span.face)}>{span.text}</span>
}

export function inFace(face: Face) {
  return { fontFamily: `var(--font-${face})` }
}
