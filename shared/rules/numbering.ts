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

/** The petition a scan or a typed number means, or null. */
export function petitionFromScan(text: string): PetitionNumber | null {
  const typed = text.trim().toUpperCase()
  const candidate = typed.startsWith('XF/') ? (typed.split('/')[1] ?? '') : typed
  return isPetitionNumber(candidate) ? candidate : null
}
