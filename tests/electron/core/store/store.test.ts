import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp } from '../../../../electron/core/app.ts'
import { all, openConnection } from '../../../../electron/core/store/connection.ts'
import { openStore } from '../../../../electron/core/store/database.ts'
import { newStoreKey } from '../../../../electron/core/store/keyring.ts'
import { migrations } from '../../../../electron/core/store/migrations/index.ts'
import { A_MORNING, aDesk, openApp, PASSWORD } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'
import { RESOURCES } from '../../../helpers/resources.ts'

const folders: string[] = []
function aFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-store-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('a connection', () => {
  it('writes through to the disk at every commit and keeps sorts in memory', () => {
    const db = openConnection(path.join(aFolder(), 'a.db'), newStoreKey())
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('temp_store', { simple: true })).toBe(2)
    db.close()
  })

  it('opens with its own key alone', () => {
    const file = path.join(aFolder(), 'a.db')
    const key = newStoreKey()
    const db = openConnection(file, key)
    db.exec('create table a (b)')
    db.close()
    expect(() => openConnection(file, newStoreKey())).toThrow(
      expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    )
    openConnection(file, key).close()
  })

  it('takes no passphrase for a key', () => {
    expect(() => openConnection(path.join(aFolder(), 'a.db'), 'secret' as never)).toThrow('64 hex')
  })
})

describe('migrations', () => {
  it('leave nothing behind when one fails', async () => {
    const file = path.join(aFolder(), 'a.db')
    const key = newStoreKey()
    const failing = {
      ...migrations,
      '0002-fails': {
        up: async (db: Parameters<(typeof migrations)[string]['up']>[0]) => {
          await sql`create table half_made (a text) strict`.execute(db)
          throw new Error('on purpose')
        },
      },
    }
    await expect(openStore(file, key, failing)).rejects.toThrow('on purpose')
    const store = await openStore(file, key)
    const tables = store.reader.raw.prepare("select name from sqlite_master where name = 'half_made'").all()
    expect(tables).toEqual([])
    await store.close()
  })

  it('refuse a store that a newer program has written, and leave it as it is', async () => {
    const file = path.join(aFolder(), 'a.db')
    const key = newStoreKey()
    const newer = { ...migrations, '0099-future': { up: async () => {} } }
    await (await openStore(file, key, newer)).close()
    await expect(openStore(file, key)).rejects.toThrow('请先升级本程序')
    await (await openStore(file, key, newer)).close()
  })

  it('bring a store of the first version up to date with its petitions in it', async () => {
    const file = path.join(aFolder(), 'a.db')
    const key = newStoreKey()
    const first = migrations['0001-first-tables']
    if (first === undefined) throw new Error('there is no first step')
    await (await openStore(file, key, { '0001-first-tables': first })).close()
    const old = openConnection(file, key)
    const filled = old
      .prepare('select name, type, "notnull" as needed from pragma_table_info(\'petition\')')
      .all() as { name: string; type: string; needed: number }[]
    const needed = filled.filter((column) => column.needed === 1 || column.name === 'rid')
    old
      .prepare(
        `insert into petition (${needed.map(({ name }) => name).join(', ')})
         values (${needed.map(({ type }) => (type === 'INTEGER' ? '1' : "'x'")).join(', ')})`,
      )
      .run()
    old.prepare("insert into account values ('wang', '王', '[\"admin\"]', 1)").run()
    old.close()

    const store = await openStore(file, key)
    const { raw } = store.reader
    expect(
      raw.prepare('select title, leader, round, returns, chases, rating, archive_number from petition').get(),
    ).toEqual({
      title: 'x',
      leader: null,
      round: 0,
      returns: 0,
      chases: 0,
      rating: null,
      archive_number: null,
    })
    expect(raw.prepare('select name, unit, leader from account').get()).toEqual({
      name: '王',
      unit: '',
      leader: '',
    })
    await store.close()
  })

  it('make strict tables only', async () => {
    const store = await openStore(path.join(aFolder(), 'a.db'), newStoreKey())
    const loose = store.reader.raw
      .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0")
      .pluck()
      .all()
    expect(loose.filter((name) => !/^(sqlite_|kysely_)/.test(String(name)))).toEqual([])
    await store.close()
  })
})

