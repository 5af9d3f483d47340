import { DeskError } from '../../../shared/contract/errors.ts'
import { type DocumentKind, isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { isPetitionKind } from '../../../shared/documents/kinds/petition-kinds.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { atOneMoment, type Desk, type Me, today } from '../desk.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { Change } from '../store/ledger.ts'
import type { DocumentTable, PetitionTable } from '../store/schema.ts'
import { keepPaper, nextDocumentId } from './issue.ts'
import { numberInWords, numberToCome, takeNumber } from './notice-number.ts'
import { addresseeRefusal, type PaperFacts, paperFacts } from './paper-facts.ts'
import { type Numbers, PETITION_PAPERS, type PetitionPaper } from './petition-papers.ts'

export type Asked = { readonly petition: PetitionNumber; readonly kind: string; readonly unit: string | null }

/** What it would look like; takes no number and leaves no trace. */
export async function previewPaper(
  desk: Desk,
  asked: Asked,
): Promise<{ paper: Paper; kind: DocumentKind; title: string }> {
  const kind = kindOf(asked.kind)
  const { paper, title } = await compose(desk, desk.store.reader, kind, asked, {
    documentId: `${desk.station.code}-${yearOf(today(desk))}-D`,
    notice: numberToCome(desk, kind),
  })
  return { paper, kind, title }
}

/** Takes the next 发文字号 of its series and keeps the bytes, in the change's own transaction. */
export async function issuePaper(
  change: Change,
  issuing: Desk,
  me: Me,
  asked: Asked,
): Promise<DocumentTable> {
  const desk = atOneMoment(issuing)
  const kind = kindOf(asked.kind)
  const id = await nextDocumentId(change, desk)
  const number = takeNumber(change, desk, kind)
  const { paper, title, unit, petition } = await compose(desk, change.tx, kind, asked, {
    documentId: id,
    notice: numberInWords(number),
  })
  return keepPaper(change, desk, me, id, paper, {
    kind,
    title,
    petition: petition.number,
    visit: petition.visit,
    unit,
    number,
  })
}

function kindOf(kind: string): DocumentKind {
  if (!isDocumentKind(kind)) throw new DeskError('badRequest', '没有这种文书，请重新选择。')
  return kind
}

type Composed = {
  readonly paper: Paper
  readonly title: string
  readonly unit: string | null
  readonly petition: PetitionTable
}

/** Asks the kind's own rule, then lets it say what it says. */
async function compose(
  desk: Desk,
  source: Reader | Writer,
  kind: DocumentKind,
  asked: Asked,
  numbers: Numbers,
): Promise<Composed> {
  // A paper that is not about one petition is composed where its facts are kept.
  if (!isPetitionKind(kind))
    throw new DeskError('refused', `${KINDS[kind].name}不在信访事项页印发，请到它所属的页面。`)
  const facts = await paperFacts(desk, source, asked.petition)
  const paper = PETITION_PAPERS[kind]
  refuse(paper.refusal(facts))
  const unit = addressee(facts, paper, asked.unit)
  return {
    paper: paper.compose(facts, { ...numbers, unit }),
    title: paper.title(facts, unit),
    unit,
    petition: facts.petition,
  }
}

/** The unit it goes to, never one that may not have the matter. */
function addressee(facts: PaperFacts, { toUnit }: PetitionPaper, wanted: string | null): string | null {
  if (toUnit === 'never') return null
  const unit = wanted ?? (toUnit === 'must' ? facts.course.leadUnit : null)
  if (unit === null) {
    refuse(toUnit === 'must' ? '还没有确定承办单位，请先转办或由校领导批示交办。' : null)
    return null
  }
  refuse(addresseeRefusal(facts, unit))
  return unit
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new DeskError('refused', problem)
}
