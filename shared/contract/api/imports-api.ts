import { z } from 'zod'
import { importMappingSchema } from '../../domain/channel-work.ts'
import { daySchema, instantSchema, petitionNumberSchema } from '../../domain/visit.ts'
import { type ApiTable, done, job, nothing, WRITERS } from './table.ts'

/** Chosen by the window; the file stays in the core's memory until it is dropped. */
const upload = z.string().min(1).max(64)

const refusedRow = z.object({ row: z.number(), column: z.string(), reason: z.string() })

/** The same number again, or the same telephone and title as a petition that is here already. */
const duplicateRow = z.object({
  row: z.number(),
  title: z.string(),
  why: z.enum(['number', 'person', 'file']),
  /** The petition that is here already; null for an earlier row of the same file. */
  of: petitionNumberSchema.nullable(),
})

export const DUPLICATE_CHOICES = ['skip', 'repeat', 'import'] as const
const duplicateChoice = z.enum(DUPLICATE_CHOICES)

export const importsApi = {
  /** One piece of the file, in order; 4 MB at most, as base64. */
  'imports.upload': {
    allowed: WRITERS,
    input: z.object({
      upload,
      name: z.string().min(1).max(300),
      offset: z.number().int().min(0),
      bytes: z.string().max(6_000_000, '一次送来的内容过大，请分段。'),
    }),
    output: z.object({ size: z.number() }),
  },
  'imports.drop': { allowed: WRITERS, input: z.object({ upload }), output: done },
  /**
   * What the file is, its first rows as they stand in it (they are the clerk's own, so nothing is masked), and the
   * mapping remembered for its headings or guessed from them.
   */
  'imports.read': {
    allowed: WRITERS,
    input: z.object({ upload }),
    output: z.object({
      format: z.enum(['xlsx', 'csv']),
      sheetName: z.string(),
      headings: z.array(z.string()),
      rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
      mapping: importMappingSchema,
      remembered: z.boolean(),
    }),
  },
  /** Reads every row as an import would, and changes nothing. */
  'imports.check': {
    allowed: WRITERS,
    input: z.object({ upload, mapping: importMappingSchema, job }),
    output: z.object({
      rows: z.number(),
      ready: z.number(),
      refused: z.number(),
      /** Of the refused the first few hundred. */
      refusedRows: z.array(refusedRow),
      duplicates: z.number(),
      duplicateRows: z.array(duplicateRow),
      samples: z.array(
        z.object({
          row: z.number(),
          reference: z.string(),
          title: z.string(),
          /** Masked. */
          petitioner: z.string(),
          channel: z.string(),
          category: z.string(),
          receivedOn: daySchema,
        }),
      ),
    }),
  },
  /** Registers row by row; stopped, it says how far it got, and begun again it skips what is here already. */
  'imports.run': {
    allowed: WRITERS,
    input: z.object({
      upload,
      mapping: importMappingSchema,
      /** For petitions of the same person with the same title. The same number is always skipped. */
      duplicates: duplicateChoice.default('skip'),
      /** What is decided otherwise for single rows. */
      exceptions: z
        .array(z.object({ row: z.number().int(), as: duplicateChoice }))
        .max(1000)
        .default([]),
      job,
    }),
    output: z.object({
      run: z.string(),
      rows: z.number(),
      imported: z.number(),
      skipped: z.number(),
      refused: z.number(),
      /** The last row looked at, when it was stopped before the end. */
      stoppedAt: z.number().nullable(),
      refusedRows: z.array(refusedRow),
      first: petitionNumberSchema.nullable(),
      last: petitionNumberSchema.nullable(),
    }),
  },
  'imports.list': {
    allowed: WRITERS,
    input: nothing,
    output: z.array(
      z.object({
        run: z.string(),
        file: z.string(),
        at: instantSchema,
        by: z.string(),
        rows: z.number(),
        imported: z.number(),
        skipped: z.number(),
        refused: z.number(),
        stoppedAt: z.number().nullable(),
      }),
    ),
  },
  /** Which rows were refused or skipped, and why. */
  'imports.report': {
    allowed: WRITERS,
    input: z.object({ run: z.string() }),
    output: z.object({ fileName: z.string(), csv: z.string() }),
  },
} as const satisfies ApiTable
