import { useState } from 'react'
import type { Answer, Sent } from '../../../shared/contract/api.ts'
import type { DeskError } from '../../../shared/contract/errors.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { savePdfFile, saveWordFile } from './save-file.ts'

type How = Sent<'documents.take'>['how']

export type TakeDocument = {
  /** Null when it was refused, see `error`. */
  readonly take: (id: string, how: How) => Promise<Answer<'documents.take'> | null>
  readonly busy: boolean
  readonly error: DeskError | null
  readonly said: string
}

/** Takes an issued document out of the store, which the journal remembers. */
export function useTakeDocument(): TakeDocument {
  const taking = useDeskMutation('documents.take')
  const [said, setSaid] = useState('')

  async function take(id: string, how: How): Promise<Answer<'documents.take'> | null> {
    setSaid('')
    try {
      const taken = await taking.mutateAsync({ id, how })
      if (how === 'pdf') savePdfFile(taken.fileName, taken.bytes)
      else if ((how === 'save' || how === 'open') && !taken.opened) saveWordFile(taken.fileName, taken.bytes)
      setSaid(sentence(how, taken))
      return taken
    } catch {
      // Shown from `error`.
      return null
    }
  }

  return { take, busy: taking.isPending, error: taking.error, said }
}

function sentence(how: How, { fileName, copy, stamp, opened }: Answer<'documents.take'>): string {
  const mark = copy ? `，这一份标明“${stamp ?? '副本'}”，已记录` : ''
  if (how === 'print') return copy ? `这一份标明“${stamp ?? '副本'}”，已记录。` : ''
  if (how === 'libreoffice') return `已交 LibreOffice 送往默认打印机${mark}。`
  if (opened) return `已用 Word 或 WPS 打开“${fileName}”${mark}。`
  if (how === 'open') return `文件“${fileName}”已交给浏览器下载，请从下载列表中打开${mark}。`
  return `文件“${fileName}”已保存到下载文件夹${mark}。`
}
