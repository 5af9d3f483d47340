import { LISTS } from '../../../shared/contract/api/exports-api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { mayExport, mayReveal } from '../../../shared/contract/list-exports.ts'
import type { Handlers } from '../dispatch.ts'
import { exportList } from '../excel/export-list.ts'

/** 导出 Excel: what leaves the program as a list is in the journal, and why when names stood in it whole. */
export const exportHandlers: Pick<Handlers, 'lists.export'> = {
  'lists.export': async ({ asked, reveal, job }, context) => {
    const { desk, me } = context
    const { list } = asked
    if (!mayExport(list, me.roles))
      throw new DeskError('notAllowed', `您的角色不能导出“${LISTS[list].title}”，请由办公室同事导出。`)
    if (reveal !== null && !mayReveal(list, me.roles))
      throw new DeskError('notAllowed', `“${LISTS[list].title}”不能由您导出完整姓名，请导出姓名已遮盖的。`)
    const revealed = reveal !== null
    const { fileName, bytes, sha256, title, filter, rows, withheld } = await desk.jobs.run(job, (running) =>
      exportList(asked, context, revealed, running),
    )
    const reason = reveal?.reason ?? ''
    await desk.ledger.change(({ append }) =>
      append({
        kind: 'list.exported',
        subject: `list:${list}`,
        actor: me.login,
        body: { list, title, filter, rows, revealed, reason, sha256 },
      }),
    )
    return { fileName, bytes: bytes.toString('base64'), rows, withheld }
  },
}
