import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { NEW_COURSE } from '../../../shared/domain/course.ts'
import { type Day, dayOf, yearOf } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import { procedureOf } from '../../../shared/rules/appeals.ts'
import { petitionNumber, visitNumber } from '../../../shared/rules/numbering.ts'
import { type Desk, nowAt, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { issueVisitPapers } from '../issuing/visit-papers.ts'
import { parseJson } from '../store/as-json.ts'
import type { Change } from '../store/ledger.ts'
import { dueFactsOf } from '../store/projection/due.ts'
import { nextSerial } from '../store/projection/serials.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { explainedDue, findPetition, lineContext, stateSentence } from '../views/petition-view.ts'
import { suggestEarlier } from './suggestions.ts'

type VisitMethod = Extract<keyof Handlers, `visits.${string}` | `drafts.${string}`>

/** What happens while somebody sits at the counter. */
export const visitHandlers: Pick<Handlers, VisitMethod> = {
  'visits.register': async (input, { desk, me }) => {
    checkVisit(desk, input.visit)
    const registered = await desk.ledger.change(async (change) => {
      const body = await appendVisit(change, desk, input.visit, me.login)
      const documents = await issueVisitPapers(change, desk, body, me)
      if (input.draft !== null) await change.tx.db.deleteFrom('draft').where('id', '=', input.draft).execute()
      return { body, documents }
    })
    const context = lineContext(desk)
    const petitions = await Promise.all(
      registered.body.numbers.map(async (number) => {
        const row = await findPetition(desk, number)
        const due = explainedDue(dueFactsOf(row, context.office), context)
        return { number, title: row.title, dueOn: row.due_on, sentence: stateSentence(row, due, context) }
      }),
    )
    return {
      visit: registered.body.number,
      petitions,
      documents: registered.documents.map((row) => toDocumentLine(row, desk)),
    }
  },
  'visits.suggest': (input, { desk }) => suggestEarlier(desk, input),
  'visits.due': ({ route, grade, channel, from }, { desk }) => {
    const context = lineContext(desk)
    const regulation = context.office.channel(channel)?.regulation ?? '办法'
    const course = { ...NEW_COURSE, route, routedOn: from }
    const facts = { receivedOn: from, grade, regulation, procedure: procedureOf(channel), course }
    return explainedDue(facts, context)
  },

  'drafts.save': async ({ id, title, form }, { desk, me }) => {
    const row = {
      owner: me.login,
      title,
      form: JSON.stringify(form),
      saved_at: nowAt(desk.surroundings.clock),
    }
    await desk.store.write(({ db }) =>
      db
        .insertInto('draft')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute(),
    )
    return { savedAt: row.saved_at }
  },
  'drafts.list': async (_, { desk }) => {
    const rows = await desk.store.reader.db
      .selectFrom('draft')
      .selectAll()
      .orderBy('saved_at', 'desc')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      savedAt: row.saved_at,
      form: parseJson(row.form),
    }))
  },
  'drafts.discard': async ({ id }, { desk }) => {
    await desk.store.write(({ db }) => db.deleteFrom('draft').where('id', '=', id).execute())
    return { done: true }
  },
}

type Visit = Received<'visits.register'>['visit']

/** What the form alone cannot know: the school's own lists and limits. */
export function checkVisit(desk: Desk, visit: Visit): void {
  const office = desk.ledger.office()
  const refuse = (path: string, message: string): never => {
    throw new DeskError('badRequest', message, [{ path, message }])
  }
  if (!office.channel(visit.channel)?.active) refuse('channel', '所选反映渠道不存在或已停用，请重新选择')
  if (dayOf(visit.startedAt) > today(desk)) refuse('startedAt', '来访时间不能晚于今天，请核对')
  if (visit.endedAt !== null && visit.endedAt < visit.startedAt)
    refuse('endedAt', '结束时间早于开始时间，请核对')
  const { maxRepresentatives, groupVisitThreshold } = office.settings
  if (visit.headcount >= groupVisitThreshold && visit.petitioners.length > maxRepresentatives) {
    refuse('petitioners', `集体访应推选代表，代表不超过 ${maxRepresentatives} 人（《信访工作条例》第二十条）`)
  }
  for (const [index, petition] of visit.petitions.entries()) {
    const path = `petitions.${index}`
    if (!office.category(petition.category)?.active)
      refuse(`${path}.category`, '所选内容分类不存在或已停用，请重新选择')
    for (const code of petition.accusedUnits) {
      if (!office.unit(code)) refuse(`${path}.accusedUnits`, '所选被反映单位不存在，请重新选择')
    }
  }
}

/** Takes the numbers and appends the visit; rows, search index and counters follow in the same transaction. */
export async function appendVisit(
  change: Change,
  desk: Desk,
  visit: Visit,
  actor: string,
  receivedOn: Day = dayOf(visit.startedAt),
): Promise<EntryBody<'visit.registered'>> {
  const { code } = desk.station
  const year = yearOf(receivedOn)
  const first = nextSerial(change.tx, `petition/${year}`)
  const body: EntryBody<'visit.registered'> = {
    number: visitNumber(code, year, nextSerial(change.tx, `visit/${year}`)),
    queryCode: desk.surroundings.randomCode(6),
    receivedOn,
    group: visit.headcount >= desk.ledger.office().settings.groupVisitThreshold,
    visit,
    numbers: visit.petitions.map((_, index) => petitionNumber(code, year, first + index)),
  }
  await change.append({ kind: 'visit.registered', subject: body.number, actor, body })
  return body
}
