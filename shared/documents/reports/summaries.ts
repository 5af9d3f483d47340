import { assess, percent, RATE_NAMES, RATES } from '../../rules/reports/assessment.ts'
import { chineseDate } from '../wording.ts'
import {
  comparison,
  countsTable,
  type FigureReport,
  heading,
  matterTable,
  paragraph,
  reportFrame,
} from './figure-report.ts'
import type { ReportSheet, ReportTable } from './report-sheet.ts'

const SUMMARY_TITLES = {
  day: '信访事项当日汇总',
  week: '信访事项周汇总',
  month: '信访事项月总结',
  semester: '信访事项学期汇总',
} as const

const STANDING = ['all', 'finished', 'unfinished', 'overdue'] as const

/** 周汇总、月总结 (《制度》三（三）), the day's and the semester's figures. */
export function periodSummary(report: FigureReport): ReportSheet {
  const { groups, total } = report
  return {
    ...reportFrame(report),
    title: SUMMARY_TITLES[report.period.kind],
    parts: [
      heading('一、总体情况'),
      paragraph(overview(report)),
      heading('二、反映渠道'),
      countsTable('反映渠道', groups.channel, STANDING, total),
      heading('三、内容分类'),
      countsTable('内容分类', groups.category, STANDING, total),
      heading('四、承办单位'),
      countsTable('承办单位', groups.unit, [...STANDING, 'inTime', 'late'], total),
      heading('五、办理方式、分级和状态'),
      countsTable('办理方式', groups.route, STANDING, null),
      countsTable('分级', groups.grade, STANDING, null),
      countsTable('状态', groups.state, ['all'], null),
      heading('六、预警'),
      paragraph('以下为目前全部未办结事项中已逾期和临近时限的，不限于本期登记。'),
      paragraph('（一）逾期未办'),
      matterTable('逾期未办', report.overdue, '没有逾期未办的事项。'),
      paragraph('（二）临近时限'),
      matterTable('临近时限', report.dueSoon, '没有临近时限的事项。'),
    ],
    remarks: [
      '依据《接诉即办工作制度》三（三）“周汇总、月总结”，对未完成事项及时预警，对接近时限的及时催办。',
    ],
  }
}

function overview(report: FigureReport): string {
  const { total, period, closedWithin } = report
  const routes = report.groups.route.map(({ name, counts }) => `${name}${counts.all}件`).join('、')
  const rate = assess(total).find((value) => value.rate === 'onTime')
  return [
    `${period.name}共登记信访事项${total.all}件（${comparison(report)}）${routes === '' ? '' : `，其中${routes}`}。`,
    `截至${chineseDate(report.asOf)}，本期登记的已办结${total.finished}件、未办结${total.unfinished}件，未办结中逾期${total.overdue}件、临期${total.dueSoon}件；按期答复率${rate?.text ?? '无'}（${rate?.part ?? 0}/${rate?.of ?? 0}）。`,
    `本期共办结${closedWithin}件（含以前登记的）。`,
  ].join('')
}

/** 调度会清单: what is difficult, common or overdue (《制度》三（三）). */
export function dispatchList(report: FigureReport): ReportSheet {
  return {
    ...reportFrame(report),
    title: '接诉即办调度会清单',
    parts: [
      heading('一、逾期未办'),
      matterTable('逾期未办', report.overdue, '没有逾期未办的事项。'),
      heading('二、临近时限'),
      matterTable('临近时限', report.dueSoon, '没有临近时限的事项。'),
      heading('三、疑难问题'),
      matterTable('疑难问题', report.difficult, '没有退回待定、重办、督办或长期未决的事项。'),
      heading('四、共性问题'),
      commonTable(report),
    ],
    remarks: [
      '依据《接诉即办工作制度》三（三）：办公室定期召开调度会，研究疑难问题、共性问题，部署分类治理和专项治理。',
    ],
  }
}

function commonTable({ common, before }: FigureReport): ReportTable {
  return {
    kind: 'table',
    name: '共性问题',
    columns: [
      { name: '分类', share: 60 },
      { name: '本期件数', share: 26, align: 'right' },
      { name: `${before.name}件数`, share: 40, align: 'right' },
    ],
    rows: common.map(({ category, count, before: earlier }) => [category, count, earlier]),
    empty: '同一类问题没有达到三件的。',
  }
}

