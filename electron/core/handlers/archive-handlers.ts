import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import type { Archive } from '../archive/archive.ts'
import { openArchive } from '../archive/open-archive.ts'
import type { Desk } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { all, one } from '../store/connection.ts'
import type { BatchTable } from '../store/schema.ts'
import { syncWith } from '../sync/delivery.ts'
import { sealOpenEntries } from '../sync/sealing.ts'
import { unsentEntries } from './petition-today.ts'

type ArchiveMethod = Extract<keyof Handlers, `archive.${string}`>

/** 归档同步: where batches go, what became of them, and sending them. */
export const archiveHandlers: Pick<Handlers, ArchiveMethod> = {
  'archive.state': (_, { desk }) => {
    const unsent = unsentEntries(desk)
    return {
      url: readSecret(desk, 'archive-url') ?? '',
      batches: newestBatches(desk),
      unsent: unsent.count,
      oldestUnsentAt: unsent.oldestAt === null ? null : instantOf(Date.parse(unsent.oldestAt)),
    }
  },
  'archive.set': async ({ url, password }, { desk, me }) => {
    const target = splitPassword(url)
    const secret = password ?? target.password
    await desk.ledger.change(async ({ tx, append }) => {
      const save = async (name: string, value: string) => {
        await tx.db
          .insertInto('secret')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute()
      }
      await save('archive-url', target.url)
      if (secret !== null) await save('archive-password', secret)
      await append({
        kind: 'archive.set',
        subject: desk.station.code,
        actor: me.login,
        body: { url: target.url },
      })
    })
    return { done: true }
  },
  'archive.check': (_, { desk }) =>
    withArchive(desk, async (archive) => ({ message: await archive.check() })),
  'archive.seal': async (_, { desk, me }) => {
    const sealed = await sealOpenEntries(desk, me.login)
    const last = sealed.at(-1)
    return { batch: newestBatches(desk).find((batch) => batch.number === last) ?? null }
  },
  'archive.sync': ({ job }, { desk, me }) =>
    desk.jobs.run(job, (running) =>
      withArchive(desk, (archive) => syncWith(desk, archive, me.login, running)),
    ),
}

async function withArchive<T>(desk: Desk, work: (archive: Archive) => Promise<T>): Promise<T> {
  const url = readSecret(desk, 'archive-url')
  if (url === null)
    throw new DeskError('refused', '还没有设置归档去向，请管理员在“归档同步”中设置文件夹或数据库地址。')
  const archive = openArchive(url, readSecret(desk, 'archive-password') ?? undefined, desk.surroundings.clock)
  try {
    return await work(archive)
  } finally {
    await archive.close()
  }
}

function readSecret(desk: Desk, name: string): string | null {
  const row = one<{ value: string } | undefined>(
    desk.store.reader.raw,
    'select value from secret where name = ?',
    name,
  )
  return row?.value ?? null
}

/** A password typed into the address is kept apart from it, and never shown again. */
function splitPassword(url: string): { url: string; password: string | null } {
  if (!/^postgres(?:ql)?:\/\//.test(url)) return { url, password: null }
  try {
    const parsed = new URL(url)
    const password = parsed.password === '' ? null : decodeURIComponent(parsed.password)
    parsed.password = ''
    return { url: parsed.href, password }
  } catch {
    throw new DeskError('badRequest', '数据库地址不对，应形如 postgres://用户名@主机:端口/数据库名。', [
      { path: 'url', message: '数据库地址不对，应形如 postgres://用户名@主机:端口/数据库名' },
    ])
  }
}

/** More are listed by taking them out as Excel. */
const SHOWN = 200

function newestBatches(desk: Desk): Answer<'archive.state'>['batches'] {
  return batches(desk, SHOWN)
}

export function allBatches(desk: Desk): Answer<'archive.state'>['batches'] {
  return batches(desk, Number.MAX_SAFE_INTEGER)
}

function batches({ store }: Desk, most: number): Answer<'archive.state'>['batches'] {
  const rows = all<BatchTable>(
    store.reader.raw,
    'select * from batch order by number desc limit cast(? as integer)',
    most,
  )
  return rows.map((row) => ({
    number: row.number,
    fromSeq: row.from_seq,
    toSeq: row.to_seq,
    entries: row.entries,
    documents: row.documents,
    sealedAt: row.sealed_at,
    state: row.state,
    archive: row.archive,
    receivedAt: row.received_at,
    reason: row.reason,
  }))
}
