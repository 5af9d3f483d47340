import type { Answer } from '../../../shared/contract/api.ts'
import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import { accountOf } from '../../../shared/rules/number-series.ts'
import { type Desk, today } from '../desk.ts'
import { all } from '../store/connection.ts'
import { knownSeries, readSeries, type SeriesName } from '../store/series-store.ts'
import { paperById, paperName } from './paper-name.ts'

type SeriesView = Answer<'register.series'>['series'][number]

/** Newest year first; in each, what does not add up, then what is in use, then what no paper has used yet. */
export function seriesViews(desk: Desk): SeriesView[] {
  return knownSeries(desk)
    .map((name) => seriesView(desk, name))
    .sort((a, b) => b.year - a.year || rank(a) - rank(b))
}

function rank({ sound, issued, gaps }: SeriesView): number {
  if (!sound) return 0
  return issued + gaps.length > 0 ? 1 : 2
}

function seriesView(desk: Desk, { series, year }: SeriesName): SeriesView {
  const stored = readSeries(desk.store.reader, series, year)
  const account = accountOf(stored)
  const kinds = carriedBy(desk, { series, year })
  return {
    series,
    year,
    kinds: kinds.names,
    current: kinds.current && year === yearOf(today(desk)),
    next: stored.next,
    issued: stored.given.length,
    voided: stored.given
      .filter(({ voided }) => voided)
      .map(({ serial, id, reason, replacedBy }) => {
        const instead = replacedBy === null ? undefined : paperById(desk.store.reader, replacedBy)
        return {
          serial,
          document: id,
          reason,
          replacedBy: instead === undefined ? null : { id: instead.id, name: paperName(instead) },
        }
      }),
    gaps: stored.gaps.map((gap) => ({ ...gap, by: desk.nameOf(gap.by) })),
    verdict: account.verdict,
    sound: account.problems.length === 0,
  }
}

/** By the settings of today, and by what was issued before they were changed. */
function carriedBy(desk: Desk, { series, year }: SeriesName): { names: string[]; current: boolean } {
  const issued = all<{ kind: string }>(
    desk.store.reader.raw,
    'select distinct kind from document where series = $series and series_year = $year and serial is not null',
    { series, year },
  ).map(({ kind }) => kind)
  const settings: Readonly<Record<string, string>> = desk.ledger.office().settings.series
  const set = Object.entries(KINDS).flatMap(([kind, row]) =>
    row.series !== null && settings[row.series] === series ? [kind] : [],
  )
  const kinds = [...new Set([...set, ...issued])]
  return {
    names: kinds.map((kind) => (isDocumentKind(kind) ? KINDS[kind].name : kind)),
    current: set.length > 0,
  }
}

/** For the check of the whole store: every series that does not run from 1 to its highest number. */
export function seriesProblems(desk: Desk): readonly string[] {
  return knownSeries(desk).flatMap(({ series, year }) =>
    accountOf(readSeries(desk.store.reader, series, year)).problems.map(
      (problem) => `文号 ${series}〔${year}〕：${problem}`,
    ),
  )
}
