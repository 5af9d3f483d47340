import { Packer } from 'docx'
import { TemplateHandler } from 'easy-template-x'
import { docxDocument } from '../../electron/core/documents/paper-to-docx.ts'
import { qrPng } from '../../electron/core/documents/qr.ts'
import { renderPaper } from '../../electron/core/documents/render.ts'
import { typeset } from '../../electron/core/documents/typeset-paper.ts'
import { buildPaper, type TransferNoticeData } from '../../shared/documents/kinds/index.ts'
import { TRANSFER } from '../../shared/documents/specimens/visit-papers.ts'
import { instantOf, parseDay } from '../../shared/domain/day.ts'

/** One line of the bench's table: our work against the yardstick, as a ratio of medians taken in turns. */
export type BenchRow = {
  readonly work: string
  readonly against: string
  readonly ratio: number
  readonly budget: number
  readonly holds: boolean
  readonly medianMs: number
}

const ROUNDS = 7
const NOTICES_PER_ROUND = 20
const CREATED_AT = instantOf(Date.parse('2026-01-05T01:00:00.000Z'))

type Contender = { readonly run: (data: TransferNoticeData) => Promise<unknown>; readonly ms: number[] }

/** One transfer notice, from its facts to its file, by the three ways; every notice has other words. */
export async function benchNotice(rounds: number = ROUNDS): Promise<readonly BenchRow[]> {
  const ours: Contender = { ms: [], run: async (data) => prezipped(data) }
  const packed: Contender = { ms: [], run: packedByDocx }
  const filled: Contender = { ms: [], run: await fillerOf(TEMPLATE) }
  for (let round = -1; round < rounds; round += 1) {
    for (const contender of [ours, packed, filled]) {
      const started = performance.now()
      for (let at = 0; at < NOTICES_PER_ROUND; at += 1) await contender.run(notice(round * 1_000 + at))
      const each = (performance.now() - started) / NOTICES_PER_ROUND
      if (round >= 0) contender.ms.push(each)
    }
  }
  return [row(ours, packed, 'docx 打包同一页', 0.1), row(ours, filled, 'easy-template-x 填充同一页', 0.3)]
}

function row(ours: Contender, other: Contender, against: string, budget: number): BenchRow {
  const ratio = median(ours.ms) / median(other.ms)
  return { work: '生成一份转办函', against, ratio, budget, holds: ratio <= budget, medianMs: median(ours.ms) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function notice(at: number): TransferNoticeData {
  return {
    ...TRANSFER,
    number: `海师办信转〔2026〕${Math.abs(at) + 1}号`,
    petitionNumber: `ZX-2026-${String(Math.abs(at)).padStart(5, '0')}-K`,
    title: `梅园${at}号宿舍楼供暖温度不达标`,
    summary: `${TRANSFER.summary}（第${at}次反映）`,
    issuedOn: parseDay('2026-01-05'),
  }
}

function prezipped(data: TransferNoticeData): Uint8Array {
  return renderPaper(buildPaper('transfer', data), { createdAt: CREATED_AT })
}

async function packedByDocx(data: TransferNoticeData): Promise<Uint8Array> {
  const set = typeset(buildPaper('transfer', data))
  return Packer.toBuffer(docxDocument(set, qrPng(set.code ?? '')))
}

/** The same page with tags for what varies; the QR code stays as it is, which favours this contender. */
const TEMPLATE: TransferNoticeData = {
  ...TRANSFER,
  number: '{number}',
  title: '{title}',
  summary: '{summary}',
  demand: '{demand}',
  leadUnit: '{leadUnit}',
}

async function fillerOf(template: TransferNoticeData): Promise<Contender['run']> {
  const file = Buffer.from(prezipped(template))
  const handler = new TemplateHandler()
  return async ({ number, title, summary, demand, leadUnit }) =>
    handler.process(file, { number, title, summary, demand, leadUnit })
}
