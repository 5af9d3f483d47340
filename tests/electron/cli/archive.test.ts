import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../../helpers/postgres.ts'
import { answerOf, deskHere } from './run-desk.ts'

type Synced = { batches: number; entries: number; receipts: number; refused: string[] }

describe('the central archive from the terminal', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-cli-archive-'))
  const store = ['--data', path.join(folder, 'desk')]
  let postgres: TestPostgres
  let url: string

  beforeAll(async () => {
    postgres = await startPostgres()
    url = await postgres.createDatabase('archive')
    await answerOf(['init', ...store, '--school', '示例学院', '--station', 'ZX', '--admin', 'admin'])
  })
  afterAll(async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is made once, and left alone the second time', async () => {
    expect(await answerOf(['archive', 'init', '--to', url])).toMatchObject({ version: 1, created: true })
    expect(await answerOf(['archive', 'init', '--to', url])).toMatchObject({ version: 1, created: false })
  })

  it('refuses a wrong password in one sentence, and takes it for no target', async () => {
    const wrong = new URL(url)
    wrong.password = 'wrong'
    const ran = await deskHere(['sync', ...store, '--archive', wrong.href])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(/^[^\n]*密码[^\n]*。\n$/)
    expect((await deskHere(['sync', ...store])).stderr).toContain('还没有设置归档去向')
  })

  it('takes everything once, whichever way the password is given, and shows it nowhere', async () => {
    const first = await deskHere(['sync', ...store, '--archive', url, '--json'])
    expect(first).toMatchObject({ code: 0, stderr: '' })
    const { entries, receipts } = JSON.parse(first.stdout) as Synced
    expect(receipts).toBe(1)
    expect(await heldEntries()).toBe(entries)

    const bare = new URL(url)
    bare.password = ''
    const again = await deskHere(['sync', ...store, '--archive', bare.href], {
      DESK_ARCHIVE_PASSWORD: postgres.password,
    })
    expect(again.stdout).toContain('没有需要送出的批次')
    expect((await deskHere(['sync', ...store])).code).toBe(0)
    expect(await heldEntries()).toBe(entries)
    expect(first.stdout + again.stdout).not.toContain(postgres.password)
  })

  async function heldEntries(): Promise<number> {
    const client = await postgres.connect('archive')
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from desk_archive.journal')
    await client.end()
    return rows[0]?.n ?? -1
  }

  it('gives a station a login of its own that is enough to deliver with', async () => {
    const second = ['--data', path.join(folder, 'second')]
    await answerOf(['init', ...second, '--school', '示例学院', '--station', 'DX', '--admin', 'admin'])
    const own = { DESK_STATION_PASSWORD: 'the-stations-own' }
    const registered = await deskHere(
      ['archive', 'register', ...second, '--to', url, '--login', 'desk_dx'],
      own,
    )
    expect(registered).toMatchObject({ code: 0, stderr: '' })
    const target = `postgres://desk_dx@${postgres.host}:${postgres.port}/archive`
    const synced = await deskHere(['sync', ...second, '--archive', target], {
      DESK_ARCHIVE_PASSWORD: 'the-stations-own',
    })
    expect(synced).toMatchObject({ code: 0, stderr: '' })
    expect(synced.stdout).toContain('签收 1 批')
  })
})
