import { z } from 'zod'
import { daySchema } from '../../../shared/domain/visit.ts'

const instructionSchema = z.object({
  leader: z.string(),
  text: z.string(),
  on: daySchema,
  leadUnit: z.string().nullable(),
  assistUnits: z.array(z.string()),
  limitOn: daySchema.nullable(),
})
export type StoredInstruction = z.infer<typeof instructionSchema>

export function readInstruction(text: string | null): StoredInstruction | null {
  return text === null ? null : instructionSchema.parse(JSON.parse(text))
}

export function writeInstruction(instruction: StoredInstruction): string {
  return JSON.stringify(instruction)
}

const stringsSchema = z.array(z.string())

export function readStrings(text: string): string[] {
  return stringsSchema.parse(JSON.parse(text))
}
