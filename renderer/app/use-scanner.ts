import { useEffect, useEffectEvent } from 'react'
import { isComposing } from '../ui/key-names.ts'
import { createHeldKeys } from './held-keys.ts'
import { isScanning, NO_SCAN, scanKey } from './scanner.ts'

/**
 * A scan on any page opens what the paper is about. Outside of fields its letters are kept from the shortcuts of the
 * page; what it typed into a field on the way is taken out again.
 */
export function useScanner(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan)
  useEffect(() => {
    let state = NO_SCAN
    const held = createHeldKeys()
    function press(event: KeyboardEvent) {
      if (held.isReplayed(event)) return
      if (event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) return
      const before = state.text
      const result = scanKey(state, event.key, event.timeStamp)
      state = result.kind === 'waiting' ? result.state : NO_SCAN
      const typing = isField(event.target)
      if (result.kind === 'waiting') {
        if (typing || event.key === 'Shift') return
        // Misread in the middle: whoever opens it says so.
        if (event.key === 'Enter' && isScanning(before)) scanned(before)
        else held.hold(event, state.text)
        return
      }
      event.preventDefault()
      event.stopPropagation()
      held.drop()
      if (typing) takeOut(document.activeElement, result.text)
      scanned(result.text)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => {
      held.drop()
      window.removeEventListener('keydown', press, { capture: true })
    }
  }, [])
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}

function takeOut(field: Element | null, text: string) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const end = field.selectionStart ?? field.value.length
  const start = end - text.length
  if (start < 0 || field.value.slice(start, end).toUpperCase() !== text) return
  field.setSelectionRange(start, end)
  // The one way to change a field that is undoable and that React hears of.
  document.execCommand('delete')
}
