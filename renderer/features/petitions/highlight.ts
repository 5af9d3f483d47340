/** A piece of a text, and whether it is what was searched for. */
export type Piece = { readonly text: string; readonly hit: boolean }

/**
 * Cuts a text at the places where one of the words typed occurs. Compared as the search compares: compatibility
 * forms and case do not matter. The pieces put together are the text as it was.
 */
export function highlight(text: string, query: string): readonly Piece[] {
  const words = wordsOf(query)
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, hit: false }]

  const { characters, folded, owners } = fold(text)
  const marked = characters.map(() => false)
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      for (const owner of owners.slice(at, at + word.length)) marked[owner] = true
    }
  }
  return joined(characters, marked)
}

function wordsOf(query: string): readonly string[] {
  return normal(query)
    .split(/\s+/)
    .filter((word) => word !== '')
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** One character may fold to several (㈠ to (一)), so each folded one remembers whose it is. */
function fold(text: string) {
  const characters = Array.from(text)
  const owners: number[] = []
  let folded = ''
  for (const [index, character] of characters.entries()) {
    const plain = normal(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) owners.push(index)
  }
  return { characters, folded, owners }
}

function joined(characters: readonly string[], marked: readonly boolean[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [index, character] of characters.entries()) {
    const hit = marked[index] === true
    const last = pieces.at(-1)
    if (last?.hit === hit) pieces[pieces.length - 1] = { text: last.text + character, hit }
    else pieces.push({ text: character, hit })
  }
  return pieces
}
