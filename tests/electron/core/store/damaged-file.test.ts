import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '../../../../electron/core/dispatch.ts'
import type { StoreKey } from '../../../../electron/core/store/connection.ts'
import { openStore } from '../../../../electron/core/store/database.ts'
import { chainProblems } from '../../../../electron/core/store/rebuild.ts'
import { aDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

const PAGE = 4096

describe('one byte of the encrypted file changed', () => {
  let folder: string
  let key: StoreKey
  let good: Buffer

  beforeAll(async () => {
    const desk = await aDesk()
    for (let count = 0; count < 3; count += 1) await desk.ask('visits.register', { visit: aVisit() })
    folder = desk.dataDir
    key = desk.app.session.desk().key
    await desk.close()
    good = readFileSync(path.join(folder, 'desk.db'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What the check of the journal says when that page is damaged. */
  async function checkWith(page: number): Promise<string> {
    const file = path.join(folder, 'damaged.db')
    copyFileSync(path.join(folder, 'desk.db'), file)
    const bytes = Buffer.from(good)
    const at = page * PAGE + 200
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(file, bytes)
    try {
      const store = await openStore(file, key)
      const problems = chainProblems(store).join('；')
      await store.close()
      return problems
    } catch (error) {
      const bugs: unknown[] = []
      const { message } = problemOf(error, 'the test', (_, bug) => bugs.push(bug))
      expect(bugs).toEqual([])
      return message
    }
  }

  it('is never taken for sound data: what is read is named, or said to be damaged in one sentence', async () => {
    const pages = Array.from({ length: good.length / PAGE }, (_, page) => page)
    const said: string[] = []
    for (const page of pages) said.push(await checkWith(page))
    expect(said[0]).toBe('数据文件有损坏，打不开，请联系管理员从备份恢复；文件没有被改动。')
    const named = said.filter((text) => /^ZX 第 \d+ 条起读不出来，数据文件已损坏/.test(text))
    expect(named.length).toBeGreaterThan(3)
    for (const text of said) expect(text).toMatch(/^$|损坏/)
  })
})
