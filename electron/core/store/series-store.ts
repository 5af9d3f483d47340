import { type Day, yearOf } from '../../../shared/domain/day.ts'
import { type Desk, today } from '../desk.ts'
import { all } from './connection.ts'
import type { Reader, Writer } from './database.ts'
import { nextSerial, seriesKey } from './projection/serials.ts'

export type SeriesName = { readonly series: string; readonly year: number }

type GivenRow = {
  readonly serial: number
  readonly id: string
  readonly voided: 0 | 1
  readonly reason: string
  readonly replacedBy: string | null
}
type GapRow = {
  readonly from: number
  readonly to: number
  readonly reason: string
  readonly on: Day
  readonly by: string
}

export type StoredSeries = {
  readonly given: readonly {
    readonly serial: number
    readonly voided: boolean
    readonly id: string
    readonly reason: string
    /** Id of the paper in the place of a void one. */
    readonly replacedBy: string | null
  }[]
  readonly gaps: readonly GapRow[]
  readonly next: number
}

/** Every series that gave a number, was explained, or would give its first by today's settings; newest year first. */
export function knownSeries(desk: Desk): readonly SeriesName[] {
  const used = all<SeriesName>(
    desk.store.reader.raw,
    `select distinct series, series_year as year from document where serial is not null
     union select series, year from series_gap`,
  )
  const year = yearOf(today(desk))
  const names = Object.values(desk.ledger.office().settings.series).map((series) => ({ series, year }))
  const known = new Map([...used, ...names].map((name) => [seriesKey(name.series, name.year), name]))
  return [...known.values()].sort((a, b) => b.year - a.year || a.series.localeCompare(b.series, 'zh'))
}

export function readSeries(source: Reader | Writer, series: string, year: number): StoredSeries {
  const given = all<GivenRow>(
    source.raw,
    `select serial, id, voided_on is not null as voided, void_reason as reason, replaced_by as replacedBy
      from document
      where series = $series and series_year = $year and serial is not null order by serial, id`,
    { series, year },
  )
  const gaps = all<GapRow>(
    source.raw,
    `select from_serial as "from", to_serial as "to", reason, on_day as "on", explained_by as "by" from series_gap
      where series = $series and year = $year order by from_serial`,
    { series, year },
  )
  return {
    given: given.map((row) => ({ ...row, voided: row.voided === 1 })),
    gaps,
    next: nextSerial(source, seriesKey(series, year)),
  }
}
