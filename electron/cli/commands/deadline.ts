import type { DeadlineKind, DeadlineOverrides } from '../../../shared/domain/catalogue.ts'
import { type Day, isDay } from '../../../shared/domain/day.ts'
import type { OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import { type DueDay, deadlineFor, dueDay, type Term, termInWords } from '../../../shared/rules/deadlines.ts'
import { weekdayName } from '../../../shared/rules/working-days.ts'
import { defineCommand, oneOf, UsageError, type Values, wholeNumber } from '../command.ts'
import type { Terminal } from '../terminal.ts'

const OPTIONS = {
  route: { type: 'string', value: '方式', help: '按办理方式：direct 直接办理、transfer 转办、submit 呈办' },
  grade: { type: 'string', value: '分级', help: '按分级：instant 简单、same-day 一般、complex 复杂' },
  days: { type: 'string', value: 'N', help: '按天数，与 --counts 一起用' },
  counts: { type: 'string', value: '算法', help: 'working 工作日、calendar 自然日（遇休息日顺延）' },
  from: { type: 'string', value: 'YYYY-MM-DD', required: true, help: '起算日，本身不计入' },
  data: { type: 'string', value: 'DIR', help: '用这份数据里的日历和期限设置，默认用程序自带的' },
  account: { type: 'string', value: '登录名', help: '与 --data 一起用' },
} as const

const ROUTES = ['direct', 'transfer', 'submit'] as const
const GRADES: Readonly<Record<string, DeadlineKind>> = {
  instant: 'instant',
  'same-day': 'sameDay',
  complex: 'complex',
}

export const deadline = defineCommand({
  name: 'deadline',
  summary: '计算到期日，并逐日说明理由和依据',
  options: OPTIONS,
  notes: [
    '--route、--grade、--days 三者选一。不需要打开数据；日历到 2026 年为国务院办公厅公布的安排，其后的标“暂定”。',
    '用 --json 时只输出 {"dueOn","provisional","days":[{"day","counted","why","source"}]}。',
  ],
  examples: [
    'deadline --route transfer --from 2026-11-20',
    'deadline --days 15 --counts calendar --from 2026-09-20',
  ],
  async work(values, terminal) {
    const from = readFrom(values.from)
    const asked = readTerm(values)
    const { calendar, overrides } = await readBasis(values, terminal)
    const rule = asked.kind === undefined ? null : deadlineFor(asked.kind, overrides)
    const term: Term = { from, days: rule?.days ?? asked.days, counts: rule?.counts ?? asked.counts }
    const due = dueDay(term, calendar)
    return { json: due, text: explain(term, due, rule?.basis) }
  },
})

type Asked = { readonly kind?: DeadlineKind } & Omit<Term, 'from'>

function readTerm(values: Values<typeof OPTIONS>): Asked {
  const { route, grade, days, counts } = values
  if ([route, grade, days].filter((value) => value !== undefined).length !== 1) {
    throw new UsageError('请在 --route、--grade、--days 中选一个，而且只选一个，用法见 deadline --help。')
  }
  if (days === undefined) {
    if (counts !== undefined) throw new UsageError('--counts 只与 --days 一起用，用法见 deadline --help。')
    const kind =
      route === undefined
        ? GRADES[oneOf(grade ?? '', 'grade', Object.keys(GRADES))]
        : oneOf(route, 'route', ROUTES)
    return { ...(kind && { kind }), days: 0, counts: 'calendar' }
  }
  if (counts === undefined)
    throw new UsageError('用 --days 时请用 --counts 写明按 working（工作日）还是 calendar（自然日）。')
  return {
    days: wholeNumber(days, 'days', 0, 3650),
    counts: oneOf(counts, 'counts', ['working', 'calendar']),
  }
}

function readFrom(text: string): Day {
  if (!isDay(text)) throw new UsageError(`--from 应是真实存在的一天，写成 2026-11-20 这样，请核对“${text}”。`)
  return text
}

async function readBasis(
  { data, account }: Values<typeof OPTIONS>,
  terminal: Terminal,
): Promise<{ calendar: OfficeCalendar; overrides: DeadlineOverrides }> {
  if (data === undefined) {
    const [{ readDefaults }, { RESOURCES }] = await Promise.all([
      import('../../core/defaults/read-defaults.ts'),
      import('../resources.ts'),
    ])
    const { calendar, settings } = readDefaults(RESOURCES)
    return { calendar, overrides: settings.deadlines }
  }
  const { withDesk } = await import('../open-desk.ts')
  return withDesk({ data, account }, terminal, async ({ desk }) => {
    const { calendar, settings } = desk.ledger.office()
    return { calendar, overrides: settings.deadlines }
  })
}

function explain(term: Term, { dueOn, provisional, days }: DueDay, basis: string | undefined): string {
  const rows = days.map(({ day, counted, why, source }, index) => {
    const mark = counted ? '计入' : index === 0 ? '起算' : '不计'
    return `  ${day} ${weekdayName(day)}  ${mark}  ${why}（${source}）`
  })
  return [
    `到期日：${dueOn} ${weekdayName(dueOn)}${provisional ? '（暂定）' : ''}，自 ${term.from} 起 ${termInWords(term)}`,
    ...(basis === undefined ? [] : [`依据：${basis}`]),
    ...rows,
  ].join('\n')
}
