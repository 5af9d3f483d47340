import { Socket } from 'node:net'
import { Client } from 'pg'
import { DeskError } from '../../../shared/contract/errors.ts'

/** The schema this program speaks: the number of the last file in resources/archive. */
export const ARCHIVE_VERSION = 1

const CONNECT_TIMEOUT_MS = 10_000
const KEEP_ALIVE_MS = 10_000
/** Nothing came or went for so long: the line is dead. A slow one that still carries bytes is given its time. */
const SILENCE_MS = 60_000

export type PostgresTarget = {
  /** Host, port and database: for people and receipts, without account and password. */
  readonly name: string
  readonly connectionString: string
}

export type Connection = {
  readonly client: Client
  /** Breaks it off at once, whatever it is doing. */
  destroy(): void
}

/** `password` wins over one in the address. */
export function readPostgresUrl(url: string, password?: string): PostgresTarget {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (
    !parsed ||
    !/^postgres(ql)?:$/.test(parsed.protocol) ||
    parsed.hostname === '' ||
    parsed.pathname.length < 2
  ) {
    throw new DeskError('badRequest', '归档库地址不对，应形如 postgres://用户名@主机:端口/数据库名。')
  }
  if (password !== undefined) parsed.password = password
  const name = `postgresql://${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`
  return { name, connectionString: parsed.href }
}

/** Refuses an archive that was never set up, or by another version of the program. */
export async function connectToArchive(target: PostgresTarget): Promise<Connection> {
  const connection = await connect(target)
  try {
    const { rows } = await connection.client.query<{ version: number | null }>(
      'select desk_archive.schema_version() as version',
    )
    const version = rows[0]?.version ?? 0
    if (version > ARCHIVE_VERSION) {
      throw new DeskError('unavailable', `归档库“${target.name}”由更新版本的程序建立，请先升级本机程序。`)
    }
    if (version < ARCHIVE_VERSION) {
      throw new DeskError(
        'unavailable',
        `归档库“${target.name}”的结构较旧，请归档管理员再运行一次 archive init。`,
      )
    }
    return connection
  } catch (error) {
    connection.destroy()
    throw error
  }
}

export async function connect(target: PostgresTarget): Promise<Connection> {
  const socket = new Socket()
  socket.setTimeout(SILENCE_MS, () => socket.destroy())
  const client = new Client({
    connectionString: target.connectionString,
    application_name: 'petition-desk',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    stream: () => socket,
  })
  // Whoever waits for an answer is told by its own promise; a connection lost while idle is noticed at the next use.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    socket.destroy()
    throw error
  }
  return { client, destroy: () => socket.destroy() }
}

export function isUnreachable(error: unknown): boolean {
  const { code, message } = traitsOf(error)
  return UNREACHABLE.test(code) || code === '53300' || (code === '' && /timeout/.test(message))
}

/** The connection is gone, and whether the server still did what it was told is not known. */
export function isBrokenOff(error: unknown): boolean {
  const { code, message } = traitsOf(error)
  return BROKEN_OFF.test(code) || (code === '' && /^(Connection terminated|Client )/.test(message))
}

const BROKEN_OFF = /^(08\w{3}|57P0[123]|ECONNRESET|EPIPE|ECONNABORTED|ETIMEDOUT|ERR_STREAM_DESTROYED)$/
const UNREACHABLE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL)$/
const NOT_TRUSTED = /^(DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|CERT_|ERR_TLS_)/
const AGAIN = '没有回执的批次会在下次同步时重新送出。'

/** One sentence for what keeps the archive from answering; null for what is a bug. Never repeats the server's own text. */
export function postgresError(error: unknown, name: string): DeskError | null {
  if (error instanceof DeskError) return error
  const traits = traitsOf(error)
  const sentence = SENTENCES.find(([fits]) => fits(traits))?.[1]
  if (sentence !== undefined) return new DeskError('unavailable', sentence(name))
  if (isBrokenOff(error)) {
    return new DeskError('unavailable', `与归档库“${name}”的连接中断，请检查网络后再同步。${AGAIN}`)
  }
  if (isUnreachable(error)) {
    return new DeskError('unavailable', `连不上归档库“${name}”，请检查网络、地址和服务器后再试。${AGAIN}`)
  }
  return null
}

type Traits = { readonly code: string; readonly message: string }

/** Codes: PostgreSQL documentation, appendix A. */
const SENTENCES: readonly (readonly [(traits: Traits) => boolean, (name: string) => string])[] = [
  [
    ({ code, message }) => code.startsWith('28') || message.startsWith('SASL'),
    (name) => `归档库“${name}”不接受这个用户名或密码，请管理员核对归档去向后重新填写密码。`,
  ],
  [({ code }) => code === '3D000', (name) => `服务器上没有归档库“${name}”，请核对地址中的数据库名。`],
  [
    ({ code }) => ['3F000', '42883', '42P01'].includes(code),
    (name) => `归档库“${name}”还没有建好，请归档管理员先运行 archive init。`,
  ],
  [
    ({ code }) => code === '42501',
    (name) => `当前账号在归档库“${name}”中没有权限，请归档管理员登记本接待点的账号。`,
  ],
  [
    ({ code }) => /^53[124]/.test(code),
    (name) => `归档库“${name}”的服务器磁盘或内存已满，请联系归档管理员。${AGAIN}`,
  ],
  [({ code }) => code === '25006', (name) => `归档库“${name}”目前只能读取，请联系归档管理员。${AGAIN}`],
  [
    ({ code, message }) => NOT_TRUSTED.test(code) || message.includes('SSL'),
    (name) => `与归档库“${name}”的加密连接没有建立，请归档管理员检查服务器证书和地址中的 sslmode。`,
  ],
]

function traitsOf(error: unknown): Traits {
  if (!(error instanceof Error)) return { code: '', message: '' }
  // Node tries every address of a host and puts what each said side by side.
  if (error instanceof AggregateError && error.errors.length > 0) return traitsOf(error.errors[0])
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { code, message: error.message }
}
