import type { PetitionNumber } from '../domain/petition.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Check character of ISO 7064 MOD 37,36: catches every single slip and every swap of neighbours. */
export function checkCharacter(text: string): string {
  let product = 36
  for (const char of text.replaceAll('-', '')) {
    const value = ALPHABET.indexOf(char)
    if (value < 0) throw new RangeError(`not a letter or digit: ${char}`)
    const sum = (product + value) % 36
    product = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return ALPHABET[(37 - product) % 36] ?? '0'
}

/** `ZX-2026-00012-K`: two stations never collide, a misread character is noticed. */
export function petitionNumber(station: string, year: number, serial: number): PetitionNumber {
  const stem = `${station}-${year}-${String(serial).padStart(5, '0')}`
  return `${stem}-${checkCharacter(stem)}` as PetitionNumber
}

export function isPetitionNumber(text: string): text is PetitionNumber {
  const match = /^([A-Z][A-Z0-9]{1,3}-\d{4}-\d{5,})-([0-9A-Z])$/.exec(text)
  return match?.[1] !== undefined && checkCharacter(match[1]) === match[2]
}

/** 登记编号 of a visit: `ZX-2026-L00012`. */
export function visitNumber(station: string, year: number, serial: number): string {
  return `${station}-${year}-L${String(serial).padStart(5, '0')}`
}

/** Internal number of an issued document, what its QR code carries: `ZX-2026-D00034`. */
export function documentId(station: string, year: number, serial: number): string {
  return `${station}-${year}-D${String(serial).padStart(5, '0')}`
}

/** 发文字号, GB/T 9704-2012 7.2.5: full-width hexagonal brackets, no leading zero. */
export function noticeNumber(series: string, year: number, serial: number): string {
  return `${series}〔${year}〕${serial}号`
}

/** What the QR code of a paper says; a scanner types it on any screen. A paper about no single petition leaves it out. */
export function scanText(petition: string | null, document: string): string {
  return `XF/${petition ?? '-'}/${document}`
}

/** Every petition a text names by its number. */
export function petitionNumbersIn(text: string): readonly PetitionNumber[] {
  const found = text.match(/[A-Z][A-Z0-9]{1,3}-\d{4}-\d{5,}-[0-9A-Z]/g) ?? []
  return [...new Set(found)].filter(isPetitionNumber)
}

export function isDocumentId(text: string): boolean {
  return /^[A-Z][A-Z0-9]{1,3}-\d{4}-D\d{5,}$/.test(text)
}

/** The station a number was given by. */
export function stationOf(number: string): string {
  return number.split('-')[0] ?? ''
}

/** What a code or a typed number means; at least one of the two is there. */
export type ScannedCode = { readonly petition: PetitionNumber | null; readonly document: string | null }

/** `XF/<petition or ->/<document>` of a paper, or a whole number typed by hand; null for anything else. */
export function readScan(text: string): ScannedCode | null {
  const typed = text.normalize('NFKC').trim().toUpperCase()
  const [first = '', second = ''] = typed.startsWith('XF/') ? typed.slice(3).split('/') : ['', '']
  const candidates = typed.startsWith('XF/') ? [first, second] : [typed]
  const petition = candidates.find(isPetitionNumber) ?? null
  const document = candidates.find(isDocumentId) ?? null
  // A check character that does not fit says that the whole code was misread.
  if (first !== '' && first !== '-' && petition === null) return null
  return petition === null && document === null ? null : { petition, document }
}

/** The petition a scan or a typed number means, or null. */
export function petitionFromScan(text: string): PetitionNumber | null {
  return readScan(text)?.petition ?? null
}
