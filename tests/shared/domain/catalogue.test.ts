import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  categorySchema,
  channelSchema,
  leaderSchema,
  settingsSchema,
  unitSchema,
} from '../../../shared/domain/catalogue.ts'
import { calendarYearSchema, schoolDaySchema } from '../../../shared/domain/office-calendar.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const { units, channels, categories, leaders, settings, calendar } = DEFAULTS
const messages = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message)

/** The value with one member, at any depth, replaced by each kind of nonsense or taken away. */
function* spoiled(value: unknown): Generator {
  yield* [undefined, null, 'x\u0000', -1, 1.5, [1], { nonsense: {} }]
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [key, member] of Object.entries(value)) {
    for (const bad of spoiled(member)) {
      yield isList ? Object.assign([...value], { [key]: bad }) : { ...value, [key]: bad }
    }
  }
}

describe('whatever is wrong with the administrator’s data', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['unit', unitSchema, units[0]],
    ['channel', channelSchema, channels.find(({ otherLeadUnits }) => otherLeadUnits.length > 0)],
    ['category', categorySchema, categories[1]],
    ['leader', leaderSchema, leaders[0]],
    ['settings', settingsSchema, { ...settings, deadlines: { complex: { days: 3, counts: 'working' } } }],
    ['year', calendarYearSchema, calendar.years.at(-2)],
    ['school day', schoolDaySchema, { day: '2026-11-25', kind: 'rest', reason: '校庆' }],
  ])('in a %s is told in Chinese', (_, schema, value) => {
    expect(messages(schema, value)).toBeUndefined()

    const said = [...spoiled(value)].flatMap((bad) => messages(schema, bad) ?? [])

    expect(said.length).toBeGreaterThan(10)
    expect(
      said.filter(
        (message) => !/^[^A-Za-z]*[一-龥][^A-Za-z]*。$/u.test(message.replace('true 或 false', '')),
      ),
    ).toEqual([])
  })
})

describe('a unit', () => {
  it.each(['x', 'jwc', 'JW-C', '教务处', 'ABCDEFGHIJKLM'])('is refused the code %s', (code) => {
    expect(messages(unitSchema, { ...units[0], code })).toEqual(['代码应是 2 到 12 位大写字母或数字。'])
  })
})

describe('the settings', () => {
  it('never allow more than five representatives', () => {
    expect(messages(settingsSchema, { ...settings, maxRepresentatives: 6 })).toEqual([
      '代表人数不能超过 5 人。',
    ])
  })

  it.each(['校办〔2026〕', '校办信转2026', '校办[信转]', '校办 信转'])(
    'refuse %s as 机关代字',
    (transfer) => {
      const series = { ...settings.series, transfer }

      expect(messages(settingsSchema, { ...settings, series })).toEqual([
        '机关代字不含年份、括号、数字和空格。',
      ])
    },
  )

  it('of a desk set up before documents and minutes were numbered give those the usual 机关代字', () => {
    const { general, report, minutes, ...older } = settings.series
    expect([general, report, minutes]).toEqual(['校办字', '校办报', '校办纪'])
    expect(settingsSchema.parse({ ...settings, series: older }).series).toEqual(settings.series)
    const { result, ...shared } = settings.series
    expect(result).toBe('校信访告')
    // What was counted with the replies takes their 机关代字 along.
    const replies = (reply: string) =>
      settingsSchema.parse({ ...settings, series: { ...shared, reply } }).series
    expect(replies('海师信访复').result).toBe('海师信访告')
    expect(replies('校务服务中心信访办函字').result).toBe('校务服务中心信访办函字告')
    expect(replies('海岱师范学院信访办公室函').result).toBe('海岱师范学院信访办公室告')
    const { transfer: _, ...incomplete } = older
    expect(messages(settingsSchema, { ...settings, series: incomplete })).toEqual(['请填写机关代字。'])
  })

  it('may change a limit or its way of counting, or both', () => {
    const deadlines = { complex: { counts: 'working' }, submit: { days: 10 } }

    expect(settingsSchema.parse({ ...settings, deadlines }).deadlines).toEqual(deadlines)
  })
})
