import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { environment, LaunchError, projectNode, root, say } from './machine.mjs'

/** A throw-away store of invented petitions, and the accounts to look at it with. */
export async function makeDemo() {
  const folder = mkdtempSync(path.join(tmpdir(), 'petition-desk-demo-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  const data = path.join(folder, 'data')
  const password = inventPassword()
  try {
    say('正在准备演示数据（全部为虚构）……')
    const { accounts } = await runDemoCommand(data, password)
    process.stdout.write('演示数据已备好，关闭程序后自动删除。可以用下面的账号登录：\n')
    for (const { login, name, role } of accounts) {
      process.stdout.write(`  ${login.padEnd(8)} ${name}（${role}）\n`)
    }
    process.stdout.write(`  所有演示账号的密码：${password}\n`)
    return { data, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** The password goes by the environment: an argument would be seen by every user of the machine. */
async function runDemoCommand(data, password) {
  const args = ['electron/cli/main.ts', 'demo', '--data', data, '--visits', '300', '--seed', '1', '--json']
  const child = spawn(projectNode(), args, {
    cwd: root,
    env: { ...environment(), DESK_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new LaunchError('演示数据没有准备成功，原因见上方。')
  return JSON.parse(output)
}

/** Easy to read from one screen and type into another: no 0/O, no 1/l. */
function inventPassword() {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const block = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${block()}-${block()}-${block()}`
}
