// `npm run bench [-- --size 1000000] [--only stores|papers|archive]`: the table of budgets, as ratios measured in one run
// on this machine.
import { rmSync } from 'node:fs'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { startPostgres } from '../helpers/postgres.ts'
import { benchArchive } from './archive-bench.ts'
import type { BenchRow } from './bench-row.ts'
import { benchSave, benchStart, benchToday } from './desk-bench.ts'
import { filledDesk } from './filled-desk.ts'
import { benchNotices } from './notice-bench.ts'
import { benchLists, benchSearch } from './search-bench.ts'

const SMALL = 10_000

const { values } = parseArgs({
  options: { size: { type: 'string', default: '100000' }, only: { type: 'string' } },
})
const size = Number(values.size)
if (!Number.isInteger(size) || size < SMALL) {
  process.stderr.write(`--size 应是不小于 ${SMALL} 的整数。\n`)
  process.exit(2)
}

if (values.only !== undefined && !['stores', 'papers', 'archive'].includes(values.only)) {
  process.stderr.write('--only 只能是 stores、papers 或 archive。\n')
  process.exit(2)
}

process.stdout.write(
  `${os.hostname()} · ${os.cpus()[0]?.model ?? ''} × ${os.cpus().length} · Node ${process.version}\n\n`,
)
print('工作', '对照', '比值', '预算', '中位数', '结论')
const missed: BenchRow[] = []

const PARTS = { stores: benchStores, papers: benchPapers, archive: benchServer } as const
for (const [name, bench] of Object.entries(PARTS))
  if (values.only === undefined || values.only === name) await bench()
process.stdout.write(missed.length === 0 ? '\n全部在预算之内。\n' : `\n超出预算 ${missed.length} 项：\n`)
for (const row of missed)
  process.stdout.write(
    `- ${row.work}：${row.budget}，实测 ${valueOf(row)}${row.reason === undefined ? '' : `；${row.reason}`}。\n`,
  )

async function benchStores(): Promise<void> {
  const empty = await filledDesk(0)
  await empty.app.close()
  const small = await filledDesk(SMALL)
  show(await benchSave(small, SMALL))
  show(await benchToday(small, SMALL))
  const large = await filledDesk(size, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${size}`)
  })
  show(await benchSave(large, size))
  show(await benchToday(large, size))
  for (const row of benchSearch(large.desk.store.reader.raw, size)) show(row)
  for (const row of benchLists(small.desk.store.reader.raw, large.desk.store.reader.raw, size)) show(row)
  await small.app.close()
  await large.app.close()
  show(await benchStart(large.dataDir, empty.dataDir, size))
  for (const filled of [empty, small, large]) rmSync(filled.dataDir, { recursive: true, force: true })
}

async function benchPapers(): Promise<void> {
  for (const row of await benchNotices()) show(row)
}

async function benchServer(): Promise<void> {
  const postgres = await startPostgres()
  try {
    for (const row of await benchArchive(postgres.url())) show(row)
  } finally {
    await postgres.stop()
  }
}

function show(row: BenchRow): void {
  if (!row.holds) missed.push(row)
  print(
    row.work,
    row.against,
    valueOf(row),
    row.budget,
    `${row.medianMs.toFixed(2)} ms`,
    row.holds ? '符合' : '超出',
  )
}

function valueOf(row: BenchRow): string {
  return row.ratio === null ? `${row.medianMs.toFixed(2)} ms` : `${row.ratio.toFixed(2)}×`
}

function print(...cells: string[]): void {
  process.stdout.write(`${cells.join(' | ')}\n`)
}
