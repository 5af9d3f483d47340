import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolderArchive } from '../../../../electron/core/archive/folder-archive.ts'
import { generateStationKey } from '../../../../electron/core/archive/keys.ts'
import { openArchive } from '../../../../electron/core/archive/open-archive.ts'
import { accepted, describeArchive } from '../../../helpers/archive-suite.ts'
import { entryLines } from '../../../helpers/forged-batches.ts'
import { someBatches } from '../../../helpers/some-batches.ts'

let home: string
let count = 0

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'petition-desk-folder-'))
  await chmod(home, 0o755)
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function emptyFolder(): Promise<string> {
  count += 1
  const folder = path.join(home, `归档 ${count}`)
  await mkdir(folder)
  return folder
}

const key = generateStationKey()
const oneBatch = () => someBatches({ sizes: [3], key })

async function storedBatches(folder: string, station: string): Promise<string[]> {
  const names = await readdir(path.join(folder, station)).catch(() => [])
  return names.filter((name) => name.startsWith('batch-')).sort()
}

describeArchive(async () => {
  const folder = await emptyFolder()
  const filesOf = async (station: string, part: string) =>
    Promise.all(
      (await storedBatches(folder, station)).map(async (batch) => {
        const place = path.join(folder, station, batch, part)
        return part === 'documents'
          ? Promise.all(
              (await readdir(place)).map((name) =>
                readFile(path.join(place, name)).then((b) => [name, b] as const),
              ),
            )
          : [[part, await readFile(place)] as const]
      }),
    ).then((files) => files.flat())
  return {
    open: () => openArchive(`folder:${folder}`),
    storedLines: async (station) =>
      (await filesOf(station, 'entries.jsonl')).flatMap(([, bytes]) =>
        bytes.toString('utf8').trimEnd().split('\n'),
      ),
    storedDocuments: async (station) =>
      new Map(
        (await filesOf(station, 'documents')).map(([name, bytes]) => [name.replace('.docx', ''), bytes]),
      ),
  }
})

