import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type DocumentKind, isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { defineCommand, UsageError } from '../command.ts'
import { onFile, requireWritable } from '../file-problems.ts'
import { STORE_OPTIONS, withDesk } from '../open-desk.ts'

const KIND = {
  type: 'string',
  value: '种类',
  required: true,
  help: `文书种类：${Object.entries(KINDS)
    .map(([kind, { name }]) => `${kind} ${name}`)
    .join('、')}`,
} as const
const FILE = { type: 'string', value: 'FILE', required: true, help: 'Word 模板（.docx）' } as const

export const templateExport = defineCommand({
  name: 'template export',
  summary: '导出一种文书的起始模板：系统版式，占位符写在各项内容的位置上',
  options: {
    ...STORE_OPTIONS,
    kind: KIND,
    out: { type: 'string', value: 'FILE', required: true, help: '写到哪个 .docx 文件，已有的会被替换' },
  },
  notes: ['用 Word 或 WPS 调整后，用 template check 检查，用 template save 保存。'],
  examples: ['template export --data ./desk --kind transfer --out 转办函模板.docx'],
  async work(values, terminal) {
    const kind = kindOf(values.kind)
    const file = path.resolve(values.out)
    requireWritable(file)
    return withDesk(values, terminal, async ({ ask }) => {
      const { bytes } = await ask('templates.export', { kind })
      onFile(file, () => writeFileSync(file, Buffer.from(bytes, 'base64'), { flush: true }))
      return { json: { kind, file }, text: `已导出${KINDS[kind].name}的起始模板，写入 ${file}` }
    })
  },
})

export const templateCheck = defineCommand({
  name: 'template check',
  summary: '检查一份 Word 模板，逐处列出要改的地方',
  options: { ...STORE_OPTIONS, kind: KIND, file: FILE },
  notes: ['只检查，什么也不保存；有要改的地方时，退出码为 1。'],
  examples: ['template check --data ./desk --kind transfer --file 转办函模板.docx'],
  async work(values, terminal) {
    const kind = kindOf(values.kind)
    const file = readTemplate(values.file)
    return withDesk(values, terminal, async ({ ask }) => {
      const { findings } = await ask('templates.check', { kind, file })
      const problems = findings.map(({ place, says, meant, near }) => {
        const where = place === '' ? '' : `${place}：`
        const guess = meant === null ? '' : `，可能是“{${meant}}”`
        return `${where}${says}${guess}${near === '' ? '' : `（${near}）`}。`
      })
      const text = findings.length === 0 ? '检查通过，用样例试填成功。' : `有 ${findings.length} 处要改。`
      return { json: { kind, findings }, text, problems }
    })
  },
})

export const templateSave = defineCommand({
  name: 'template save',
  summary: '保存一份检查通过的 Word 模板为新的一版',
  options: {
    ...STORE_OPTIONS,
    kind: KIND,
    file: FILE,
    note: { type: 'string', value: 'TEXT', help: '这一版的说明' },
    use: { type: 'boolean', help: '保存后启用：以后印发的这种文书用它排版' },
  },
  notes: ['各版都保留；已经印发的文书不受影响。'],
  examples: ['template save --data ./desk --kind transfer --file 转办函模板.docx --note 首版 --use'],
  async work(values, terminal) {
    const kind = kindOf(values.kind)
    const file = readTemplate(values.file)
    return withDesk(values, terminal, async ({ ask }) => {
      const { note = '', use } = values
      const { version } = await ask('templates.save', { kind, file, note, use })
      const name = `${KINDS[kind].name}模板第${version}版`
      return {
        json: { kind, version, used: use },
        text: use ? `已保存并启用${name}` : `已保存${name}，还没有启用`,
      }
    })
  },
})

function kindOf(kind: string): DocumentKind {
  if (!isDocumentKind(kind)) throw new UsageError(`没有“${kind}”这种文书，请用 --help 查看种类。`)
  return kind
}

function readTemplate(name: string): { readonly name: string; readonly bytes: string } {
  const file = path.resolve(name)
  return { name: path.basename(file), bytes: onFile(file, () => readFileSync(file)).toString('base64') }
}
