import { scanText } from '../../rules/numbering.ts'
import { buildPaper, type DocumentKind } from '../kinds/index.ts'
import type { Paper } from '../paper.ts'
import { SPECIMENS } from './index.ts'
import { type Extreme, fitted, LONGEST, stretched, whereOptional } from './stretched.ts'

const WALL = '学而时习之不亦说乎有朋自远方来不亦乐乎，'
const THREE_LINES =
  '学生宿舍冬季供暖温度不达标、夜间热水供应时间过短和周末食堂窗口关闭过早等影响住校学生日常生活的问题'

/** Outside the BMP, and one with a mark that picks its shape. */
export const RARE = '𠮷𬭚𫖯㛃䶮葛\u{e0100}𰻝龘'
export const NAME_OF_60 = '阿卜杜热合曼'.repeat(10)
export const LONGEST_TEXT = WALL.repeat(LONGEST / WALL.length)

/** What an office may type within the limits of its forms, for the gallery and for tests. */
export const EXTREMES = {
  各填一字: { text: () => '甲' },
  名称六十字: { text: fitted(NAME_OF_60) },
  标题三行: { text: (key, was) => (key === 'title' ? THREE_LINES : was) },
  生僻字: { text: () => RARE },
  每项最长: { text: fitted(LONGEST_TEXT) },
  选填不填: { text: whereOptional(''), bare: true },
  名单二百: { entries: 200 },
} as const satisfies Readonly<Record<string, Extreme>>
export type ExtremeName = keyof typeof EXTREMES

const EXTREME_NAMES = Object.keys(EXTREMES).filter((name): name is ExtremeName => name in EXTREMES)

/** Extremes that change anything of a paper of this kind. */
export function extremesOf(kind: DocumentKind): readonly ExtremeName[] {
  const ordinary = JSON.stringify(SPECIMENS[kind])
  return EXTREME_NAMES.filter(
    (name) => JSON.stringify(stretched(SPECIMENS[kind], EXTREMES[name])) !== ordinary,
  )
}

/** The invented paper of a kind with its facts changed, and with the code every issued paper has. */
export function stretchedPaper(kind: DocumentKind, extreme: Extreme): Paper {
  // What comes out of a changed datum has the shape that went in.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the generic map keeps every key and every kind of value
  const paper = buildPaper(kind, stretched(SPECIMENS[kind], extreme) as never)
  return { ...paper, code: paper.code ?? scanText(null, 'ZX-2026-D00034') }
}
