import type { z } from 'zod'

/** Entry kind → newest version, its name in the timeline, and the schema of its body. One such table per area. */
export type EntryTable = Record<string, { version: number; label: string; body: z.ZodType }>
