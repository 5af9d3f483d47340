import { type DocumentKind, isDocumentKind } from '../../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { EXTREMES, RARE, stretchedPaper } from '../../../../shared/documents/specimens/extremes.ts'
import { SPECIMENS } from '../../../../shared/documents/specimens/index.ts'
import { type Extreme, fitted, whereOptional } from '../../../../shared/documents/specimens/stretched.ts'

export type Badness = Extreme

const EMOJI = '👩\u200d👩\u200d👧\u200d👦🎓❤\ufe0f🇨🇳'
const CONTROL = '前\u0000\u0007\u0008\u001b\u007f\u0085\ufffe\uffff\ud800后\tA\r\nB\u2028C\u000b\u000cD'
const BIDI = '左\u202e右\u202d\u2067中\u2069\u200f\u061c外\u200b\ufeff'
const MARKUP = '<w:p/>&amp;]]>"\'{#loop}{name}{/loop}${x}\\n%s'

/** A school knows its own name: what cannot be broken by sense has no good shape in a title. */
const named = (text: string) => (key: string, was: string) =>
  ['organ', 'school'].includes(key) ? was : fitted(text)(key)

/** What an office may type by accident, and what somebody may type on purpose. */
export const BADNESS: Readonly<Record<string, Badness>> = {
  'one character': EXTREMES.各填一字,
  'names of 60 characters': EXTREMES.名称六十字,
  'a title of three lines': EXTREMES.标题三行,
  'rare characters': EXTREMES.生僻字,
  emoji: { text: () => EMOJI },
  'control characters': { text: () => CONTROL },
  'bidirectional marks': { text: () => BIDI },
  markup: { text: () => MARKUP },
  'all signs at once': { text: named(CONTROL + RARE + BIDI + EMOJI + MARKUP) },
  'twenty thousand characters': EXTREMES.每项最长,
  'one endless word': { text: named('abcdefghijklmnopqrstuvwxyz'.repeat(800)) },
  'nothing typed': EXTREMES.选填不填,
  'blanks only': { text: whereOptional(' \u3000\t\n ') },
  'closing signs': { text: (_, was) => `${was}。` },
  'nothing optional': { bare: true },
  'two hundred of everything': EXTREMES.名单二百,
}

/** Those that hold the others, for a run that should be short; `papers-proof.test.ts` tries each one. */
export const WORST = [
  'one character',
  'names of 60 characters',
  'all signs at once',
  'twenty thousand characters',
  'blanks only',
  'closing signs',
  'nothing optional',
  'two hundred of everything',
] as const

/** A paper of every kind from a spoilt datum, with the code every issued paper has. */
export function spoiltPaper(kind: DocumentKind, badness: Badness): Paper {
  return stretchedPaper(kind, badness)
}

export const KINDS_OF_PAPERS: readonly DocumentKind[] = Object.keys(SPECIMENS).filter(isDocumentKind)
