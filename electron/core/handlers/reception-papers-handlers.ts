import { DeskError } from '../../../shared/contract/errors.ts'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import type { Handlers } from '../dispatch.ts'
import { previewed } from '../issuing/previewed.ts'
import { issueReceptionPaper, previewReceptionPaper } from '../issuing/reception-papers.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { findDay } from '../views/reception-view.ts'

type PaperMethod = Extract<keyof Handlers, 'reception.previewPaper' | 'reception.issuePaper'>

/** Announcement, booking sheet, record and minutes. */
export const paperHandlers: Pick<Handlers, PaperMethod> = {
  'reception.previewPaper': async (asked, { desk }) => {
    const { paper, kind, title } = await previewReceptionPaper(desk, asked)
    return { ...(await previewed(desk, kind, paper)), kindName: KINDS[kind].name, title }
  },
  'reception.issuePaper': async (asked, { desk, me }) => {
    const row = await desk.ledger.change(async (change) => {
      if (asked.kind !== 'reception-minutes') return issueReceptionPaper(change, desk, me, asked)
      const day = await findDay(change.tx, asked.about)
      if (day.minutes !== null)
        throw new DeskError('refused', '这次接待日的纪要已经印发；需要再用的，请从“文书”中取用。')
      const issued = await issueReceptionPaper(change, desk, me, asked)
      await change.append({
        kind: 'reception.minutes-issued',
        subject: day.id,
        actor: me.login,
        body: { document: issued.id, note: asked.note },
      })
      return issued
    })
    return toDocumentLine(row, desk)
  },
}
