import { randomInt } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { DeskError } from '../../../shared/contract/errors.ts'
import { addDays, type Day, dayOf, instantOf, isDay, timeOf } from '../../../shared/domain/day.ts'
import { makeDemo } from '../../core/demo/make-demo.ts'
import { defineCommand, UsageError, wholeNumber } from '../command.ts'
import { onFile } from '../file-problems.ts'
import { fromEnvironment } from '../passwords.ts'
import { RESOURCES } from '../resources.ts'

/** By then everything of the last morning has happened, see `core/demo/hours.ts`. */
const LAST_MORNING_OVER = '09:30'
const MOST_VISITS = 1_000_000

export const demo = defineCommand({
  name: 'demo',
  summary: '在新文件夹里生成最近两个学期的虚构数据',
  options: {
    data: { type: 'string', value: 'DIR', required: true, help: '新的数据文件夹，必须是空的或还没有' },
    visits: { type: 'string', value: 'N', required: true, help: '来访次数' },
    seed: {
      type: 'string',
      value: 'S',
      required: true,
      help: '种子，数字或文字；种子、次数、截止日相同，数据就相同',
    },
    until: {
      type: 'string',
      value: 'YYYY-MM-DD',
      help: '数据截止到哪一天的早上，默认今天（九点半以前为昨天）',
    },
  },
  notes: [
    '人名、电话、证件号码和事情都是虚构的。四种角色各有一个账户，密码都取自 DESK_PASSWORD，没有设置时随机生成并显示。',
    '每次不同的只有接待点密钥，以及由它而来的哈希、签名和回执。',
  ],
  examples: ['demo --data ./demo --visits 300 --seed 1'],
  async work({ data, visits, seed, until }, terminal) {
    const dataDir = path.resolve(data)
    requireNew(dataDir)
    const count = wholeNumber(visits, 'visits', 1, MOST_VISITS)
    const given = fromEnvironment(terminal)
    const password = given ?? inventPassword()
    const lastDay = readUntil(until)
    try {
      const made = await makeDemo({
        dataDir,
        resourcesDir: RESOURCES,
        visits: count,
        seed,
        until: lastDay,
        password,
        onProgress: (done) =>
          terminal.showProgress({ type: 'progress', job: 'demo', label: '正在生成来访', done, total: count }),
      })
      const { petitions, accounts, recoveryCode } = made
      const facts = {
        data: dataDir,
        visits: made.visits,
        petitions,
        seed,
        until: lastDay,
        accounts,
        recoveryCode,
      }
      return {
        json: given === null ? { ...facts, password } : facts,
        text: [
          `已在 ${dataDir} 生成 ${made.visits} 次来访、${petitions} 件事项，截止 ${lastDay}（全部为虚构）。`,
          ...accounts.map(({ login, name, role }) => `  ${login.padEnd(8)} ${name}（${role}）`),
          given === null ? `所有账户的密码：${password}` : '所有账户的密码即 DESK_PASSWORD。',
        ].join('\n'),
      }
    } finally {
      terminal.clearProgress()
    }
  },
})

function requireNew(folder: string): void {
  const problem = onFile(folder, () => {
    if (!existsSync(folder)) return null
    if (!statSync(folder).isDirectory()) return `${folder} 不是文件夹，请核对 --data。`
    return readdirSync(folder).length === 0
      ? null
      : `${folder} 里已有内容，演示数据只能生成在新的文件夹里，请换一个 --data。`
  })
  if (problem !== null) throw new DeskError('refused', problem)
}

function readUntil(text: string | undefined): Day {
  const now = instantOf(Date.now())
  const today = dayOf(now)
  if (text === undefined) return timeOf(now) < LAST_MORNING_OVER ? addDays(today, -1) : today
  if (!isDay(text))
    throw new UsageError(`--until 应是真实存在的一天，写成 2026-11-20 这样，请核对“${text}”。`)
  if (text > today) throw new UsageError(`--until 不能晚于今天（${today}），请核对“${text}”。`)
  return text
}

/** Easy to read from one screen and type into another: no 0/O, no 1/l. */
function inventPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const block = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${block()}-${block()}-${block()}`
}
