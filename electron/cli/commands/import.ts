import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import {
  IMPORT_FIELDS,
  type ImportMapping,
  importMappingSchema,
} from '../../../shared/domain/channel-work.ts'
import { defineCommand, oneOf, UsageError } from '../command.ts'
import { onFile } from '../file-problems.ts'
import { type OpenedDesk, STORE_OPTIONS, withDesk } from '../open-desk.ts'

const CHOICES = ['skip', 'repeat', 'import'] as const
const PIECE = 3 * 1024 * 1024
const SHOWN = 20
const UPLOAD = 'terminal'

const EXAMPLE: ImportMapping = {
  channel: 'JSRX',
  category: null,
  dispatch: false,
  columns: {
    reference: '工单编号',
    reportedAt: '来电时间',
    name: '姓名',
    phone: '联系电话',
    category: '问题类型',
    matter: '诉求内容',
  },
}

export const importOrders = defineCommand({
  name: 'import',
  summary: '从 Excel（.xlsx）或 CSV 文件导入工单',
  options: {
    data: { type: 'string', value: 'DIR', help: STORE_OPTIONS.data.help },
    account: STORE_OPTIONS.account,
    file: { type: 'string', value: 'F', help: '工单文件：.xlsx，或 UTF-8、GB18030 编码的 .csv' },
    mapping: {
      type: 'string',
      value: 'M',
      help: '对应关系（JSON）：哪一列是哪个字段；不写则用记住的或按列名推断的',
    },
    duplicates: {
      type: 'string',
      value: 'skip|repeat|import',
      help: '同一电话、同一标题的：跳过（默认）、作为重复件导入、照常导入',
    },
    check: { type: 'boolean', help: '只逐行检查，什么也不导入' },
    example: { type: 'boolean', help: '打印一份可以照着改的对应关系' },
    reveal: { type: 'boolean', help: '原因里带上文件中的原文（可能含个人信息）' },
  },
  notes: [
    '一行要么完整导入，要么不导入并说明是哪一列、为什么；有一行没有导入的，退出码为 1。',
    '工单编号（没有编号的，整行内容）导入过的总是跳过，所以中途停下的可以再运行一次接着导入。',
    '公式取文件里保存的计算结果；没有保存结果的公式和错误值，该行不导入。',
    'dispatch 写 true 的，导入后直接交分类的归口单位办理（《接诉即办工作制度》三（一）1）。',
    `columns 里可以写的字段：${Object.entries(IMPORT_FIELDS)
      .map(([field, { label }]) => `${field}（${label}）`)
      .join('、')}。`,
  ],
  examples: [
    'import --example > mapping.json',
    'import --data ./desk --file 热线工单.xlsx --mapping mapping.json',
  ],
  async work({ data, account, file, mapping, duplicates, check, example, reveal }, terminal) {
    if (example) return { json: EXAMPLE, text: JSON.stringify(EXAMPLE, null, 2) }
    if (data === undefined || file === undefined) {
      throw new UsageError('请用 --data DIR 和 --file F 写明数据文件夹和工单文件。')
    }
    const choice = duplicates === undefined ? 'skip' : oneOf(duplicates, 'duplicates', CHOICES)
    const given = mapping === undefined ? null : readMapping(mapping)
    const bytes = onFile(file, () => readFileSync(file))
    return withDesk({ data, account }, terminal, async (opened) => {
      await send(opened, path.basename(file), bytes)
      const read = await opened.ask('imports.read', { upload: UPLOAD })
      const asked = { upload: UPLOAD, mapping: given ?? read.mapping, job: 'import' }
      return check
        ? checked(await opened.ask('imports.check', asked), reveal)
        : imported(await opened.ask('imports.run', { ...asked, duplicates: choice }), reveal)
    })
  },
})

function readMapping(file: string): ImportMapping {
  const text = onFile(file, () => readFileSync(file, 'utf8')).replace(/^\ufeff/, '')
  const parsed = importMappingSchema.strict().safeParse(parseJson(text, file))
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new DeskError(
    'badRequest',
    `${file} 不是工单的对应关系（${where || '内容'}有误），格式见 import --example。`,
  )
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('badRequest', `${file} 不是 JSON，格式见 import --example。`)
  }
}

async function send({ ask }: OpenedDesk, name: string, bytes: Buffer): Promise<void> {
  for (let offset = 0; offset < Math.max(1, bytes.length); offset += PIECE) {
    const piece = bytes.subarray(offset, offset + PIECE).toString('base64')
    await ask('imports.upload', { upload: UPLOAD, name, offset, bytes: piece })
  }
}

type RefusedRows = readonly { readonly row: number; readonly column: string; readonly reason: string }[]

/** What stood in the file is quoted in the reasons; it may be a name in the wrong column. */
function shown(rows: RefusedRows, reveal: boolean): RefusedRows {
  return reveal ? rows : rows.map((row) => ({ ...row, reason: row.reason.replace(/“[^”]*”/gu, '“…”') }))
}

function problemsOf(rows: RefusedRows): string[] {
  const lines = rows
    .slice(0, SHOWN)
    .map(({ row, column, reason }) => `第 ${row} 行${column === '' ? '' : ` ${column}`}：${reason}`)
  return rows.length > SHOWN ? [...lines, '其余的见窗口里“导入记录”的明细。'] : lines
}

function checked(answer: Answer<'imports.check'>, reveal: boolean) {
  const { rows, ready, refused, duplicates } = answer
  const refusedRows = shown(answer.refusedRows, reveal)
  return {
    json: { rows, ready, refused, duplicates, refusedRows },
    text: `共 ${rows} 行：可以导入 ${ready} 行，已经有的 ${duplicates} 行，不能导入 ${refused} 行。什么也没有改动。`,
    problems: problemsOf(refusedRows),
  }
}

function imported({ refusedRows, ...answer }: Answer<'imports.run'>, reveal: boolean) {
  const { rows, skipped, refused } = answer
  const named = shown(refusedRows, reveal)
  return {
    json: { ...answer, refusedRows: named },
    text: `共 ${rows} 行：已导入 ${answer.imported} 行，跳过 ${skipped} 行，未导入 ${refused} 行。`,
    problems: problemsOf(named),
  }
}
