import { useEffect, useEffectEvent } from 'react'
import { isComposing } from '../ui/key-names.ts'
import { NO_SCAN, scanKey } from './scanner.ts'

/** A scan on any page opens what the paper is about; what it typed into a field on the way is taken out again. */
export function useScanner(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan)
  useEffect(() => {
    let state = NO_SCAN
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) return
      const result = scanKey(state, event.key, event.timeStamp)
      state = result.kind === 'waiting' ? result.state : NO_SCAN
      if (result.kind !== 'code') return
      event.preventDefault()
      event.stopPropagation()
      takeOut(document.activeElement, result.text)
      scanned(result.text)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
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
