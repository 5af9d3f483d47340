import { registerStation } from '../../core/archive/archive-init.ts'
import { readTarget } from '../archive-target.ts'
import { defineCommand } from '../command.ts'
import { STORE_OPTIONS, withDesk } from '../open-desk.ts'

export const archiveRegister = defineCommand({
  name: 'archive register',
  summary: '在归档数据库里登记本接待点，可同时建立它专用的账号',
  options: {
    ...STORE_OPTIONS,
    to: { type: 'string', value: '去向', required: true, help: 'postgres://归档管理员@主机:端口/库' },
    login: { type: 'string', value: '账号', help: '接待点专用的数据库账号，只能送交本接待点的批次' },
  },
  notes: [
    '归档管理员的密码可写在地址里，或放在 DESK_ARCHIVE_PASSWORD 中；专用账号的密码取自 DESK_STATION_PASSWORD，没有设置时提示输入。',
    '由归档管理员自己送交时不需要登记：第一批送到时自动登记。',
  ],
  examples: [
    'archive register --data ./desk --to postgres://archive_keeper@db.example.edu.cn/archive --login desk_zx',
  ],
  async work({ to, login, ...at }, terminal) {
    const { url, password } = readTarget(to, terminal.env)
    return withDesk(at, terminal, async ({ desk, requireRole }) => {
      requireRole('archive.set')
      const { code, publicKey } = desk.station
      const own =
        login === undefined ? {} : { login: { name: login, password: await stationPassword(login) } }
      await registerStation({ url, password: password ?? undefined, station: code, publicKey, ...own })
      const account = login === undefined ? '' : `，专用账号 ${login}`
      return {
        json: { station: code, publicKey, login: login ?? null },
        text: `已登记接待点 ${code}${account}。`,
      }
    })

    async function stationPassword(name: string): Promise<string> {
      const given = terminal.env['DESK_STATION_PASSWORD'] ?? ''
      return given === '' ? terminal.askSecret(`数据库账号“${name}”的新密码：`) : given
    }
  },
})
