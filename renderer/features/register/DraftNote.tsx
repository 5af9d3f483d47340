import type { Instant } from '../../../shared/domain/day.ts'
import { InstantText } from '../../ui/DayText.tsx'
import type { DraftState } from '../../ui/draft-saver.ts'

/** Beside the title: whether what was typed is safe. */
export function DraftNote({ state, restoredAt }: { state: DraftState; restoredAt: Instant | null }) {
  switch (state.kind) {
    case 'failed':
      return <span role="alert">草稿没有保存成功，稍后自动再试；请不要关闭窗口。</span>
    case 'saved':
      return (
        <span>
          草稿已保存 <InstantText at={state.at} />
        </span>
      )
    default:
      return restoredAt === null ? (
        <span>随填随存；Ctrl+↓ 下一部分，Ctrl+回车 保存并打印</span>
      ) : (
        <span role="status">
          接着上次没有登记完的内容（
          <InstantText at={restoredAt} /> 保存）
        </span>
      )
  }
}
