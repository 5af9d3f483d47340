import { z } from 'zod'
import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import { calendarYearSchema } from '../../../../shared/domain/office-calendar.ts'
import type { Fold } from './fold.ts'

type OfficeEntry = Extract<
  KnownEntry,
  {
    kind:
      | 'station.founded'
      | 'account.saved'
      | 'setting.saved'
      | 'catalogue.saved'
      | 'calendar.year-saved'
      | 'calendar.day-saved'
  }
>

const coded = z.looseObject({ code: z.string() })

export async function projectOffice(fold: Fold, entry: OfficeEntry): Promise<void> {
  const { db } = fold.tx
  switch (entry.kind) {
    case 'station.founded': {
      const { code, school, name, publicKey } = entry.body
      await db.insertInto('station').values({ code, school, name, public_key: publicKey }).execute()
      return
    }
    case 'account.saved': {
      const { login, name, roles, active, unit, leader } = entry.body
      const row = {
        name,
        roles: JSON.stringify(roles),
        active: active ? (1 as const) : (0 as const),
        unit,
        leader,
      }
      await db
        .insertInto('account')
        .values({ login, ...row })
        .onConflict((conflict) => conflict.column('login').doUpdateSet(row))
        .execute()
      return
    }
    case 'setting.saved': {
      const value = JSON.stringify(entry.body.value)
      await db
        .insertInto('setting')
        .values({ key: entry.body.key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
      fold.officeChanged()
      return
    }
    case 'catalogue.saved': {
      const item = JSON.stringify(entry.body.item)
      await db
        .insertInto('catalogue_item')
        .values({ list: entry.body.list, code: coded.parse(entry.body.item).code, item })
        .onConflict((conflict) => conflict.columns(['list', 'code']).doUpdateSet({ item }))
        .execute()
      fold.officeChanged()
      return
    }
    case 'calendar.year-saved': {
      const year = calendarYearSchema.parse(entry.body)
      const item = JSON.stringify(year)
      await db
        .insertInto('calendar_year')
        .values({ year: year.year, item })
        .onConflict((conflict) => conflict.column('year').doUpdateSet({ item }))
        .execute()
      fold.officeChanged()
      return
    }
    case 'calendar.day-saved': {
      const { day, kind, reason } = entry.body
      await db.deleteFrom('school_day').where('day', '=', day).execute()
      if (kind !== 'none') await db.insertInto('school_day').values({ day, kind, reason }).execute()
      fold.officeChanged()
      return
    }
  }
}
