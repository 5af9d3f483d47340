import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '../..')

/** Test files run side by side in processes of their own; what they share is made by one of them. */
export async function underLock<T>(name: string, work: () => T): Promise<T> {
  const folder = path.join(root, '.build', `${name}.lock`)
  mkdirSync(path.dirname(folder), { recursive: true })
  while (!tryMake(folder)) {
    // Left behind by a run that was killed.
    if (ageOf(folder) > 600_000) rmSync(folder, { recursive: true, force: true })
    await setTimeout(100)
  }
  try {
    return work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Making a folder either succeeds or finds it there, whoever else tries at the same moment. */
function tryMake(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

function ageOf(folder: string): number {
  return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
}
