import { initArchive } from '../../core/archive/archive-init.ts'
import { readTarget } from '../archive-target.ts'
import { defineCommand } from '../command.ts'
import { RESOURCES } from '../resources.ts'

export const archiveInit = defineCommand({
  name: 'archive init',
  summary: '在归档中心建立接收批次的库表或文件夹',
  options: {
    to: {
      type: 'string',
      value: '去向',
      required: true,
      help: 'postgres://用户@主机:端口/库 或 folder:路径',
    },
  },
  notes: [
    '数据库账户需要有建立 schema 的权限；密码可写在地址里，或放在环境变量 DESK_ARCHIVE_PASSWORD 中。',
    '已经建立过的不会被改动，可以重复运行。',
  ],
  examples: ['archive init --to postgres://archive_keeper@db.example.edu.cn/archive'],
  async work({ to }, terminal) {
    const { url, password } = readTarget(to, terminal.env)
    const { name, version, created } = await initArchive({
      url,
      password: password ?? undefined,
      resourcesDir: RESOURCES,
    })
    return {
      json: { archive: name, version, created },
      text: created
        ? `已在 ${name} 建立归档库（第 ${version} 版）。`
        : `${name} 已是归档库（第 ${version} 版），没有改动。`,
    }
  },
})
