import { createHash } from 'node:crypto'
import { type FontState, fontStates } from '../../../shared/documents/font-check.ts'
import { type FontLibrary, readLibrary } from './font-files.ts'
import { fontFolders } from './font-folders.ts'

/** What the papers are drawn with on this PC. */
export type FontsHere = {
  readonly library: FontLibrary
  readonly states: readonly FontState[]
  /** Changes with what is present and what stands in. */
  readonly fingerprint: string
}

let reading: Promise<FontsHere> | null = null

/** Looks again; files that have not changed are not read again. Whoever asks meanwhile waits for the same look. */
export async function fontsHere(): Promise<FontsHere> {
  reading ??= look().finally(() => {
    reading = null
  })
  return reading
}

async function look(): Promise<FontsHere> {
  const library = await readLibrary(fontFolders())
  const states = fontStates(library.has)
  const drawn = states.map(({ font, drawnBy }) => `${font}=${drawnBy ?? ''}`).join('\n')
  return { library, states, fingerprint: createHash('sha256').update(drawn).digest('hex').slice(0, 16) }
}
