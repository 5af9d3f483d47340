import { createRequire, registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext } from 'playwright'
import { StandIn } from './electron.ts'

const require = createRequire(import.meta.url)
const moduleFile = path.join(import.meta.dirname, 'electron-module.cjs')

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: pathToFileURL(moduleFile).href, shortCircuit: true }
      : next(specifier, context),
})

/** Runs the real built main against a fresh stand-in. */
export function bootMain(
  built: string,
  context: BrowserContext,
  options: { readonly data: string; readonly isFirst?: boolean },
): StandIn {
  const standIn = new StandIn(context, { isFirst: true, ...options })
  Reflect.set(globalThis, Symbol.for('petition-desk.stand-in-electron'), standIn.module)
  const main = path.join(built, 'electron/main.cjs')
  // Modules run once per process; every run of the shell is a program of its own.
  delete require.cache[require.resolve(moduleFile)]
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(path.dirname(main))) delete require.cache[file]
  }
  require(main)
  return standIn
}
