import { buildPaper } from '../../../shared/documents/kinds/index.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import { atOneMoment, type Desk, type Me } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import type { DocumentTable } from '../store/schema.ts'
import { gatherVisit } from './gather.ts'
import { keepPaper, nextDocumentId } from './issue.ts'
import { registrationFormData, visitReceiptData } from './paper-data.ts'

/** 来访登记表 for the file and 来访回执 for the visitor. */
export async function issueVisitPapers(
  change: Change,
  issuing: Desk,
  { number, numbers }: Pick<EntryBody<'visit.registered'>, 'number' | 'numbers'>,
  me: Me,
): Promise<DocumentTable[]> {
  const desk = atOneMoment(issuing)
  const gathered = await gatherVisit(change.tx, number)
  const about = { petition: null, visit: number, unit: null, number: null }
  const formId = await nextDocumentId(change, desk)
  const form = await keepPaper(
    change,
    desk,
    me,
    formId,
    buildPaper('registration', registrationFormData(desk, gathered, formId)),
    { ...about, kind: 'registration', title: `来访登记表（${numbers.join('、')}）` },
  )
  const receiptId = await nextDocumentId(change, desk)
  const receipt = await keepPaper(
    change,
    desk,
    me,
    receiptId,
    buildPaper('receipt', visitReceiptData(desk, gathered, receiptId)),
    { ...about, kind: 'receipt', title: `来访回执（${numbers.join('、')}）` },
  )
  return [form, receipt]
}
