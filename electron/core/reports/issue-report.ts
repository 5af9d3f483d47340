import { atOneMoment, type Desk, type Me } from '../desk.ts'
import { keepPaper, nextDocumentId } from '../issuing/issue.ts'
import { numberInWords, takeNumber } from '../issuing/notice-number.ts'
import type { RunningJob } from '../jobs.ts'
import type { DocumentTable } from '../store/schema.ts'
import { makeReport, type ReportAsked } from './make-report.ts'

/** Makes the report whole and keeps it as it was handed in. */
export async function issueReport(
  issuing: Desk,
  me: Me,
  asked: ReportAsked,
  running: RunningJob,
): Promise<DocumentTable> {
  const made = await makeReport(issuing, asked, running, { complete: true })
  return issuing.ledger.change(async (change) => {
    const desk = atOneMoment(issuing)
    const id = await nextDocumentId(change, desk)
    const number = takeNumber(change, desk, asked.report)
    return keepPaper(change, desk, me, id, made.paper(numberInWords(number)), {
      kind: asked.report,
      title: made.title,
      petition: null,
      visit: null,
      unit: asked.unit,
      number,
    })
  })
}