describe('a folder archive', () => {
  it('lies there so that anybody can read it', async () => {
    const folder = await emptyFolder()
    const [batch] = oneBatch()
    const archive = openFolderArchive(folder, () => 1_790_000_000_000)
    const receipt = batch && (await archive.deliver(batch))

    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'ZX',
      'ZX/batch-000001',
      'ZX/batch-000001/documents',
      `ZX/batch-000001/${[...(batch?.files.keys() ?? [])][1]}`,
      'ZX/batch-000001/entries.jsonl',
      'ZX/batch-000001/manifest.json',
      'ZX/receipts',
      'ZX/receipts/000001.json',
      'ZX/station.json',
      'archive.json',
    ])
    const file = await readFile(path.join(folder, 'ZX/receipts/000001.json'), 'utf8')
    expect(JSON.parse(file)).toEqual(receipt)
    expect(receipt?.receivedAt).toBe('2026-09-21T14:13:20.000Z')
  })

  it('finishes a delivery that was killed before its receipt was written', async () => {
    const folder = await emptyFolder()
    const [batch = missing()] = oneBatch()
    const archive = openArchive(`folder:${folder}`)
    await archive.deliver(batch)
    await rm(path.join(folder, 'ZX/receipts/000001.json'))

    expect(await archive.receiptFor('ZX', 1)).toBeNull()
    expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))
    expect(await archive.receiptFor('ZX', 1)).toEqual(accepted(archive, batch))
  })

  it('throws away what a killed delivery left half written', async () => {
    const folder = await emptyFolder()
    const [batch = missing()] = oneBatch()
    const left = path.join(folder, 'ZX/.incoming-0123')
    await mkdir(left, { recursive: true })
    await writeFile(path.join(left, 'manifest.json'), '{"manifest":')
    const archive = openArchive(`folder:${folder}`)

    expect(await archive.highestHeld('ZX')).toBeNull()
    expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))
    expect(existsSync(left)).toBe(false)
  })

  it('loses and doubles nothing when the sending process is killed in the middle', async () => {
    const folder = await emptyFolder()
    const batches = someBatches({ station: 'ZX', sizes: [200, 200, 200], key, documents: 8 })
    for (const files of [1, 5, 10, 14, 19, 27]) await killAfter(folder, files)
    expect(await readdir(folder)).toContain('ZX')
    const archive = openArchive(`folder:${folder}`)
    for (const batch of batches) expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))

    expect(await storedBatches(folder, 'ZX')).toEqual(['batch-000001', 'batch-000002', 'batch-000003'])
    expect(await storedText(folder)).toBe(batches.flatMap(entryLines).join('\n'))
    expect((await readdir(path.join(folder, 'ZX'))).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('a folder that cannot take batches', () => {
  const [batch = missing()] = oneBatch()

  it('is missing, or no folder', async () => {
    const gone = openArchive(`folder:${path.join(home, '没有插上')}`)
    await writeFile(path.join(home, 'file'), '')
    const file = openArchive(`folder:${path.join(home, 'file')}`)

    await expect(gone.deliver(batch)).rejects.toMatchObject({
      code: 'unavailable',
      message: /找不到，请插好移动硬盘/,
    })
    await expect(gone.check()).rejects.toMatchObject({ code: 'unavailable' })
    await expect(file.deliver(batch)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/不是文件夹/),
    })
    expect(() => openArchive('folder:')).toThrow('归档去向缺少文件夹')
  })

  it('was made by a newer program, or is damaged', async () => {
    const folder = await emptyFolder()
    const marker = path.join(folder, 'archive.json')
    await writeFile(marker, '{"format":"petition-desk-archive","version":2}')
    const archive = openArchive(`folder:${folder}`)

    await expect(archive.deliver(batch)).rejects.toMatchObject({
      message: expect.stringMatching(/更新版本的程序/),
    })
    await writeFile(marker, '{"format":')
    await expect(archive.check()).rejects.toMatchObject({
      message: expect.stringMatching(/archive\.json 已损坏/),
    })
  })

  it('is write-protected', async () => {
    const folder = await emptyFolder()
    await chmod(folder, 0o555)

    expect(inChild(folder, [])).toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/不能写入/),
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('is full, and nothing half written stays', async () => {
    const folder = await emptyFolder()
    await chmod(folder, 0o777)
    // A limit on the size of files fails in the same place as a full disk.
    expect(inChild(folder, ['bash', '-c', 'ulimit -f 16; exec "$@"', 'bash'])).toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/磁盘已满/),
    })
    expect(await storedBatches(folder, 'ZX')).toEqual([])
    expect((await readdir(path.join(folder, 'ZX'))).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

async function storedText(folder: string): Promise<string> {
  const parts = await Promise.all(
    (await storedBatches(folder, 'ZX')).map((name) =>
      readFile(path.join(folder, 'ZX', name, 'entries.jsonl'), 'utf8'),
    ),
  )
  return parts.join('').trimEnd()
}

/** Lets a process deliver until so many files lie in the folder, then kills it. */
async function killAfter(folder: string, files: number): Promise<void> {
  const child = spawn(process.execPath, [
    path.resolve('tests/helpers/deliver-to-folder.ts'),
    folder,
    key.privateKey,
  ])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // A folder may vanish while it is being read: the child is renaming it.
  const names = () => readdir(folder, { recursive: true }).catch(() => [])
  const isFull = async () => (await names()).filter((name) => name.includes('.')).length >= files
  while (child.exitCode === null && !(await isFull())) await pause(1)
  child.kill('SIGKILL')
  await ended
}

/** Delivers in a process without root's rights, which know no write protection; answers what it said. */
function inChild(folder: string, wrapper: readonly string[]): unknown {
  const script = path.resolve('tests/helpers/deliver-to-folder.ts')
  const [command, ...words] = [...wrapper, process.execPath, script, folder, key.privateKey]
  const root = process.getuid?.() === 0
  const child = spawnSync(command, words, { encoding: 'utf8', ...(root && { uid: 65_534, gid: 65_534 }) })
  return JSON.parse(child.stdout || JSON.stringify(child.stderr))
}

function missing(): never {
  throw new Error('no batch')
}
