import { type OfficialData, officialDocument } from '../official-paper.ts'
import type { Paper } from '../paper.ts'
import type { FigureReport } from './figure-report.ts'
import { partBlocks, type ReportSheet } from './report-sheet.ts'
import { type OperationReportTexts, operationReport } from './summaries.ts'

/** 信息沟通机制运行情况报告 as it goes up: a document with 签发人, which the office fills in by hand (7.2.6). */
export type OperationReportData = OfficialData & {
  readonly sheet: ReportSheet
  /** `2026—2027学年第一学期` */
  readonly period: string
  /** 《办法》三 4: 向相关领导或会议报告. */
  readonly addressee: string
  /** Empty when it is not settled yet. */
  readonly signatory: string
}

/** A document goes to the organ, not to a person (公文处理工作条例第十五条). */
const SCHOOL = '学校党委、行政'

export function operationReportData(
  figures: FigureReport,
  texts: OperationReportTexts,
  official: OfficialData,
): OperationReportData {
  return {
    ...official,
    sheet: operationReport(figures, texts),
    period: figures.period.name,
    addressee: SCHOOL,
    signatory: '',
  }
}

export function operationReportPaper(data: OperationReportData): Paper {
  const { sheet, period, addressee, signatory } = data
  // A title holds no brackets (7.3.1).
  const matter = `关于${period.replace(/（.*）$/u, '')}信息沟通机制运行情况的报告`
  return officialDocument(data, {
    name: sheet.title,
    matter,
    addressee,
    body: sheet.parts.flatMap((part) => partBlocks(part, 'document')),
    signatory,
  })
}
