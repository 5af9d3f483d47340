import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initArchive, registerStation } from '../../../../electron/core/archive/archive-init.ts'
import { generateStationKey } from '../../../../electron/core/archive/keys.ts'
import { openArchive } from '../../../../electron/core/archive/open-archive.ts'
import { manifestBytes } from '../../../../electron/core/archive/seal.ts'
import { accepted, describeArchive } from '../../../helpers/archive-suite.ts'
import { entryLines, forgeBatch } from '../../../helpers/forged-batches.ts'
import { startPostgres, type TestPostgres } from '../../../helpers/postgres.ts'
import { storedDocuments, storedLines } from '../../../helpers/postgres-archive.ts'
import { someBatches } from '../../../helpers/some-batches.ts'

const resourcesDir = path.resolve('resources')
const key = generateStationKey()
let postgres: TestPostgres
let client: Client

beforeAll(async () => {
  postgres = await startPostgres()
  client = await postgres.connect()
  await initArchive({ url: postgres.url(), resourcesDir })
})
afterAll(async () => {
  await client.end()
  await postgres.stop()
})

describeArchive(async () => ({
  open: () => openArchive(postgres.url()),
  storedLines: (station) => storedLines(client, station),
  storedDocuments: (station) => storedDocuments(client, station),
}))

describe('archive init', () => {
  it('makes an archive once, whoever asks and however often', async () => {
    const url = await postgres.createDatabase('twice')
    const made = await Promise.all([1, 2, 3].map(() => initArchive({ url, resourcesDir })))

    expect(made.filter((one) => one.created)).toHaveLength(1)
    expect(await initArchive({ url, resourcesDir })).toEqual({
      name: `postgresql://127.0.0.1:${postgres.port}/twice`,
      version: 1,
      created: false,
    })
  })

  it('leaves nothing behind when it cannot finish', async () => {
    const url = await postgres.createDatabase('broken')

    await expect(initArchive({ url, resourcesDir: path.resolve('tests') })).rejects.toThrow()
    await expect(openArchive(url).check()).rejects.toMatchObject({
      message: expect.stringContaining('还没有建好'),
    })
    expect(await initArchive({ url, resourcesDir })).toMatchObject({ created: true })
  })

  it('refuses a database that cannot hold every character', async () => {
    await client.query(`create database latin encoding 'LATIN1' template template0`)

    await expect(initArchive({ url: postgres.url('latin'), resourcesDir })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('UTF8'),
    })
  })

  it('refuses an archive made by a newer program, and so does whoever delivers to it', async () => {
    const url = await postgres.createDatabase('newer')
    await initArchive({ url, resourcesDir })
    const newer = await postgres.connect('newer')
    await newer.query('insert into desk_archive.migration (version) values (99)')
    await newer.end()

    await expect(initArchive({ url, resourcesDir })).rejects.toMatchObject({
      message: expect.stringContaining('更新版本'),
    })
    await expect(openArchive(url).check()).rejects.toMatchObject({
      message: expect.stringContaining('更新版本'),
    })
  })
})

