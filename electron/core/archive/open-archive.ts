import type { Archive } from './archive.ts'
import { openFolderArchive } from './folder-archive.ts'
import { readFolderUrl } from './folder-files.ts'
import { openPostgresArchive } from './postgresql-archive.ts'
import { readPostgresUrl } from './postgresql-connection.ts'

/** `folder:PATH` or `postgres://user@host:port/database`. Touches neither yet: the first question does. */
export function openArchive(url: string, password?: string, clock: () => number = Date.now): Archive {
  return url.startsWith('folder:')
    ? openFolderArchive(readFolderUrl(url), clock)
    : openPostgresArchive(readPostgresUrl(url, password), clock)
}
