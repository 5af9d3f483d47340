/**
 * The first character of each initial in the order dictionaries sort by sound; no syllable begins with i, u or v.
 * The runtime's own collation then tells the initial of any character without a table of its own.
 */
const FIRST_OF_INITIAL: readonly (readonly [string, string])[] = [
  ['吖', 'A'],
  ['八', 'B'],
  ['嚓', 'C'],
  ['咑', 'D'],
  ['妸', 'E'],
  ['发', 'F'],
  ['旮', 'G'],
  ['哈', 'H'],
  ['丌', 'J'],
  ['咔', 'K'],
  ['垃', 'L'],
  ['妈', 'M'],
  ['拏', 'N'],
  ['噢', 'O'],
  ['妑', 'P'],
  ['七', 'Q'],
  ['呥', 'R'],
  ['仨', 'S'],
  ['他', 'T'],
  ['屲', 'W'],
  ['夕', 'X'],
  ['丫', 'Y'],
  ['帀', 'Z'],
]

/** Characters of unit and command names that are read in two ways: either initial finds them. */
const ALSO: Readonly<Record<string, string>> = {
  长: 'Z',
  重: 'C',
  会: 'K',
  行: 'H',
  调: 'D',
  校: 'J',
  乐: 'Y',
  单: 'S',
  藏: 'Z',
  传: 'Z',
  参: 'S',
  车: 'J',
  弹: 'D',
  都: 'D',
  红: 'G',
  卡: 'Q',
  率: 'S',
  省: 'X',
  石: 'D',
  属: 'Z',
  系: 'J',
  咽: 'Y',
  曾: 'C',
  仔: 'Z',
  折: 'S',
}

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** Every initial one character may be typed with; a letter or digit stands for itself. */
export function initialsOf(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character.toUpperCase()
  if (!/^\p{Script=Han}$/u.test(character)) return ''
  const initial = FIRST_OF_INITIAL.findLast(([first]) => collator.compare(first, character) <= 0)?.[1] ?? 'A'
  return initial + (ALSO[character] ?? '')
}

/** Whether the words are found by what was typed: as it stands, or as pinyin initials of neighbouring characters. */
export function foundBy(words: string, typed: string): boolean {
  const query = typed.trim().toUpperCase().replaceAll(/\s+/g, '')
  if (query === '') return true
  if (words.toUpperCase().replaceAll(/\s+/g, '').includes(query)) return true
  if (!/^[A-Z0-9]+$/.test(query)) return false
  const initials = words
    .split('')
    .map(initialsOf)
    .filter((each) => each !== '')
  return initials.some((_, start) =>
    query.split('').every((letter, offset) => initials[start + offset]?.includes(letter) ?? false),
  )
}
