import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../electron/core/app.ts'
import { aVisit } from '../../helpers/a-visit.ts'
import { RESOURCES } from '../../helpers/resources.ts'
import { answerOf, deskHere, PASSWORD } from './run-desk.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-refusals-'))
const file = (name: string) => path.join(folder, name)
const data = file('desk')
const store = ['--data', data]
const now = new Date().toISOString()

beforeAll(async () => {
  await answerOf(['init', ...store, '--school', '示例学院', '--station', 'ZX', '--admin', 'admin'])
  mkdirSync(file('empty'))
  writeFileSync(file('broken.json'), '{\n  "channel": "XFJD",\n  oops\n}')
  writeFileSync(file('visit.json'), JSON.stringify(aVisit({ startedAt: now })))
  writeFileSync(file('misspelt.json'), JSON.stringify({ ...aVisit({ startedAt: now }), adress: 'x' }))
  const poor = aVisit({
    startedAt: now,
    person: { phone: '12', name: '' },
    petition: { title: '', category: 'NO' },
  })
  writeFileSync(file('poor.json'), JSON.stringify(poor))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One sentence, or one and its list of fields; never a stack, never English alone. */
function expectSentence(stderr: string): void {
  const [first = '', ...fields] = stderr.trimEnd().split('\n')
  expect(first).toMatch(/\p{Script=Han}.*[。]$/u)
  for (const line of fields) expect(line).toMatch(/^ {2}[\w.]+：\p{Script=Han}/u)
}

describe('what is typed wrongly ends with 2', () => {
  it.each([
    [['nonsense'], '没有“nonsense”这个命令，可用的命令有：init'],
    [['archive'], 'archive 后面要写明做什么：archive init'],
    [['verify'], '缺少选项 --data DIR'],
    [['verify', '--data', ''], '没有写值的选项 --data DIR'],
    [['verify', '--date', 'x'], '没有 --date 这个选项'],
    [['verify', '--data'], '选项 --data 的写法不对'],
    [['seal', '--data', 'x', '--json=yes'], '选项 --json 的写法不对'],
    [['seal', '--data', 'x', 'y'], '有不属于任何选项的内容'],
    [['seal', '--data', 'x', '--password', 'secret-word'], '密码不能写在命令里'],
    [['seal', '--data', 'x', '--password=secret-word'], '密码不能写在命令里'],
    [['deadline', '--from', '2026-11-20'], '请在 --route、--grade、--days 中选一个'],
    [['deadline', '--from', '2026-02-30', '--route', 'direct'], '--from 应是真实存在的一天'],
    [['deadline', '--from', '2026-11-20', '--route', 'decline'], '--route 只能是 direct、transfer、submit'],
    [['deadline', '--from', '2026-11-20', '--days', '-3', '--counts', 'working'], '选项 --days 的写法不对'],
    [
      ['deadline', '--from', '2026-11-20', '--days', '1.5', '--counts', 'working'],
      '--days 应是 0 到 3650 之间的整数',
    ],
    [['deadline', '--from', '2026-11-20', '--days', '3'], '请用 --counts 写明'],
    [['demo', '--data', 'x', '--visits', 'many', '--seed', '1'], '--visits 应是 1 到 1000000 之间的整数'],
    [
      ['demo', '--data', 'x', '--visits', '5', '--seed', '1', '--until', '2999-01-01'],
      '--until 不能晚于今天',
    ],
  ])('%s', async (args, sentence) => {
    const ran = await deskHere(args)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain(sentence)
    expect(ran.stderr).not.toContain('secret-word')
    expectSentence(ran.stderr)
  })
})

describe('what cannot be done ends with 1 and one sentence', () => {
  const notice = ['notice', ...store, '--out', file('out.docx')]
  it.each([
    ['a folder that is not there', ['verify', '--data', file('nowhere')], '不存在，请核对 --data'],
    ['a folder without a store', ['verify', '--data', file('empty')], '里没有信访接待台的数据'],
    ['a file in place of a folder', ['verify', '--data', file('visit.json')], '不是文件夹'],
    ['a folder inside a file', ['verify', '--data', file('visit.json/x')], '不存在，请核对 --data'],
    [
      'a second founding',
      ['init', ...store, '--school', '示例学院', '--station', 'ZX', '--admin', '甲'],
      '已经启用',
    ],
    [
      'a station code of one letter',
      ['init', '--data', file('new'), '--school', '示例学院', '--station', 'Z', '--admin', '甲'],
      '接待点代码请用',
    ],
    [
      'a folder that cannot be made',
      ['init', '--data', '/proc/none/at/all', '--school', '示例学院', '--station', 'ZX', '--admin', '甲'],
      '不能建立或不可写',
    ],
    ['a demo over a store', ['demo', ...store, '--visits', '5', '--seed', '1'], '里已有内容'],
    ['an account nobody has', ['verify', ...store, '--account', 'nobody'], '登录名或密码不对'],
    ['a missing visit', ['register', ...store, '--file', file('none.json')], '不存在，请核对路径'],
    ['a folder as a visit', ['register', ...store, '--file', folder], '是文件夹，不是文件'],
    ['broken JSON', ['register', ...store, '--file', file('broken.json')], '不是有效的 JSON（第 3 行附近）'],
    [
      'a misspelt field',
      ['register', ...store, '--file', file('misspelt.json')],
      '1 个不认识的字段（adress）',
    ],
    [
      'a number with a slip',
      [...notice, '--petition', 'ZX-2026-00001-A', '--unit', '教务处'],
      '不是正确的信访事项编号',
    ],
    [
      'a petition nobody registered',
      [...notice, '--petition', 'ZX-2026-00001-Q', '--unit', '教务处'],
      '没有编号为',
    ],
    [
      'a unit nobody knows',
      [...notice, '--petition', 'ZX-2026-00001-Q', '--unit', '教务'],
      '名称相近的有：教务处',
    ],
    [
      'a notice into a missing folder',
      ['notice', ...store, '--petition', 'ZX-2026-00001-Q', '--out', file('no/out.docx')],
      '不存在，请核对路径',
    ],
    [
      'a notice onto a folder',
      ['notice', ...store, '--petition', 'ZX-2026-00001-Q', '--out', folder],
      '是文件夹',
    ],
    ['no archive yet', ['sync', ...store], '还没有设置归档去向'],
    ['an archive that is not plugged in', ['sync', ...store, '--archive', `folder:${file('usb')}`], '找不到'],
    ['an archive of another make', ['sync', ...store, '--archive', 'mysql://host/db'], '归档去向应形如'],
    ['a database nobody listens at', ['archive', 'init', '--to', 'postgres://a:b@127.0.0.1:1/x'], '连不上'],
  ])('%s', async (_, args, sentence) => {
    const ran = await deskHere(args)
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain(sentence)
    expectSentence(ran.stderr)
  })

  it('lists every field of a visit that is wrong, and keeps nothing of it', async () => {
    const ran = await deskHere(['register', ...store, '--file', file('poor.json')])
    expect(ran.code).toBe(1)
    expectSentence(ran.stderr)
    expect(ran.stderr).toMatch(/有 3 处需要补充或更正/)
    expect(ran.stderr).toContain('  petitioners.0.phone：电话号码不对')
    expect(ran.stderr).toContain('  petitions.0.title：请填写标题')
    const { visit } = await answerOf<{ visit: string }>(['register', ...store, '--file', file('visit.json')])
    expect(visit).toMatch(/L00001$/)
  })

  it('refuses a wrong password, and none at all without a terminal to ask at', async () => {
    const wrong = await deskHere(['verify', ...store], { DESK_PASSWORD: 'not-the-password' })
    expect(wrong).toMatchObject({ code: 1, stdout: '' })
    expect(wrong.stderr).toContain('登录名或密码不对')
    const none = await deskHere(['verify', ...store], { DESK_PASSWORD: '' })
    expect(none.stderr).toContain('请设置环境变量 DESK_PASSWORD')
    expect((await deskHere(['verify', ...store])).code).toBe(0)
  })

  it('still means the founder when no account is named and the password was changed', async () => {
    const own = file('own')
    await answerOf(['init', '--data', own, '--school', '示例学院', '--station', 'ZX', '--admin', 'admin'])
    const app = await createApp({ dataDir: own, resourcesDir: RESOURCES, emit: () => {} })
    const password = 'another-password'
    await app.call('session.signIn', { login: 'admin', password: PASSWORD })
    const other = { login: 'second', name: '乙', roles: ['receptionist'], active: true, password: PASSWORD }
    expect(await app.call('accounts.save', other)).toMatchObject({ ok: true })
    expect(await app.call('session.changePassword', { old: PASSWORD, password })).toMatchObject({ ok: true })
    await app.close()
    const ran = await deskHere(['verify', '--data', own], { DESK_PASSWORD: password })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const refused = await deskHere(['verify', '--data', own, '--account', 'second'])
    expect(refused).toMatchObject({
      code: 1,
      stderr: '您的角色不能进行这项操作，请由有权限的同事登录后办理。\n',
    })
  })

  it('refuses a store that is open elsewhere, and says who has it', async () => {
    const app = await createApp({ dataDir: data, resourcesDir: RESOURCES, emit: () => {} })
    const ran = await deskHere(['verify', ...store])
    await app.close()
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain(`已由另一个信访接待台窗口打开（进程 ${process.pid}）`)
  })

  it('leaves no trace of a notice that was refused', () => {
    expect(existsSync(file('out.docx'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('help', () => {
  it('lists the commands, and describes each with its options', async () => {
    const list = await deskHere(['--help'])
    expect(list).toMatchObject({ code: 0, stderr: '' })
    for (const name of [
      'init',
      'demo',
      'register',
      'deadline',
      'notice',
      'seal',
      'sync',
      'archive init',
      'verify',
    ]) {
      expect(list.stdout).toContain(`\n  ${name} `)
      const help = await deskHere([...name.split(' '), '--help'])
      expect(help).toMatchObject({ code: 0, stderr: '' })
      expect(help.stdout).toContain(`desk -- ${name} `)
      expect(help.stdout).toContain('--json')
    }
  })
})
