import { type Desk, type Me, today } from '../desk.ts'
import { one } from '../store/connection.ts'
import { eyesOf } from './reception-view.ts'

/** People in today's queue, or what a leader has put off deciding. */
export function receptionWaiting(desk: Desk, me: Me): number {
  const { raw } = desk.store.reader
  const eyes = eyesOf(desk, me)
  if (eyes === null) {
    return one<{ n: number }>(
      raw,
      `select count(*) as n from reception_day join reception_guest on reception_day = reception_day.id
         where day = ? and reception_day.state = 'planned' and reception_guest.state in ('waiting', 'called')`,
      today(desk),
    ).n
  }
  return one<{ n: number }>(
    raw,
    `select count(*) as n from reception_conversation join petition on number = petition
       where reception_conversation.leader = ? and decided_on is null and petition.state = 'submitted'`,
    eyes.leader,
  ).n
}
