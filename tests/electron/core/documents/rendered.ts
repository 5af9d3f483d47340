import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FONTS, LATIN_FONT } from '../../../../shared/documents/gbt9704.ts'
import { type Dots, dotsOf } from './dots.ts'
import { textOfFlatOdt } from './flat-odt.ts'
import { fontsOf } from './glyphs.ts'

/** Why papers cannot be rendered on this machine, or null when they can. */
export function whyNotRendered(): string | null {
  for (const [program, flag] of [
    ['soffice', '--version'],
    ['pdftotext', '-v'],
    ['pdftoppm', '-v'],
    ['fc-list', '--version'],
  ] as const) {
    if (spawnSync(program, [flag]).error !== undefined) return `${program} is not installed here`
  }
  const fonts = execFileSync('fc-list', [':', 'family'], { encoding: 'utf8' })
  return fonts.includes(SERIF) && fonts.includes(SANS) ? null : `${SERIF} and ${SANS} are not installed here`
}

const SERIF = 'Noto Serif CJK SC'
const SANS = 'Noto Sans CJK SC'

/** The official faces are not on a test machine; without telling it, fontconfig would take one sans for all of them. */
function fontConfig(): string {
  const named = [...Object.values(FONTS).map(({ name }) => name), LATIN_FONT]
  const rules = named.map(
    (name) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${name === FONTS.hei.name ? SANS : SERIF}</string></edit></match>`,
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${rules.join('')}</fontconfig>`
}

export type Word = {
  readonly text: string
  /** Millimetres from the upper left corner of the paper. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Page = {
  readonly words: readonly Word[]
  /** Words on one line, in reading order. */
  readonly lines: readonly Word[]
  readonly ink: Ink
  /** Coarse, for whole pages at once. */
  readonly dots: Dots
}

/** The printed page as dots. */
export type Ink = {
  readonly width: number
  readonly height: number
  readonly dotsPerMm: number
  readonly colour: (x: number, y: number) => 'white' | 'black' | 'red' | 'grey'
}

const DPI = 150
const MM_PER_POINT = 25.4 / 72

/** What LibreOffice made of a Word file. */
export type Rendered = {
  readonly pages: readonly Page[]
  /** PostScript names of the fonts that drew it. */
  readonly fonts: readonly string[]
}

/** The pages of Word files as LibreOffice draws them, all in one start of it. */
export function renderWithFonts(
  files: Readonly<Record<string, Uint8Array>>,
): Readonly<Record<string, Rendered>> {
  return convertAll(files, 'pdf', (pdf) => ({ pages: pagesOf(pdf), fonts: fontsOf(pdf) }))
}

/** Everything the body of Word files says as LibreOffice reads it, cell by cell, frames and boxes too. */
export function readAll(files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, string>> {
  return convertAll(files, 'fodt', (file) => textOfFlatOdt(readFileSync(file, 'utf8')))
}

function convertAll<Result>(
  files: Readonly<Record<string, Uint8Array>>,
  ending: 'pdf' | 'fodt',
  read: (file: string) => Result,
): Readonly<Record<string, Result>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'papers-'))
  // Pages are drawn as long as somebody measures them.
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  writeFileSync(path.join(folder, 'fonts.conf'), fontConfig())
  const names = Object.keys(files)
  const paths = names.map((_, at) => path.join(folder, `${at}.docx`))
  for (const [at, name] of names.entries()) writeFileSync(paths[at] ?? '', files[name] ?? new Uint8Array())
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      ending,
      '--outdir',
      folder,
      ...paths,
    ],
    {
      env: { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
      stdio: 'ignore',
      timeout: 110_000,
    },
  )
  return Object.fromEntries(names.map((name, at) => [name, read(path.join(folder, `${at}.${ending}`))]))
}

function pagesOf(pdf: string): readonly Page[] {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  const dots = dotsOf(pdf)
  return xml
    .split('<page ')
    .slice(1)
    .map((page, at) => ({
      words: boxes(page, 'word'),
      lines: linesOf(boxes(page, 'word')),
      // Drawn fine only where it is measured.
      get ink() {
        return inkOf(pdf, at + 1)
      },
      dots: dots[at] ?? { width: 0, height: 0, dotsPerMm: 1, isInk: () => false },
    }))
}

function boxes(page: string, element: 'word'): readonly Word[] {
  const pattern = new RegExp(
    `<${element} xMin="([\\d.-]+)" yMin="([\\d.-]+)" xMax="([\\d.-]+)" yMax="([\\d.-]+)">([^<]*)<`,
    'g',
  )
  return Array.from(page.matchAll(pattern), ([, left, top, right, bottom, text = '']) => ({
    text: text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
    left: Number(left) * MM_PER_POINT,
    top: Number(top) * MM_PER_POINT,
    right: Number(right) * MM_PER_POINT,
    bottom: Number(bottom) * MM_PER_POINT,
  }))
}

/** Words whose middles are level. */
function linesOf(words: readonly Word[]): readonly Word[] {
  const lines: Word[] = []
  for (const word of words.toSorted((a, b) => middle(a) - middle(b) || a.left - b.left)) {
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(middle(last) - middle(word)) < 2) {
      lines[lines.length - 1] = {
        text: last.text + word.text,
        left: Math.min(last.left, word.left),
        right: Math.max(last.right, word.right),
        top: Math.min(last.top, word.top),
        bottom: Math.max(last.bottom, word.bottom),
      }
    } else lines.push(word)
  }
  return lines
}

function middle({ top, bottom }: Word): number {
  return (top + bottom) / 2
}

function inkOf(pdf: string, page: number): Ink {
  const ppm = execFileSync('pdftoppm', ['-r', String(DPI), '-f', String(page), '-l', String(page), pdf], {
    maxBuffer: 64_000_000,
  })
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 32).toString('latin1'))
  if (header === null) throw new Error('pdftoppm wrote no picture')
  const [width, height, start] = [Number(header[1]), Number(header[2]), header[0].length]
  return {
    width,
    height,
    dotsPerMm: DPI / 25.4,
    colour: (x, y) => {
      const at = start + (y * width + x) * 3
      const [red = 255, green = 255, blue = 255] = ppm.subarray(at, at + 3)
      if (red > 200 && green < 120 && blue < 120) return 'red'
      if (red < 110 && green < 110 && blue < 110) return 'black'
      return red > 235 && green > 235 && blue > 235 ? 'white' : 'grey'
    },
  }
}

/** Longest run of a colour in every row of dots, with where it begins; millimetres. */
export function runs(
  ink: Ink,
  colour: 'red' | 'black',
): readonly { readonly y: number; readonly left: number; readonly length: number }[] {
  return Array.from({ length: ink.height }, (_, y) => {
    let best = { left: 0, length: 0 }
    let start = -1
    for (let x = 0; x <= ink.width; x += 1) {
      const hit = x < ink.width && ink.colour(x, y) === colour
      if (hit && start < 0) start = x
      if (!hit && start >= 0) {
        if (x - start > best.length) best = { left: start, length: x - start }
        start = -1
      }
    }
    return { y: y / ink.dotsPerMm, left: best.left / ink.dotsPerMm, length: best.length / ink.dotsPerMm }
  })
}

/** All words of a paper without any space, for comparing with what was written. */
export function textOf(pages: readonly Page[]): string {
  return pages
    .map(({ words }) => words.map(({ text }) => text).join(''))
    .join('')
    .replaceAll(/\s/gu, '')
}
