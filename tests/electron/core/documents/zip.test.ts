import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zip, zipEntry } from '../../../../electron/core/documents/zip.ts'
import * as fc from '../../../helpers/fast-check.ts'

const packing = fc.constantFrom('small', 'fast', 'store' as const)
const files = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}(\/[a-zA-Z[\]_.]{1,12})?$/),
    bytes: fc.uint8Array({ maxLength: 3_000 }),
    packing,
  }),
  { selector: ({ name }) => name, maxLength: 6 },
)

it('is read back by another library byte for byte', () => {
  fc.assert(
    fc.property(files, (all) => {
      const read = unzipSync(zip(all.map(({ name, bytes, packing: how }) => zipEntry(name, bytes, how))))
      expect(Object.keys(read)).toEqual(all.map(({ name }) => name))
      for (const { name, bytes } of all) expect(Buffer.from(read[name] ?? []).equals(bytes)).toBe(true)
    }),
  )
})

it('passes the test of the system’s unzip, checksums and all', (context) => {
  if (spawnSync('unzip', ['-v']).error !== undefined) context.skip('unzip is not installed here')
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-'))
  const file = path.join(folder, 'a.zip')
  writeFileSync(
    file,
    zip([zipEntry('a/b.xml', '文'.repeat(5_000)), zipEntry('c.png', Buffer.alloc(300, 7), 'store')]),
  )
  const { status, stdout } = spawnSync('unzip', ['-t', file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(stdout).toContain('No errors detected')
  expect(status).toBe(0)
})
