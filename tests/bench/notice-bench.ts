import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Packer } from 'docx'
import { TemplateHandler } from 'easy-template-x'
import { strFromU8, unzipSync } from 'fflate'
import { docxDocument } from '../../electron/core/documents/paper-to-docx.ts'
import { qrPng } from '../../electron/core/documents/qr.ts'
import { renderPaper } from '../../electron/core/documents/render.ts'
import { typeset } from '../../electron/core/documents/typeset-paper.ts'
import { buildPaper, KINDS } from '../../shared/documents/kinds/index.ts'
import { instantOf } from '../../shared/domain/day.ts'
import { type BenchRow, median, timed } from './bench-row.ts'
import { COMMONEST, type Commonest, factsOf, TAGS, wordsOf } from './notice-facts.ts'

const ROUNDS = 10
/** So many of ours in a round that a run makes a thousand of each kind; the others need a tenth of that to be measured. */
const OURS_PER_ROUND = 100
const THEIRS_PER_ROUND = 10
const COMPARED = 40
const CREATED_AT = instantOf(Date.parse('2026-01-05T01:00:00.000Z'))

const IN_DOCX = 0.1
const IN_FILLED = 0.3
/** Flat: the second thousand of each kind leaves no more in the heap than the first, nor needs a larger process. */
const HEAP_MB = 1
const RSS_SHARE = 1.1

type Contender = {
  readonly run: (kind: Commonest, at: number) => unknown
  readonly perRound: number
}

function prezipped(kind: Commonest, at: number): Uint8Array {
  return renderPaper(buildPaper(kind, factsOf(kind, wordsOf(at))), { createdAt: CREATED_AT })
}

async function packedByDocx(kind: Commonest, at: number): Promise<Uint8Array> {
  const set = typeset(buildPaper(kind, factsOf(kind, wordsOf(at))))
  return Packer.toBuffer(docxDocument(set, qrPng(set.code ?? '')))
}

/** The template is made once, beforehand; its QR code stays as it is, which favours this contender. */
function fillers(): Contender['run'] {
  const handler = new TemplateHandler()
  const files = new Map(
    COMMONEST.map((kind) => [
      kind,
      Buffer.from(renderPaper(buildPaper(kind, factsOf(kind, TAGS)), { createdAt: CREATED_AT })),
    ]),
  )
  return (kind, at) => handler.process(files.get(kind) ?? Buffer.alloc(0), wordsOf(at))
}

/** Five kinds in one run, from their facts to their bytes, by three ways in turns; every paper has other words. */
export async function benchNotices(rounds: number = ROUNDS): Promise<readonly BenchRow[]> {
  const memory = await grown()
  const ours: Contender = { run: prezipped, perRound: OURS_PER_ROUND }
  const docx: Contender = { run: packedByDocx, perRound: THEIRS_PER_ROUND }
  const filled: Contender = { run: fillers(), perRound: THEIRS_PER_ROUND }
  const each = new Map<Commonest, Times>(COMMONEST.map((kind) => [kind, { ours: [], docx: [], filled: [] }]))
  for (let round = -1; round < rounds; round += 1) {
    for (const [kind, times] of each) {
      const [a, b, c] = [
        await meanOf(ours, kind, round),
        await meanOf(docx, kind, round),
        await meanOf(filled, kind, round),
      ]
      if (round < 0) continue
      times.ours.push(a)
      times.docx.push(b)
      times.filled.push(c)
    }
  }
  return [...[...each].flatMap(([kind, times]) => rowsOf(kind, times)), memory, await sameAsDocx()]
}

type Times = { readonly ours: number[]; readonly docx: number[]; readonly filled: number[] }

async function meanOf({ run, perRound }: Contender, kind: Commonest, round: number): Promise<number> {
  const first = (round + 1) * perRound
  const ms = await timed(async () => {
    for (let at = 0; at < perRound; at += 1) await run(kind, first + at)
  })
  return ms / perRound
}

function rowsOf(kind: Commonest, { ours, docx, filled }: Times): readonly BenchRow[] {
  const row = (other: readonly number[], against: string, most: number): BenchRow => {
    const ratio = median(ours) / median(other)
    const work = `${KINDS[kind].name}，一千份中的一份`
    return { work, against, ratio, budget: `≤ ${most}×`, holds: ratio <= most, medianMs: median(ours) }
  }
  return [row(docx, 'docx 打包同一页', IN_DOCX), row(filled, 'easy-template-x 填充同一页', IN_FILLED)]
}

/** Two thousand of each kind, none of them kept; the first thousand takes what room the collector likes to have. */
async function grown(): Promise<BenchRow> {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const thousand = ROUNDS * OURS_PER_ROUND
  const make = async (from: number): Promise<Made> => {
    let peak = 0
    const started = performance.now()
    for (let at = from; at < from + thousand; at += 1) {
      for (const kind of COMMONEST) prezipped(kind, at)
      // As in the core, where every paper is a call of its own: what zlib took is given back between two of them.
      await setImmediate()
      if (at % OURS_PER_ROUND === 0) peak = Math.max(peak, process.memoryUsage.rss())
    }
    const ms = performance.now() - started
    collect()
    return { ms, peak, heap: process.memoryUsage().heapUsed }
  }
  const [first, second] = [await make(0), await make(thousand)]
  const heap = (second.heap - first.heap) / 1e6
  const share = second.peak / first.peak
  const peaks = [first, second].map(({ peak }) => (peak / 1e6).toFixed(0)).join('、')
  return {
    work: `五种各一千份，做两遍：进程最大 ${peaks} MB，堆里多留 ${heap.toFixed(2)} MB`,
    against: '第一遍',
    ratio: share,
    budget: `≤ ${RSS_SHARE}×，≤ ${HEAP_MB} MB`,
    holds: heap <= HEAP_MB && share <= RSS_SHARE,
    medianMs: second.ms / (thousand * COMMONEST.length),
  }
}

type Made = { readonly ms: number; readonly peak: number; readonly heap: number }

/** The document part of a sample of those papers, character by character. */
async function sameAsDocx(): Promise<BenchRow> {
  const started = performance.now()
  let different = 0
  for (const kind of COMMONEST)
    for (let at = 0; at < COMPARED; at += 1) {
      const [mine, theirs] = [prezipped(kind, at * 25), await packedByDocx(kind, at * 25)].map(documentOf)
      if (mine !== theirs) different += 1
    }
  const count = COMPARED * COMMONEST.length
  return {
    work: `正文部分与 docx 写的逐字相同：${count - different}/${count} 份`,
    against: 'docx 打包同一页',
    ratio: null,
    budget: '全部',
    holds: different === 0,
    medianMs: (performance.now() - started) / count,
  }
}

function documentOf(file: Uint8Array): string {
  const part = unzipSync(file, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']
  if (part === undefined) throw new Error('no document part')
  return strFromU8(part)
}
