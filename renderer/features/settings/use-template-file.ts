import { useState } from 'react'
import { MOST_TEMPLATE_BYTES, TOO_LARGE_TEMPLATE } from '../../../shared/contract/api/templates-api.ts'
import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { problemOf } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { base64Of } from '../../ui/base64-of.ts'

export type TemplateFile = { readonly name: string; readonly bytes: string }
export type Findings = Answer<'templates.check'>['findings']

/** A chosen Word file and what its check found. */
export function useTemplateFile(kind: string) {
  const desk = useDesk()
  const [file, setFile] = useState<TemplateFile | null>(null)
  const [findings, setFindings] = useState<Findings | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<DeskError | null>(null)

  async function choose(chosen: File) {
    setBusy(true)
    setError(null)
    setFindings(null)
    setFile(null)
    try {
      if (chosen.size > MOST_TEMPLATE_BYTES) throw new DeskError('badRequest', TOO_LARGE_TEMPLATE)
      const read = { name: chosen.name, bytes: await base64Of(chosen) }
      const checked = await desk('templates.check', { kind, file: read })
      setFile(read)
      setFindings(checked.findings)
    } catch (thrown) {
      setError(problemOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return {
    file,
    findings,
    busy,
    error,
    choose: (chosen: File | null) => {
      if (chosen !== null) void choose(chosen)
    },
    forget: () => {
      setFile(null)
      setFindings(null)
      setError(null)
    },
  }
}
