import { APPEAL_RESULTS } from '../../../shared/domain/channel-work.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { KnownEntry } from '../../../shared/domain/entries.ts'
import { MEDIA } from '../../../shared/domain/petition.ts'

/** What an appeal or a review says in the petition's timeline. */
export function appealLines(
  entry: Extract<KnownEntry, { kind: `appeal.${string}` }>,
  unit: (code: string | null) => string,
  day: (on: Day) => string,
): string[] {
  switch (entry.kind) {
    case 'appeal.filed': {
      const { decision, decidedBy, decidedOn, deliveredOn, filedOn } = entry.body
      return [
        `不服：${decision}${decidedBy === null ? '' : `（${unit(decidedBy)}）`}`,
        decidedOn === null ? '' : `决定日期 ${day(decidedOn)}`,
        deliveredOn === null ? '' : `送达日期 ${day(deliveredOn)}`,
        `提出日期 ${day(filedOn)}`,
      ]
    }
    case 'appeal.decided':
      return [`${APPEAL_RESULTS[entry.body.result]}（${day(entry.body.on)}）`, entry.body.text]
    case 'appeal.told':
      return [`${MEDIA[entry.body.medium]}告知（${day(entry.body.on)}）`]
  }
}
