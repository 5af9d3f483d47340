import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DeskError } from '../../../shared/contract/errors.ts'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import type { PaperFormat } from '../../../shared/documents/paper.ts'
import { cellsOf } from '../../../shared/documents/wording.ts'
import { extremeSamplesOf, GALLERY_KINDS, type Sample, sampleOf } from '../../core/documents/gallery.ts'
import { toPdf } from '../../core/printing/libreoffice.ts'
import { defineCommand, oneOf } from '../command.ts'
import { onFile } from '../file-problems.ts'

const FORMATS: Readonly<Record<PaperFormat, string>> = {
  document: '文件',
  letter: '信函',
  minutes: '纪要',
  form: '表单',
}
const INDEX = '目录.txt'

type Listed = Pick<Sample, 'kind' | 'name' | 'extreme' | 'format'> & { file: string; pages: number | null }

export const gallery = defineCommand({
  name: 'gallery',
  summary: '每种文书各写一份虚构的样张',
  options: {
    out: { type: 'string', value: 'DIR', required: true, help: '写到哪个文件夹，没有时新建' },
    kind: { type: 'string', value: '种类', help: `只写一种：${GALLERY_KINDS.join('、')}` },
    extreme: {
      type: 'boolean',
      help: '每种再写几份极端的样张：一字、六十字、三行标题、生僻字、每项最长、选填不填、名单二百',
    },
    pdf: { type: 'boolean', help: '旁边再各写一份 PDF，并数出页数（需要 LibreOffice）' },
    force: { type: 'boolean', help: '文件夹里已有内容时也写，同名的样张会被替换，其他文件不动' },
  },
  notes: [
    `样张里的人和事都是虚构的，不需要数据文件夹和密码。“${INDEX}”列出每种文书的名称、格式、页数和文件。`,
    '同一版本写出的 Word 文件每次逐字节相同。',
  ],
  examples: [
    'gallery --out ./样张',
    'gallery --out ./极端样张 --extreme --pdf',
    'gallery --out ./样张 --kind transfer --pdf --force',
  ],
  async work({ out, kind, extreme, pdf, force }, terminal) {
    const folder = path.resolve(out)
    const kinds = kind === undefined ? GALLERY_KINDS : [oneOf(kind, 'kind', GALLERY_KINDS)]
    openFolder(folder, force)
    const samples = kinds.flatMap((each, at) => {
      terminal.showProgress({
        type: 'progress',
        job: 'gallery',
        label: `正在写${KINDS[each].name}`,
        done: at,
        total: kinds.length,
      })
      const written = [sampleOf(each), ...(extreme ? extremeSamplesOf(each) : [])]
      for (const { fileName, bytes } of written) {
        const file = path.join(folder, `${fileName}.docx`)
        onFile(file, () => writeFileSync(file, bytes))
      }
      return written
    })
    terminal.clearProgress()
    const pages = pdf ? await writePdfs(samples, folder) : []
    const listed = samples.map(
      ({ fileName, kind: of, name, extreme: how, format }, at): Listed => ({
        kind: of,
        name,
        extreme: how,
        format,
        file: `${fileName}.docx`,
        pages: pages[at] ?? null,
      }),
    )
    const index = path.join(folder, INDEX)
    onFile(index, () => writeFileSync(index, indexOf(listed)))
    return {
      json: { folder, index, papers: listed },
      text: `${indexOf(listed)}\n已在 ${folder} 写入 ${listed.length} 份样张${pdf ? '和 PDF' : ''}。`,
    }
  },
})

function openFolder(folder: string, force: boolean): void {
  onFile(folder, () => {
    if (!existsSync(folder)) return mkdirSync(folder, { recursive: true })
    if (!statSync(folder).isDirectory())
      throw new DeskError('badRequest', `${folder} 不是文件夹，请核对 --out。`)
    accessSync(folder, constants.W_OK)
    if (!force && readdirSync(folder).length > 0)
      throw new DeskError(
        'refused',
        `${folder} 里已有内容，请换一个 --out，或者加上 --force（同名的样张会被替换，其他文件不动）。`,
      )
    return undefined
  })
}

/** All in one start of LibreOffice; answers how many pages each paper has. */
async function writePdfs(samples: readonly Sample[], folder: string): Promise<readonly (number | null)[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-gallery-'))
  try {
    const made = await toPdf(
      { surroundings: { dataDir } },
      samples.map(({ bytes }) => bytes),
    )
    return samples.map(({ name, fileName }, at) => {
      const pdf = made[at] ?? null
      if (pdf === null) throw new DeskError('unavailable', `LibreOffice 没有把${name}转换成 PDF，请重试。`)
      const file = path.join(folder, `${fileName}.pdf`)
      onFile(file, () => writeFileSync(file, pdf))
      return pagesOf(pdf)
    })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The tree of pages says how many leaves it has; LibreOffice writes it uncompressed. */
function pagesOf(pdf: Buffer): number | null {
  const found = /\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/su.exec(pdf.toString('latin1'))
  return found === null ? null : Number(found[1])
}

/** Columns of full-width characters, as an editor with a fixed pitch shows them. */
function indexOf(listed: readonly Listed[]): string {
  const rows = listed.map(({ kind, name, extreme, format, pages, file }, at) => [
    String(at + 1),
    extreme === null ? name : `${name}（${extreme}）`,
    FORMATS[format],
    pages === null ? '—' : `${pages}页`,
    kind,
    file,
  ])
  const table = [['序号', '文书', '格式', '页数', '种类', '文件'], ...rows]
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => cellsOf(row[column] ?? '')))) ?? []
  const padded = (text: string, column: number): string =>
    text + ' '.repeat(Math.round(((widths[column] ?? 0) - cellsOf(text)) * 2) + 2)
  return table.map((row) => `${row.map(padded).join('').trimEnd()}\n`).join('')
}
