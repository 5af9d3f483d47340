import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { underLock } from './lock.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The folder of the built program, which is built first when something has changed. */
export function builtProgram(): Promise<string> {
  return underLock('build', () => {
    const { status, stderr } = spawnSync(process.execPath, ['electron/launch/build.mjs'], {
      cwd: root,
      encoding: 'utf8',
      // The tests look at what people get: vitest's own NODE_ENV would build React for developers.
      env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' },
    })
    if (status !== 0) throw new Error(`the program could not be built:\n${stderr}`)
    return path.join(root, '.build')
  })
}
