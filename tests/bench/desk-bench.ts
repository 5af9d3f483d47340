import { spawnSync } from 'node:child_process'
import { closeSync, fdatasyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Me } from '../../electron/core/desk.ts'
import { todayOf } from '../../electron/core/handlers/petition-today.ts'
import { appendVisit } from '../../electron/core/handlers/visit-handlers.ts'
import { openConnection } from '../../electron/core/store/connection.ts'
import type { VisitForm } from '../../shared/domain/visit.ts'
import { type BenchRow, median, timed } from './bench-row.ts'
import { BENCH_PASSWORD, type FilledDesk, randomFrom, syntheticVisit } from './filled-desk.ts'

const SAVES = 400
const ROUNDS = 7

/** A complete visit against appending the same bytes to a file and waiting for the disk; the two in turn. */
export async function benchSave({ desk, dataDir }: FilledDesk, size: number): Promise<BenchRow> {
  const random = randomFrom(7)
  const visits = Array.from({ length: SAVES + 50 }, () => syntheticVisit(random))
  const bytes = Buffer.alloc(await bytesPerSave(desk, visits.splice(0, 50)), 7)
  const file = path.join(dataDir, 'append.bin')
  const handle = openSync(file, 'a')
  const saves: number[] = []
  const appends: number[] = []
  for (const visit of visits) {
    saves.push(await timed(() => desk.ledger.change((change) => appendVisit(change, desk, visit, 'admin'))))
    appends.push(
      await timed(() => {
        writeSync(handle, bytes)
        fdatasyncSync(handle)
      }),
    )
  }
  closeSync(handle)
  rmSync(file)
  const ratio = median(saves) / median(appends)
  return {
    work: `保存一次来访（已有 ${size.toLocaleString('en')} 件），${bytes.length} 字节`,
    against: '同样字节 append + fdatasync',
    ratio,
    budget: '≤ 4×',
    holds: ratio <= 4,
    medianMs: median(saves),
    reason:
      '约一半是拼装记录、拆分检索词和执行十余条语句，其余是提交：检索索引写出新段，约二十五个加密页逐页写入 WAL；对照只是一次顺序追加',
  }
}

/** What one save adds to the write-ahead log, which meanwhile is not emptied: a log begun anew would hide most of it. */
async function bytesPerSave(desk: FilledDesk['desk'], visits: readonly VisitForm[]): Promise<number> {
  const emptyItself = (pages: number) =>
    desk.store.write(async ({ raw }) => raw.pragma(`wal_autocheckpoint=${pages}`))
  await emptyItself(0)
  const other = openConnection(desk.store.file, desk.key)
  other.pragma('wal_checkpoint(truncate)')
  other.close()
  for (const visit of visits) await desk.ledger.change((change) => appendVisit(change, desk, visit, 'admin'))
  const bytes = Math.round(statSync(`${desk.store.file}-wal`).size / visits.length)
  await emptyItself(1000)
  return bytes
}

const OFFICE: Me = { login: 'admin', name: '管理员', roles: ['admin'], unit: '', leader: '' }

export async function benchToday({ desk }: FilledDesk, size: number): Promise<BenchRow> {
  todayOf(desk, OFFICE)
  const times: number[] = []
  for (let round = 0; round < ROUNDS * 20; round += 1) times.push(await timed(() => todayOf(desk, OFFICE)))
  const typical = median(times)
  return {
    work: `今日页（${size.toLocaleString('en')} 件）`,
    against: '计数表与索引',
    ratio: null,
    budget: '≤ 2 ms',
    holds: typical <= 2,
    medianMs: typical,
  }
}

/** A new process until the first screen has its data, the full store and an empty one in turn. */
export async function benchStart(full: string, empty: string, size: number): Promise<BenchRow> {
  const times: Record<'full' | 'empty', number[]> = { full: [], empty: [] }
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, dataDir] of [
      ['full', full],
      ['empty', empty],
    ] as const) {
      const took = await timed(() => startOnce(dataDir))
      if (round >= 0) times[name].push(took)
    }
  }
  const ratio = median(times.full) / median(times.empty)
  return {
    work: `启动到首屏数据（${size.toLocaleString('en')} 件）`,
    against: '空库',
    ratio,
    budget: '≤ 1.2×',
    holds: ratio <= 1.2,
    medianMs: median(times.full),
  }
}

function startOnce(dataDir: string): void {
  const script = fileURLToPath(new URL('first-screen.ts', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, dataDir], {
    env: { ...process.env, DESK_PASSWORD: BENCH_PASSWORD },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}
