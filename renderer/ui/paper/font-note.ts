import type { Answer } from '../../../shared/contract/api.ts'
import { standInsInWords } from '../../../shared/documents/font-check.ts'

type Found = Answer<'fonts.preflight'>

const MOST_NAMED = 6

/** What did not look as it should on the papers that just came out, in one line; empty when all was well. */
export function fontNote({ standIns, lacking }: Found): string {
  const characters = [...new Set(lacking.map(({ character }) => character))]
  const named = characters.slice(0, MOST_NAMED).join('、')
  return [
    standIns.length === 0 ? '' : `本机${standInsInWords(standIns)}，版式不变，已记入取用记录。`,
    characters.length === 0
      ? ''
      : `所用字体没有“${named}”${characters.length > MOST_NAMED ? `等 ${characters.length} 个字` : ''}，请核对印出的纸。`,
  ].join('')
}
