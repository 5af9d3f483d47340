import { encode } from 'uqr'
import classes from './paper.module.css'
import { mm } from './paper-measures.ts'

type Props = {
  /** What a scanner types. */
  readonly text: string
  /** Edge in millimetres, quiet zone included. */
  readonly size: number
  /** On the page, from its corner; within the text when left out. */
  readonly place?: { readonly top: string; readonly left: string }
}

export function QrCode({ text, size, place }: Props) {
  const { data } = encode(text, { border: 2, ecc: 'M' })
  const edge = data.length
  return (
    <svg
      className={place === undefined ? classes['inlineCode'] : classes['code']}
      style={{ ...place, width: mm(size), height: mm(size) }}
      viewBox={`0 0 ${edge} ${edge}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={`二维码，内容为 ${text}`}
    >
      <rect width={edge} height={edge} fill="#fff" />
      <path d={darkModules(data)} fill="#000" />
    </svg>
  )
}

/** One path of unit squares: a run of dark modules in a row becomes one rectangle. */
export function darkModules(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return []
        const end = row.indexOf(false, x)
        return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1h-${(end < 0 ? row.length : end) - x}z`]
      }),
    )
    .join('')
}
