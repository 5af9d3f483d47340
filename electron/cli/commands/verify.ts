import { defineCommand } from '../command.ts'
import { STORE_OPTIONS, withDesk } from '../open-desk.ts'

/** A damaged journal can name every entry after the first; nobody reads a million lines. */
const LISTED = 100

export const verify = defineCommand({
  name: 'verify',
  summary: '核验日志的哈希链，核对按日志重建的数据与现有数据相同、各文号系列逐号有着落',
  options: STORE_OPTIONS,
  notes: ['有问题时逐条列出，退出码为 1。数据不会被改动。'],
  examples: ['verify --data ./desk'],
  async work(values, terminal) {
    return withDesk(values, terminal, async ({ ask }) => {
      const { entries, problems } = await ask('desk.verify', { job: 'verify' })
      const more = problems.length - LISTED
      return {
        json: { entries, problems },
        text:
          problems.length === 0
            ? `核验通过：${entries} 条日志首尾相接，按日志重建的数据与现有数据相同，各文号系列逐号有着落。`
            : `核验发现 ${problems.length} 处问题（共 ${entries} 条日志）。`,
        problems: [
          ...problems.slice(0, LISTED),
          ...(more > 0 ? [`另有 ${more} 处，用 --json 可看全部。`] : []),
        ],
      }
    })
  },
})
