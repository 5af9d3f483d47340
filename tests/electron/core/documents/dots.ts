import { execFileSync } from 'node:child_process'

/** Whether anything is printed at a place, by millimetres. */
export type Dots = {
  readonly width: number
  readonly height: number
  readonly dotsPerMm: number
  readonly isInk: (x: number, y: number) => boolean
}

const COARSE = 60

/** All pages of a file, drawn by one start of the program. */
export function dotsOf(pdf: string): readonly Dots[] {
  const pgm = execFileSync('pdftoppm', ['-gray', '-r', String(COARSE), pdf], { maxBuffer: 512_000_000 })
  const pages: Dots[] = []
  for (let at = 0; at < pgm.length; ) {
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(at, at + 32).toString('latin1'))
    if (header === null) throw new Error('pdftoppm wrote no picture')
    const [width, height] = [Number(header[1]), Number(header[2])]
    const start = at + header[0].length
    pages.push({
      width,
      height,
      dotsPerMm: COARSE / 25.4,
      isInk: (x, y) => (pgm[start + y * width + x] ?? 255) < 160,
    })
    at = start + width * height
  }
  return pages
}

export type Area = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The first printed dot that stands in none of the areas, or null; millimetres. */
export function strayInk({ width, height, dotsPerMm, isInk }: Dots, areas: readonly Area[]): string | null {
  for (let y = 0; y < height; y += 1) {
    const [top, inRow] = [y / dotsPerMm, areas.filter((area) => holds(area.top, y / dotsPerMm, area.bottom))]
    for (let x = 0; x < width; x += 1) {
      if (!isInk(x, y)) continue
      const left = x / dotsPerMm
      if (!inRow.some((area) => holds(area.left, left, area.right)))
        return `${left.toFixed(1)} mm from the left, ${top.toFixed(1)} mm from the top`
    }
  }
  return null
}

function holds(from: number, value: number, to: number): boolean {
  return value >= from && value <= to
}
