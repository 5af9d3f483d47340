import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Answer } from '../../../shared/contract/api.ts'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import { retentionSchema } from '../../../shared/domain/catalogue.ts'
import { defineCommand, oneOf, UsageError } from '../command.ts'
import { onFile, requireWritable } from '../file-problems.ts'
import { type OpenedDesk, STORE_OPTIONS, withDesk } from '../open-desk.ts'

type Issue = (opened: OpenedDesk, about: string, note: string) => Promise<Answer<'documents.issue'>>

const reception =
  (kind: string): Issue =>
  ({ ask }, about, note) =>
    ask('reception.issuePaper', { kind, about, note })

/** Kinds that are about no single petition, with what `--about` names. Reports have a command of their own. */
const PAPERS = {
  'reception-announcement': { about: null, issue: reception('reception-announcement') },
  'reception-booking': { about: '预约编号', issue: reception('reception-booking') },
  'reception-record': { about: '接待编号', issue: reception('reception-record') },
  'reception-minutes': { about: '接待日编号', issue: reception('reception-minutes') },
  'meeting-minutes': { about: '会议编号', issue: ({ ask }, id) => ask('meetings.issue', { id }) },
  'campaign-plan': { about: '专项治理编号', issue: ({ ask }, id) => ask('campaigns.issue', { id }) },
  'archive-list': {
    about: '年度和保管期限，例如 2026/30年',
    issue: ({ ask }, about) => ask('volumes.issue', readVolume(about)),
  },
} as const satisfies Readonly<Record<string, { readonly about: string | null; readonly issue: Issue }>>

type PaperKind = keyof typeof PAPERS
const KIND_NAMES = Object.keys(PAPERS) as PaperKind[]

export const paper = defineCommand({
  name: 'paper',
  summary: '印发不属于某一件事项的文书并写成 Word 文件',
  options: {
    ...STORE_OPTIONS,
    kind: {
      type: 'string',
      value: '种类',
      required: true,
      help: `文书种类：${KIND_NAMES.map((kind) => `${kind} ${KINDS[kind].name}`).join('、')}`,
    },
    about: { type: 'string', value: 'ID', help: '文书说的是哪一个，见下' },
    note: { type: 'string', value: 'TEXT', help: '接待日纪要的补充说明，可以不写' },
    out: { type: 'string', value: 'FILE', required: true, help: '写到哪个 .docx 文件，已有的会被替换' },
  },
  notes: [
    ...KIND_NAMES.map(
      (kind) => `${kind}（${KINDS[kind].name}）：--about ${PAPERS[kind].about ?? '不需要'}。`,
    ),
    '某一件事项的文书用 notice，汇总和报表用 report。每运行一次就印发一份新的，保存在“文书”里。',
  ],
  examples: ['paper --data ./desk --kind archive-list --about 2026/30年 --out 归档文件目录.docx'],
  async work({ data, account, kind, about, note, out }, terminal) {
    const known = oneOf(kind, 'kind', KIND_NAMES)
    const { about: needed, issue } = PAPERS[known]
    if (needed !== null && about === undefined)
      throw new UsageError(`请用 --about 写明${needed}，用法见 paper --help。`)
    if (known === 'archive-list') readVolume(about ?? '')
    const file = path.resolve(out)
    requireWritable(file)
    return withDesk({ data, account }, terminal, async (opened) => {
      const { id, kindName } = await issue(opened, about ?? '', note ?? '')
      const { bytes, sha256 } = await opened.ask('documents.take', { id, how: 'save' })
      onFile(file, () => writeFileSync(file, Buffer.from(bytes, 'base64'), { flush: true }))
      return {
        json: { document: id, kind: known, file, sha256 },
        text: `已印发 ${kindName} ${id}，写入 ${file}`,
      }
    })
  },
})

function readVolume(about: string): { year: number; retention: '永久' | '30年' | '10年' } {
  const [, year, words] = /^(\d{4})\/(.+)$/u.exec(about) ?? []
  const retention = retentionSchema.safeParse(words)
  if (year === undefined || !retention.success)
    throw new UsageError(
      `--about 应写成 2026/30年 这样（年度/保管期限：永久、30年、10年），请核对“${about}”。`,
    )
  return { year: Number(year), retention: retention.data }
}
