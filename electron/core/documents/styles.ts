import type { Face, PaperFormat } from '../../../shared/documents/paper.ts'
import { FORM_STYLES, SLIP_STYLES, TABLE_STYLES } from './form-styles.ts'
import { TEXT_STYLES } from './text-styles.ts'

export type StyleId =
  | 'Normal'
  | 'BodyText'
  | 'Organ'
  | 'DocumentNumber'
  | 'Mark'
  | 'Rule'
  | 'PaperTitle'
  | 'Addressee'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Attachments'
  | 'SignatureLine'
  | 'PaperNote'
  | 'Attendance'
  | 'Imprint'
  | 'ImprintRoom'
  | 'ImprintRule'
  | 'AnnexLabel'
  | 'RedRule'
  | 'Caption'
  | 'CellLabel'
  | 'CellText'
  | 'CellSection'
  | 'DenseLabel'
  | 'DenseText'
  | 'DenseSection'
  | 'Remarks'
  | 'SlipHint'
  | 'SlipTitle'
  | 'SlipText'
  | 'SlipLabel'
  | 'PageNumber'

/** A named paragraph style of the document: clerks find it in Word's list under its Chinese name. */
export type Style = {
  readonly name: string
  readonly face: Face
  /** Points. */
  readonly size: number
  /** Exact line height in twips. */
  readonly line: number
  readonly align: 'both' | 'left' | 'center' | 'right'
  readonly colour?: string
  /** Twips added to every character. */
  readonly characterSpacing?: number
  readonly left?: number
  readonly right?: number
  /** Two characters, written as characters and as twips. */
  readonly indented?: boolean
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
}

export type StyleSet = Readonly<Partial<Record<StyleId, Style>>>

/** Everything but a form is set in the official type of running text; tables and slips look alike everywhere. */
export function stylesOf(format: PaperFormat): StyleSet {
  return { ...(format === 'form' ? FORM_STYLES : TEXT_STYLES), ...TABLE_STYLES, ...SLIP_STYLES }
}

/** Two characters of the style's own size, for readers that know no character units. */
export function firstLineTwips(style: Style): number {
  return 2 * (style.size * 20 + (style.characterSpacing ?? 0))
}
