import type { Handlers } from '../dispatch.ts'
import { activityHandlers } from './activity-handlers.ts'
import { appealHandlers } from './appeal-handlers.ts'
import { archiveHandlers } from './archive-handlers.ts'
import { basketHandlers } from './basket-handlers.ts'
import { campaignHandlers } from './campaign-handlers.ts'
import { channelHandlers } from './channel-handlers.ts'
import { clauseHandlers } from './clause-handlers.ts'
import { deskHandlers } from './desk-handlers.ts'
import { disputeHandlers } from './dispute-handlers.ts'
import { documentHandlers } from './document-handlers.ts'
import { exportHandlers } from './export-handlers.ts'
import { followUpHandlers } from './follow-up-handlers.ts'
import { groupHandlers } from './group-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { linkHandlers } from './link-handlers.ts'
import { meetingHandlers } from './meeting-handlers.ts'
import { officeHandlers } from './office-handlers.ts'
import { petitionHandlers } from './petition-handlers.ts'
import { printHandlers } from './print-handlers.ts'
import { receptionHandlers } from './reception-handlers.ts'
import { registerHandlers } from './register-handlers.ts'
import { reportHandlers } from './report-handlers.ts'
import { reviewHandlers } from './review-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { shiftHandlers } from './shift-handlers.ts'
import { templateHandlers } from './template-handlers.ts'
import { visitHandlers } from './visit-handlers.ts'
import { volumeHandlers } from './volume-handlers.ts'

/** Every call of the contract has exactly one handler; a missing one does not compile. */
export function createHandlers(): Handlers {
  return {
    ...sessionHandlers,
    ...officeHandlers,
    ...visitHandlers,
    ...petitionHandlers,
    ...followUpHandlers,
    ...reviewHandlers,
    ...receptionHandlers,
    ...shiftHandlers,
    ...reportHandlers,
    ...exportHandlers,
    ...documentHandlers,
    ...registerHandlers,
    ...printHandlers,
    ...volumeHandlers,
    ...templateHandlers,
    ...archiveHandlers,
    ...importHandlers,
    ...channelHandlers,
    ...activityHandlers,
    ...linkHandlers,
    ...appealHandlers,
    ...deskHandlers,
    ...basketHandlers,
    ...clauseHandlers,
    ...disputeHandlers,
    ...meetingHandlers,
    ...groupHandlers,
    ...campaignHandlers,
  }
}
