import { FONTS, LATIN_FONT } from '../../../shared/documents/gbt9704.ts'
import type { Face } from '../../../shared/documents/paper.ts'
import { declaration } from './xml.ts'

/** Families as Word classes them: it looks for a stand-in of the same class when none of the named ones is there. */
const FAMILIES: readonly (readonly [face: Face, family: string, pitch: string])[] = [
  ['fangsong', 'modern', 'fixed'],
  ['kai', 'modern', 'fixed'],
  ['hei', 'modern', 'fixed'],
  ['biaosong', 'script', 'fixed'],
  ['song', 'auto', 'variable'],
]

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** GB 2312, as Windows numbers its character sets. */
const GB2312_CHARSET = '86'

/** Tells Word which fonts may stand in for the official ones, which are not on every PC. */
export function fontTable(): string {
  const chinese = FAMILIES.map(([face, family, pitch]) => {
    const { name, standIns } = FONTS[face]
    return (
      `<w:font w:name="${name}"><w:altName w:val="${standIns.join(',')}"/><w:charset w:val="${GB2312_CHARSET}"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`
    )
  })
  const latin = `<w:font w:name="${LATIN_FONT}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`
  return `${declaration(true)}<w:fonts xmlns:w="${WORD}">${chinese.join('')}${latin}</w:fonts>`
}
