import { z } from 'zod'
import { retentionSchema } from '../../domain/catalogue.ts'
import { petitionNumberSchema } from '../../domain/visit.ts'
import { documentLine, previewedPaper } from '../views.ts'
import { type ApiTable, EVERY_DESK, READERS, WRITERS } from './table.ts'

/** A paper as it is drawn on the screen and written to Word; its shape is `shared/documents/paper.ts`. */
const paper = z.json()

const content = z.object({
  fileName: z.string(),
  /** Base64 of the .docx. */
  bytes: z.string(),
  sha256: z.string(),
})

const volume = z.object({
  year: z
    .number('请填写年度。')
    .int('年度应是整数。')
    .min(2000, '年度不能早于2000年。')
    .max(2999, '年度过大，请核对。'),
  retention: retentionSchema,
})

export const documentsApi = {
  /** What the notice would look like; takes no number and leaves no trace. */
  'documents.preview': {
    allowed: EVERY_DESK,
    input: z.object({
      petition: petitionNumberSchema,
      kind: z.string(),
      unit: z.string().nullable().default(null),
    }),
    output: previewedPaper.extend({ kindName: z.string(), title: z.string() }),
  },
  /** Takes the next number and keeps the bytes, in one transaction. */
  'documents.issue': {
    allowed: WRITERS,
    input: z.object({
      petition: petitionNumberSchema,
      kind: z.string(),
      unit: z.string().nullable().default(null),
    }),
    output: documentLine,
  },
  /** Every kind of paper about the petition: which may be issued now, to whom, and why the others may not. */
  'documents.offered': {
    allowed: EVERY_DESK,
    input: z.object({ petition: petitionNumberSchema }),
    output: z.object({
      papers: z.array(
        z.object({
          kind: z.string(),
          name: z.string(),
          /** Takes a 发文字号. */
          numbered: z.boolean(),
          /** Units it may go to, the lead unit first. */
          units: z.array(z.string()),
          /** It goes to one of them; otherwise it may also stay in the office. */
          unitRequired: z.boolean(),
          /** Owed now and not yet issued. */
          next: z.boolean(),
          refusal: z.string().nullable(),
        }),
      ),
    }),
  },
  'documents.list': {
    allowed: READERS,
    input: z.object({
      kind: z.string().nullable().default(null),
      before: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ lines: z.array(documentLine), next: z.string().nullable() }),
  },
  /** The paper as the issued bytes say it, for the screen. */
  'documents.show': {
    allowed: READERS,
    input: z.object({ id: z.string() }),
    output: z.object({
      line: documentLine,
      paper: paper.nullable(),
      /** Its look and its words, its words alone (an office's own template), or nothing. */
      drawn: z.enum(['whole', 'words', 'nothing']),
      /** Why nothing is drawn, and what to do. */
      problem: z.string().nullable(),
      /** Fonts it was printed without, and what drew their text. */
      standIns: z.array(z.object({ font: z.string(), by: z.string() })),
    }),
  },
  /** The bytes as issued. Taking them out is recorded; after the first time they are a 副本. */
  'documents.take': {
    allowed: EVERY_DESK,
    input: z.object({ id: z.string(), how: z.enum(['print', 'save', 'open', 'pdf', 'libreoffice']) }),
    output: content.extend({
      copy: z.boolean(),
      /** What stands in its corner: 副本, 作废件, 遮盖件; null on the original. */
      stamp: z.string().nullable(),
      /** Set when the core opened the file itself in Word or WPS. */
      opened: z.boolean(),
    }),
  },
  /** 归档文件目录 of a year and a 保管期限; a preview leaves no trace. */
  'volumes.preview': {
    allowed: WRITERS,
    input: volume,
    output: previewedPaper.extend({ title: z.string(), items: z.number().int() }),
  },
  'volumes.issue': { allowed: WRITERS, input: volume, output: documentLine },
} as const satisfies ApiTable
