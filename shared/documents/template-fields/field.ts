import type { Line, Table } from '../paper.ts'

/** What stands in a template where a value comes: `{标题}`. Clerks type it, so it is one key on every keyboard. */
export const BRACES = { open: '{', close: '}' } as const
/** `{#明细}` … `{/明细}`: repeated for every row, or left out when there is nothing to say. */
export const SIGNS = { open: '#', close: '/' } as const

/** A piece of running text: a paragraph, a heading, or a table drawn as the system draws it. */
export type BodyBlock = { readonly line: Line; readonly heading?: 1 | 2 | 3 | 4 } | { readonly table: Table }

/** What a paper says under one name. */
export type FieldValue =
  /** Lines of one paragraph. */
  | { readonly shape: 'text'; readonly lines: readonly string[] }
  /** Paragraphs of their own. */
  | { readonly shape: 'body'; readonly blocks: readonly BodyBlock[] }
  | { readonly shape: 'rows'; readonly rows: readonly FieldValues[] }
  /** The QR code. */
  | { readonly shape: 'image' }

export type FieldValues = ReadonlyMap<string, FieldValue>

export type FieldShape = FieldValue['shape']

/** A value a template of a kind may name, as the settings explain it. */
export type TemplateField = {
  readonly name: string
  readonly explains: string
  readonly shape: FieldShape
  /** A paper of the kind may have nothing to say here. */
  readonly mayBeEmpty: boolean
  /** One of these must be in the template; empty when none must. */
  readonly requiredWith: readonly string[]
  /** Of what repeats: the values of one row. */
  readonly columns: readonly TemplateField[]
}

export const CODE_FIELD = '二维码'
export const BODY_FIELD = '正文'

/** `{标题}` */
export function placeholder(name: string): string {
  return BRACES.open + name + BRACES.close
}

/** What is between is there only when the value is, and as often as it has rows. */
export function opened(name: string): string {
  return placeholder(SIGNS.open + name)
}

export function closed(name: string): string {
  return placeholder(SIGNS.close + name)
}

export function textValue(...lines: readonly string[]): FieldValue {
  return { shape: 'text', lines }
}

export function bodyValue(...lines: readonly Line[]): FieldValue {
  return { shape: 'body', blocks: lines.map((line) => ({ line })) }
}

/** A label as a name: without spaces, brackets and what has a meaning within a placeholder. */
export function nameOf(label: string): string {
  return label
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(/[\s　：:、，。；！？[\]{}｛｝【】]/gu, '')
    .replace(/^[#/＃／]+/u, '')
}
