/**
 * Braces that were typed into a petition are no placeholders. While a template is filled they stand as noncharacters,
 * which no cleaned text holds, because the filler reads rows it has repeated once more.
 */
const OPEN = '\ufdd0'
const CLOSE = '\ufdd1'

export function guarded(text: string): string {
  return text.replaceAll('{', OPEN).replaceAll('}', CLOSE)
}

export function unguarded(text: string): string {
  return text.replaceAll(OPEN, '{').replaceAll(CLOSE, '}')
}
