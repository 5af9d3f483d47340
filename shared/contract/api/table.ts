import { z } from 'zod'
import type { Role } from '../../domain/account.ts'

/** Who may call: somebody with one of the roles, anybody signed in, or anybody at all (before signing in). */
export type Allowed = readonly Role[] | 'signedIn' | 'anyone'

/** Method → who may call it, what it takes and what it answers. One such table per area; `api.ts` is their sum. */
export type ApiTable = Record<string, { allowed: Allowed; input: z.ZodType; output: z.ZodType }>

export const EVERY_DESK: readonly Role[] = ['receptionist', 'clerk', 'admin']
export const WRITERS: readonly Role[] = ['receptionist', 'clerk']
export const READERS: readonly Role[] = ['receptionist', 'leader', 'clerk', 'admin']

/** Readers and the heads of units, who look at their own petitions and change nothing. */
export const ONLOOKERS: readonly Role[] = [...READERS, 'unit']

export const nothing = z.undefined()
export const done = z.object({ done: z.literal(true) })
/** Chosen by the window; progress and cancel refer to it. */
export const job = z.string().min(1).max(64)

/** A text that must be given; `message` says which. */
export const reason = (message: string) =>
  z.string().trim().min(1, message).max(2000, '内容过长，请控制在 2000 字以内')
export const note = z.string().trim().max(5000, '内容过长，请控制在 5000 字以内').default('')
