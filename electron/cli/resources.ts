import { fileURLToPath } from 'node:url'

/** What the program ships with. */
export const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url))
