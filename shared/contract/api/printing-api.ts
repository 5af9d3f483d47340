import { z } from 'zod'
import { FONT_ROLES } from '../../documents/font-check.ts'
import { PRINT_ROUTES } from '../../domain/print-routes.ts'
import { documentLine } from '../views.ts'
import { type ApiTable, done, EVERY_DESK, job, READERS } from './table.ts'

const paper = z.json()
const standIn = z.object({ font: z.string(), by: z.string() })
const route = z.enum(PRINT_ROUTES)

/** One run of the queue takes no more: the window keeps all of them in its hands at the end. */
export const MOST_QUEUED = 500

const ids = z
  .array(z.string())
  .min(1, '请先选中要打印的文书。')
  .max(MOST_QUEUED, `一次最多处理 ${MOST_QUEUED} 份文书，请分几次进行。`)

/** Fonts of this PC, ways to the printer, and the queue of what waits for it. */
export const printingApi = {
  /** Looks at the installed fonts anew. */
  'fonts.check': {
    allowed: EVERY_DESK,
    input: z.undefined(),
    output: z.object({
      platform: z.enum(['windows', 'linux', 'macos']),
      fonts: z.array(
        z.object({
          role: z.enum(FONT_ROLES),
          font: z.string(),
          clause: z.string(),
          state: z.enum(['present', 'standIn', 'missing']),
          drawnBy: z.string().nullable(),
        }),
      ),
      /** Font files looked at, and those that could not be read. */
      files: z.number(),
      unreadable: z.number(),
    }),
  },
  /** What will not look as it should when these papers are printed on this PC. */
  'fonts.preflight': {
    allowed: EVERY_DESK,
    input: z.object({ ids }),
    output: z.object({
      standIns: z.array(standIn),
      /** Characters the font that draws them does not have. */
      lacking: z.array(z.object({ character: z.string(), font: z.string() })),
      /** Somebody here has been told, and nothing has changed since. */
      known: z.boolean(),
    }),
  },
  /** 已知晓: of the fonts as they are now, and of these characters. */
  'fonts.acknowledge': {
    allowed: EVERY_DESK,
    input: z.object({ characters: z.array(z.string().max(8)).max(10_000) }),
    output: done,
  },
  'printing.routes': {
    allowed: READERS,
    input: z.undefined(),
    output: z.object({
      chosen: route,
      /** LibreOffice is there: it prints, and makes PDF. */
      converter: z.boolean(),
      /** Why not, and what to do. */
      why: z.string().nullable(),
    }),
  },
  /** Remembered for this PC. */
  'printing.choose': { allowed: EVERY_DESK, input: z.object({ route }), output: done },
  /** The exact picture, as PDF marked 预览: looking is no taking. */
  'printing.look': {
    allowed: READERS,
    input: z.object({ id: z.string() }),
    output: z.object({
      fileName: z.string(),
      /** Base64; empty when the core has opened it in the system's own viewer. */
      bytes: z.string(),
      opened: z.boolean(),
    }),
  },
  /** 待打印: issued and not yet taken by anybody, in the order of issue. */
  'printing.waiting': {
    allowed: EVERY_DESK,
    input: z.object({ since: z.enum(['today', 'ever']) }),
    output: z.object({
      lines: z.array(documentLine),
      /** Those of earlier days, when only today's were asked for. */
      earlier: z.number(),
    }),
  },
  /** Takes papers one after the other. One that fails does not stop the rest; what was done before a stop stays done. */
  'printing.run': {
    allowed: EVERY_DESK,
    input: z.object({ job, ids, how: z.enum(['window', 'libreoffice', 'zip', 'pdf']) }),
    output: z.object({
      done: z.array(z.string()),
      failures: z.array(z.object({ id: z.string(), name: z.string(), why: z.string() })),
      stopped: z.boolean(),
      /** For the window's own printer, in one print job. */
      papers: z.array(paper),
      /** One archive of all files, base64. */
      file: z.object({ fileName: z.string(), bytes: z.string() }).nullable(),
    }),
  },
} as const satisfies ApiTable
