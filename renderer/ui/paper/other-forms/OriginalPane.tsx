import { Text } from '@mantine/core'
import { useState } from 'react'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { PrintSheet } from '../PrintSheet.tsx'
import { TakeWithReason } from './TakeWithReason.tsx'
import { type How, useTakeOther } from './use-take-other.ts'

type Props = { readonly id: string; readonly paper: Paper | null; readonly onBack: () => void }

/** 重取原件: the bytes as issued, without 副本, for the rare case that the first one never arrived. */
export function OriginalPane({ id, paper, onBack }: Props) {
  const { original, busy, error, said } = useTakeOther(id)
  const [sheet, setSheet] = useState<Paper | null>(null)

  async function take(how: How, reason: string) {
    const taken = await original(how, reason)
    if (taken !== null && how === 'print') setSheet(paper)
  }

  return (
    <>
      <Text>
        重取的原件与印发时逐字节相同，不标“副本”。请先收回或确认第一份已经损毁，避免同一文号有两份原件在外。
      </Text>
      <TakeWithReason
        label="重取原件的原因"
        placeholder="例：承办单位退回，原件破损"
        missing="请填写重取原件的原因。"
        ready
        busy={busy}
        error={error}
        said={said}
        onTake={(how, reason) => void take(how, reason)}
        onBack={onBack}
      />
      {sheet !== null && <PrintSheet papers={[sheet]} onPrinted={() => setSheet(null)} />}
    </>
  )
}
