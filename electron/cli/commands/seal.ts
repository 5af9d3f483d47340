import { defineCommand } from '../command.ts'
import { STORE_OPTIONS, withDesk } from '../open-desk.ts'

export const seal = defineCommand({
  name: 'seal',
  summary: '把尚未封装的日志封装成批次',
  options: STORE_OPTIONS,
  notes: ['封装后的批次不再改变，用 sync 送往归档中心。没有新的记录时什么也不做。'],
  examples: ['seal --data ./desk'],
  async work(values, terminal) {
    return withDesk(values, terminal, async ({ ask }) => {
      const before = newest((await ask('archive.state')).batches)
      await ask('archive.seal')
      const batches = (await ask('archive.state')).batches
        .filter((batch) => batch.number > before)
        .sort((a, b) => a.number - b.number)
        .map(({ number, fromSeq, toSeq, entries, documents, sealedAt }) => ({
          number,
          fromSeq,
          toSeq,
          entries,
          documents,
          sealedAt,
        }))
      const lines = batches.map(
        ({ number, fromSeq, toSeq, entries, documents }) =>
          `第 ${number} 批：日志第 ${fromSeq} 至 ${toSeq} 条，共 ${entries} 条记录、${documents} 份文书`,
      )
      return { json: { batches }, text: lines.length > 0 ? lines.join('\n') : '没有需要封装的新记录。' }
    })
  },
})

function newest(batches: readonly { readonly number: number }[]): number {
  return Math.max(0, ...batches.map((batch) => batch.number))
}
