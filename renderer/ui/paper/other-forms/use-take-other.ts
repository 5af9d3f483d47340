import { useState } from 'react'
import type { Answer } from '../../../../shared/contract/api.ts'
import { useDeskMutation } from '../../../bridge/use-desk-mutation.ts'
import { saveWordFile } from '../save-file.ts'

export type How = 'print' | 'save' | 'open'
type Taken = Answer<'register.takeOriginal'>

/** Takes a paper in another form than the plain one; each asks for a reason, which the journal keeps. */
export function useTakeOther(id: string) {
  const redacting = useDeskMutation('register.takeRedacted')
  const fetching = useDeskMutation('register.takeOriginal')
  const [said, setSaid] = useState('')

  async function handed(how: How, asked: Promise<Taken>): Promise<Taken | null> {
    setSaid('')
    try {
      const taken = await asked
      if (how !== 'print' && !taken.opened) saveWordFile(taken.fileName, taken.bytes)
      setSaid(sentence(how, taken))
      return taken
    } catch {
      // Shown from `error`.
      return null
    }
  }

  return {
    redacted: (level: 'masked' | 'accused', how: How, reason: string) =>
      handed(how, redacting.mutateAsync({ id, level, how, reason })),
    original: (how: How, reason: string) => handed(how, fetching.mutateAsync({ id, how, reason })),
    busy: redacting.isPending || fetching.isPending,
    error: redacting.error ?? fetching.error,
    said,
  }
}

function sentence(how: How, { fileName, opened }: Taken): string {
  if (how === 'print') return '已送去打印，并记录原因。'
  if (opened) return `已用 Word 或 WPS 打开“${fileName}”，并记录原因。`
  return `文件“${fileName}”已保存到下载文件夹，并记录原因。`
}
