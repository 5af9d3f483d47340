import type { Answer, Method, Sent } from '../../shared/contract/api.ts'
import { DeskError } from '../../shared/contract/errors.ts'
import type { Wire } from './wire.ts'

/** Asks the core. Rejects with a `DeskError` whose sentence can be shown as it is. */
export type Desk = <M extends Method>(method: M, input: Sent<M>) => Promise<Answer<M>>

export function openDesk(wire: Wire): Desk {
  return async <M extends Method>(method: M, input: Sent<M>) => {
    const reply = await wire.call(method, input)
    if (!reply.ok) throw new DeskError(reply.error.code, reply.error.message, reply.error.fields)
    // The core checked the value against the same table the type comes from.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return reply.value as Answer<M>
  }
}

/** What to show for anything thrown; only a `DeskError` speaks to people. */
export function problemOf(error: unknown): DeskError {
  if (error instanceof DeskError) return error
  return new DeskError('unexpected', '程序出了意外，请重试；如果再次出现，请告诉管理员。')
}
