import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { nowAt } from '../../core/desk.ts'
import { defineCommand, UsageError } from '../command.ts'
import { type OpenedDesk, STORE_OPTIONS, withDesk } from '../open-desk.ts'
import { readVisitFile, visitExample } from '../visit-file.ts'

export const register = defineCommand({
  name: 'register',
  summary: '按 JSON 文件登记一次来访',
  options: {
    data: { type: 'string', value: 'DIR', help: STORE_OPTIONS.data.help },
    account: STORE_OPTIONS.account,
    file: { type: 'string', value: 'visit.json', help: '来访的内容，写 - 则从标准输入读' },
    example: { type: 'boolean', help: '打印一份可以照着改的 visit.json' },
    reveal: { type: 'boolean', help: '结果里带上事项标题（可能含个人信息）' },
  },
  notes: [
    'channel、startedAt、place、receivedBy 不写时，分别取默认渠道、现在、默认接待地点和本账户的姓名。',
    '检查与窗口登记完全相同：有一处不对就不登记，并逐行说明是哪个字段。',
  ],
  examples: ['register --example > visit.json', 'register --data ./desk --file visit.json'],
  async work({ data, account, file, example, reveal }, terminal) {
    if (example) {
      const visit = visitExample(instantOf(Date.now()))
      return { json: visit, text: JSON.stringify(visit, null, 2) }
    }
    if (data === undefined || file === undefined) {
      throw new UsageError(
        '请用 --data DIR 和 --file visit.json 写明数据文件夹和来访文件，格式见 register --example。',
      )
    }
    const answer = await withDesk({ data, account }, terminal, (opened) => registerFile(opened, file))
    return outcomeOf(answer, reveal)
  },
})

async function registerFile(
  { desk, me, send }: OpenedDesk,
  file: string,
): Promise<Answer<'visits.register'>> {
  const { defaultChannel, receptionPlace } = desk.ledger.office().settings
  const visit = readVisitFile(file, {
    channel: defaultChannel,
    startedAt: nowAt(desk.surroundings.clock),
    place: receptionPlace,
    receivedBy: me.name,
  })
  try {
    return await send('visits.register', { visit })
  } catch (error) {
    throw error instanceof DeskError ? asInFile(error) : error
  }
}

/** Fields by the place they have in the file. */
function asInFile({ code, message, fields }: DeskError): DeskError {
  return new DeskError(
    code,
    message,
    fields.map((field) => ({ ...field, path: field.path.replace(/^visit\./, '') })),
  )
}

function outcomeOf({ visit, petitions, documents }: Answer<'visits.register'>, reveal: boolean) {
  const shown = petitions.map(({ title, ...petition }) => (reveal ? { ...petition, title } : petition))
  const papers = documents.map(({ id, kind, kindName }) => ({ id, kind, kindName }))
  const lines = petitions.map(
    ({ number, dueOn, sentence, title }) =>
      `信访事项 ${number}：${dueOn === null ? '没有到期日' : `${dueOn} 到期`}（${sentence}）${reveal ? `，${title}` : ''}`,
  )
  return {
    json: { visit, petitions: shown, documents: papers },
    text: [
      `已登记来访 ${visit}`,
      ...lines,
      `已印发：${papers.map(({ id, kindName }) => `${kindName} ${id}`).join('、')}`,
    ].join('\n'),
  }
}
