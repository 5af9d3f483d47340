import { z } from 'zod'
import type { Role } from '../../domain/account.ts'
import { namesOf } from '../../domain/names.ts'
import { semesterIdSchema, semesterSchema } from '../../domain/semester.ts'
import { daySchema, petitionNumberSchema } from '../../domain/visit.ts'
import { DIMENSION_NAMES, MEASURE_NAMES } from '../../rules/reports/figures.ts'
import { PERIOD_KINDS, type PeriodKind } from '../../rules/reports/periods.ts'
import { documentLine, petitionLine, previewedPaper } from '../views.ts'
import { type ApiTable, done, job, nothing, reason } from './table.ts'

/** Figures name nobody. Whoever sees the petitions behind them sees every petition of the office. */
const FIGURES: readonly Role[] = ['receptionist', 'leader', 'clerk', 'admin']
const OFFICE: readonly Role[] = ['receptionist', 'clerk', 'admin']
/** Handing in and taking out is the office's. */
const REPORTERS: readonly Role[] = ['clerk', 'admin']
/** And the head of a lead unit, for the summary the unit itself hands in (《办法》三 4). */
const SUMMARISERS: readonly Role[] = [...REPORTERS, 'unit']

const period = z.string().trim().min(1, '请选择时间').max(20, '请选择时间')
const periodKinds = namesOf<PeriodKind>(PERIOD_KINDS)
export const periodView = z.object({
  kind: z.enum(periodKinds),
  id: z.string(),
  from: daySchema,
  to: daySchema,
  name: z.string(),
})

const measure = z.enum(MEASURE_NAMES)
const dimension = z.enum(DIMENSION_NAMES)
const counts = z.record(measure, z.number())
const namedCounts = z.object({ key: z.string(), name: z.string(), counts })

export const groupingSchema = z.enum(['channel', 'handling'])

const semesterAsked = z.object({
  semester: semesterIdSchema,
  /** Null for the whole school. */
  unit: z.string().nullable().default(null),
  /** 牵头单位 of the channel, or 承办单位 of the petition. */
  grouping: groupingSchema.default('channel'),
  job,
})

export const REPORTS = {
  'semester-summary': '问题办理情况汇总表',
  'operation-report': '信息沟通机制运行情况报告',
  'period-summary': '信访汇总',
  'dispatch-list': '调度会清单',
  bulletin: '工作群通报',
  assessment: '考核表',
} as const
export type ReportKind = keyof typeof REPORTS
const reportKinds = namesOf<ReportKind>(REPORTS)

const paragraphs = z.string().trim().max(3000, '这一段过长，请控制在 3000 字以内').nullable().default(null)

const reportAsked = z.object({
  report: z.enum(reportKinds, '请选择报表'),
  period,
  unit: z.string().nullable().default(null),
  grouping: groupingSchema.default('channel'),
  /** Of 运行情况报告; null for the usual words. */
  opening: paragraphs,
  closing: paragraphs,
  job,
})

export const reportsApi = {
  'reports.periods': {
    allowed: FIGURES,
    input: z.object({ kind: z.enum(periodKinds), around: daySchema.nullable().default(null) }),
    /** Newest first. */
    output: z.array(periodView),
  },
  'reports.semesters': {
    allowed: [...FIGURES, 'unit'],
    input: nothing,
    output: z.array(semesterSchema.extend({ name: z.string(), coversFrom: daySchema, saved: z.boolean() })),
  },
  'reports.saveSemester': { allowed: REPORTERS, input: semesterSchema, output: done },
  'reports.figures': {
    allowed: FIGURES,
    input: z.object({ period, job }),
    output: z.object({
      period: periodView,
      asOf: daySchema,
      total: counts,
      groups: z.record(dimension, z.array(namedCounts)),
      before: z.object({ name: z.string(), all: z.number() }),
      closedWithin: z.number(),
      backlog: z.object({
        unfinished: z.number(),
        overdue: z.number(),
        dueSoon: z.number(),
        difficult: z.number(),
      }),
      common: z.array(z.object({ category: z.string(), count: z.number(), before: z.number() })),
      /** Text for the work group, without anything about a person. */
      bulletin: z.object({ text: z.string(), title: z.string(), lines: z.array(z.string()) }),
    }),
  },
  /** The petitions one figure counts. */
  'reports.lines': {
    allowed: OFFICE,
    input: z.object({
      period,
      measure,
      dimension: dimension.nullable().default(null),
      key: z.string().nullable().default(null),
      job,
    }),
    output: z.object({ lines: z.array(petitionLine), total: z.number() }),
  },
  /** What a semester's summary still lacks. */
  'reports.semester': {
    allowed: SUMMARISERS,
    input: semesterAsked,
    output: z.object({
      name: z.string(),
      unitName: z.string(),
      finished: z.number(),
      unfinished: z.number(),
      carried: z.number(),
      missing: z.number(),
      /** The unfinished ones, those without a reason first; at most 500. */
      lines: z.array(
        z.object({
          number: petitionNumberSchema,
          receivedOn: daySchema,
          problem: z.string(),
          channel: z.string(),
          reason: z.string(),
          written: z.boolean(),
          suggestions: z.array(z.string()),
          carried: z.boolean(),
        }),
      ),
    }),
  },
  'reports.explain': {
    allowed: SUMMARISERS,
    input: z.object({
      petition: petitionNumberSchema,
      semester: semesterIdSchema,
      reason: reason('请填写未办结的原因'),
    }),
    output: done,
  },
  'reports.preview': {
    allowed: SUMMARISERS,
    input: reportAsked,
    output: previewedPaper.extend({
      title: z.string(),
      /** Words the opening and closing paragraph begin with. */
      opening: z.string(),
      closing: z.string(),
    }),
  },
  'reports.issue': { allowed: REPORTERS, input: reportAsked, output: documentLine },
  'reports.excel': {
    allowed: SUMMARISERS,
    input: reportAsked,
    output: z.object({ fileName: z.string(), bytes: z.string(), rows: z.number() }),
  },
} as const satisfies ApiTable
