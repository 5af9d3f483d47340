const PRIVATE_USE = 0xe1_00
const UNSAFE = /[^a-z0-9\u{80}-\u{10FFFF}]/gu

/** The index folds capitals and splits at ASCII marks; what has to come through as it is goes in disguise. */
export function tokenSafe(text: string): string {
  return text.replace(UNSAFE, (character) => String.fromCharCode(PRIVATE_USE + character.charCodeAt(0)))
}
