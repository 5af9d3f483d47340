import type { Retention, Settings } from '../domain/catalogue.ts'

const RETENTION_CODES: Readonly<Record<Retention, string>> = { 永久: 'Y', '30年': 'D30', '10年': 'D10' }

export type ArchiveNumber = {
  /** The count the serial is taken from. */
  readonly series: string
  /** 档号 with the serial in it. */
  readonly withSerial: (serial: number) => string
}

/**
 * 档号: `0110-WS·2026-D30-BGS-0001` by piece (DA/T 22-2015), or `2026-XZ11-5` by the classes of university archives
 * (高等学校档案实体分类法).
 */
export function archiveNumber(
  { scheme, fonds, organ, classNumber }: Settings['archive'],
  year: number,
  retention: Retention,
): ArchiveNumber {
  if (scheme === 'class') {
    const stem = `${year}-${classNumber}`
    return { series: stem, withSerial: (serial) => `${stem}-${serial}` }
  }
  const stem = `${fonds}-WS·${year}-${RETENTION_CODES[retention]}-${organ}`
  return { series: stem, withSerial: (serial) => `${stem}-${String(serial).padStart(4, '0')}` }
}