describe('a station with a login of its own', () => {
  const login = { name: 'desk_sa', password: '口令 sa\'"' }
  const batches = someBatches({ station: 'SA', sizes: [4, 4], key })
  const [batch = missing(), second = missing()] = batches
  const url = () => `postgres://${login.name}@127.0.0.1:${postgres.port}/postgres`

  it('is not known before it is registered', async () => {
    await client.query(`create role stranger login password 'x'`)
    await client.query('grant usage on schema desk_archive to stranger')
    await client.query('grant execute on all functions in schema desk_archive to stranger')
    const archive = openArchive(`postgres://stranger:x@127.0.0.1:${postgres.port}/postgres`)

    expect(await archive.deliver(batch)).toMatchObject({ outcome: 'refused', reason: 'unknownStation' })
    await archive.close()
  })

  it('delivers for itself and reads its own receipts', async () => {
    await registerStation({ url: postgres.url(), station: 'SA', publicKey: key.publicKey, login })
    const archive = openArchive(url(), login.password)

    expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))
    expect(await archive.receiptFor('SA', 1)).toEqual(accepted(archive, batch))
    expect(await archive.highestHeld('SA')).toMatchObject({ number: 1, toSeq: 4 })
    expect(await storedLines(client, 'SA')).toEqual(entryLines(batch))
    await archive.close()
  })

  it('neither delivers for another station nor sees its receipts', async () => {
    const [other = missing()] = someBatches({ station: 'SB', sizes: [4], key })
    const keeper = openArchive(postgres.url())
    await keeper.deliver(other)
    const archive = openArchive(url(), login.password)
    const [foreign = missing()] = someBatches({ station: 'SB', sizes: [5], key })

    expect(await archive.deliver(foreign)).toMatchObject({ outcome: 'refused', reason: 'notYourStation' })
    expect(await archive.receiptFor('SB', 1)).toBeNull()
    expect(await archive.highestHeld('SB')).toBeNull()
    await Promise.all([keeper.close(), archive.close()])
  })

  it('touches no table, and may not run what only the keeper may', async () => {
    const station = await connectAs(login)
    for (const statement of [
      'select * from desk_archive.journal',
      `insert into desk_archive.journal_sa values ('SA', 99, '{}')`,
      'select * from desk_archive.receipt',
      `select desk_archive.accept_batch('{}', '', '', now())`,
      `select desk_archive.submit_batch('SA', '')`,
      `select desk_archive.hold_batch('SB', '', '')`,
      'select * from desk_archive.opening',
      `insert into desk_archive.journal_sb values ('SB', 99, '{}')`,
      `select desk_archive.register_station('SC', 'key')`,
    ]) {
      await expect(station.query(statement)).rejects.toMatchObject({ code: '42501' })
    }
    await station.end()
  })

  it('cannot leave lines behind that belong to no batch, nor a batch that is not what its manifest says', async () => {
    const station = await connectAs(login)
    const { manifest, signature } = second.signed
    const open = async () => {
      await station.query('begin')
      await station.query('select desk_archive.open_batch($1, $2)', [
        manifestBytes(manifest).toString(),
        signature,
      ])
    }
    const insert = (lines: readonly string[], from = manifest.fromSeq) =>
      station.query(
        `insert into desk_archive.journal_sa (station, seq, line)
           select 'SA', $1 + place - 1, line from unnest($2::text[]) with ordinality as t (line, place)`,
        [from, lines],
      )
    const submit = async () => {
      const documents = Buffer.concat([...second.files.values()].slice(1))
      return (await station.query(`select * from desk_archive.submit_batch('SA', $1)`, [documents])).rows
    }
    const lines = entryLines(second)

    await open()
    await insert(lines)
    await expect(station.query('commit')).rejects.toThrow('opened but not submitted')
    for (const [wrong, from] of [
      [lines.slice(1), manifest.fromSeq + 1],
      [[...lines, '{}'], manifest.fromSeq],
      [lines.map((line) => `${line} `), manifest.fromSeq],
      [lines, manifest.fromSeq + 7],
      [lines.toReversed(), manifest.fromSeq],
    ] as const) {
      await open()
      await insert(wrong, from)
      expect(await submit()).toMatchObject([
        { outcome: 'refused', reason: 'damagedFile', detail: 'entries.jsonl' },
      ])
      await expect(station.query('commit')).rejects.toThrow('opened but not submitted')
    }
    await open()
    await insert(lines)
    expect(await submit()).toMatchObject([{ outcome: 'accepted' }])
    await expect(insert(['{}'], 99)).rejects.toThrow('no batch of station SA is open')
    await station.query('rollback')
    await station.end()
    expect(await storedLines(client, 'SA')).toEqual(entryLines(batch))
  })

  it('is registered only once', async () => {
    await expect(
      registerStation({ url: postgres.url(), station: 'SA', publicKey: key.publicKey }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the journal in PostgreSQL', () => {
  it('only grows, also for whoever keeps it', async () => {
    const [batch = missing()] = someBatches({ station: 'JA', sizes: [4], key })
    const archive = openArchive(postgres.url())
    await archive.deliver(batch)
    await archive.close()

    for (const statement of [
      `update desk_archive.journal set line = '' where station = 'JA'`,
      `delete from desk_archive.journal where station = 'JA'`,
      'truncate desk_archive.journal',
      'truncate desk_archive.journal_ja',
      `delete from desk_archive.batch where station = 'JA'`,
      'truncate desk_archive.document',
    ]) {
      await expect(client.query(statement)).rejects.toThrow('the archive only ever grows')
    }
    expect(await storedLines(client, 'JA')).toEqual(entryLines(batch))
  })

  it('can be checked with nothing but PostgreSQL, which names the entry', async () => {
    const archive = openArchive(postgres.url())
    const batches = someBatches({ station: 'JB', sizes: [60, 60], key })
    for (const batch of batches) await archive.deliver(batch)
    await archive.close()
    const broken = async () => (await client.query(`select * from desk_archive.broken_entries('JB')`)).rows

    expect(await broken()).toEqual([])
    expect((await client.query(`select * from desk_archive.damaged_batches('JB')`)).rows).toEqual([])
    await client.query('begin')
    await client.query('alter table desk_archive.journal_jb disable trigger user')
    await client.query(
      `update desk_archive.journal set line = replace(line, '宿', '舍') where station = 'JB' and seq = 77`,
    )
    expect(await broken()).toEqual([{ seq: '77', fault: 'hash' }])
    expect((await client.query(`select * from desk_archive.damaged_batches('JB')`)).rows).toEqual([
      { number: 2 },
    ])
    await client.query(`delete from desk_archive.journal where station = 'JB' and seq = 30`)
    expect(await broken()).toEqual([
      { seq: '31', fault: 'number' },
      { seq: '77', fault: 'hash' },
    ])
    await client.query('rollback')
  })

  it('keeps a document once that several batches name', async () => {
    const [one = missing(), two = missing()] = someBatches({
      station: 'JC',
      sizes: [2, 2],
      key,
      documents: 3,
    })
    const names = [...one.files.keys()].slice(1)
    const again = forgeBatch(
      {
        ...two,
        files: new Map([
          ...two.files,
          ...names.map((name) => [name, one.files.get(name) ?? missing()] as const),
        ]),
      },
      key,
      {},
    )
    const archive = openArchive(postgres.url())
    await archive.deliver(one)

    expect(await archive.deliver(again)).toEqual(accepted(archive, again))
    expect(await storedDocuments(client, 'JC')).toHaveProperty('size', 6)
    await archive.close()
  })
})

describe('an archive in PostgreSQL that cannot be used', () => {
  const [batch = missing()] = someBatches({ sizes: [1], key })
  const secret = 'Geheim-口令-4711'

  async function messageOf(url: string, password?: string): Promise<string> {
    const archive = openArchive(url, password)
    try {
      await archive.deliver(batch)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'unavailable') return error.message
      throw error
    } finally {
      await archive.close()
    }
    throw new Error('it could be used')
  }

  it('says so in one sentence, and never says the password', async () => {
    const at = `127.0.0.1:${postgres.port}`
    const empty = await postgres.createDatabase('empty')
    const messages = {
      wrongPassword: await messageOf(`postgres://keeper@${at}/postgres`, secret),
      noPassword: await messageOf(`postgres://keeper@${at}/postgres`),
      unknownAccount: await messageOf(`postgres://nobody@${at}/postgres`, secret),
      unknownDatabase: await messageOf(postgres.url('nowhere')),
      notSetUp: await messageOf(empty),
      notListening: await messageOf('postgres://keeper@127.0.0.1:1/postgres', secret),
      unknownHost: await messageOf('postgres://keeper@archive.invalid/postgres', secret),
      noEncryption: await messageOf(`postgres://keeper@${at}/postgres?sslmode=verify-full`, secret),
    }

    expect(messages).toEqual({
      wrongPassword: expect.stringContaining('不接受这个用户名或密码'),
      noPassword: expect.stringContaining('不接受这个用户名或密码'),
      unknownAccount: expect.stringContaining('不接受这个用户名或密码'),
      unknownDatabase: expect.stringContaining('没有归档库'),
      notSetUp: expect.stringContaining('还没有建好'),
      notListening: expect.stringContaining('连不上归档库'),
      unknownHost: expect.stringContaining('连不上归档库'),
      noEncryption: expect.stringContaining('加密连接没有建立'),
    })
    for (const message of Object.values(messages)) {
      expect(message).not.toContain('4711')
      expect(message).not.toContain('keeper')
      expect(message).toMatch(/。$/)
    }
  })

  it('is refused at once when the address is none', () => {
    for (const url of ['postgres://', 'mysql://a@b/c', 'nonsense', 'postgres://host']) {
      expect(() => openArchive(url, secret)).toThrow('归档库地址不对')
    }
  })

  it('has a name without account and password', () => {
    expect(openArchive(`postgres://keeper:${encodeURIComponent(secret)}@db.example:6432/archive`).name).toBe(
      'postgresql://db.example:6432/archive',
    )
  })
})

describe('a forged batch', () => {
  it('of a chain that breaks between two batches is refused by the server as well', async () => {
    const [first = missing(), second = missing()] = someBatches({ station: 'FA', sizes: [3, 3], key })
    const archive = openArchive(postgres.url())
    await archive.deliver(first)
    const forged = forgeBatch(second, key, { manifest: { previousManifestHash: 'a'.repeat(64) } })

    expect(await archive.deliver(forged)).toMatchObject({ outcome: 'refused', reason: 'doesNotFollow' })
    await archive.close()
  })
})

async function connectAs({ name, password }: { name: string; password: string }): Promise<Client> {
  const station = new Client({
    host: '127.0.0.1',
    port: postgres.port,
    user: name,
    password,
    database: 'postgres',
  })
  station.on('error', () => undefined)
  await station.connect()
  return station
}

function missing(): never {
  throw new Error('no batch')
}
