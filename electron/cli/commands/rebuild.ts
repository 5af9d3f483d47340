import { rebuild as rebuildRows } from '../../core/store/rebuild.ts'
import { defineCommand } from '../command.ts'
import { STORE_OPTIONS, withDesk } from '../open-desk.ts'

export const rebuild = defineCommand({
  name: 'rebuild',
  summary: '按日志重建全部数据表和检索索引',
  options: STORE_OPTIONS,
  notes: ['在一个事务里完成：中途断电或取消，原有数据不变。日志本身不会被改动。'],
  examples: ['rebuild --data ./desk'],
  async work(values, terminal) {
    return withDesk(values, terminal, async ({ desk, requireRole }) => {
      requireRole('desk.verify')
      const total = Number(desk.store.reader.raw.prepare('select count(*) from journal').pluck().get())
      const entries = await rebuildRows(desk.store, (done) =>
        terminal.showProgress({ type: 'progress', job: 'rebuild', label: '按日志重建', done, total }),
      )
      return { json: { entries }, text: `已按 ${entries} 条日志重建完成。` }
    })
  },
})
