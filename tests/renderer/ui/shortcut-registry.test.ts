import { describe, expect, it } from 'vitest'
import {
  createShortcutRegistry,
  innermost,
  type Pressed,
  type Shortcut,
} from '../../../renderer/ui/shortcut-registry.ts'

function aShortcut(keys: string, more: Partial<Shortcut> = {}): Shortcut {
  return { keys, label: keys, action: () => undefined, layer: 0, depth: 0, everywhere: false, ...more }
}

/** As much of a key press as a Ctrl key or a function key needs. */
function press(keys: Partial<Pressed>): Pressed {
  return {
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    target: null,
    defaultPrevented: false,
    preventDefault: () => undefined,
    ...keys,
  }
}

describe('a shortcut registry', () => {
  it('gives a key the meaning of the page rather than of the frame, whichever came first', () => {
    const done: string[] = []
    const registry = createShortcutRegistry()
    registry.add(aShortcut('F2', { depth: 1, action: () => done.push('page') }))
    registry.add(aShortcut('F2', { depth: 0, action: () => done.push('frame') }))

    registry.press(press({ key: 'F2' }))

    expect(done).toEqual(['page'])
  })

  it('lets the keys of the page rest while a dialog lies over it', () => {
    const done: string[] = []
    const registry = createShortcutRegistry()
    registry.add(aShortcut('F2', { action: () => done.push('page') }))
    registry.add(aShortcut('F9', { action: () => done.push('lock'), everywhere: true }))
    const close = registry.openLayer(1)

    expect(registry.press(press({ key: 'F2' }))).toBe(false)
    expect(registry.press(press({ key: 'F9' }))).toBe(true)
    close()
    expect(registry.press(press({ key: 'F2' }))).toBe(true)
    expect(done).toEqual(['lock', 'page'])
  })

  it('does nothing while an input method composes', () => {
    const registry = createShortcutRegistry()
    registry.add(aShortcut('F2'))

    expect(registry.press(press({ key: 'F2', isComposing: true }))).toBe(false)
    expect(registry.press(press({ key: 'F2', keyCode: 229 }))).toBe(false)
  })

  it('forgets a shortcut whose place is gone', () => {
    const registry = createShortcutRegistry()
    const remove = registry.add(aShortcut('Ctrl+S'))
    remove()

    expect(registry.active()).toEqual([])
    expect(registry.press(press({ key: 's', ctrlKey: true }))).toBe(false)
  })

  it('lists each key once, with its innermost meaning, the nearest first', () => {
    const registry = createShortcutRegistry()
    registry.add(aShortcut('F1', { label: '帮助' }))
    registry.add(aShortcut('F2', { label: '来访登记' }))
    registry.add(aShortcut('F2', { label: '另登记一位', depth: 1 }))

    expect(innermost(registry.active()).map(({ label }) => label)).toEqual(['另登记一位', '帮助'])
  })
})
