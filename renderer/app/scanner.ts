import { readScan } from '../../shared/rules/numbering.ts'

/**
 * Scanners take a few milliseconds a key, a wireless one at a busy PC many more. What tells a scan from typed text is
 * its beginning, its check character and the Enter; the pause only tells where a new text begins.
 */
const LONGEST_PAUSE_MS = 300
const PREFIX = 'XF/'

export type ScanState = { readonly text: string; readonly lastAtMs: number }
export const NO_SCAN: ScanState = { text: '', lastAtMs: 0 }

export type Scanned =
  | { readonly kind: 'waiting'; readonly state: ScanState }
  | { readonly kind: 'code'; readonly text: string }

/** Nobody types that on a page: what follows up to Enter is a scan. */
export function isScanning(text: string): boolean {
  return text.startsWith(PREFIX)
}

/** One more key of what may be a scan: it begins with `XF/`, comes without a pause, and ends with Enter. */
export function scanKey(state: ScanState, key: string, atMs: number): Scanned {
  const goesOn = atMs - state.lastAtMs <= LONGEST_PAUSE_MS
  if (key === 'Enter') {
    const whole = goesOn && isScanning(state.text) && readScan(state.text) !== null
    return whole ? { kind: 'code', text: state.text } : { kind: 'waiting', state: NO_SCAN }
  }
  if (key.length !== 1) return { kind: 'waiting', state: key === 'Shift' ? state : NO_SCAN }
  const continued = goesOn ? state.text + key.toUpperCase() : key.toUpperCase()
  const text = PREFIX.startsWith(continued.slice(0, PREFIX.length)) ? continued : ''
  return { kind: 'waiting', state: { text, lastAtMs: atMs } }
}
