/** The keys of a shortcut as they are written in code: `F2`, `Ctrl+K`, `Ctrl+ArrowDown`, `Alt+1`, `C`. */
export type Keys = string

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What was pressed, written the same way; Shift is named only where it does not already change the character. */
export function keysOf(event: KeyPress): Keys {
  const key = nameOf(event)
  const shift = event.shiftKey && (key.length > 1 || /^[A-Z0-9]$/.test(key))
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+')
}

function nameOf({ key, code, altKey }: KeyPress): string {
  // With Alt some layouts type another character than the one on the key.
  if (altKey && /^(Digit|Key)./.test(code)) return code.replace(/^(Digit|Key)/, '')
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toUpperCase() : key
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '回车',
  Escape: 'Esc',
  Space: '空格',
  Delete: 'Delete',
}

/** As it is printed in tooltips and on the help page: `Ctrl+↓`. */
export function shownKeys(keys: Keys): string {
  return keys
    .split('+')
    .map((part) => SHOWN[part] ?? part)
    .join('+')
}

/** A key that would be text, or would move in text, when something is being typed. */
export function isPlainKey(keys: Keys): boolean {
  return !/^(Ctrl\+|Alt\+|F\d{1,2}$|Shift\+F\d|Escape$)/.test(keys)
}

export type Composing = { readonly isComposing: boolean; readonly keyCode: number }

/** True while an input method is composing: those keys belong to it. */
export function isComposing(event: Composing): boolean {
  return event.isComposing || event.keyCode === 229
}
