import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorkbook } from '../../helpers/a-workbook.ts'
import { answerOf, deskHere } from './run-desk.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'desk-import-'))
const at = (name: string) => path.join(folder, name)
const data = at('desk')

beforeAll(async () => {
  await answerOf(['init', '--data', data, '--school', '示例学院', '--station', 'ZX', '--admin', 'admin'])
  writeFileSync(
    at('orders.xlsx'),
    aWorkbook([
      ['单号', '说了什么', '类'],
      ['A1', '食堂排队', '食堂餐饮'],
      ['A2', '宿舍漏水', '没有的类'],
    ]),
  )
  writeFileSync(
    at('mapping.json'),
    JSON.stringify({ channel: 'JSRX', columns: { reference: '单号', matter: '说了什么', category: '类' } }),
  )
  writeFileSync(at('wrong.json'), JSON.stringify({ channel: 'JSRX', columns: { matter: '没有这列' } }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => deskHere(['import', '--data', data, '--file', at('orders.xlsx'), ...args])

describe('importing from the terminal', () => {
  it('checks first, then imports the good rows, names the others, and does nothing twice', async () => {
    const check = await run('--mapping', at('mapping.json'), '--check')
    expect(check.stdout).toContain('可以导入 1 行')
    const first = await run('--mapping', at('mapping.json'))
    expect(first.code).toBe(1)
    expect(first.stdout).toContain('已导入 1 行，跳过 0 行，未导入 1 行')
    // What stood in the file may be a name in the wrong column.
    expect(first.stderr).toContain('第 3 行 类：没有“…”这一分类')
    expect((await run('--reveal')).stderr).toContain('没有“没有的类”这一分类')
    // The mapping is remembered for these headings.
    expect((await run()).stdout).toContain('已导入 0 行，跳过 1 行，未导入 1 行')
  })

  it('refuses columns that are not there with one sentence', async () => {
    const refused = await run('--mapping', at('wrong.json'))
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr.trim().split('\n')).toHaveLength(1)
    expect(refused.stderr).toContain('没有“没有这列”这一列')
  })
})
