import type { Answer } from '../../../shared/contract/api.ts'
import { ENTRY_KINDS, type KnownEntry, readEntry } from '../../../shared/domain/entries.ts'
import type { Desk } from '../desk.ts'
import { entriesAbout } from '../store/journal-store.ts'

type History = Answer<'meetings.open'>['history']
type Record = { readonly attendees: string; readonly absent: string; readonly minutes: string }

/** Every entry about a meeting in words; a correction shows the record it replaced. */
export async function meetingHistory(desk: Desk, id: string): Promise<History> {
  let record: Record | null = null
  return (await entriesAbout(desk.store.reader, [id])).map((stored) => {
    const entry = readEntry(stored)
    const struck = entry.kind === 'meeting.amended' && record !== null ? recordLines(record) : []
    if (entry.kind === 'meeting.held' || entry.kind === 'meeting.amended') record = entry.body
    return {
      seq: entry.seq,
      at: entry.at,
      who: desk.nameOf(entry.actor),
      label: ENTRY_KINDS[entry.kind].label,
      lines: linesOfEntry(entry),
      struck,
    }
  })
}

function recordLines({ attendees, absent, minutes }: Record): string[] {
  return [`出席：${attendees}`, absent === '' ? '' : `请假：${absent}`, `会议情况：${minutes}`].filter(
    (line) => line !== '',
  )
}

function linesOfEntry(entry: KnownEntry): string[] {
  switch (entry.kind) {
    case 'meeting.planned':
      return [
        `${entry.body.on} ${entry.body.time}，${entry.body.place}，研究 ${entry.body.petitions.length} 件事项`,
      ]
    case 'meeting.held':
      return [`议定 ${entry.body.decisions.length} 项`]
    case 'meeting.amended':
      return [`更正原因：${entry.body.reason}`]
    case 'meeting.cancelled':
      return [entry.body.reason]
    case 'meeting.decision-settled':
      return [`第 ${entry.body.decision + 1} 项：${entry.body.result}`]
    default:
      return []
  }
}
