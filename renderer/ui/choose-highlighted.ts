import type { KeyboardEvent } from 'react'
import { isComposing } from './key-names.ts'

/**
 * Enter takes the option that is seen to be highlighted. The library goes by a number of its own, which it resets a
 * moment after the list has opened: an Enter right after the first letter would be lost.
 */
export function chooseByEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return
  const option = highlighted(event)
  if (option === null) return
  event.preventDefault()
  event.stopPropagation()
  option.click()
}

/** Tab takes it too and goes on, as in a list of the system. */
export function chooseByEnterOrTab(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Tab') highlighted(event)?.click()
  else chooseByEnter(event)
}

function highlighted(event: KeyboardEvent<HTMLInputElement>): HTMLElement | null {
  if (event.ctrlKey || event.altKey || event.metaKey || isComposing(event.nativeEvent)) return null
  const input = event.currentTarget
  const list = input.getAttribute('aria-expanded') === 'true' ? input.getAttribute('aria-controls') : null
  if (list === null) return null
  return document.getElementById(list)?.querySelector<HTMLElement>('[data-combobox-selected]') ?? null
}
