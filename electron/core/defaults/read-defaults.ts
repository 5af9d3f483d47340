import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../../shared/contract/errors.ts'
import {
  type Catalogue,
  categorySchema,
  channelSchema,
  leaderSchema,
  settingsSchema,
  unitSchema,
} from '../../../shared/domain/catalogue.ts'
import { calendarYearSchema, type OfficeCalendar } from '../../../shared/domain/office-calendar.ts'

/** What a new desk starts with, before the administrator changes anything. */
export type Defaults = Catalogue & { readonly calendar: OfficeCalendar }

/** Reads the files the program ships with. A file that is missing or damaged is named, with what to do. */
export function readDefaults(resourcesDir: string): Defaults {
  return { ...readCatalogue(resourcesDir), calendar: readCalendar(resourcesDir) }
}

function readCatalogue(resourcesDir: string): Catalogue {
  return {
    units: readFile(resourcesDir, 'defaults/units.json', z.array(unitSchema)),
    channels: readFile(resourcesDir, 'defaults/channels.json', z.array(channelSchema)),
    categories: readFile(resourcesDir, 'defaults/categories.json', z.array(categorySchema)),
    leaders: readFile(resourcesDir, 'defaults/leaders.json', z.array(leaderSchema)),
    settings: readFile(resourcesDir, 'defaults/settings.json', settingsSchema),
  }
}

function readCalendar(resourcesDir: string): OfficeCalendar {
  const years = namesOf(resourcesDir, 'calendars')
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => readFile(resourcesDir, `calendars/${name}`, calendarYearSchema))
  return { years, schoolDays: [] }
}

function namesOf(resourcesDir: string, folder: string): readonly string[] {
  try {
    return readdirSync(path.join(resourcesDir, folder))
  } catch (cause) {
    throw damaged(folder, cause)
  }
}

function readFile<T>(resourcesDir: string, name: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path.join(resourcesDir, name), 'utf8')))
  } catch (cause) {
    throw damaged(name, cause)
  }
}

function damaged(name: string, cause: unknown): DeskError {
  const error = new DeskError('unavailable', `程序自带的 resources/${name} 缺失或已损坏，请重新安装程序。`)
  error.cause = cause
  return error
}
