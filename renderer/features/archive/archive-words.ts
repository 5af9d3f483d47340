import type { Answer } from '../../../shared/contract/api.ts'
import { type Day, dayOf, daysBetween } from '../../../shared/domain/day.ts'
import { instantText } from '../../ui/day-text.ts'

export type ArchiveState = Answer<'archive.state'>
export type Batch = ArchiveState['batches'][number]

/** The truth about the archive in one or two sentences. */
export function truthSentence(state: ArchiveState, today: Day): string {
  if (state.url === '') return '还没有设置归档去向：所有记录只在这台电脑上。'
  const refused = state.batches.filter((batch) => batch.state === 'refused').length
  const wrong = refused > 0 ? `有 ${refused} 批被拒收，请按下面的原因处理。` : ''
  if (state.unsent === 0) return `全部记录都已由归档中心签收。${wrong}`
  const oldest =
    state.oldestUnsentAt === null ? '' : `，最早的一条记录于${ageText(state.oldestUnsentAt, today)}`
  return `还有 ${state.unsent} 条记录没有归档中心的签收${oldest}。${wrong}`
}

function ageText(at: NonNullable<ArchiveState['oldestUnsentAt']>, today: Day): string {
  const age = daysBetween(dayOf(at), today)
  return age < 1 ? instantText(at, today) : ` ${age} 天前（${instantText(at, today)}）`
}

/** What stands in the column 状态: the word, and for how long something has been waited for. */
export function batchSentence({ state, receivedAt }: Batch, today: Day): string {
  const when = state === 'acknowledged' && receivedAt !== null ? `（${instantText(receivedAt, today)}）` : ''
  return `${BATCH_WORDS[state]}${when}`
}

const BATCH_WORDS: Readonly<Record<Batch['state'], string>> = {
  unsealed: '未封装',
  sealed: '已封装，尚未送出',
  sent: '已送出，还没有回执',
  acknowledged: '已签收',
  refused: '被拒收',
}

/** The address without what a person need not read twice: 文件夹 D:\归档, 数据库 archive.example.edu/petitions. */
export function targetText(url: string): string {
  if (url === '') return '尚未设置'
  if (url.startsWith('folder:')) return `文件夹 ${url.slice('folder:'.length)}`
  return `数据库 ${url.replace(/^postgres(?:ql)?:\/\//, '')}`
}
