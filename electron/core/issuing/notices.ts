import { DeskError } from '../../../shared/contract/errors.ts'
import {
  buildPaper,
  type DocumentKind,
  isDocumentKind,
  KINDS,
} from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { noticeNumber } from '../../../shared/rules/numbering.ts'
import { unitRefusal } from '../../../shared/rules/petition-steps.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { Change } from '../store/ledger.ts'
import { readStrings } from '../store/petition-codec.ts'
import { nextSerial } from '../store/projection/serials.ts'
import type { DocumentTable, PetitionTable } from '../store/schema.ts'
import { steppedOf } from '../views/petition-view.ts'
import { type Gathered, gatherVisit, petitionRow, unitName } from './gather.ts'
import { keepPaper, nextDocumentId } from './issue.ts'
import { registrationFormData, transferNoticeData, visitReceiptData } from './paper-data.ts'

export type Asked = { readonly petition: PetitionNumber; readonly kind: string; readonly unit: string | null }

type Numbers = { readonly documentId: string; readonly notice: string }

/** What it would look like; takes no number and leaves no trace. */
export async function previewPaper(
  desk: Desk,
  asked: Asked,
): Promise<{ paper: Paper; kind: DocumentKind; title: string }> {
  const kind = kindOf(asked.kind)
  const { code } = desk.station
  const year = yearOf(today(desk))
  const series = seriesOf(desk, kind)
  const { paper, title } = await compose(desk, desk.store.reader, kind, asked, {
    documentId: `${code}-${year}-D`,
    notice: series === null ? '' : `${series}〔${year}〕  号`,
  })
  return { paper, kind, title }
}

/** Takes the next 发文字号 of its series and keeps the bytes, in the change's own transaction. */
export async function issuePaper(change: Change, desk: Desk, me: Me, asked: Asked): Promise<DocumentTable> {
  const kind = kindOf(asked.kind)
  const id = await nextDocumentId(change, desk)
  const series = seriesOf(desk, kind)
  const year = yearOf(today(desk))
  const serial = series === null ? 0 : nextSerial(change.tx, `notice/${series}/${year}`)
  const { paper, title, unit, petition } = await compose(desk, change.tx, kind, asked, {
    documentId: id,
    notice: series === null ? '' : noticeNumber(series, year, serial),
  })
  return keepPaper(change, desk, me, id, paper, {
    kind,
    title,
    petition: petition.number,
    visit: petition.visit,
    unit,
    number: series === null ? null : { series, year, serial },
  })
}

function kindOf(kind: string): DocumentKind {
  if (!isDocumentKind(kind)) throw new DeskError('badRequest', '没有这种文书，请重新选择。')
  return kind
}

function seriesOf(desk: Desk, kind: DocumentKind): string | null {
  const { series } = KINDS[kind]
  return series === null ? null : (desk.ledger.office().settings.series[series] ?? null)
}

type Composed = {
  readonly paper: Paper
  readonly title: string
  readonly unit: string | null
  readonly petition: PetitionTable
}

async function compose(
  desk: Desk,
  source: Reader | Writer,
  kind: DocumentKind,
  asked: Asked,
  numbers: Numbers,
): Promise<Composed> {
  const petition = await petitionRow(source, asked.petition)
  const gathered = await gatherVisit(source, petition.visit)
  switch (kind) {
    case 'registration':
      return composeForm(desk, petition, gathered, asked, numbers)
    case 'receipt': {
      const paper = buildPaper(kind, visitReceiptData(desk, gathered, numbers.documentId))
      return { paper, petition, unit: null, title: `来访回执（${petition.number}）` }
    }
    case 'transfer': {
      const unit = addressedUnit(desk, petition, asked.unit, gathered.visit.anonymous === 1)
      const data = transferNoticeData(desk, {
        gathered,
        petition,
        unit,
        documentId: numbers.documentId,
        number: numbers.notice,
        issuedOn: today(desk),
      })
      const title = `转办${unitName(desk.ledger.office(), unit)}：${petition.title}`
      return { paper: buildPaper(kind, data), petition, unit, title }
    }
    // A paper that is not about one petition is composed where its facts are kept.
    default:
      throw new DeskError('refused', `${KINDS[kind].name}不在信访事项页印发，请到它所属的页面。`)
  }
}

/** Whole for the file; for a unit only its own matter, masked, and never for the accused. */
function composeForm(
  desk: Desk,
  petition: PetitionTable,
  gathered: Gathered,
  asked: Asked,
  { documentId }: Numbers,
): Composed {
  if (asked.unit === null) {
    const paper = buildPaper('registration', registrationFormData(desk, gathered, documentId))
    return { paper, petition, unit: null, title: `来访登记表（${petition.number}）` }
  }
  const unit = addressedUnit(desk, petition, asked.unit, gathered.visit.anonymous === 1)
  const only = { ...gathered, petitions: [petition] }
  const paper = buildPaper('registration', registrationFormData(desk, only, documentId, 'unit'))
  const title = `来访登记表（转${unitName(desk.ledger.office(), unit)}，${petition.number}）`
  return { paper, petition, unit, title }
}

/** No transfer without its decision: the notice goes to the unit the matter was given to, never to the accused. */
function addressedUnit(
  desk: Desk,
  petition: PetitionTable,
  wanted: string | null,
  anonymous: boolean,
): string {
  if (petition.lead_unit === null || petition.route === 'direct' || petition.route === 'decline') {
    throw new DeskError('refused', '还没有确定承办单位，请先转办或由校领导批示交办，再印发转办函。')
  }
  const unit = wanted ?? petition.lead_unit
  if (unit !== petition.lead_unit && !readStrings(petition.assist_units).includes(unit)) {
    throw new DeskError(
      'refused',
      `${unitName(desk.ledger.office(), unit)}不是本事项的承办或协办单位，请核对。`,
    )
  }
  const problem = unitRefusal(
    { purpose: petition.purpose, accusedUnits: readStrings(petition.accused_units) },
    [desk.ledger.office().unit(unit)],
  )
  if (problem !== null) throw new DeskError('refused', problem)
  return unit
}
