import { z } from 'zod'

/**
 * 条款对照表: every sentence of both regulations that obliges somebody, and what of the program carries it; and every
 * other sentence, with why nothing has to carry it.
 */
const regulationSchema = z.enum(['办法', '制度'])

export const clauseSchema = z.object({
  /** `办法-二（二）2-b` */
  id: z.string(),
  regulation: regulationSchema,
  /** As it stands in the regulation; white space apart. */
  quote: z.string(),
  /** Who is obliged. */
  who: z.string(),
  /** What the program does, reminds of, records or prints. */
  does: z.string(),
  /** An address of the window and words to be found there. */
  screen: z.object({ path: z.string(), words: z.string() }),
  /** The file that decides or does it, and the name it exports. */
  core: z.object({ file: z.string(), name: z.string() }),
  /** Method of the contract. */
  call: z.string(),
  test: z.object({ file: z.string(), title: z.string() }),
})
export type Clause = z.infer<typeof clauseSchema>

export const clauseTableSchema = z.object({
  clauses: z.array(clauseSchema),
  /** Titles, headings, and what leaves nothing to do. */
  without: z.array(z.object({ regulation: regulationSchema, quote: z.string(), why: z.string() })),
})
export type ClauseTable = z.infer<typeof clauseTableSchema>

/** Files of the two texts below `resources/regulations`. */
export const REGULATION_FILES = { 办法: 'information-channels.txt', 制度: 'prompt-handling.txt' } as const

/** White space and the marks of broken lists say nothing. */
export function bareText(text: string): string {
  return text.replaceAll(/^\s*- (?=\d)|\s/gmu, '')
}
