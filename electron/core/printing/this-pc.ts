import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { PRINT_ROUTES } from '../../../shared/domain/print-routes.ts'
import { writeDurably } from '../store/durable-file.ts'

/** What holds for this PC alone and is nobody's record: it lies beside the store, not in it. */
const thisPcSchema = z.object({
  route: z.enum(PRINT_ROUTES).nullable().catch(null).default(null),
  /** What somebody has already been told about the fonts here, and the characters they lack. */
  fontsKnown: z.string().catch('').default(''),
  charactersKnown: z.array(z.string()).catch([]).default([]),
})

export type ThisPc = z.output<typeof thisPcSchema>

const FILE = 'this-pc.json'

export function readThisPc(dataDir: string): ThisPc {
  try {
    return thisPcSchema.parse(JSON.parse(readFileSync(path.join(dataDir, FILE), 'utf8')))
  } catch {
    // Nothing chosen yet, or a file somebody has broken: the question is asked again.
    return thisPcSchema.parse({})
  }
}

export function changeThisPc(dataDir: string, changes: Partial<ThisPc>): void {
  writeDurably(path.join(dataDir, FILE), JSON.stringify({ ...readThisPc(dataDir), ...changes }, null, 2))
}
