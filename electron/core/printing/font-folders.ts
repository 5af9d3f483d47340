import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FontPlatform } from '../../../shared/documents/font-help.ts'

type Environment = Readonly<Record<string, string | undefined>>

export function fontPlatform(platform: NodeJS.Platform = process.platform): FontPlatform {
  return platform === 'win32' ? 'windows' : platform === 'darwin' ? 'macos' : 'linux'
}

/** Where a system keeps the fonts of everybody and of this user. */
export function fontFolders(
  platform: FontPlatform = fontPlatform(),
  env: Environment = process.env,
  home: string = os.homedir(),
): readonly string[] {
  switch (platform) {
    case 'windows': {
      const own = env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local')
      return [
        path.win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
        path.win32.join(own, 'Microsoft', 'Windows', 'Fonts'),
      ]
    }
    case 'macos':
      return [
        '/System/Library/Fonts',
        '/System/Library/AssetsV2',
        '/Library/Fonts',
        path.join(home, 'Library/Fonts'),
      ]
    case 'linux': {
      const data = env['XDG_DATA_HOME'] ?? path.join(home, '.local/share')
      const own = [path.join(data, 'fonts'), path.join(home, '.fonts')]
      return [...new Set([...configured(home), ...own, '/usr/share/fonts', '/usr/local/share/fonts'])]
    }
  }
}

/** The folders fontconfig itself is told to look into. */
function configured(home: string): readonly string[] {
  try {
    const text = readFileSync('/etc/fonts/fonts.conf', 'utf8')
    return Array.from(text.matchAll(/<dir(?![^>]*prefix)[^>]*>([^<]+)<\/dir>/gu), ([, folder = '']) =>
      folder.trim().replace(/^~/u, home),
    ).filter((folder) => path.isAbsolute(folder))
  } catch {
    return []
  }
}
