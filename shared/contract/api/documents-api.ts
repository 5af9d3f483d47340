import { z } from 'zod'
import { petitionNumberSchema } from '../../domain/visit.ts'
import { documentLine } from '../views.ts'
import { type ApiTable, EVERY_DESK, READERS, WRITERS } from './table.ts'

/** A paper as it is drawn on the screen and written to Word; its shape is `shared/documents/paper.ts`. */
const paper = z.json()

const content = z.object({
  fileName: z.string(),
  /** Base64 of the .docx. */
  bytes: z.string(),
  sha256: z.string(),
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
    output: z.object({ paper, kindName: z.string(), title: z.string() }),
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
  'documents.list': {
    allowed: READERS,
    input: z.object({
      kind: z.string().nullable().default(null),
      before: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ lines: z.array(documentLine), next: z.string().nullable() }),
  },
  /** The paper of an issued document, for the screen. */
  'documents.show': {
    allowed: READERS,
    input: z.object({ id: z.string() }),
    output: z.object({ line: documentLine, paper }),
  },
  /** The bytes as issued. Taking them out is recorded; after the first time they are a 副本. */
  'documents.take': {
    allowed: EVERY_DESK,
    input: z.object({ id: z.string(), how: z.enum(['print', 'save', 'open']) }),
    output: content.extend({
      copy: z.boolean(),
      /** Set when the core opened the file itself in Word or WPS. */
      opened: z.boolean(),
    }),
  },
} as const satisfies ApiTable
