import { type DocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import { noticeNumber } from '../../../shared/rules/numbering.ts'
import { type Desk, today } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import { nextSerial, seriesKey } from '../store/projection/serials.ts'

export type TakenNumber = { readonly series: string; readonly year: number; readonly serial: number }

/** 机关代字 of the kind as the office set it; null for what is not numbered. */
export function seriesOf(desk: Desk, kind: DocumentKind): string | null {
  const { series } = KINDS[kind]
  return series === null ? null : (desk.ledger.office().settings.series[series] ?? null)
}

/** The number the kind's next paper takes; keeping the paper in the same change uses it up, so that none is lost. */
export function takeNumber(change: Change, desk: Desk, kind: DocumentKind): TakenNumber | null {
  const series = seriesOf(desk, kind)
  const year = yearOf(today(desk))
  return series === null ? null : { series, year, serial: nextSerial(change.tx, seriesKey(series, year)) }
}

export function numberInWords(number: TakenNumber | null): string {
  return number === null ? '' : noticeNumber(number.series, number.year, number.serial)
}

/** What a preview shows in its place: the serial is taken when the paper is issued. */
export function numberToCome(desk: Desk, kind: DocumentKind): string {
  const series = seriesOf(desk, kind)
  return series === null ? '' : `${series}〔${yearOf(today(desk))}〕  号`
}
