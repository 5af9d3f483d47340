import { describe, expect, it } from 'vitest'
import { isComposing, isPlainKey, keysOf, shownKeys } from '../../../renderer/ui/key-names.ts'

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('keysOf', () => {
  it.each([
    ['F2', press('F2')],
    ['Ctrl+K', press('k', { ctrlKey: true })],
    ['Ctrl+Enter', press('Enter', { ctrlKey: true })],
    ['Ctrl+Shift+A', press('A', { ctrlKey: true, shiftKey: true })],
    ['Ctrl+ArrowDown', press('ArrowDown', { ctrlKey: true })],
    ['C', press('c')],
    ['Space', press(' ')],
    ['?', press('?', { shiftKey: true })],
  ])('writes %s', (keys, event) => {
    expect(keysOf(event)).toBe(keys)
  })

  it('takes the key on the keyboard where Alt makes another character of it', () => {
    expect(keysOf(press('¡', { altKey: true, code: 'Digit1' }))).toBe('Alt+1')
  })
})

describe('isPlainKey', () => {
  it.each(['C', 'Enter', 'ArrowDown', 'Space', 'Shift+Tab'])('holds %s back while text is typed', (keys) => {
    expect(isPlainKey(keys)).toBe(true)
  })

  it.each(['F2', 'Ctrl+K', 'Alt+1', 'Escape', 'Ctrl+Shift+A'])('lets %s through', (keys) => {
    expect(isPlainKey(keys)).toBe(false)
  })
})

it('leaves the keys of an input method alone, also where only the old code tells', () => {
  expect(isComposing({ isComposing: true, keyCode: 0 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 65 })).toBe(false)
})

it('shows arrows as arrows', () => {
  expect(shownKeys('Ctrl+ArrowDown')).toBe('Ctrl+↓')
})
