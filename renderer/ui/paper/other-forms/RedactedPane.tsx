import { Loader, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { useDeskQuery } from '../../../bridge/use-desk-query.ts'
import { PaperFrame } from '../PaperFrame.tsx'
import { PrintSheet } from '../PrintSheet.tsx'
import { readPaper } from '../read-paper.ts'
import { TakeWithReason } from './TakeWithReason.tsx'
import { type How, useTakeOther } from './use-take-other.ts'

type Level = 'masked' | 'accused'

type Props = { readonly id: string; readonly level: Level; readonly onBack: () => void }

const SAYS = {
  masked: '姓名、电话、证件号、学号、住址、邮箱已遮盖；由人手写进正文的其他线索请自己再看一遍。',
  accused: '不留反映人和同来人的任何信息，二维码不指向事项；正文里只有当事人才知道的细节请自己再看一遍。',
} as const

/** 遮盖件: seen before it is taken, and never without saying for whom. */
export function RedactedPane({ id, level: first, onBack }: Props) {
  const [level, setLevel] = useState<Level>(first)
  const preview = useDeskQuery('register.previewRedacted', { id, level }, { keep: true })
  const { redacted, busy, error, said } = useTakeOther(id)
  const [sheet, setSheet] = useState<Paper | null>(null)
  const paper = readPaper(preview.data?.paper)

  async function take(how: How, reason: string) {
    const taken = await redacted(level, how, reason)
    if (taken !== null && how === 'print') setSheet(paper)
  }

  return (
    <>
      <SegmentedControl
        aria-label="遮盖到什么程度"
        data={[
          { value: 'masked', label: '一般遮盖（张*明）' },
          { value: 'accused', label: '给被反映人（不留反映人信息）' },
        ]}
        value={level}
        onChange={(value) => setLevel(value === 'accused' ? 'accused' : 'masked')}
      />
      <TakeWithReason
        label="给谁、作什么用"
        placeholder="例：提供给校法律顾问研究"
        missing="请填写遮盖件给谁、作什么用，再打印或另存。"
        ready={paper !== null && !preview.isPlaceholderData}
        busy={busy}
        error={error ?? preview.error}
        said={said}
        onTake={(how, reason) => void take(how, reason)}
        onBack={onBack}
      />
      {preview.isPending && <Loader aria-label="正在准备遮盖件" />}
      {paper !== null && <PaperFrame paper={paper} says={SAYS[level]} />}
      {sheet !== null && <PrintSheet papers={[sheet]} onPrinted={() => setSheet(null)} />}
    </>
  )
}
