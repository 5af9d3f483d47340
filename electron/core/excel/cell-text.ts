/** Excel takes 32,767 UTF-16 units in a cell; the rest is for saying that there was more. */
const TEXT_MOST = 32_700
const CUT = '……（内容过长，此处未全部列出，请在程序中查看全文）'

/**
 * Text as it may stand in a cell: without the control characters XML has no place for, line ends as one character, and
 * never longer than Excel reads.
 */
export function cellText(text: string): string {
  const visible = text
    .replaceAll(/\r\n?/gu, '\n')
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
  return (
    visible.length > TEXT_MOST ? `${wholeCharacters(visible.slice(0, TEXT_MOST))}${CUT}` : visible
  ).toWellFormed()
}

/** The cut must not leave half of a character beyond the BMP. */
export function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/u.test(text) ? text.slice(0, -1) : text
}

/** Office reads `_x0041_` as the letter A, so an underscore that begins such a word is itself written that way. */
export function officeText(text: string): string {
  return cellText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
}

/** Columns of the screen a text takes in its longest line: a Chinese character stands on two. */
export function textWidth(text: string): number {
  let widest = 0
  for (const line of text.split('\n')) {
    let width = 0
    for (const character of line) width += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1
    widest = Math.max(widest, width)
  }
  return widest
}
