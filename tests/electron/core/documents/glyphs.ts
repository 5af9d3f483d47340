import { execFileSync } from 'node:child_process'

/** PostScript names of the fonts a PDF was drawn with. */
export function fontsOf(pdf: string): readonly string[] {
  const table = execFileSync('pdffonts', [pdf], { encoding: 'utf8' })
  // A subset is named with six letters and a plus in front.
  return Array.from(table.matchAll(/^(?:[A-Z]{6}\+)?(\S+) /gmu), ([, name = '']) => name).slice(2)
}

/** Characters that none of these fonts has, by what fontconfig knows of them: they can only have been drawn as a box. */
export function missingGlyphs(text: string, fonts: readonly string[]): readonly string[] {
  const ranges = fonts.flatMap(charactersOf)
  return Array.from(new Set(text)).filter((char) => {
    const point = char.codePointAt(0) ?? 0
    return !/[\s\p{M}\p{Cf}]/u.test(char) && !ranges.some(([first, last]) => point >= first && point <= last)
  })
}

const known = new Map<string, readonly (readonly [first: number, last: number])[]>()

function charactersOf(font: string): readonly (readonly [first: number, last: number])[] {
  const found = known.get(font)
  if (found !== undefined) return found
  // A PDF names a part of a large font by something behind the font's own name.
  const told = [font, font.replace(/-[^-]*$/u, '')].map((name) =>
    execFileSync('fc-list', ['--format', '%{charset} ', `:postscriptname=${name}`], {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    }),
  )
  const ranges = Array.from(
    told.join(' ').matchAll(/([0-9a-f]+)(?:-([0-9a-f]+))?/gu),
    ([, first = '', last = first]) => {
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
    },
  )
  known.set(font, ranges)
  return ranges
}
