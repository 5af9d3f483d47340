import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forkCore } from '../../electron/core-fork.ts'
import { CoreProcess } from '../../electron/core-process.ts'
import { builtProgram } from '../helpers/built.ts'

type Asar = {
  readonly createPackage: (from: string, to: string) => Promise<void>
  readonly extractAll: (archive: string, to: string) => void
}
type PackerConfig = {
  readonly getConfig: (folder: string, file: null, given: null) => Promise<object>
  readonly validateConfiguration: (config: object, log: object) => Promise<void>
}

// The packer's own parts, which it does not offer by name.
const packer = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const asar: Asar = createRequire(packer.resolve('app-builder-lib'))('@electron/asar')
const packerConfig: PackerConfig = packer('app-builder-lib/out/util/config/config')

const root = path.resolve(import.meta.dirname, '../..')
/** Stands before the fuses in every Electron binary. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let folder: string
let packed: string

/** Packs the real program as `electron-builder` does, with a folder in place of Electron's own files. */
beforeAll(async () => {
  await builtProgram()
  folder = mkdtempSync(path.join(tmpdir(), 'packaging-'))
  const electron = path.join(folder, 'electron')
  await pretendElectron(electron)
  const output = path.join(folder, 'output')
  execFileSync(
    process.execPath,
    [
      'node_modules/electron-builder/cli.js',
      '--linux',
      'dir',
      '--x64',
      `-c.electronDist=${electron}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  packed = path.join(output, 'linux-unpacked')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('19 · every fuse of the packed program is set as Electron advises', async () => {
  const fuses = await getCurrentFuseWire(path.join(packed, 'petition-desk'))
  expect(fuses).toMatchObject({
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
  })
})

test('only what the program needs is packed, and one native file, outside the archive', () => {
  const unpacked = path.join(packed, 'resources/app.asar.unpacked')
  const native = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.node'),
  )
  expect(native).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])

  const program = path.join(folder, 'program')
  asar.extractAll(path.join(packed, 'resources/app.asar'), program)
  expect(readdirSync(program).sort()).toEqual(['.build', 'node_modules', 'package.json', 'resources'])
  expect(readdirSync(path.join(program, 'node_modules'))).toEqual(['better-sqlite3'])
  expect(readdirSync(path.join(program, '.build')).sort()).toEqual(['electron', 'renderer'])
  expect(existsSync(path.join(program, '.build/electron/main.cjs'))).toBe(true)
})

test('the packed core starts from what was packed, with nothing of this checkout', async () => {
  const program = path.join(folder, 'alone')
  asar.extractAll(path.join(packed, 'resources/app.asar'), program)
  const args = ['--data', path.join(folder, 'data'), '--resources', path.join(program, 'resources')]
  const core = new CoreProcess({
    start: () => forkCore(path.join(program, '.build/electron/core-main.cjs'), args),
    onEvent: () => {},
  })
  expect(await core.started).toBeNull()
  expect(await core.call('no.such.method', {})).toMatchObject({ ok: false, error: { code: 'badRequest' } })
  expect(await core.call('session.state', undefined)).toMatchObject({ ok: true })
  await core.close()
})

test('installers are made for Windows and Linux, keep what was recorded, and publish nothing', () => {
  const config = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
  expect(config).toMatch(/target: nsis/)
  expect(config).toMatch(/target: AppImage/)
  expect(config).toMatch(/target: deb/)
  expect(config).toMatch(/^publish: null$/m)
  expect(config).toMatch(/deleteAppDataOnUninstall: false/)
})

test('an option that electron-builder does not know is refused, so the file means what it says', async () => {
  const config = await packerConfig.getConfig(root, null, null)
  const check = (given: object) =>
    packerConfig.validateConfiguration(given, { add: () => {}, isEnabled: false })
  await expect(check(config)).resolves.toBeUndefined()
  await expect(check({ ...config, asarUnpak: [] })).rejects.toThrow('asarUnpak')
})

/** As much of an Electron distribution as the packer touches; the fuses stand as in a fresh binary. */
async function pretendElectron(to: string): Promise<void> {
  mkdirSync(path.join(to, 'resources'), { recursive: true })
  mkdirSync(path.join(to, 'locales'))
  const empty = path.join(folder, 'empty')
  mkdirSync(empty)
  writeFileSync(path.join(empty, 'index.js'), '')
  await asar.createPackage(empty, path.join(to, 'resources/default_app.asar'))
  for (const language of ['zh-CN', 'en-US', 'fr']) writeFileSync(path.join(to, `locales/${language}.pak`), '')
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(to, file), '')
  const wire = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, 9]), Buffer.from('101001011')])
  writeFileSync(path.join(to, 'electron'), Buffer.concat([Buffer.alloc(1024), wire, Buffer.alloc(1024)]))
  chmodSync(path.join(to, 'electron'), 0o755)
}
