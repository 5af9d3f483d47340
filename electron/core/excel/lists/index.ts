import type { ListName } from '../../../../shared/contract/api/exports-api.ts'
import type { Asked, Gathered, Gathering } from '../gathering.ts'
import { activityList, appealList, channelList, linkList, oneActivity, unitChannelList } from './channels.ts'
import { basketList, decisionList, disputeList, meetingList, oneMeeting } from './coordination.ts'
import { documentList, volumeList } from './documents.ts'
import { importRows, importRuns } from './imports.ts'
import { instructionList, reviewList } from './instructions.ts'
import { batchList, calendarList, categoryList, unitList } from './office.ts'
import { chasingList, figureList, petitionList, todayLists } from './petitions.ts'
import { campaignList, groupList, oneCampaign, oneGroup, researchList } from './problems.ts'
import { receptionDay, receptionDays, receptionFollowUp, shiftList } from './reception.ts'

/** Where the rows of each list come from; one that is missing does not compile. */
const SOURCES: {
  readonly [L in ListName]: (asked: Asked<L>, gathering: Gathering) => Promise<Gathered>
} = {
  petitions: petitionList,
  today: todayLists,
  chasing: chasingList,
  instructions: instructionList,
  review: reviewList,
  documents: documentList,
  volume: volumeList,
  'reception-days': receptionDays,
  'reception-day': receptionDay,
  'reception-follow-up': receptionFollowUp,
  shifts: shiftList,
  basket: basketList,
  disputes: disputeList,
  meetings: meetingList,
  decisions: decisionList,
  meeting: oneMeeting,
  groups: groupList,
  group: oneGroup,
  campaigns: campaignList,
  campaign: oneCampaign,
  research: researchList,
  channels: channelList,
  'unit-channels': unitChannelList,
  activities: activityList,
  activity: oneActivity,
  links: linkList,
  appeals: appealList,
  'import-runs': importRuns,
  'import-rows': importRows,
  figure: figureList,
  calendar: calendarList,
  units: unitList,
  categories: categoryList,
  batches: batchList,
}

export function gather<L extends ListName>(
  list: L,
  asked: Asked<L>,
  gathering: Gathering,
): Promise<Gathered> {
  return SOURCES[list](asked, gathering)
}
