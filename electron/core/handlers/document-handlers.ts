import { KINDS } from '../../../shared/documents/kinds/index.ts'
import type { Handlers } from '../dispatch.ts'
import { issuePaper, previewPaper } from '../issuing/notices.ts'
import { paperFacts } from '../issuing/paper-facts.ts'
import { offeredPapers } from '../issuing/petition-papers.ts'
import { previewed } from '../issuing/previewed.ts'
import { showKept } from '../printing/kept-paper.ts'
import { asJson } from '../store/as-json.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { findVisible, visibleTo } from './kept-documents.ts'
import { takeDocument } from './take-document.ts'

type DocumentMethod = Extract<keyof Handlers, `documents.${string}`>

/** 文书: previewed, issued once, shown and taken out as often as needed. */
export const documentHandlers: Pick<Handlers, DocumentMethod> = {
  'documents.preview': async (input, { desk }) => {
    const { paper, kind, title } = await previewPaper(desk, { ...input, petition: input.petition })
    return { ...(await previewed(desk, kind, paper)), kindName: KINDS[kind].name, title }
  },
  'documents.issue': async (input, { desk, me }) => {
    const row = await desk.ledger.change(async (change) => {
      const issued = await issuePaper(change, desk, me, input)
      // The notice names the form as its attachment, so the unit's copy comes with it.
      if (issued.kind === 'transfer' || issued.kind === 'assign') {
        await issuePaper(change, desk, me, { ...input, kind: 'registration', unit: issued.unit })
      }
      return issued
    })
    return toDocumentLine(row, desk)
  },
  'documents.offered': async ({ petition }, { desk }) => ({
    papers: [...offeredPapers(await paperFacts(desk, desk.store.reader, petition))].map((paper) => ({
      ...paper,
      units: [...paper.units],
    })),
  }),
  'documents.list': async ({ kind, before, limit }, { desk, me }) => {
    let query = desk.store.reader.db.selectFrom('document').selectAll().orderBy('id', 'desc').limit(limit)
    if (kind !== null) query = query.where('kind', '=', kind)
    if (before !== null) query = query.where('id', '<', before)
    const rows = await query.execute()
    const mine = await visibleTo(desk, me, rows)
    return {
      lines: mine.map((row) => toDocumentLine(row, desk)),
      next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
    }
  },
  'documents.show': async ({ id }, { desk, me }) => {
    const found = await findVisible(desk, me, id)
    const standIns = await desk.store.reader.db
      .selectFrom('printed_stand_in')
      .select(['font', 'drawn_by as by'])
      .where('document', '=', id)
      .execute()
    const { paper, drawn, problem } = showKept(found)
    return {
      line: toDocumentLine(found.row, desk),
      paper: paper === null ? null : asJson(paper),
      drawn,
      problem,
      standIns,
    }
  },
  'documents.take': (input, { desk, me }) => takeDocument(desk, me, input),
}
