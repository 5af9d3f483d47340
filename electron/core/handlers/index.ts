import type { Handlers } from '../dispatch.ts'
import { archiveHandlers } from './archive-handlers.ts'
import { deskHandlers } from './desk-handlers.ts'
import { documentHandlers } from './document-handlers.ts'
import { officeHandlers } from './office-handlers.ts'
import { petitionHandlers } from './petition-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { visitHandlers } from './visit-handlers.ts'

/** Every call of the contract has exactly one handler; a missing one does not compile. */
export function createHandlers(): Handlers {
  return {
    ...sessionHandlers,
    ...officeHandlers,
    ...visitHandlers,
    ...petitionHandlers,
    ...reviewHandlers,
    ...documentHandlers,
    ...archiveHandlers,
    ...deskHandlers,
  }
}
