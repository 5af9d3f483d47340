import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Client } from 'pg'
import { DeskError } from '../../../shared/contract/errors.ts'
import { openFolderArchive } from './folder-archive.ts'
import { onFolder, readFolderUrl } from './folder-files.ts'
import { ARCHIVE_VERSION, connect, postgresError, readPostgresUrl } from './postgresql-connection.ts'

/** What makes each version out of the one before. */
const FILES: readonly (readonly string[])[] = [['0001-archive.sql', '0001-delivery.sql', '0001-checks.sql']]
/** Any number that nobody else uses for a lock: two administrators at once must not both create the schema. */
const INIT_LOCK = 7_733_100_1
/** The first with string_to_table and split_part from the end. */
const OLDEST_POSTGRESQL = 140_000
/** What PostgreSQL itself uses. */
const SCRAM_ITERATIONS = 4_096

export type ArchiveTarget = {
  readonly url: string
  readonly password?: string | undefined
  readonly resourcesDir: string
}

export type Initialised = { readonly name: string; readonly version: number; readonly created: boolean }

/**
 * Makes an archive ready for batches; does nothing to one that is. In PostgreSQL the account needs the right to create
 * a schema, and from then on keeps the archive.
 */
export async function initArchive({ url, password, resourcesDir }: ArchiveTarget): Promise<Initialised> {
  if (url.startsWith('folder:')) return initFolder(readFolderUrl(url))
  const { client, name, close } = await open(url, password)
  try {
    const before = await prepare(client, name)
    for (let version = before + 1; version <= ARCHIVE_VERSION; version += 1) {
      for (const file of FILES[version - 1] ?? []) {
        await client.query(await readFile(path.join(resourcesDir, 'archive', file), 'utf8'))
      }
      await client.query('insert into desk_archive.migration (version) values ($1)', [version])
    }
    await client.query('commit')
    return { name, version: ARCHIVE_VERSION, created: before === 0 }
  } catch (error) {
    throw postgresError(error, name) ?? error
  } finally {
    await close()
  }
}

export type StationToRegister = {
  readonly url: string
  readonly password?: string | undefined
  readonly station: string
  readonly publicKey: string
  /** Creates this login, or gives it a new password; it may then send for this station and for nothing else. */
  readonly login?: { readonly name: string; readonly password: string }
}

/** Registers a station before its first batch, so that it can send with a login of its own. */
export async function registerStation({
  url,
  password,
  station,
  publicKey,
  login,
}: StationToRegister): Promise<void> {
  const { client, name, close } = await open(url, password)
  try {
    await client.query('begin')
    if (login) await saveLogin(client, login)
    await client.query('select desk_archive.register_station($1, $2, $3)', [
      station,
      publicKey,
      login?.name ?? null,
    ])
    await client.query('commit')
  } catch (error) {
    if (isCode(error, '23505')) {
      throw new DeskError('conflict', `归档库“${name}”中已经登记了接待点 ${station} 或这个账号。`)
    }
    throw postgresError(error, name) ?? error
  } finally {
    await close()
  }
}

async function open(url: string, password: string | undefined) {
  const target = readPostgresUrl(url, password)
  try {
    const { client } = await connect(target)
    return { client, name: target.name, close: () => client.end().catch(() => undefined) }
  } catch (error) {
    throw postgresError(error, target.name) ?? error
  }
}

/** Begins the transaction and answers the version that is there, 0 for none. */
async function prepare(client: Client, name: string): Promise<number> {
  const { rows: settings } = await client.query<{ encoding: string; version: string }>(
    `select current_setting('server_encoding') as encoding, current_setting('server_version_num') as version`,
  )
  if (Number(settings[0]?.version) < OLDEST_POSTGRESQL) {
    throw new DeskError(
      'refused',
      `归档库“${name}”的 PostgreSQL 版本太旧，请归档管理员升级到 14 或更新的版本。`,
    )
  }
  if (settings[0]?.encoding !== 'UTF8') {
    throw new DeskError(
      'refused',
      `数据库“${name}”的字符编码不是 UTF8，请归档管理员用 UTF8 编码另建一个数据库。`,
    )
  }
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock($1)', [INIT_LOCK])
  await client.query('create schema if not exists desk_archive')
  await client.query(
    'create table if not exists desk_archive.migration (version integer primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ version: number | null }>(
    'select max(version) as version from desk_archive.migration',
  )
  const version = rows[0]?.version ?? 0
  if (version > ARCHIVE_VERSION) {
    throw new DeskError('unavailable', `归档库“${name}”由更新版本的程序建立，请先升级本机程序。`)
  }
  return version
}

async function initFolder(folder: string): Promise<Initialised> {
  const created = await onFolder(folder, async () => (await mkdir(folder, { recursive: true })) !== undefined)
  const archive = openFolderArchive(folder, Date.now)
  await archive.check()
  await archive.close()
  return { name: archive.name, version: 1, created }
}

/** The password goes as its SCRAM verifier (RFC 5803), so that it stands in no log of the server. */
async function saveLogin(
  client: Client,
  { name, password }: { name: string; password: string },
): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  const verb = rowCount === 0 ? 'create' : 'alter'
  const verifier = client.escapeLiteral(await scramVerifier(password))
  await client.query(`${verb} role ${client.escapeIdentifier(name)} login password ${verifier}`)
}

async function scramVerifier(password: string): Promise<string> {
  const salt = randomBytes(16)
  const salted = await promisify(pbkdf2)(password.normalize('NFKC'), salt, SCRAM_ITERATIONS, 32, 'sha256')
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(sign('Client Key')).digest('base64')
  const serverKey = sign('Server Key').toString('base64')
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
