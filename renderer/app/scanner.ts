import type { PetitionNumber } from '../../shared/domain/petition.ts'
import { petitionFromScan } from '../../shared/rules/numbering.ts'

/** People need longer between two keys; scanners take a few milliseconds. */
const FASTEST_TYPIST_MS = 60
const PREFIX = 'XF/'

export type ScanState = { readonly text: string; readonly lastAtMs: number }
export const NO_SCAN: ScanState = { text: '', lastAtMs: 0 }

export type Scanned =
  | { readonly kind: 'waiting'; readonly state: ScanState }
  | { readonly kind: 'petition'; readonly number: PetitionNumber; readonly text: string }

/** One more key of what may be a scan: it begins with `XF/`, comes faster than anybody types, and ends with Enter. */
export function scanKey(state: ScanState, key: string, atMs: number): Scanned {
  const fast = atMs - state.lastAtMs <= FASTEST_TYPIST_MS
  if (key === 'Enter') {
    const number = fast && state.text.startsWith(PREFIX) ? petitionFromScan(state.text) : null
    return number === null
      ? { kind: 'waiting', state: NO_SCAN }
      : { kind: 'petition', number, text: state.text }
  }
  if (key.length !== 1) return { kind: 'waiting', state: key === 'Shift' ? state : NO_SCAN }
  const continued = fast ? state.text + key.toUpperCase() : key.toUpperCase()
  const text = PREFIX.startsWith(continued.slice(0, PREFIX.length)) ? continued : ''
  return { kind: 'waiting', state: { text, lastAtMs: atMs } }
}