/** 考核表: every rate with what it is made of (《制度》三（四）). */
export function assessmentTable(report: FigureReport): ReportSheet {
  return {
    ...reportFrame(report),
    title: '承办单位办理情况考核表',
    parts: [
      {
        kind: 'table',
        name: '考核表',
        columns: [
          { name: '承办单位', share: 34 },
          { name: '承办', share: 12, align: 'right' },
          ...RATE_NAMES.map((rate) => ({ name: RATES[rate].name, share: 23, align: 'right' as const })),
        ],
        rows: report.groups.unit
          .filter(({ key }) => key !== '-')
          .map(({ name, counts }) => [
            name,
            counts.given,
            ...assess(counts).map(({ text, part, of }) => (of === 0 ? text : `${text}\n${part}/${of}`)),
          ]),
        empty: '本期没有交各单位承办的事项。',
      },
    ],
    remarks: [
      '比率附分子和分母的件数；分母为零的写“无”，不作评价。',
      ...RATE_NAMES.map((rate) => `${RATES[rate].name} = ${RATES[rate].formula}`),
      '依据《接诉即办工作制度》三（四）：诉求办理情况纳入相关职能部门、院系考核。',
    ],
  }
}

export type OperationReportTexts = { readonly opening: string; readonly closing: string }

export function defaultTexts({ period }: Pick<FigureReport, 'period'>): OperationReportTexts {
  return {
    opening: `按照《信息沟通实施办法》三4定期报告制度的要求，现将${period.name}信息沟通机制运行情况报告如下：`,
    closing: '以上报告，请审阅。',
  }
}

/** 信息沟通机制运行情况报告, to the leaders or to a meeting (《办法》三 4). */
export function operationReport(
  report: FigureReport,
  { opening, closing }: OperationReportTexts,
): ReportSheet {
  const { groups, total } = report
  return {
    ...reportFrame(report),
    title: `${report.school}信息沟通机制运行情况报告`,
    parts: [
      paragraph(opening),
      heading('一、总体情况'),
      paragraph(overview(report)),
      heading('二、各沟通渠道反映问题情况'),
      countsTable('反映渠道', groups.channel, STANDING, total),
      heading('三、反映的主要问题'),
      paragraph(mainProblems(report)),
      countsTable('内容分类', groups.category, ['all', 'finished', 'unfinished'], total),
      heading('四、办理和催办督办情况'),
      paragraph(
        `本期登记的事项中，校领导批示${total.instructed}件，催办督办${total.chased}件，办理延期${total.extended}件，单位退回${total.returned}件，不予受理并告知法定途径或劝导教育${total.declined}件，集体访${total.group}件，重复件${total.repeat}件。`,
      ),
      countsTable('承办单位', groups.unit, [...STANDING, 'inTime', 'late'], null),
      heading('五、反馈和评价情况'),
      paragraph(ratings(report)),
      heading('六、未办结和需要协调的事项'),
      paragraph(
        `本期登记的事项尚有${total.unfinished}件未办结，原因见《问题办理情况汇总表》。目前全部未办结事项${report.backlog.unfinished}件（含以前登记的），其中逾期${report.backlog.overdue}件、疑难${report.backlog.difficult}件。`,
      ),
      matterTable('疑难问题', report.difficult, '没有需要提请协调的疑难事项。'),
      ...(closing.trim() === '' ? [] : [paragraph(closing)]),
    ],
    remarks: [],
  }
}

function mainProblems({ groups, total }: FigureReport): string {
  const largest = groups.category.toSorted((a, b) => b.counts.all - a.counts.all).slice(0, 3)
  if (largest.length === 0) return '本期没有登记事项。'
  const named = largest.map(
    ({ name, counts }) => `${name}${counts.all}件（占${percent(counts.all, total.all)}）`,
  )
  return `反映较为集中的是：${named.join('、')}。`
}

function ratings({ total }: FigureReport): string {
  if (total.rated === 0) return '本期登记的事项还没有收到满意度评价。'
  return `已评价${total.rated}件，其中满意${total.satisfied}件、基本满意${total.fairly}件、不满意${total.dissatisfied}件，满意率${percent(total.content, total.rated)}；发回重办${total.redone}件，纳入督办${total.supervised}件。`
}
