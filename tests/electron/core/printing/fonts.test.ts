import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { drawnText, lackingCharacters, standInsFor } from '../../../../electron/core/printing/drawn-text.ts'
import { readLibrary } from '../../../../electron/core/printing/font-files.ts'
import { fontFolders } from '../../../../electron/core/printing/font-folders.ts'
import { fontConfig } from '../../../../electron/core/printing/office-profile.ts'
import { fontStates, namesOfFont, standInsInWords } from '../../../../shared/documents/font-check.ts'
import { SPECIMENS, specimenPaper } from '../../../../shared/documents/specimens/index.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { collection, font, mapTable, nameTable, narrowMap, utf16, wideMap } from './sfnt-files.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'desk-fonts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FAMILY = 1
const TYPOGRAPHIC_FAMILY = 16
/** 仿宋_GB2312 in the encoding of old Chinese Windows fonts. */
const GBK_NAME = Buffer.from([0xb7, 0xc2, 0xcb, 0xce, 0x5f, 0x47, 0x42, 0x32, 0x33, 0x31, 0x32])

const windows = (text: string, id = FAMILY) => ({ platform: 3, encoding: 1, id, bytes: utf16(text) })

function place(name: string, bytes: Uint8Array, below = folder): string {
  mkdirSync(below, { recursive: true })
  writeFileSync(path.join(below, name), bytes)
  return below
}

describe('the fonts of a folder', () => {
  it('go by every family name, in Unicode and in the encodings of old Chinese fonts', async () => {
    const here = path.join(folder, 'names')
    place(
      'a.ttf',
      font({ name: nameTable([windows('小标宋', TYPOGRAPHIC_FAMILY), windows('SubFamily', 2)]) }),
      here,
    )
    place(
      'b.TTF',
      font({ name: nameTable([{ platform: 3, encoding: 3, id: FAMILY, bytes: GBK_NAME }]) }),
      here,
    )
    place(
      'c.otf',
      font({ name: nameTable([{ platform: 1, encoding: 25, id: FAMILY, bytes: GBK_NAME.subarray(0, 4) }]) }),
      here,
    )
    place('readme.txt', Buffer.from('no font'), here)
    const library = await readLibrary([here])
    expect(['小标宋', '仿宋_gb2312', '仿宋', 'SubFamily'].map(library.has)).toEqual([true, true, true, false])
    expect(library).toMatchObject({ files: 3, unreadable: 0 })
  })

  it('lie in collections and in folders below too, and are found again when a file changes', async () => {
    const here = path.join(folder, 'deep')
    const below = place(
      'two.ttc',
      collection([{ name: nameTable([windows('甲体')]) }, { name: nameTable([windows('乙体')]) }]),
      path.join(here, 'one/two'),
    )
    symlinkSync(here, path.join(below, 'circle'))
    const before = await readLibrary([here, path.join(folder, 'nowhere')])
    expect([before.has('甲体'), before.has('乙体'), before.files]).toEqual([true, true, 1])
    place('two.ttc', font({ name: nameTable([windows('丙体')]) }), below)
    utimesSync(path.join(below, 'two.ttc'), 1, 1)
    const after = await readLibrary([here])
    expect([after.has('甲体'), after.has('丙体')]).toEqual([false, true])
  })

  it('that are broken in any way count as unreadable and nothing worse', async () => {
    const sound = font({
      name: nameTable([windows('甲体')]),
      cmap: mapTable([[3, 1, narrowMap([65, 90], 0x4e00, [1])]]),
    })
    const here = path.join(folder, 'broken')
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sound.length - 1),
        fc.nat(255),
        fc.nat(sound.length),
        async (at, value, length) => {
          const bytes = Buffer.from(sound)
          bytes[at] = value
          place('x.ttf', bytes.subarray(0, length), here)
          utimesSync(path.join(here, 'x.ttf'), at + 1, value * 1000 + length)
          const library = await readLibrary([here])
          expect(library.files).toBe(1)
          const covers = await library.coverage('甲体')
          expect(typeof covers(0x4e00)).toBe('boolean')
        },
      ),
      { numRuns: fc.runs(200) },
    )
  })
})

