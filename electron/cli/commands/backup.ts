import { defineCommand } from '../command.ts'
import { STORE_OPTIONS, withDesk } from '../open-desk.ts'

export const backup = defineCommand({
  name: 'backup',
  summary: '立即备份，并打开备份复查一遍',
  options: STORE_OPTIONS,
  notes: ['备份仍是加密的，放在数据文件夹的 backup 里，每天一份；自动保留 7 天、4 周、12 个月的。'],
  examples: ['backup --data ./desk'],
  async work(values, terminal) {
    return withDesk(values, terminal, async ({ ask }) => {
      const { file } = await ask('desk.backup')
      return { json: { file }, text: `已备份到 ${file}` }
    })
  },
})
