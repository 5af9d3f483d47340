/** The text cut into pieces, those that equal a typed word marked. */
export function matchedParts(
  text: string,
  typed: string,
): readonly { readonly text: string; readonly matched: boolean }[] {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return [{ text, matched: false }]
  const pattern = new RegExp(`(${words.map(escapePattern).join('|')})`, 'giu')
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, matched: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}

function escapePattern(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
