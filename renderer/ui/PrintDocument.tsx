import { useEffect, useEffectEvent, useState } from 'react'
import type { Paper } from '../../shared/documents/paper.ts'
import type { Desk } from '../bridge/desk.ts'
import { useDesk } from '../bridge/desk-context.tsx'
import { PrintSheet } from './paper/PrintSheet.tsx'
import { asTaken, readPaper } from './paper/read-paper.ts'

type Props = {
  readonly id: string
  readonly onPrinted: () => void
  readonly onFailed: (error: unknown) => void
}

/** Mount it to print one issued document; what was taken before comes out as a 副本. */
export function PrintDocument({ id, onPrinted, onFailed }: Props) {
  const desk = useDesk()
  const [paper, setPaper] = useState<Paper | null>(null)
  const failed = useEffectEvent(onFailed)
  useEffect(() => {
    takeToPrint(desk, id).then(setPaper, (error: unknown) => failed(error))
  }, [desk, id])
  return paper === null ? null : <PrintSheet papers={[paper]} onPrinted={onPrinted} />
}

async function takeToPrint(desk: Desk, id: string): Promise<Paper | null> {
  const { paper } = await desk('documents.show', { id })
  const { stamp } = await desk('documents.take', { id, how: 'print' })
  const read = readPaper(paper)
  return read === null ? null : asTaken(read, stamp)
}
