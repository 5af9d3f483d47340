import { type ReactNode, useState } from 'react'
import type { Paper } from '../../../shared/documents/paper.ts'
import type { PrintRoute } from '../../../shared/domain/print-routes.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { useFontPreflight } from './FontPreflight.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { asTaken } from './read-paper.ts'
import { pdfOf } from './save-file.ts'
import type { TakeDocument } from './use-take-document.ts'

export type Printing = {
  /** The way this PC prints unless another one is chosen. */
  readonly route: PrintRoute
  readonly print: () => void
  /** Prints that way, and from now on. */
  readonly printBy: (route: PrintRoute) => void
  readonly savePdf: () => void
  /** Opens the exact picture, without taking the document. */
  readonly look: () => void
  readonly busy: boolean
  readonly error: unknown
  readonly said: string
  /** To be drawn somewhere. */
  readonly extra: ReactNode
}

/** Every way from an issued document to paper. */
export function usePrinting(
  id: string,
  paper: Paper | null,
  taking: TakeDocument,
  /** False for a paper of the office's own template: drawn here it would look different. */
  whole: boolean,
): Printing {
  const routes = useDeskQuery('printing.routes', undefined)
  const choosing = useDeskMutation('printing.choose')
  const looking = useDeskMutation('printing.look')
  const preflight = useFontPreflight()
  const [sheet, setSheet] = useState<Paper | null>(null)
  const [said, setSaid] = useState('')
  const { chosen = 'window', why = null } = routes.data ?? {}

  async function print(route: PrintRoute) {
    setSaid('')
    if (!(await preflight.check([id]))) return
    if (route === 'word' || (route === 'window' && !whole)) await taking.take(id, 'open')
    else if (route === 'libreoffice') await taking.take(id, 'libreoffice')
    else if (paper !== null) {
      const content = await taking.take(id, 'print')
      if (content !== null) setSheet(asTaken(paper, content.stamp))
    }
  }

  async function look() {
    setSaid('')
    try {
      const { opened, fileName, bytes } = await looking.mutateAsync({ id })
      setSaid(opened ? '已用系统的阅读器打开，打开的一份标明“预览”。' : pdfOf(fileName, bytes))
    } catch {
      // Shown from `error`.
    }
  }

  /** Says why a way is not there instead of hiding it. */
  function withConverter(action: () => void) {
    if (why === null) action()
    else setSaid(why)
  }

  function printBy(route: PrintRoute) {
    choosing.mutate({ route })
    void print(route)
  }

  async function savePdf() {
    if (await preflight.check([id])) await taking.take(id, 'pdf')
  }

  return {
    route: chosen,
    print: () => void print(chosen),
    printBy: (route) => (route === 'libreoffice' ? withConverter(() => printBy(route)) : printBy(route)),
    savePdf: () => withConverter(() => void savePdf()),
    look: () => withConverter(() => void look()),
    busy: taking.busy || looking.isPending,
    error: taking.error ?? looking.error,
    said: said === '' ? taking.said : said,
    extra: (
      <>
        {preflight.dialog}
        {sheet !== null && <PrintSheet papers={[sheet]} onPrinted={() => setSheet(null)} />}
      </>
    ),
  }
}
