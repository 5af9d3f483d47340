import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeskError } from '../../../shared/contract/errors.ts'
import { findSoffice } from './find-soffice.ts'
import { fontsHere } from './fonts-here.ts'
import { forLibreOffice } from './for-libreoffice.ts'
import { discard, workFolder } from './left-papers.ts'
import { prepareProfile } from './office-profile.ts'
import { whyNoPrinter } from './printers.ts'
import { type Ended, runProgram } from './run-program.ts'

/** A first start on a slow PC takes half a minute; every paper some seconds. */
const START_MS = 60_000
const PAPER_MS = 15_000

export const NO_LIBREOFFICE =
  '本机没有安装 LibreOffice，不能转换 PDF，也不能用它打印。请安装 LibreOffice 后重试，或者用 Word、WPS 打开后打印、另存为 PDF。'

/** Whose papers they are: the converter's own files lie beside the data, one start at a time. */
export type Workplace = { readonly surroundings: { readonly dataDir: string } }

/** Papers as PDF, in one start of LibreOffice; null for a paper it could not convert. */
export async function toPdf(
  desk: Workplace,
  papers: readonly Uint8Array[],
  signal?: AbortSignal,
): Promise<readonly (Buffer | null)[]> {
  return withSoffice(desk, papers, signal, async (start, folder, files) => {
    const ended = await start(['--convert-to', 'pdf', '--outdir', folder, ...files])
    const made = files.map((file) => readPdf(file.replace(/\.docx$/u, '.pdf')))
    // What it did before it stumbled is done all the same.
    if (made.every((pdf) => pdf === null)) refuse(ended, '没有转换成 PDF')
    return made
  })
}

/** Sends papers to the default printer, in this order. */
export async function printAll(
  desk: Workplace,
  papers: readonly Uint8Array[],
  signal?: AbortSignal,
): Promise<void> {
  const why = await whyNoPrinter(desk.surroundings.dataDir)
  if (why !== null) throw new DeskError('unavailable', why)
  await withSoffice(desk, papers, signal, async (start, _folder, files) => {
    refuse(await start(['-p', ...files]), '没有打印')
  })
}

type Start = (args: readonly string[]) => Promise<Ended>

const turns = new WeakMap<Workplace, Promise<unknown>>()

/** One start at a time: a second one would hand its papers to the first and say nothing. */
async function withSoffice<Result>(
  desk: Workplace,
  papers: readonly Uint8Array[],
  signal: AbortSignal | undefined,
  work: (start: Start, folder: string, files: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const program = findSoffice()
  if (program === null) throw new DeskError('unavailable', NO_LIBREOFFICE)
  const before = turns.get(desk) ?? Promise.resolve()
  const mine = before.then(() => inFolder(desk, papers, program, signal, work))
  turns.set(
    desk,
    mine.catch(() => undefined),
  )
  return mine
}

/** Everything LibreOffice sees and leaves lies in one folder that only this user may read, and goes with it. */
async function inFolder<Result>(
  desk: Workplace,
  papers: readonly Uint8Array[],
  program: string,
  signal: AbortSignal | undefined,
  work: (start: Start, folder: string, files: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const { states } = await fontsHere()
  const base = workFolder(desk.surroundings.dataDir)
  mkdirSync(base, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(path.join(base, 'print-'))
  try {
    const env = prepareProfile(folder, states)
    const files = papers.map((bytes, at) => {
      const file = path.join(folder, `${String(at + 1).padStart(3, '0')}.docx`)
      writeFileSync(file, forLibreOffice(bytes), { mode: 0o600 })
      return file
    })
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    const start: Start = (args) =>
      runProgram(program, [profile, '--headless', '--norestore', '--nolockcheck', ...args], {
        env,
        cwd: folder,
        longestMs: START_MS + PAPER_MS * papers.length,
        signal,
      })
    return await work(start, folder, files)
  } finally {
    discard(folder)
  }
}

/** Nothing of a program that ended in the middle of its work is taken for a paper. */
function readPdf(file: string): Buffer | null {
  try {
    const bytes = readFileSync(file)
    const whole = bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-32).includes('%%EOF')
    return whole ? bytes : null
  } catch {
    return null
  }
}

function refuse(ended: Ended, what: string): void {
  switch (ended.how) {
    case 'stopped':
      throw new DeskError('cancelled', '已按您的要求停止。')
    case 'notStarted':
      throw new DeskError(
        'unavailable',
        `LibreOffice 启动不了，${what}。请重新安装 LibreOffice，或者用 Word、WPS 打开后打印。`,
      )
    case 'tookTooLong':
      throw new DeskError(
        'unavailable',
        `LibreOffice 很久没有反应，已经停止，${what}。请关闭正在运行的 LibreOffice 后重试，或者用 Word、WPS 打开后打印。`,
      )
    case 'ended':
      if (ended.code === 0 && what === '没有打印') return
      throw new DeskError(
        'unavailable',
        `LibreOffice 出错退出，${what}。请重试；仍然不行时用 Word、WPS 打开后打印。`,
      )
  }
}
