import { encode } from 'uqr'
import { darkModules } from './dark-modules.ts'
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
  const { data } = encode(text, { ecc: 'M', border: 4, maskPattern: 2 })
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
