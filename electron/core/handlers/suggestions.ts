import type { Answer, Received } from '../../../shared/contract/api.ts'
import type { Desk } from '../desk.ts'
import { searchPetitions } from '../search/search.ts'
import type { PetitionerTable } from '../store/schema.ts'
import { LINE_COLUMNS, toLine } from '../views/petition-line.ts'
import { lineContext, toPetitioner } from '../views/petition-view.ts'

const PER_REASON = 5
const SUGGESTIONS = 8
/** Shorter titles say too little to be called similar. */
const TELLING_TITLE = 4

type Asked = Received<'visits.suggest'>
type Found = { readonly person: PetitionerTable; readonly why: string }

/** Earlier petitions of the same person or the same matter, the surest reason first. */
export async function suggestEarlier(desk: Desk, asked: Asked): Promise<Answer<'visits.suggest'>> {
  const found = await samePerson(desk, asked)
  const context = lineContext(desk)
  const { db } = desk.store.reader
  const suggestions: Answer<'visits.suggest'> = []
  const seen = new Set<string>()
  for (const { person, why } of found) {
    const rows = await db
      .selectFrom('petition')
      .select(LINE_COLUMNS)
      .where('visit', '=', person.visit)
      .orderBy('rid', 'desc')
      .execute()
    for (const row of rows) {
      if (seen.has(row.number) || suggestions.length >= SUGGESTIONS) continue
      seen.add(row.number)
      suggestions.push({ line: toLine(row, context), why, petitioner: toPetitioner(person) })
    }
  }
  for (const rid of sameMatter(desk, asked)) {
    const row = await db.selectFrom('petition').select(LINE_COLUMNS).where('rid', '=', rid).executeTakeFirst()
    if (!row || seen.has(row.number) || suggestions.length >= SUGGESTIONS) continue
    seen.add(row.number)
    suggestions.push({ line: toLine(row, context), why: '内容相似', petitioner: null })
  }
  return suggestions
}

/** By number first: a name alone may be anybody's. */
async function samePerson(desk: Desk, asked: Asked): Promise<Found[]> {
  const reasons: readonly [keyof PetitionerTable, string, string, number][] = [
    ['id_number', asked.idNumber.trim().toUpperCase(), '同一证件号码', 6],
    ['student_number', asked.studentNumber.trim(), '同一学号/工号', 4],
    ['phone', asked.phone.trim(), '同一电话', 7],
    ['name', asked.name.trim(), '姓名相同', 2],
  ]
  const found: Found[] = []
  for (const [column, value, why, least] of reasons) {
    if (value.length < least) continue
    const people = await desk.store.reader.db
      .selectFrom('petitioner')
      .selectAll()
      .where(column, '=', value)
      .where(column, '<>', '')
      .orderBy('visit', 'desc')
      .limit(PER_REASON)
      .execute()
    found.push(...people.map((person) => ({ person, why })))
  }
  return found
}

function sameMatter(desk: Desk, { title }: Asked): readonly number[] {
  const telling = title.trim()
  if (telling.length < TELLING_TITLE) return []
  return searchPetitions(desk.store.reader.raw, { query: telling, filters: {}, limit: 3, budgetMs: 30 }).rids
}
