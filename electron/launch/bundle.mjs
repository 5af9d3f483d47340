// Makes the halves named in argv. Needs the installed packages and their Node; build.mjs sees to both.
import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { root, say } from './machine.mjs'

const made = path.join(root, '.build')

const make = {
  renderer: (outDir) =>
    build({
      configFile: path.join(root, 'renderer/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    }),

  // CommonJS throughout: the sandboxed preload can be nothing else.
  electron: async (outDir) => {
    await bundleForNode(outDir, ['main', 'core-main', 'loopback-main'])
    await bundleForNode(outDir, ['preload'])
  },
}

function bundleForNode(outDir, names) {
  return build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    // The native store stays a package of its own, and Electron is the runtime. `pg` works without its native twin.
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'pg-native'] },
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, path.join(root, 'electron', `${name}.ts`)])),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'shared-[hash].cjs' },
      },
    },
  })
}

/** Made beside and moved into place, so that a program that is running never sees half of it. */
for (const half of process.argv.slice(2)) {
  const target = path.join(made, half)
  const fresh = `${target}.new-${process.pid}`
  const old = `${target}.old-${process.pid}`
  try {
    await make[half](fresh)
    if (existsSync(target)) renameSync(target, old)
    renameSync(fresh, target)
  } catch (error) {
    // The bundler's message names file and line; its own stack names nothing of ours.
    say(error.message)
    process.exitCode = 1
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}
