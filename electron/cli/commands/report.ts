import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ReportKind } from '../../../shared/contract/api/reports-api.ts'
import type { Answer, Sent } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { PERIOD_KINDS, type PeriodKind } from '../../../shared/rules/reports/periods.ts'
import { type Command, defineCommand, oneOf, UsageError } from '../command.ts'
import { onFile, requireWritable } from '../file-problems.ts'
import { findUnit } from '../find-unit.ts'
import { type OpenedDesk, STORE_OPTIONS, withDesk } from '../open-desk.ts'

type Shape = {
  readonly name: string
  readonly summary: string
  readonly report: ReportKind
  /** The period it takes; null for any. */
  readonly kind: PeriodKind | null
  readonly example: string
}

const FORMS = 'P 写成 2026-2027-1（学期）、2026-W47（周，周一至周日）、2026-11（月）或 2026-11-20（日）。'
const OUTS = ['.docx', '.xlsx'] as const

export const reportSemester = commandOf({
  name: 'report semester',
  summary: '一个学期的问题办理情况汇总表',
  report: 'semester-summary',
  kind: 'semester',
  example: '2026-2027-1',
})
export const reportWeek = commandOf({
  name: 'report week',
  summary: '周汇总',
  report: 'period-summary',
  kind: 'week',
  example: '2026-W47',
})
export const reportMonth = commandOf({
  name: 'report month',
  summary: '月总结',
  report: 'period-summary',
  kind: 'month',
  example: '2026-11',
})
export const reportDay = commandOf({
  name: 'report day',
  summary: '当日汇总',
  report: 'period-summary',
  kind: 'day',
  example: '2026-11-20',
})
export const reportUnits = commandOf({
  name: 'report units',
  summary: '承办单位考核表',
  report: 'assessment',
  kind: null,
  example: '2026-11',
})
export const reportOperation = commandOf({
  name: 'report operation',
  summary: '信息沟通机制运行情况报告',
  report: 'operation-report',
  kind: null,
  example: '2026-2027-1',
})
export const reportDispatch = commandOf({
  name: 'report dispatch',
  summary: '接诉即办调度会清单',
  report: 'dispatch-list',
  kind: null,
  example: '2026-W47',
})
export const reportBulletin = commandOf({
  name: 'report bulletin',
  summary: '工作群通报',
  report: 'bulletin',
  kind: null,
  example: '2026-W47',
})

function commandOf({ name, summary, report, kind, example }: Shape): Command {
  return defineCommand({
    name,
    summary: `${summary}，写成 Word 或 Excel`,
    options: {
      ...STORE_OPTIONS,
      period: { type: 'string', value: 'P', required: true, help: `时间，例如 ${example}` },
      unit: { type: 'string', value: 'NAME', help: '单位，写全称或代码；学期汇总表默认全校' },
      handling: { type: 'boolean', help: '学期汇总表按承办单位归入，默认按渠道牵头单位' },
      out: {
        type: 'string',
        value: 'FILE',
        required: true,
        help: '写到哪个 .docx 或 .xlsx 文件，已有的会被替换',
      },
    },
    notes: [
      FORMS,
      'Word 文件同时保存在“文书”里，导出 Excel 记入日志。学期汇总表中未办结的没有注明原因时不印发，会指出是哪几件。',
    ],
    examples: [`${name} --data ./desk --period ${example} --out 汇总.docx`],
    async work({ data, account, period, unit, handling, out }, terminal) {
      if (kind !== null) requireKind(period, kind)
      const file = path.resolve(out)
      const as = oneOf(path.extname(file).toLowerCase(), 'out 的扩展名', OUTS)
      requireWritable(file)
      return withDesk({ data, account }, terminal, async (opened) => {
        const asked = {
          report,
          period,
          unit: unit === undefined ? null : findUnit(opened, unit).code,
          grouping: handling ? 'handling' : 'channel',
          job: 'report',
        } as const
        const made = as === '.docx' ? await asWord(opened, asked) : await asExcel(opened, asked)
        onFile(file, () => writeFileSync(file, made.bytes, { flush: true }))
        const { bytes: _, ...facts } = made
        return { json: { ...facts, file }, text: `已写入 ${file}：${made.title}` }
      })
    },
  })
}

function requireKind(period: string, kind: PeriodKind): void {
  const forms: Readonly<Record<PeriodKind, RegExp>> = {
    semester: /^\d{4}-\d{4}-[12]$/,
    week: /^\d{4}-W\d{2}$/,
    month: /^\d{4}-\d{2}$/,
    day: /^\d{4}-\d{2}-\d{2}$/,
  }
  if (!forms[kind].test(period))
    throw new UsageError(`--period 应是一个${PERIOD_KINDS[kind]}，请核对“${period}”。${FORMS}`)
}

type Asked = Sent<'reports.preview'>
type Made = { readonly title: string; readonly bytes: Buffer }

async function asWord({ ask }: OpenedDesk, asked: Asked): Promise<Made & { readonly document: string }> {
  const { id, title }: Answer<'reports.issue'> = await ask('reports.issue', asked)
  const { bytes } = await ask('documents.take', { id, how: 'save' })
  return { document: id, title, bytes: Buffer.from(bytes, 'base64') }
}

async function asExcel({ ask }: OpenedDesk, asked: Asked): Promise<Made & { readonly rows: number }> {
  const { bytes, fileName, rows } = await ask('reports.excel', asked)
  if (bytes === '') throw new DeskError('unavailable', '没有写成 Excel 文件，请重试。')
  return { rows, title: path.basename(fileName, '.xlsx'), bytes: Buffer.from(bytes, 'base64') }
}
