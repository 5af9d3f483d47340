import { fileURLToPath } from 'node:url'
import { readDefaults } from '../../electron/core/defaults/read-defaults.ts'

export const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url))

/** The catalogue and calendar the program ships with. */
export const DEFAULTS = readDefaults(RESOURCES)
