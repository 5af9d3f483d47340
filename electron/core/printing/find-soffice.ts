import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** LibreOffice's program on this PC, or null. The search path comes first, then where its installers put it. */
export function findSoffice(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): string | null {
  return candidates(platform, env).find(isProgram) ?? null
}

function candidates(platform: NodeJS.Platform, env: Environment): readonly string[] {
  const own = platform === 'win32' ? path.win32 : path.posix
  const folders = (env['PATH'] ?? env['Path'] ?? '')
    .split(own.delimiter)
    .filter((folder) => own.isAbsolute(folder))
  const names = platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice']
  return [...folders, ...usualFolders(platform, env)].flatMap((folder) =>
    names.map((name) => own.join(folder, name)),
  )
}

function usualFolders(platform: NodeJS.Platform, env: Environment): readonly string[] {
  switch (platform) {
    case 'win32':
      return ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
        const base = env[name]
        if (base === undefined) return []
        const folder = name === 'LOCALAPPDATA' ? ['Programs', 'LibreOffice'] : ['LibreOffice']
        return [path.win32.join(base, ...folder, 'program')]
      })
    case 'darwin':
      return ['/Applications', path.join(env['HOME'] ?? os.homedir(), 'Applications')].map(
        (folder) => `${folder}/LibreOffice.app/Contents/MacOS`,
      )
    default:
      return ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', ...inOpt(), '/snap/bin']
  }
}

/** The vendor's own packages: `/opt/libreoffice25.8/program`. */
function inOpt(): readonly string[] {
  try {
    return readdirSync('/opt')
      .filter((name) => name.startsWith('libreoffice'))
      .toSorted()
      .toReversed()
      .map((name) => `/opt/${name}/program`)
  } catch {
    return []
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
