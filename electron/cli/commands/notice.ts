import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import { isPetitionKind, PETITION_KINDS } from '../../../shared/documents/kinds/petition-kinds.ts'
import { petitionFromScan } from '../../../shared/rules/numbering.ts'
import { defineCommand, UsageError, type Values } from '../command.ts'
import { fileProblem, requireWritable } from '../file-problems.ts'
import { findUnit } from '../find-unit.ts'
import { type OpenedDesk, STORE_OPTIONS, withDesk } from '../open-desk.ts'

const OPTIONS = {
  ...STORE_OPTIONS,
  petition: { type: 'string', value: '编号', help: '信访事项编号，例如 ZX-2026-00012-K' },
  kind: {
    type: 'string',
    value: '种类',
    help: `文书种类：${PETITION_KINDS.map((kind) => `${kind} ${KINDS[kind].name}`).join('、')}；默认 transfer`,
  },
  unit: { type: 'string', value: '单位', help: '发给哪个单位，写全称或代码；默认为承办单位' },
  document: { type: 'string', value: '文书号', help: '不再编新号，取出已印发的一份（第二次起为副本）' },
  out: { type: 'string', value: 'FILE', required: true, help: '写到哪个 .docx 文件，已有的会被替换' },
  reveal: { type: 'boolean', help: '结果里带上文书标题（可能含个人信息）' },
} as const

export const notice = defineCommand({
  name: 'notice',
  summary: '印发一份文书并写成 Word 文件',
  options: OPTIONS,
  notes: [
    '事项还没有确定办理方式时，先按 --unit 转办，再印发转办函；规则与窗口相同，检举控告等不能转的会被拒绝。',
    '其他文书以窗口里已登记的事实为准：没有登记过的（如没有延期却要延期办理告知书）会说明原因并拒绝。',
    '发文字号在印发时取得，不会跳号，也不会收回；每运行一次就印发一份新的。',
  ],
  examples: [
    'notice --data ./desk --petition ZX-2026-00012-K --kind transfer --unit 教务处 --out 转办函.docx',
    'notice --data ./desk --petition ZX-2026-00012-K --kind accept --out 受理告知书.docx',
  ],
  async work(values, terminal) {
    const out = path.resolve(values.out)
    requireWritable(out)
    return withDesk(values, terminal, async (opened) => {
      const line = values.document === undefined ? await issue(opened, values) : null
      const id = line?.id ?? values.document ?? ''
      const taken = await opened.ask('documents.take', { id, how: 'save' })
      writeOut(out, id, Buffer.from(taken.bytes, 'base64'))
      const shown = line ?? (await opened.ask('documents.show', { id })).line
      const { number, kind, kindName, petition, unit, title } = shown
      const facts = {
        document: id,
        kind,
        number,
        petition,
        unit,
        file: out,
        sha256: taken.sha256,
        copy: taken.copy,
      }
      const name = number === '' ? `${kindName} ${id}` : `${kindName} ${number}`
      return {
        json: values.reveal ? { ...facts, title } : facts,
        text: `${taken.copy ? '已取出副本' : '已印发'} ${name}，写入 ${out}${values.reveal ? `\n${title}` : ''}`,
      }
    })
  },
})

function writeOut(file: string, document: string, bytes: Buffer): void {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, bytes, { flush: true })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    const problem = fileProblem(error, file)
    if (!problem) throw error
    throw new DeskError(
      'unavailable',
      `${problem.message}文书已印发并存好，解决后用 notice --document ${document} --out FILE 取出。`,
    )
  }
}

async function issue(opened: OpenedDesk, values: Values<typeof OPTIONS>): Promise<Answer<'documents.issue'>> {
  const kind = values.kind ?? 'transfer'
  if (!isPetitionKind(kind)) {
    throw new UsageError(`没有“${kind}”这种文书，--kind 可以是 ${PETITION_KINDS.join('、')}。`)
  }
  if (values.petition === undefined)
    throw new UsageError('请用 --petition 写明信访事项编号，用法见 notice --help。')
  const number = petitionFromScan(values.petition)
  if (number === null) {
    throw new DeskError(
      'badRequest',
      `“${values.petition}”不是正确的信访事项编号（末位为校验位），请逐位核对。`,
    )
  }
  const unit = values.unit === undefined ? null : findUnit(opened, values.unit).code
  if (kind === 'transfer') await transferIfUndecided(opened, number, unit)
  return opened.ask('documents.issue', { petition: number, kind, unit })
}

async function transferIfUndecided({ ask }: OpenedDesk, number: string, unit: string | null): Promise<void> {
  const { route } = await ask('petitions.open', { number })
  if (route !== null) return
  if (unit === null) throw new UsageError('这件事项还没有转办，请用 --unit 写明转给哪个单位。')
  await ask('petitions.route', { number, to: { route: 'transfer', leadUnit: unit } })
}
