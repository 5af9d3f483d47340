import type { Paper, PaperFormat } from '../../../../../shared/documents/paper.ts'
import type { Opened, Paragraph } from '../opened.ts'

/** One sentence of the standard, or of ours where the standard says nothing, held against a file as it was issued. */
export type Assertion = {
  /** GB/T 9704-2012; `house` where the standard leaves it open. */
  readonly clause: string
  readonly says: string
  readonly formats: readonly PaperFormat[]
  /** What is wrong, nothing when all is well. */
  readonly check: (file: Opened, paper: Paper) => readonly string[]
  /** How a good file can break it: the proof that the row is not asleep. */
  readonly broken: Damage
}

export type Damage = {
  readonly sample: SampleName
  readonly part: string
  readonly find: RegExp
  readonly put: string
}

export type SampleName = 'letter' | 'reply' | 'sheet' | 'report' | 'summary' | 'plan' | 'minutes'

export const DOCUMENT = 'word/document.xml'
export const STYLES = 'word/styles.xml'

/** Formats with letterhead, type area and grid of the standard. */
export const OFFICIAL: readonly PaperFormat[] = ['document', 'letter', 'minutes']
export const RED_HEAD: readonly PaperFormat[] = ['document', 'minutes']
export const LETTER: readonly PaperFormat[] = ['letter']
export const FORM: readonly PaperFormat[] = ['form']
export const EVERY: readonly PaperFormat[] = [...OFFICIAL, 'form']

export const MM = 56.6929

/** A millimetre either way, as 5.2.1 allows it for the margins. */
export function near(name: string, value: number, wanted: number, by: number = MM): readonly string[] {
  return Math.abs(value - wanted) <= by ? [] : [`${name} is ${value}, not ${wanted}`]
}

export function same(name: string, value: unknown, wanted: unknown): readonly string[] {
  return value === wanted ? [] : [`${name} is ${String(value)}, not ${String(wanted)}`]
}

export function when(wrong: boolean, sentence: string): readonly string[] {
  return wrong ? [sentence] : []
}

export function styled(file: Opened, style: string): readonly Paragraph[] {
  return file.paragraphs.filter((paragraph) => paragraph.style === style)
}

/** Position of a paragraph among all of the file. */
export function placeOf(file: Opened, style: string): number {
  return file.paragraphs.findIndex((paragraph) => paragraph.style === style)
}

export function begin({ style, text }: Paragraph): string {
  return `${style} “${text.slice(0, 20)}”`
}

/** Twips by attribute of a paragraph's frame. */
export function frameOf(paragraph: Paragraph | undefined): Readonly<Record<string, number>> {
  const attributes = paragraph?.property('w:framePr')?.attributes ?? {}
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.slice(2), Number(value)]))
}

/** Full-width cells a text takes, counted here a second time: Latin letters and figures take half of one. */
export function cells(text: string): number {
  const width = (char: string): number => (/[\p{M}\p{Cf}]/u.test(char) ? 0 : HALF.test(char) ? 0.5 : 1)
  return Array.from(text).reduce((sum, char) => sum + width(char), 0)
}

const HALF = /(?![§¨°±·×÷])[\u0020-\u02af]/u