describe('what a font can draw', () => {
  it('is read from both kinds of character maps, glyph 0 being none', async () => {
    const here = path.join(folder, 'maps')
    const narrow = narrowMap([65, 70], 0x4e00, [5, 0, 6])
    place('n.ttf', font({ name: nameTable([windows('窄')]), cmap: mapTable([[3, 1, narrow]]) }), here)
    const wide = wideMap([
      [0x20000, 0x2a6df],
      [0x4e00, 0x4e01],
    ])
    place(
      'w.ttf',
      font({
        name: nameTable([windows('宽')]),
        cmap: mapTable([
          [3, 10, wide],
          [1, 0, narrow],
        ]),
      }),
      here,
    )
    const library = await readLibrary([here])
    const drawn = async (name: string, codes: readonly number[]) => codes.map(await library.coverage(name))
    expect(await drawn('窄', [64, 65, 70, 71, 0x4e00, 0x4e01, 0x4e02])).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
      true,
    ])
    expect(await drawn('宽', [65, 0x4e01, 0x4e02, 0x20bb7, 0x30000])).toEqual([
      false,
      true,
      false,
      true,
      false,
    ])
    expect(await drawn('没有', [65])).toEqual([false])
  })

  it('names the characters of a paper that its font lacks, and no marks that nobody draws', async () => {
    const here = path.join(folder, 'lack')
    const cmap = mapTable([
      [
        3,
        10,
        wideMap([
          [0x3000, 0x9fff],
          [0xff00, 0xffef],
        ]),
      ],
    ])
    place('f.ttf', font({ name: nameTable([windows('仿宋')]), cmap }), here)
    const library = await readLibrary([here])
    const states = fontStates(library.has)
    const paper = {
      format: 'form' as const,
      name: '',
      code: null,
      blocks: [
        { kind: 'paragraph' as const, line: ['姓名：𠮷\ufe00 Zhao', { text: '𬭚', face: 'hei' as const }] },
      ],
    }
    expect(await lackingCharacters(paper, states, library)).toEqual([{ character: '𠮷', font: '仿宋' }])
    expect(standInsFor(paper, states)).toEqual([
      { font: '仿宋_GB2312', by: '仿宋' },
      { font: '黑体', by: '系统默认字体' },
      { font: 'Times New Roman', by: '系统默认字体' },
    ])
  })
})

describe('the fonts of the standard', () => {
  it('are there under their English names as well as under their Chinese ones', () => {
    const names = new Set([
      'SimHei',
      'SimSun',
      'FangSong_GB2312',
      'KaiTi_GB2312',
      'FZXiaoBiaoSong-B05S',
      'Times New Roman',
    ])
    expect(fontStates((name) => names.has(name)).map(({ state }) => state)).toEqual(Array(6).fill('present'))
  })

  it('are stood in for by the best that is there: the fonts of a plain Windows', () => {
    const names = new Set([
      'FangSong',
      'KaiTi',
      'SimHei',
      'SimSun',
      '华文中宋',
      'Times New Roman',
      'Noto Serif CJK SC',
    ])
    const states = fontStates((name) => names.has(name))
    expect(Object.fromEntries(states.map(({ role, drawnBy }) => [role, drawnBy]))).toEqual({
      fangsong: 'FangSong',
      biaosong: '华文中宋',
      hei: 'SimHei',
      kai: 'KaiTi',
      song: 'SimSun',
      latin: 'Times New Roman',
    })
    expect(fontConfig(states)).toContain(
      '<string>仿宋_GB2312</string></test><edit name="family" mode="assign" binding="strong"><string>FangSong</string>',
    )
    expect(standInsInWords([{ font: '仿宋_GB2312', by: '仿宋' }])).toBe('字体不全，以 仿宋 代 仿宋_GB2312')
  })

  it('a font that is the same under another name never stands in for itself', () => {
    fc.assert(
      fc.property(fc.constantFrom('黑体', '宋体', '仿宋_GB2312', '楷体_GB2312', '方正小标宋简体'), (name) => {
        for (const known of namesOfFont(name)) {
          const state = fontStates((asked) => asked === known).find(({ font }) => font === name)
          expect(state).toMatchObject({ state: 'present', drawnBy: known })
        }
      }),
    )
  })

  it('draw every paper: each kind has text for at least two of them', () => {
    for (const kind of Object.keys(SPECIMENS) as (keyof typeof SPECIMENS)[])
      expect(drawnText(specimenPaper(kind)).size, kind).toBeGreaterThan(1)
  })
})

describe('this machine', () => {
  it('has folders of fonts for each system, and its own are read', async () => {
    expect(
      fontFolders('windows', { SystemRoot: 'D:\\Windows', LOCALAPPDATA: 'D:\\Users\\a' }, 'D:\\'),
    ).toEqual(['D:\\Windows\\Fonts', 'D:\\Users\\a\\Microsoft\\Windows\\Fonts'])
    expect(fontFolders('macos', {}, '/Users/a')).toContain('/Users/a/Library/Fonts')
    const folders = fontFolders()
    const library = await readLibrary(folders)
    const some = folders.some((each) => statSync(each, { throwIfNoEntry: false })?.isDirectory() === true)
    if (some) expect(library.files).toBeGreaterThan(library.unreadable)
    if (library.has('Noto Serif CJK SC')) {
      const covers = await library.coverage('Noto Serif CJK SC')
      expect(['信', '访', '\u{10fffd}'].map((char) => covers(char.codePointAt(0) ?? 0))).toEqual([
        true,
        true,
        false,
      ])
    }
  })
})