describe('the data folder', () => {
  const options = (dataDir: string) => ({ dataDir, resourcesDir: RESOURCES, emit: () => {} })

  it('has one owner at a time, and none once that one is gone', async () => {
    const first = await createApp(options(aFolder()))
    const folder = folders.at(-1) ?? ''
    await expect(createApp(options(folder))).rejects.toThrow('已由另一个信访接待台窗口打开')
    await first.close()
    await (await createApp(options(folder))).close()
  })

  it('that cannot be made is named in one sentence', async () => {
    const file = path.join(aFolder(), 'a-file')
    writeFileSync(file, '')
    await expect(createApp(options(path.join(file, 'below')))).rejects.toThrow(
      /数据文件夹 .* 不能建立或不可写/,
    )
  })

  it.skipIf(process.platform !== 'linux')(
    'is refused at once where Node would try for ever (Linux only: /proc)',
    async () => {
      await expect(createApp(options('/proc/none/below'))).rejects.toThrow(/不能建立或不可写/)
    },
  )

  it('with a damaged keyring is refused and left alone', async () => {
    const folder = aFolder()
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'keyring.json'), '{"format":')
    await expect(createApp(options(folder))).rejects.toThrow('账户文件 keyring.json 已损坏')
  })

  it('starts anew when the very first run was cut off before its keyring was written', async () => {
    const folder = aFolder()
    await (await openStore(path.join(folder, 'desk.db'), newStoreKey())).close()
    const desk = await aDesk({ dataDir: folder })
    await desk.ask('visits.register', { visit: aVisit() })
    await desk.close()
  })
})

describe('a disk that is full', () => {
  it('refuses the visit in one sentence, loses nothing, and goes on once there is room', async () => {
    const desk = await aDesk()
    await desk.ask('visits.register', { visit: aVisit() })
    const { store } = desk.app.session.desk()
    // SQLite's own limit gives the same SQLITE_FULL as a full disk.
    const pages = await store.write(async ({ raw }) => {
      const count = raw.pragma('page_count', { simple: true })
      raw.pragma(`max_page_count=${String(count)}`)
      return count
    })
    const long = aVisit({ petition: { matter: '很长的经过。'.repeat(3000) } })
    const refusal = await desk.refusal('visits.register', { visit: long })
    expect(refusal.message).toContain('磁盘已满')
    expect((await desk.ask('petitions.list', {})).lines).toHaveLength(1)

    await store.write(async ({ raw }) => raw.pragma(`max_page_count=${Number(pages) + 100_000}`))
    await desk.ask('visits.register', { visit: long })
    expect((await desk.ask('desk.verify', { job: 'j' })).problems).toEqual([])
    await desk.remove()
  })
})

describe('closing', () => {
  it('leaves a verified, encrypted backup of the day that opens with the same key', async () => {
    const desk = await aDesk()
    await desk.ask('visits.register', { visit: aVisit() })
    const { key } = desk.app.session.desk()
    await desk.close()
    const copy = openConnection(path.join(desk.dataDir, 'backup', 'desk-2026-11-18.db'), key, {
      readonly: true,
    })
    expect(copy.prepare('select count(*) as n from visit').get()).toEqual({ n: 1 })
    copy.close()
    const again = await openApp({ dataDir: desk.dataDir })
    await again.ask('session.signIn', { login: 'admin', password: PASSWORD })
    expect((await again.ask('desk.status')).backup.problem).toBeNull()
    await again.remove()
  })

  it('copies the store again only when there is more in it than a sign-in since', async () => {
    const desk = await aDesk()
    await desk.ask('visits.register', { visit: aVisit() })
    await desk.close()
    const file = path.join(desk.dataDir, 'backup', 'desk-2026-11-18.db')
    const closedAfter = async (work: (at: Awaited<ReturnType<typeof openApp>>) => Promise<unknown>) => {
      const before = readFileSync(file)
      const at = await openApp({ dataDir: desk.dataDir, now: A_MORNING + 3_600_000 })
      await at.ask('session.signIn', { login: 'admin', password: PASSWORD })
      await work(at)
      await at.close()
      return before.equals(readFileSync(file)) ? 'the same copy' : 'a new copy'
    }
    const draft = { id: 'draft-1', title: '停水', form: {} }

    expect(await closedAfter((at) => at.ask('petitions.today'))).toBe('the same copy')
    expect(await closedAfter((at) => at.ask('visits.register', { visit: aVisit() }))).toBe('a new copy')
    expect(await closedAfter((at) => at.ask('drafts.save', draft))).toBe('a new copy')
    expect(await closedAfter((at) => at.ask('drafts.list'))).toBe('the same copy')
    writeFileSync(file, 'not a store')
    expect(await closedAfter((at) => at.ask('petitions.today'))).toBe('a new copy')
    rmSync(desk.dataDir, { recursive: true, force: true })
  })
})

describe('the search index', () => {
  it('is kept in pieces that fit into encrypted pages', async () => {
    const desk = await aDesk()
    for (let n = 0; n < 20; n += 1) {
      const matter = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7 + n)).join(
        '',
      )
      await desk.ask('visits.register', { visit: aVisit({ petition: { matter } }) })
    }
    const pages = `select pagetype, count(*) as n from dbstat where name = 'petition_fts_data' group by pagetype`
    const { raw } = desk.app.session.desk().store.reader
    const found = new Map(
      all<{ pagetype: string; n: number }>(raw, pages).map((row) => [row.pagetype, row.n]),
    )
    expect(found.get('leaf')).toBeGreaterThan(10)
    expect(found.get('overflow') ?? 0).toBe(0)
    await desk.remove()
  })
})
