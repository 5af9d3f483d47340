import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { DeskError } from '../../shared/contract/errors.ts'

const LONGEST_MS = 300_000

/** Writes a PDF beside every Word file with LibreOffice, all in one start of it. */
export async function writePdfs(files: readonly string[], folder: string): Promise<void> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-office-'))
  const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'pdf']
  try {
    await promisify(execFile)('soffice', [...args, '--outdir', folder, ...files], { timeout: LONGEST_MS })
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new DeskError(
      'unavailable',
      missing
        ? '没有找到 LibreOffice（soffice），不能写 PDF；请安装后重试，或者去掉 --pdf。'
        : 'LibreOffice 没有写成 PDF，请关闭正在运行的 LibreOffice 后重试，或者去掉 --pdf。',
    )
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The tree of pages names how many leaves it has; LibreOffice writes it uncompressed. */
export function pagesOfPdf(file: string): number | null {
  const found = /\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/su.exec(readFileSync(file, 'latin1'))
  return found === null ? null : Number(found[1])
}
