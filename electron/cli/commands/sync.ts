import { openArchive } from '../../core/archive/open-archive.ts'
import type { Desk } from '../../core/desk.ts'
import { readTarget, type Target } from '../archive-target.ts'
import { defineCommand } from '../command.ts'
import { type OpenedDesk, STORE_OPTIONS, withDesk } from '../open-desk.ts'

export const sync = defineCommand({
  name: 'sync',
  summary: '封装并送往归档中心，取回回执',
  options: {
    ...STORE_OPTIONS,
    archive: {
      type: 'string',
      value: '去向',
      help: 'folder:路径 或 postgres://用户@主机:端口/库；默认为已设置的去向',
    },
  },
  notes: [
    '写了 --archive 的，先试一下能否送达，再记为以后的去向（需要管理员账户）。',
    '数据库密码可写在地址里，或放在环境变量 DESK_ARCHIVE_PASSWORD 中；它只存在加密的数据里。',
    '中途断开的可以再运行一次：同一批次送几次，归档中心也只收一份。有批次被退回时，逐条说明，退出码为 1。',
  ],
  examples: [
    'sync --data ./desk --archive folder:/media/usb/archive',
    'sync --data ./desk --archive postgres://desk_zx@db.example.edu.cn/archive',
  ],
  async work({ archive, ...at }, terminal) {
    const target = archive === undefined ? null : readTarget(archive, terminal.env)
    return withDesk(at, terminal, async (opened) => {
      if (target !== null) await useArchive(opened, target)
      const result = await opened.ask('archive.sync', { job: 'sync' })
      const { batches, entries, receipts, refused } = result
      const text =
        receipts === 0
          ? '没有需要送出的批次，归档中心已收全。'
          : `归档中心签收 ${batches} 批，共 ${entries} 条记录；收到回执 ${receipts} 份。`
      return { json: result, text, problems: refused }
    })
  },
})

/** A target that cannot be reached must not take the place of one that can. */
async function useArchive({ ask, desk, requireRole }: OpenedDesk, target: Target): Promise<void> {
  const known = configured(desk)
  if (known.url === target.url && (target.password === null || target.password === known.password)) return
  requireRole('archive.set')
  const password = target.password ?? (known.url === target.url ? known.password : null)
  const archive = openArchive(target.url, password ?? undefined)
  try {
    await archive.check()
  } finally {
    await archive.close()
  }
  await ask('archive.set', { url: target.url, password: target.password })
}

function configured(desk: Desk): { url: string | null; password: string | null } {
  const rows = desk.store.reader.raw
    .prepare<[], { name: string; value: string }>(
      "select name, value from secret where name in ('archive-url', 'archive-password')",
    )
    .all()
  const value = (name: string) => rows.find((row) => row.name === name)?.value ?? null
  return { url: value('archive-url'), password: value('archive-password') }
}
