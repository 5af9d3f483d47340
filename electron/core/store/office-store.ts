import {
  type Catalogue,
  type Category,
  type Channel,
  categorySchema,
  channelSchema,
  type Leader,
  leaderSchema,
  settingsSchema,
  type Unit,
  unitSchema,
} from '../../../shared/domain/catalogue.ts'
import {
  calendarYearSchema,
  type OfficeCalendar,
  type SchoolDay,
} from '../../../shared/domain/office-calendar.ts'
import { type Reader, readable, type Writer } from './database.ts'

/** What nearly every rule needs; small, so it is held in memory and refreshed when one of its entries is folded. */
export type Office = Catalogue & {
  readonly calendar: OfficeCalendar
  unit(code: string): Unit | undefined
  channel(code: string): Channel | undefined
  category(code: string): Category | undefined
  leader(code: string): Leader | undefined
}

export async function readOffice(source: Reader | Writer): Promise<Office | null> {
  const db = readable(source)
  const [items, settings, years, schoolDays] = await Promise.all([
    db.selectFrom('catalogue_item').selectAll().execute(),
    db.selectFrom('setting').selectAll().execute(),
    db.selectFrom('calendar_year').select('item').orderBy('year').execute(),
    db.selectFrom('school_day').selectAll().orderBy('day').execute(),
  ])
  const known = settingsSchema.safeParse(
    Object.fromEntries(settings.map((row) => [row.key, JSON.parse(row.value)])),
  )
  if (!known.success) return null
  const list = (name: string) =>
    items.filter((row) => row.list === name).map((row) => JSON.parse(row.item) as unknown)
  return officeOf(
    {
      units: unitSchema.array().parse(list('units')),
      channels: channelSchema.array().parse(list('channels')),
      categories: categorySchema.array().parse(list('categories')),
      leaders: leaderSchema.array().parse(list('leaders')),
      settings: known.data,
    },
    {
      years: years.map((row) => calendarYearSchema.parse(JSON.parse(row.item))),
      schoolDays: schoolDays as SchoolDay[],
    },
  )
}

export function officeOf(catalogue: Catalogue, calendar: OfficeCalendar): Office {
  const ordered = <T extends { order: number; code: string }>(items: readonly T[]) =>
    [...items].sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
  const units = new Map(catalogue.units.map((unit) => [unit.code, unit]))
  const channels = new Map(catalogue.channels.map((channel) => [channel.code, channel]))
  const categories = new Map(catalogue.categories.map((category) => [category.code, category]))
  const leaders = new Map(catalogue.leaders.map((leader) => [leader.code, leader]))
  return {
    ...catalogue,
    units: ordered(catalogue.units),
    channels: ordered(catalogue.channels),
    categories: ordered(catalogue.categories),
    leaders: ordered(catalogue.leaders),
    calendar,
    unit: (code) => units.get(code),
    channel: (code) => channels.get(code),
    category: (code) => categories.get(code),
    leader: (code) => leaders.get(code),
  }
}
