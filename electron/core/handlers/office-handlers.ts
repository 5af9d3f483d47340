import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { settingsSchema } from '../../../shared/domain/catalogue.ts'
import {
  type OfficeCalendar,
  withoutSchoolDay,
  withSchoolDay,
  withYear,
} from '../../../shared/domain/office-calendar.ts'
import { OPEN_STATES } from '../../../shared/domain/petition.ts'
import { dueOf } from '../../../shared/rules/petition-due.ts'
import type { Desk } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { asJson } from '../store/as-json.ts'
import { COURSE_COLUMNS } from '../store/petition-codec.ts'
import { dueFactsOf } from '../store/projection/due.ts'

const done = { done: true } as const

type OfficeMethod = Extract<
  keyof Handlers,
  `catalogue.${string}` | `settings.${string}` | `calendar.${string}`
>

/** Units, channels, categories, leaders, settings and the calendar: what the administrator keeps. */
export const officeHandlers: Pick<Handlers, OfficeMethod> = {
  'catalogue.read': (_, { desk }) => {
    const { units, channels, categories, leaders, settings } = desk.ledger.office()
    return {
      units: [...units],
      channels: [...channels],
      categories: [...categories],
      leaders: [...leaders],
      settings,
    }
  },
  'catalogue.save': async (input, { desk, me }) => {
    await desk.ledger.change(({ append }) =>
      append({
        kind: 'catalogue.saved',
        subject: input.item.code,
        actor: me.login,
        body: { list: input.list, item: asJson(input.item) },
      }),
    )
    return done
  },
  'settings.save': async (input, { desk, me }) => {
    const settings = { ...desk.ledger.office().settings, ...input }
    const parsed = settingsSchema.safeParse(settings)
    if (!parsed.success) throw new DeskError('badRequest', '设置有误，请核对。')
    await desk.ledger.change(async ({ append }) => {
      for (const [key, value] of Object.entries(input)) {
        await append({
          kind: 'setting.saved',
          subject: key,
          actor: me.login,
          body: { key, value: asJson(value) },
        })
      }
    })
    return done
  },
  'calendar.read': (_, { desk }) => {
    const { years, schoolDays } = desk.ledger.office().calendar
    return {
      years: years.map((year) => ({ ...year, holidays: [...year.holidays], workdays: [...year.workdays] })),
      schoolDays: [...schoolDays],
    }
  },
  'calendar.preview': async (input, { desk }) => movedBy(desk, calendarAfter(desk, input)),
  'calendar.saveYear': async (input, { desk, me }) => {
    await desk.ledger.change(({ append }) =>
      append({
        kind: 'calendar.year-saved',
        subject: String(input.year),
        actor: me.login,
        body: asJson(input),
      }),
    )
    return done
  },
  'calendar.saveDay': async (input, { desk, me }) => {
    await desk.ledger.change(({ append }) =>
      append({ kind: 'calendar.day-saved', subject: input.day, actor: me.login, body: input }),
    )
    return done
  },
}

function calendarAfter(desk: Desk, input: Received<'calendar.preview'>): OfficeCalendar {
  const { calendar } = desk.ledger.office()
  if (input.change === 'year') return withYear(calendar, input.year)
  const { day, kind, reason } = input
  return kind === 'none' ? withoutSchoolDay(calendar, day) : withSchoolDay(calendar, { day, kind, reason })
}

/** Every open petition whose due day would be another one. */
async function movedBy(desk: Desk, calendar: OfficeCalendar) {
  const office = desk.ledger.office()
  const rows = await desk.store.reader.db
    .selectFrom('petition')
    .select(['number', 'title', 'received_on', 'grade', 'channel', 'due_on', ...COURSE_COLUMNS])
    .where('state', 'in', OPEN_STATES)
    .where('due_on', 'is not', null)
    .orderBy('due_on')
    .execute()
  return rows.flatMap((row) => {
    const after = dueOf(dueFactsOf(row, office), calendar, office.settings.deadlines)
    if (row.due_on === null || after === null || after.dueOn === row.due_on) return []
    return [{ number: row.number, title: row.title, before: row.due_on, after: after.dueOn }]
  })
}
