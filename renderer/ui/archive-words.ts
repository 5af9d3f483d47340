import type { Answer } from '../../shared/contract/api.ts'

type ArchiveState = Answer<'petitions.list'>['lines'][number]['archive']

/** Where the newest entry of a petition, or a batch, stands on its way to the archive. */
export const ARCHIVE_WORDS: Readonly<Record<ArchiveState, string>> = {
  unsealed: '未封装',
  sealed: '已封装',
  sent: '已送出',
  acknowledged: '已签收',
  refused: '被拒收',
}
