import type { Handlers } from '../dispatch.ts'
import { issueVolume, previewVolume } from '../issuing/archive-list-paper.ts'
import { previewed } from '../issuing/previewed.ts'
import { toDocumentLine } from '../views/document-line.ts'

/** 归档文件目录, a volume's list of what was archived in it. */
export const volumeHandlers: Pick<Handlers, 'volumes.preview' | 'volumes.issue'> = {
  'volumes.preview': async (volume, { desk, me }) => {
    const { paper, title, items } = await previewVolume(desk, me, volume)
    return { ...(await previewed(desk, 'archive-list', paper)), title, items }
  },
  'volumes.issue': async (volume, { desk, me }) => {
    const row = await desk.ledger.change((change) => issueVolume(change, desk, me, volume))
    return toDocumentLine(row, desk)
  },
}
