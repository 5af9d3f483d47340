import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { readScan, stationOf } from '../../../shared/rules/numbering.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { isWithin, SCOPE_COLUMNS, scopeOf } from '../scope.ts'
import { readCourse } from '../store/petition-codec.ts'
import type { DocumentTable } from '../store/schema.ts'
import { countingInstead, paperName } from '../views/paper-name.ts'
import { visibleTo } from './kept-documents.ts'

type Scan = Answer<'register.scan'>

/** What the code of a paper means here: its petition, or the paper itself when it is about none. */
export async function scanned(desk: Desk, me: Me, text: string): Promise<Scan> {
  const code = readScan(text)
  if (code === null)
    throw new DeskError('badRequest', '没有认出这个编码，请重新扫描，或者输入文书上的信访编号。')
  const row = code.document === null ? undefined : await documentRow(desk, me, code.document)
  const number = code.petition
  if (number !== null && (await mayOpen(desk, me, number)))
    return {
      petition: number,
      document: row?.id ?? null,
      says: row === undefined ? '' : await wordsOf(desk, row),
    }
  if (number === null && row !== undefined)
    return { petition: null, document: row.id, says: await wordsOf(desk, row) }
  throw new DeskError('notFound', unknownSentence(desk, number ?? code.document ?? ''))
}

async function documentRow(desk: Desk, me: Me, id: string): Promise<DocumentTable | undefined> {
  const rows = await desk.store.reader.db.selectFrom('document').selectAll().where('id', '=', id).execute()
  return (await visibleTo(desk, me, rows))[0]
}

async function mayOpen(desk: Desk, me: Me, number: PetitionNumber): Promise<boolean> {
  const row = await desk.store.reader.db
    .selectFrom('petition')
    .select(['number', ...SCOPE_COLUMNS])
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined && isWithin(scopeOf(me), row, desk.ledger.office(), today(desk))
}

function unknownSentence(desk: Desk, number: string): string {
  const station = stationOf(number)
  return station === desk.station.code
    ? `本站没有编号为 ${number} 的事项或文书，或者不在您的查看范围内，请核对。`
    : `${number} 是接待点 ${station} 的编号，本站（${desk.station.code}）没有它的记录，请到该接待点查询。`
}

/** 转办函 校办信转〔2026〕1号，已作废… and whether the unit has confirmed that it came. */
async function wordsOf(desk: Desk, row: DocumentTable): Promise<string> {
  const name = paperName(row)
  if (row.voided_on !== null) {
    const counts = countingInstead(desk.store.reader, row)
    return `这是${name}，已作废（${row.void_reason}）${counts === null ? '' : `，以${paperName(counts)}为准`}。`
  }
  return `这是${name}${await replacesWords(desk, row)}${await receiptWords(desk, row)}。`
}

async function replacesWords(desk: Desk, { id }: DocumentTable): Promise<string> {
  const old = await desk.store.reader.db
    .selectFrom('document')
    .select(['kind', 'number', 'issued_at'])
    .where('replaced_by', '=', id)
    .orderBy('id')
    .execute()
  return old.length === 0 ? '' : `，代替已作废的${old.map(paperName).join('、')}`
}

async function receiptWords(desk: Desk, row: DocumentTable): Promise<string> {
  if (row.petition === null || (row.kind !== 'transfer' && row.kind !== 'assign')) return ''
  const petition = await desk.store.reader.db
    .selectFrom('petition')
    .selectAll()
    .where('number', '=', row.petition)
    .executeTakeFirst()
  if (petition === undefined || petition.lead_unit !== row.unit) return ''
  const { acknowledgedOn } = readCourse(petition).followUp
  return acknowledgedOn === null ? '，还没有登记签收回执' : `，${acknowledgedOn} 已签收`
}
