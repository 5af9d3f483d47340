import { zipSync } from 'fflate'
import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { paperOf } from '../printing/kept-paper.ts'
import { printAll, toPdf } from '../printing/libreoffice.ts'
import { asJson } from '../store/as-json.ts'
import { fileName, findDocument, type KeptDocument } from './kept-documents.ts'
import { hold, type Leaving, leaving, recordTaking, type Taking } from './take-document.ts'

type Asked = Omit<Received<'printing.run'>, 'job'>
type How = Asked['how']

const DOING: Readonly<Record<How, string>> = {
  window: '正在准备打印',
  libreoffice: '正在打印',
  zip: '正在打包 Word 文件',
  pdf: '正在转换 PDF',
}
const TAKING: Readonly<Record<How, Taking>> = {
  window: 'print',
  libreoffice: 'print',
  zip: 'save',
  pdf: 'pdf',
}
/** Papers for one start of LibreOffice, which takes seconds; so often progress is told and a stop is heard. */
const BATCH: Readonly<Record<How, number>> = { window: 1, zip: 1, libreoffice: 5, pdf: 5 }

type Ready = { readonly found: KeptDocument; readonly leaving: Leaving; readonly name: string }

/** The queue in the order of issue: each paper is taken when it is done, and only then. */
export async function runQueue(
  desk: Desk,
  me: Me,
  { ids, how }: Asked,
  running: RunningJob,
): Promise<Answer<'printing.run'>> {
  const queue = new Queue(desk, me, how, running.signal)
  const ordered = [...new Set(ids)].toSorted()
  try {
    for (let at = 0; at < ordered.length; at += BATCH[how]) {
      await running.report(DOING[how], at, ordered.length)
      await queue.take(ordered.slice(at, at + BATCH[how]))
    }
  } catch (error) {
    if (!(error instanceof DeskError) || error.code !== 'cancelled') throw error
    queue.stopped = true
  }
  return queue.answer()
}

class Queue {
  stopped = false
  private readonly done: string[] = []
  private readonly failures: { id: string; name: string; why: string }[] = []
  private readonly papers: Paper[] = []
  private readonly files: Record<string, Uint8Array> = {}
  private readonly desk: Desk
  private readonly me: Me
  private readonly how: How
  private readonly signal: AbortSignal

  constructor(desk: Desk, me: Me, how: How, signal: AbortSignal) {
    this.desk = desk
    this.me = me
    this.how = how
    this.signal = signal
  }

  async take(ids: readonly string[]): Promise<void> {
    const ready: Ready[] = []
    const held: (() => void)[] = []
    try {
      for (const id of ids) {
        try {
          held.push(hold(id))
          ready.push(await this.prepare(id))
        } catch (error) {
          this.fail(id, id, error)
        }
      }
      if (ready.length > 0) await this.finish(ready)
    } finally {
      for (const release of held) release()
    }
  }

  private async prepare(id: string): Promise<Ready> {
    const found = await findDocument(this.desk, id)
    const ready = leaving(found)
    return { found, leaving: ready, name: fileName(found.row, ready.stamp, { ending: ENDINGS[this.how] }) }
  }

  private async finish(ready: readonly Ready[]): Promise<void> {
    let contents: readonly (Uint8Array | null)[]
    try {
      contents = await this.made(ready)
    } catch (error) {
      if (error instanceof DeskError && error.code === 'cancelled') throw error
      for (const { found, name } of ready) this.fail(found.row.id, name, error)
      return
    }
    for (const [at, each] of ready.entries()) await this.keep(each, contents[at] ?? null)
  }

  private async made(ready: readonly Ready[]): Promise<readonly (Uint8Array | null)[]> {
    const bytes = ready.map(({ leaving }) => leaving.bytes)
    if (this.how === 'pdf') return toPdf(this.desk, bytes, this.signal)
    if (this.how === 'libreoffice') await printAll(this.desk, bytes, this.signal)
    return bytes
  }

  private async keep({ found, leaving, name }: Ready, content: Uint8Array | null): Promise<void> {
    const { id } = found.row
    try {
      if (content === null) throw new DeskError('unavailable', 'LibreOffice 没有转换成 PDF。')
      const drawn = this.how === 'window' ? drawnAsIssued(found) : null
      await recordTaking(this.desk, this.me, found, { how: TAKING[this.how], stamp: leaving.stamp })
      if (drawn !== null)
        this.papers.push(leaving.stamp === null ? drawn : { ...drawn, stamp: leaving.stamp })
      if (this.how === 'zip' || this.how === 'pdf') this.files[this.freeName(name, id)] = content
      this.done.push(id)
    } catch (error) {
      this.fail(id, name, error)
    }
  }

  /** Two papers without a number about one petition have the same name. */
  private freeName(name: string, id: string): string {
    return name in this.files ? name.replace(/(\.\w+)$/u, ` ${id}$1`) : name
  }

  private fail(id: string, name: string, error: unknown): void {
    if (!(error instanceof DeskError)) this.desk.surroundings.log('print queue', error)
    const why = error instanceof DeskError ? error.message : '程序出错，这份没有完成，请重试。'
    this.failures.push({ id, name: name.replace(/\.\w+$/u, ''), why })
  }

  answer(): Answer<'printing.run'> {
    const fileName = `文书 ${today(this.desk)}${this.how === 'pdf' ? ' PDF' : ''}.zip`
    const some = Object.keys(this.files).length > 0
    return {
      done: this.done,
      failures: this.failures,
      stopped: this.stopped,
      papers: this.papers.map(asJson),
      // Word files and PDF are packed already.
      file: some
        ? { fileName, bytes: Buffer.from(zipSync(this.files, { level: 0 })).toString('base64') }
        : null,
    }
  }
}

/** What the window prints is its own drawing, which knows nothing of an office's template. */
function drawnAsIssued(found: KeptDocument): Paper {
  const { paper, whole } = paperOf(found)
  if (!whole)
    throw new DeskError(
      'refused',
      '这份文书用本单位的模板印发，不能从预览打印；请在打印方式中选用 LibreOffice，或者用 Word、WPS 打开后打印。',
    )
  return paper
}

const ENDINGS: Readonly<Record<How, '.docx' | '.pdf'>> = {
  window: '.docx',
  libreoffice: '.docx',
  zip: '.docx',
  pdf: '.pdf',
}
