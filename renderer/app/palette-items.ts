import type { Answer } from '../../shared/contract/api.ts'
import { readScan } from '../../shared/rules/numbering.ts'
import { shownKeys } from '../ui/key-names.ts'
import { foundBy } from '../ui/pinyin-initials.ts'
import { innermost, type Shortcut } from '../ui/shortcut-registry.ts'

export type PaletteItem = {
  readonly id: string
  readonly group: '打开' | '操作' | '信访事项'
  readonly label: string
  readonly note: string
  readonly run: () => void
}

/** Moving about is for the hand, not for a list of commands. */
const MOVES = /^(Ctrl\+)?(Arrow|Page)/

/** Commands are the shortcuts that work on this page, found by their words or pinyin initials. */
export function commandItems(shortcuts: readonly Shortcut[], typed: string): readonly PaletteItem[] {
  return innermost(shortcuts)
    .filter(({ label, keys }) => keys !== 'Ctrl+K' && !MOVES.test(keys) && foundBy(label, typed))
    .map(({ keys, label, action }) => ({
      id: `command-${keys}`,
      group: '操作',
      label,
      note: shownKeys(keys),
      run: action,
    }))
}

/** What has no key, but is done now and then. */
export function extraItems(extras: readonly Extra[], typed: string): readonly PaletteItem[] {
  return extras
    .filter(({ label }) => foundBy(label, typed))
    .map(({ label, run }) => ({ id: `extra-${label}`, group: '操作', label, note: '', run }))
}

export type Extra = Pick<PaletteItem, 'label' | 'run'>

/** A whole number or the code of a paper, typed or scanned, opens at once. */
export function codeItem(typed: string, open: (code: string) => void): readonly PaletteItem[] {
  const code = readScan(typed)
  if (code === null) return []
  const label = `打开 ${code.petition ?? code.document ?? ''}`
  return [{ id: 'number', group: '打开', label, note: '', run: () => open(typed) }]
}

type Line = Answer<'petitions.list'>['lines'][number]

export function petitionItems(
  lines: readonly Line[],
  open: (number: string) => void,
): readonly PaletteItem[] {
  return lines.map(({ number, title, petitioner }) => ({
    id: `petition-${number}`,
    group: '信访事项',
    label: `${number}　${title}`,
    note: petitioner,
    run: () => open(number),
  }))
}
