import { readEntry } from '../../../shared/domain/entries.ts'
import { type Entry, GENESIS_HASH } from '../../../shared/domain/entry.ts'
import { entryHash } from '../journal/entry-hash.ts'
import type { Store } from './database.ts'
import { entriesInFoldOrder } from './journal-store.ts'
import { officeMemory } from './ledger.ts'
import { project } from './projection/project.ts'
import { DERIVED_TABLES } from './schema.ts'

export type Counted = (done: number) => void

/** Recomputes the chain of every station and names each entry that does not fit. */
export function chainProblems(store: Store, onProgress: Counted = () => {}): string[] {
  const problems: string[] = []
  let before: Entry | null = null
  let done = 0
  for (const row of readableRows(store, (code) => problems.push(unreadable(before, code)))) {
    const entry = readLeniently(row as Record<string, unknown>)
    const expectedSeq = before?.station === entry.station ? before.seq + 1 : 1
    const expectedHash = before?.station === entry.station ? before.hash : GENESIS_HASH
    const name = `${entry.station} 第 ${entry.seq} 条`
    if (entry.seq !== expectedSeq) problems.push(`${name}：序号不连续，前面应有第 ${expectedSeq} 条`)
    if (entry.prevHash !== expectedHash) problems.push(`${name}：与上一条记录的哈希衔接不上`)
    if (!hashFits(entry)) problems.push(`${name}：内容与哈希不符，记录被改动过`)
    before = entry
    done += 1
    if (done % 1000 === 0) onProgress(done)
  }
  return problems
}

/** Ends where the file is too damaged to be read on, and says so. */
function* readableRows(store: Store, onDamage: (code: string) => void): Generator {
  try {
    yield* store.reader.raw.prepare('select * from journal order by station, seq').iterate()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^SQLITE_(CORRUPT|IOERR|NOTADB)/.test(code)) throw error
    onDamage(code)
  }
}

function unreadable(before: Entry | null, code: string): string {
  const where = before === null ? '日志从头' : `${before.station} 第 ${before.seq + 1} 条`
  return `${where}起读不出来，数据文件已损坏（${code}），请从备份恢复`
}

/** A damaged body need not be JSON any more; it is then reported by its hash, not by a crash. */
function readLeniently(row: Record<string, unknown>): Entry {
  const { prev_hash: prevHash, body, ...rest } = row
  let parsed: unknown
  try {
    parsed = JSON.parse(String(body))
  } catch {
    parsed = body
  }
  return { ...rest, body: parsed, prevHash } as Entry
}

function hashFits(entry: Entry): boolean {
  try {
    return entryHash(entry) === entry.hash
  } catch {
    return false
  }
}

/** Throws the derived rows away and folds the whole journal again, in one transaction. */
export async function rebuild(store: Store, onProgress: Counted = () => {}): Promise<number> {
  return store.write(async (tx) => {
    for (const table of DERIVED_TABLES) await tx.db.deleteFrom(table).execute()
    tx.raw.exec('delete from petition_fts')
    const memory = officeMemory(tx, null)
    let done = 0
    for (const entry of entriesInFoldOrder(store.reader)) {
      await project(memory.fold, readEntry(entry))
      await memory.settle()
      done += 1
      if (done % 1000 === 0) onProgress(done)
    }
    memory.finish()
    return done
  })
}

/** The tables in which a store differs from another with the same journal, with one example each. */
export function differences(store: Store, other: { file: string; key: string }): string[] {
  const { raw } = store.reader
  raw.exec(`attach database '${other.file.replaceAll("'", "''")}' as other key "x'${other.key}'"`)
  try {
    return DERIVED_TABLES.flatMap((table) => {
      const missing = raw.prepare(
        `select count(*) as n from (select * from main.${table} except select * from other.${table})`,
      )
      const surplus = raw.prepare(
        `select count(*) as n from (select * from other.${table} except select * from main.${table})`,
      )
      const [a, b] = [missing, surplus].map((statement) => (statement.get() as { n: number }).n)
      return a === 0 && b === 0
        ? []
        : [`表 ${table}：现有行与按日志重建的行不一致（${a ?? 0} 行与 ${b ?? 0} 行）`]
    })
  } finally {
    raw.exec('detach database other')
  }
}
