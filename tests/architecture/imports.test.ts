import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../..', import.meta.url).pathname
const LIBRARIES =
  'better-sqlite3|kysely|docx|easy-template-x|pg|pg-copy-streams|zod|canonicalize|pinyin-pro|uqr|pngjs|fflate|saxes|csv-parse|write-excel-file'
const WINDOW =
  'react(-dom)?|@mantine/(core|form|dates|hooks)|@tanstack/react-(query|virtual)|wouter|dayjs|zod|pinyin-pro|uqr'

/** Folder → what it may import. The first row that fits decides; `$1` is the folder's own captured name. */
const MAY_IMPORT: readonly (readonly [folder: string, allowed: string])[] = [
  ['shared/domain/', 'shared/domain/|zod$'],
  ['shared/rules/', 'shared/(domain|rules)/'],
  ['shared/documents/', 'shared/(domain|rules|documents)/'],
  ['shared/contract/', 'shared/|zod$'],
  ['electron/core/', `shared/|electron/core/|node:|(${LIBRARIES})(/|$)`],
  ['electron/cli/', 'shared/|electron/(core|cli)/|electron/[a-z-]+\\.ts$|node:|zod$'],
  ['electron/launch/', 'electron/launch/|node:|vite(/|$)|@vitejs/'],
  ['electron/core-main', 'shared/|electron/core/|electron/core-process|node:'],
  [
    'electron/(loopback|core-fork|core-process|data-folder|layout|window-files)',
    'shared/|electron/[a-z-]+\\.ts$|node:',
  ],
  ['electron/', 'shared/|electron/[a-z-]+\\.ts$|node:|electron$'],
  ['renderer/features/(\\w+)/', `shared/|renderer/(bridge|ui|text|features/$1)/|(${WINDOW})(/|$)`],
  ['renderer/(bridge|ui|text)/', `shared/|renderer/(bridge|ui|text)/|(${WINDOW})(/|$)`],
  ['renderer/vite.config', 'node:|vite|@vitejs/'],
  ['renderer/', `shared/|renderer/|(${WINDOW})(/|$)`],
]

const files = globSync('{shared,electron,renderer}/**/*.{ts,tsx,mjs}', { cwd: ROOT })

/** Static, dynamic and side-effect imports of a file, relative ones as paths from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const patterns = [
    /^(?:import|export)\b[^'"`;=]*?\bfrom\s+['"]([^'"]+)['"]/gm,
    /^import\s+['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ]
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => match[1] ?? '')
    .map((target) => (target.startsWith('.') ? path.join(path.dirname(file), target) : target))
}

describe('imports', () => {
  it('finds the files it is about', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(importsOf('electron/core/app.ts')).toContain('electron/core/session.ts')
  })

  it.each(files)('%s imports only what its folder may', (file) => {
    const row = MAY_IMPORT.find(([folder]) => new RegExp(`^${folder}`).test(file))
    if (!row) throw new Error(`${file} is in no known folder`)
    const own = new RegExp(`^${row[0]}`).exec(file)?.[1] ?? ''
    const allowed = new RegExp(`^(${row[1].replaceAll('$1', own)})`)
    expect(importsOf(file).filter((target) => !allowed.test(target))).toEqual([])
  })

  it('keeps Electron out of everything but its own shell', () => {
    const users = files.filter((file) => importsOf(file).includes('electron'))
    expect(users.sort()).toEqual([
      'electron/ipc-main.ts',
      'electron/main-window.ts',
      'electron/main.ts',
      'electron/preload.ts',
    ])
  })
})
