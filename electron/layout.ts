import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `.build` and `resources`, seen from a program in `electron/` or from its bundle in `.build/electron/`. */
export function programFolder(programUrl: string): string {
  const folder = path.dirname(fileURLToPath(programUrl))
  return path.resolve(folder, isBundle(programUrl) ? '../..' : '..')
}

/** A program that lies beside this one: its source beside the source, its bundle beside the bundle. */
export function programBeside(programUrl: string, name: string): string {
  return fileURLToPath(new URL(`${name}${isBundle(programUrl) ? '.cjs' : '.ts'}`, programUrl))
}

function isBundle(programUrl: string): boolean {
  return programUrl.endsWith('.cjs')
}
