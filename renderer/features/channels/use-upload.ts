import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { problemOf } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { base64Of } from '../../ui/base64-of.ts'

const PIECE = 3 * 1024 * 1024

export type ReadFile = Answer<'imports.read'> & { readonly upload: string; readonly name: string }

/** Hands a chosen file to the core piece by piece, and learns what is in it. */
export function useUpload() {
  const desk = useDesk()
  const [file, setFile] = useState<ReadFile | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function choose(chosen: File | null) {
    if (chosen === null) return
    const upload = crypto.randomUUID()
    setBusy(true)
    setError(null)
    setFile(null)
    try {
      for (let offset = 0; offset < Math.max(1, chosen.size); offset += PIECE) {
        const bytes = await base64Of(chosen.slice(offset, offset + PIECE))
        await desk('imports.upload', { upload, name: chosen.name, offset, bytes })
      }
      setFile({ ...(await desk('imports.read', { upload })), upload, name: chosen.name })
    } catch (thrown) {
      setError(problemOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return {
    file,
    busy,
    error,
    choose: (chosen: File | null) => void choose(chosen),
    forget: () => {
      if (file !== null) void desk('imports.drop', { upload: file.upload })
      setFile(null)
    },
  }
}
