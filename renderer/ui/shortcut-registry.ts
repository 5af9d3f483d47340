import { type Composing, isComposing, isPlainKey, type KeyPress, type Keys, keysOf } from './key-names.ts'

/** As much of a key event as is looked at. */
export type Pressed = KeyPress &
  Composing &
  Pick<KeyboardEvent, 'target' | 'defaultPrevented' | 'preventDefault'>

export type Shortcut = {
  readonly keys: Keys
  readonly label: string
  readonly action: () => void
  /** 0 is the page; every open dialog lies one above what it covers. */
  readonly layer: number
  /** How far inside the window it was registered: the innermost meaning of a key wins. */
  readonly depth: number
  /** Works also while a dialog is open: help, lock. */
  readonly everywhere: boolean
}

export type ShortcutRegistry = {
  readonly add: (shortcut: Shortcut) => () => void
  /** What works now, the outermost first. The same array until something changes. */
  readonly active: () => readonly Shortcut[]
  readonly subscribe: (listener: () => void) => () => void
  /** Lays one over the page; what is returned takes it away. */
  readonly openLayer: (layer: number) => () => void
  /** Which shortcut the key means now. */
  readonly meant: (event: Pressed) => Shortcut | undefined
  /** True when the key belonged to a shortcut. */
  readonly press: (event: Pressed) => boolean
}

export function createShortcutRegistry(): ShortcutRegistry {
  const shortcuts = new Set<Shortcut>()
  const layers: number[] = [0]
  const listeners = new Set<() => void>()
  const state: { active: readonly Shortcut[] } = { active: [] }

  function changed() {
    const top = Math.max(...layers)
    state.active = [...shortcuts]
      .filter(({ layer, everywhere }) => everywhere || layer === top)
      .sort((a, b) => a.depth - b.depth)
    for (const listener of listeners) listener()
  }

  function meant(event: Pressed): Shortcut | undefined {
    const keys = keysOf(event)
    if (isPlainKey(keys) && takesPlainKeys(event.target, keys)) return undefined
    if (keys === 'Escape' && closesItself(event.target)) return undefined
    // A page may give a key of the frame its own meaning.
    return state.active.findLast((each) => each.keys === keys)
  }

  return {
    add(shortcut) {
      shortcuts.add(shortcut)
      changed()
      return () => {
        shortcuts.delete(shortcut)
        changed()
      }
    },
    active: () => state.active,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openLayer(layer) {
      layers.push(layer)
      changed()
      return () => {
        layers.splice(layers.indexOf(layer), 1)
        changed()
      }
    },
    meant,
    press(event) {
      const shortcut = event.defaultPrevented || isComposing(event) ? undefined : meant(event)
      if (shortcut === undefined) return false
      event.preventDefault()
      shortcut.action()
      return true
    },
  }
}

/** Each key once, with the meaning it has where one stands now; the innermost meanings first. */
export function innermost(shortcuts: readonly Shortcut[]): readonly Shortcut[] {
  const each = [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()]
  return each.sort((a, b) => b.depth - a.depth)
}

const TYPING =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, [contenteditable=true], [role=combobox]'
const PRESSED_BY_ENTER =
  'button, a[href], summary, input, [role=option], [role=menuitem], [role=grid], [role=radio]'
const MOVED_BY_ARROWS =
  '[role=grid], [role=listbox], [role=radiogroup], [role=menu], [role=tablist], input[type=radio]'

/** An open list or menu takes Esc for itself. */
function closesItself(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[aria-expanded=true], [role=menu], [role=listbox]') !== null
  )
}

/** Whether what has the focus needs the key itself. */
function takesPlainKeys(target: EventTarget | null, keys: Keys): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(TYPING) !== null) return true
  if (keys === 'Enter' || keys === 'Space') return target.closest(PRESSED_BY_ENTER) !== null
  return keys.startsWith('Arrow') && target.closest(MOVED_BY_ARROWS) !== null
}
