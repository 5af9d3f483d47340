import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findSoffice } from '../../../../electron/core/printing/find-soffice.ts'
import { toPdf } from '../../../../electron/core/printing/libreoffice.ts'
import { ORDINARY, part, render } from '../documents/papers.ts'

const missing = [
  ...(findSoffice() === null ? ['LibreOffice'] : []),
  ...(spawnSync('pdftotext', ['-v']).error === undefined ? [] : ['pdftotext']),
]
if (missing.length > 0)
  process.stdout.write(
    `What LibreOffice prints is not read back: ${missing.join(', ')} is not installed here.\n`,
  )

const dataDir = mkdtempSync(path.join(tmpdir(), 'printing-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const SIGNS = ['。', '，', '）', '”', '；', '：', '、', '》']

it.skipIf(missing.length > 0)('no sign of any paper is lost on the way to the printer', async () => {
  const files = Object.entries(ORDINARY).map(([kind, paper]) => ({ kind, file: render(paper) }))
  const pdfs = await toPdf(
    { surroundings: { dataDir } },
    files.map(({ file }) => file),
  )
  const lost = files.flatMap(({ kind, file }, at) => {
    const pdf = path.join(dataDir, `${at}.pdf`)
    writeFileSync(pdf, pdfs[at] ?? '')
    const printed = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })
    const said = Array.from(part(file, 'word/document.xml').matchAll(/<w:t[ >][^<]*<\/w:t>/gu), String).join(
      '',
    )
    return SIGNS.filter((sign) => printed.split(sign).length < said.split(sign).length).map(
      (sign) => kind + sign,
    )
  })
  expect(lost).toEqual([])
})
