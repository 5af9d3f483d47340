import { z } from 'zod'

const jsonSchema = z.json()
export type Json = z.output<typeof jsonSchema>

/** As it will be read back from the journal: what is undefined is left out. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

export function parseJson(text: string): Json {
  return JSON.parse(text) as Json
}
