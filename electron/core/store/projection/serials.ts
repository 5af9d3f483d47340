import { one, prepared } from '../connection.ts'
import type { Reader, Writer } from '../database.ts'

/** Papers whose series have the same 机关代字 share one counter a year. */
export function seriesKey(series: string, year: number): string {
  return `notice/${series}/${year}`
}

/** Marks a number as used, so that the next one is the one after it. */
export function useSerial(tx: Writer, series: string, serial: number): void {
  prepared(
    tx.raw,
    `insert into serial (series, next) values (@series, @next)
     on conflict (series) do update set next = @next where serial.next < @next`,
  ).run({ series, next: serial + 1 })
}

/** The number the series would give now. Inside a write nobody else can take it. */
export function nextSerial(source: Reader | Writer, series: string): number {
  const row = one<{ next: number } | undefined>(
    source.raw,
    'select next from serial where series = ?',
    series,
  )
  return row?.next ?? 1
}
