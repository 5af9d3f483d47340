import { homedir } from 'node:os'
import path from 'node:path'

/** Where the store lies when nobody says otherwise: the place each system keeps a user's program data in. */
export function defaultDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  return path.join(userDataFolder(platform, env), 'petition-desk')
}

function userDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support')
  // The specification has relative values ignored.
  const xdg = env['XDG_DATA_HOME'] ?? ''
  return path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.local', 'share')
}
