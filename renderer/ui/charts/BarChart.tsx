import { useId } from 'react'
import classes from './BarChart.module.css'

export type Bar = {
  readonly key: string
  readonly name: string
  /** One length for each of the parts, in their order. */
  readonly values: readonly number[]
}

type Props = {
  readonly label: string
  /** Names of the parts a bar is made of, most important first; at most three. */
  readonly parts: readonly string[]
  readonly bars: readonly Bar[]
}

const UNITS = 1000
const HEIGHT = 18

/**
 * Lying bars with their names before and their figures behind them. The parts differ by pattern (full, hatched, empty),
 * so that a copy in black and white says the same.
 */
export function BarChart({ label, parts, bars }: Props) {
  const id = useId()
  const longest = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)))
  return (
    <figure className={classes['figure']} aria-label={label}>
      <figcaption className={classes['legend']}>
        {parts.map((part, at) => (
          <span key={part}>
            <svg className={classes['sample']} viewBox="0 0 28 12" aria-hidden="true">
              <Patterns id={`${id}-sample-${at}`} />
              <Piece id={`${id}-sample-${at}`} part={at} x={0} width={28} height={12} />
            </svg>
            {part}
          </span>
        ))}
      </figcaption>
      <div className={classes['chart']}>
        {bars.map((bar, row) => (
          <OneBar key={bar.key} bar={bar} parts={parts} scale={UNITS / longest} id={`${id}-${row}`} />
        ))}
      </div>
    </figure>
  )
}

type BarProps = {
  readonly bar: Bar
  readonly parts: readonly string[]
  readonly scale: number
  readonly id: string
}

function OneBar({ bar, parts, scale, id }: BarProps) {
  const figures = bar.values.map((value, at) => `${parts[at] ?? ''} ${value}`).join('，')
  return (
    <>
      <span className={classes['name']}>{bar.name}</span>
      <svg
        className={classes['bar']}
        viewBox={`0 0 ${UNITS} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${bar.name}：${figures}`}
      >
        <Patterns id={id} />
        {bar.values.map((value, at) => (
          <Piece
            key={parts[at] ?? at}
            id={id}
            part={at}
            x={bar.values.slice(0, at).reduce((sum, before) => sum + before, 0) * scale}
            width={value * scale}
            height={HEIGHT}
          />
        ))}
      </svg>
      <span className={classes['figures']}>{figures}</span>
    </>
  )
}

/** Hatching keeps its slope only where the picture keeps its proportions, so it is made of upright lines. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatched`} width="8" height={HEIGHT} patternUnits="userSpaceOnUse">
        <rect width="3" height={HEIGHT} fill="currentColor" />
      </pattern>
    </defs>
  )
}

type PieceProps = {
  readonly id: string
  readonly part: number
  readonly x: number
  readonly width: number
  readonly height: number
}

function Piece({ id, part, x, width, height }: PieceProps) {
  if (width <= 0) return null
  const fill = part === 0 ? 'currentColor' : part === 1 ? `url(#${id}-hatched)` : 'none'
  return (
    <rect
      x={x}
      y={1}
      width={width}
      height={height - 2}
      fill={fill}
      stroke="currentColor"
      vectorEffect="non-scaling-stroke"
    />
  )
}
