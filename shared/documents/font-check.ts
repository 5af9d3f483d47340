import { FONTS, LATIN_FONT } from './gbt9704.ts'
import type { Face } from './paper.ts'

/** What a font is for on a paper: the faces of the standard, and the letters and figures between them. */
export type FontRole = Face | 'latin'

/** A font of the standard that this PC lacks, and what draws its text instead. */
export type StandIn = { readonly font: string; readonly by: string }

export type FontState = {
  readonly role: FontRole
  readonly font: string
  /** Where the standard asks for it. */
  readonly clause: string
  /** Its own name, or that of the stand-in, as it is installed; null when nothing fit is there. */
  readonly drawnBy: string | null
  readonly state: 'present' | 'standIn' | 'missing'
}

type Wanted = { readonly name: string; readonly standIns: readonly string[]; readonly clause: string }

/** For letters and figures: fonts of the same widths first. */
const LATIN: Wanted = {
  name: LATIN_FONT,
  standIns: ['Liberation Serif', 'Tinos', 'TeX Gyre Termes', 'Nimbus Roman', 'Times', 'DejaVu Serif'],
  clause: '西文与数字（惯例）',
}

export const WANTED_FONTS: Readonly<Record<FontRole, Wanted>> = { ...FONTS, latin: LATIN }

export const FONT_ROLES: readonly FontRole[] = ['fangsong', 'biaosong', 'hei', 'kai', 'song', 'latin']

/** One font under its Chinese and its English name; a file may know only one of them. */
const SAME: readonly (readonly string[])[] = [
  ['仿宋_GB2312', 'FangSong_GB2312'],
  ['楷体_GB2312', 'KaiTi_GB2312'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
  ['方正小标宋简体', 'FZXiaoBiaoSong-B05S'],
  ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
  ['仿宋', 'FangSong'],
  ['楷体', 'KaiTi'],
  ['华文仿宋', 'STFangsong'],
  ['华文楷体', 'STKaiti'],
  ['华文中宋', 'STZhongsong'],
  ['华文黑体', 'STHeiti'],
  ['华文宋体', 'STSong'],
  ['方正仿宋_GBK', 'FZFangSong-Z02'],
  ['方正楷体_GBK', 'FZKai-Z03'],
  ['方正黑体_GBK', 'FZHei-B01'],
  ['霞鹜文楷', 'LXGW WenKai'],
  ['思源宋体', 'Source Han Serif SC', 'Noto Serif CJK SC'],
  ['思源黑体', 'Source Han Sans SC', 'Noto Sans CJK SC'],
]

const GROUPS = new Map(SAME.flatMap((names) => names.map((name) => [fontKey(name), names] as const)))

/** Names are compared without regard to case. */
export function fontKey(name: string): string {
  return name.trim().toLowerCase()
}

/** Every name the font goes by, its own first. */
export function namesOfFont(name: string): readonly string[] {
  return [name, ...(GROUPS.get(fontKey(name)) ?? []).filter((other) => other !== name)]
}

/** What each role is drawn with, given the names this PC knows. */
export function fontStates(installed: (name: string) => boolean): readonly FontState[] {
  return FONT_ROLES.map((role) => {
    const { name, standIns, clause } = WANTED_FONTS[role]
    const own = new Set(namesOfFont(name).map(fontKey))
    const drawnBy =
      [name, ...standIns].flatMap((wanted) => namesOfFont(wanted)).find((wanted) => installed(wanted)) ?? null
    const state = drawnBy === null ? 'missing' : own.has(fontKey(drawnBy)) ? 'present' : 'standIn'
    return { role, font: name, clause, drawnBy, state }
  })
}

/** What a journal says of a paper printed with other fonts; a missing font is drawn by whatever the system takes. */
export function standInsOf(states: readonly FontState[]): readonly StandIn[] {
  return states.flatMap(({ state, font, drawnBy }) =>
    state === 'present' ? [] : [{ font, by: drawnBy ?? ANY_FONT }],
  )
}

export const ANY_FONT = '系统默认字体'

/** `字体不全，以 仿宋 代 仿宋_GB2312、…`; empty when every font was there. */
export function standInsInWords(standIns: readonly StandIn[]): string {
  if (standIns.length === 0) return ''
  const fonts = new Map<string, readonly string[]>()
  for (const { font, by } of standIns) fonts.set(by, [...(fonts.get(by) ?? []), font])
  return `字体不全，${Array.from(fonts, ([by, lacking]) => `以 ${by} 代 ${lacking.join('、')}`).join('，')}`
}
