import { z } from 'zod'
import { daySchema, instantSchema } from '../../domain/visit.ts'
import { type ApiTable, done, note } from './table.ts'

/** Of the administrator: a template decides how every later paper looks. */
const KEEPERS = ['admin'] as const

/** As it fits into one call of the browser shell. */
export const MOST_TEMPLATE_BYTES = 5 * 1024 * 1024
export const TOO_LARGE_TEMPLATE = '模板超过 5 MB，请压缩其中的图片后再上传。'

const kind = z.string()
/** Base64 of a .docx. */
const file = z.object({
  name: z.string().min(1, '请选择文件。').max(200, '文件名过长，请改短后再上传。'),
  bytes: z.string().max(7_000_000, TOO_LARGE_TEMPLATE),
})

const column = z.object({ name: z.string(), explains: z.string(), mayBeEmpty: z.boolean() })

const field = column.extend({
  shape: z.enum(['text', 'body', 'rows', 'image']),
  /** One of these must be in the template; empty when none must. */
  requiredWith: z.array(z.string()),
  columns: z.array(column),
})

const finding = z.object({
  problem: z.enum(['unknown', 'split', 'wide', 'unclosed', 'misplaced', 'missing', 'remnant', 'unfillable']),
  /** `正文第3段`; empty for what concerns the whole file. */
  place: z.string(),
  near: z.string(),
  says: z.string(),
  /** A known name that may have been meant. */
  meant: z.string().nullable(),
})

const version = z.object({
  version: z.number().int(),
  name: z.string(),
  size: z.number().int(),
  note: z.string(),
  savedAt: instantSchema,
  savedOn: daySchema,
  savedBy: z.string(),
  chosen: z.boolean(),
})

const word = z.object({ fileName: z.string(), bytes: z.string() })

/** 本单位模板: an office's own Word templates, checked before they are used, every version kept. */
export const templatesApi = {
  'templates.list': {
    allowed: KEEPERS,
    input: z.undefined(),
    output: z.object({
      kinds: z.array(
        z.object({
          kind,
          name: z.string(),
          /** Null: the system's own layout. */
          chosen: z.number().int().nullable(),
          chosenAt: instantSchema.nullable(),
          chosenBy: z.string(),
          versions: z.number().int(),
        }),
      ),
    }),
  },
  /** One kind: its versions, newest first, and every placeholder with what it stands for. */
  'templates.show': {
    allowed: KEEPERS,
    input: z.object({ kind }),
    output: z.object({
      kind,
      name: z.string(),
      versions: z.array(version),
      fields: z.array(field),
    }),
  },
  /** The system's layout with placeholders, or a version as it was uploaded. */
  'templates.export': {
    allowed: KEEPERS,
    input: z.object({ kind, version: z.number().int().nullable().default(null) }),
    output: word,
  },
  /** Reads it as saving would, and changes nothing. */
  'templates.check': {
    allowed: KEEPERS,
    input: z.object({ kind, file }),
    output: z.object({ findings: z.array(finding) }),
  },
  /** A paper of invented facts, marked 样张: of a version, of a file not yet saved, or of the system's layout. */
  'templates.try': {
    allowed: KEEPERS,
    input: z.object({
      kind,
      version: z.number().int().nullable().default(null),
      file: file.nullable().default(null),
    }),
    output: word,
  },
  /** Only a template without findings is kept. */
  'templates.save': {
    allowed: KEEPERS,
    input: z.object({ kind, file, note, use: z.boolean().default(false) }),
    output: z.object({ version: z.number().int() }),
  },
  /** From now on; what was issued stays as it is. Null goes back to the system's layout. */
  'templates.choose': {
    allowed: KEEPERS,
    input: z.object({ kind, version: z.number().int().nullable() }),
    output: done,
  },
} as const satisfies ApiTable
