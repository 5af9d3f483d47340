import { DeskError } from '../../../shared/contract/errors.ts'
import { continueRefusal, voidRefusal } from '../../../shared/rules/number-series.ts'
import { replacementRefusal } from '../../../shared/rules/replacement.ts'
import { type Desk, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { renderPaper } from '../documents/render.ts'
import { readKeptPaper } from '../issuing/issue.ts'
import { redactedPaper } from '../issuing/redacted-paper.ts'
import { refuseIfNotAsIssued } from '../printing/kept-paper.ts'
import { asJson } from '../store/as-json.ts'
import type { Writer } from '../store/database.ts'
import type { DocumentTable } from '../store/schema.ts'
import { knownSeries, readSeries } from '../store/series-store.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { paperName } from '../views/paper-name.ts'
import { seriesViews } from '../views/series-view.ts'
import { recordOf } from './document-record.ts'
import { findDocument, findVisible, handOut, visibleTo } from './kept-documents.ts'
import { registerQuery } from './register-query.ts'
import { scanned } from './scanned-code.ts'
import { recordTaking } from './take-document.ts'

type RegisterMethod = Extract<keyof Handlers, `register.${string}`>

/** 发文登记簿: numbers, void papers, and every form a paper is taken in besides the plain one. */
export const registerHandlers: Pick<Handlers, RegisterMethod> = {
  'register.list': async (filter, { desk, me }) => {
    const rows = await registerQuery(desk, filter).execute()
    const mine = await visibleTo(desk, me, rows)
    return {
      lines: mine.map((row) => toDocumentLine(row, desk)),
      next: rows.length < filter.limit ? null : (rows.at(-1)?.id ?? null),
    }
  },
  'register.series': async (_, { desk }) => ({ series: seriesViews(desk) }),
  'register.continue': async ({ series, year, next, reason }, { desk, me }) => {
    if (!knownSeries(desk).some((known) => known.series === series && known.year === year))
      throw new DeskError('refused', `${year}年没有“${series}”这个机关代字，请先在设置中填写。`)
    await desk.ledger.change(async ({ tx, append }) => {
      const from = readSeries(tx, series, year).next
      const refusal = continueRefusal(from, next)
      if (refusal !== null) throw new DeskError('badRequest', refusal, [{ path: 'next', message: refusal }])
      const body = { series, year, from, next, on: today(desk), reason }
      await append({ kind: 'series.continued', subject: `${series}〔${year}〕`, actor: me.login, body })
    })
    return { done: true }
  },
  'register.void': async ({ id, number, reason, replacedBy }, { desk, me }) => {
    await desk.ledger.change(async ({ tx, append }) => {
      const row = await tx.db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new DeskError('notFound', '没有找到这份文书，请刷新后重试。')
      if (number !== (row.number || row.id))
        throw new DeskError('badRequest', `这份文书是${row.number || row.id}，与要作废的不一致，请核对。`)
      const refusal = voidRefusal({ voidedOn: row.voided_on, archived: await isArchived(desk, row) })
      if (refusal !== null) throw new DeskError('refused', refusal)
      if (replacedBy !== null) await refuseReplacement(tx, row, replacedBy)
      const body = { id, on: today(desk), reason, replacedBy }
      await append({ kind: 'document.voided', subject: subjectOf(row), actor: me.login, body })
    })
    return toDocumentLine((await findDocument(desk, id)).row, desk)
  },
  'register.replacements': async ({ id }, { desk }) => {
    const { row } = await findDocument(desk, id)
    const found = await desk.store.reader.db
      .selectFrom('document')
      .selectAll()
      .where((is) => is.or([is('petition', '=', row.petition), is('visit', '=', row.visit)]))
      .orderBy('id', 'desc')
      .execute()
    const fit = found.filter((other) => replacementRefusal(row, asReplacement(other)) === null)
    const ofItsKind = fit.filter(({ kind }) => kind === row.kind)
    const papers = [...ofItsKind, ...fit.filter(({ kind }) => kind !== row.kind)]
    return { papers: papers.map((paper) => ({ id: paper.id, name: paperName(paper) })) }
  },
  'register.record': async ({ id }, { desk, me }) => recordOf(desk, (await findVisible(desk, me, id)).row),
  'register.takeOriginal': async ({ id, how, reason }, { desk, me }) => {
    const found = await findDocument(desk, id)
    const { row, kept } = found
    if (row.voided_on !== null)
      throw new DeskError('refused', '这份文书已经作废，只能取用标明“作废件”的一份，不能重取原件。')
    refuseIfNotAsIssued(found)
    await recordTaking(desk, me, found, { how, stamp: null, reason })
    return handOut(desk, row, { bytes: kept.bytes, how, stamp: null })
  },
  'register.previewRedacted': async ({ id, level }, { desk }) => ({
    paper: asJson((await redactedPaper(desk, await findDocument(desk, id), level)).paper),
  }),
  'register.takeRedacted': async ({ id, level, how, reason }, { desk, me }) => {
    const { row, kept } = await findDocument(desk, id)
    const { paper, stamp } = await redactedPaper(desk, { row, kept }, level)
    const { createdAt } = readKeptPaper(kept.paper)
    const bytes = Buffer.from(renderPaper(paper, { createdAt }))
    await desk.ledger.change(({ append }) =>
      append({
        kind: 'document.reprinted',
        subject: subjectOf(row),
        actor: me.login,
        body: { id, how, copy: true, reason, redaction: level },
      }),
    )
    return handOut(desk, row, { bytes, how, stamp, as: row.id })
  },
  'register.scan': async ({ text }, { desk, me }) => scanned(desk, me, text),
}

async function refuseReplacement(tx: Writer, row: DocumentTable, replacedBy: string): Promise<void> {
  const instead = await tx.db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', replacedBy)
    .executeTakeFirst()
  const refusal =
    instead === undefined
      ? '没有找到选来代替的文书，请另选一份，或者留空。'
      : replacementRefusal(row, asReplacement(instead))
  if (refusal !== null) throw new DeskError('badRequest', refusal, [{ path: 'replacedBy', message: refusal }])
}

function asReplacement({ id, petition, visit, voided_on }: DocumentTable) {
  return { id, petition, visit, voidedOn: voided_on }
}

function subjectOf(row: DocumentTable): string {
  return row.petition ?? row.visit ?? row.id
}

/** Of one petition among several of a visit it is enough that one was archived: the form lies in its file. */
async function isArchived(desk: Desk, row: DocumentTable): Promise<boolean> {
  const { db } = desk.store.reader
  const archived = await db
    .selectFrom('petition')
    .select('number')
    .where('archived_on', 'is not', null)
    .where((is) => (row.petition === null ? is('visit', '=', row.visit) : is('number', '=', row.petition)))
    .executeTakeFirst()
  return archived !== undefined
}
