import { DeskError } from '../../../shared/contract/errors.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { issuePaper } from '../issuing/notices.ts'
import { all } from '../store/connection.ts'
import { readSeries } from '../store/series-store.ts'

type Sent = { readonly id: string; readonly petition: PetitionNumber; readonly unit: string }

/** A notice that went out wrong and was written anew, and a number that was used on paper while the network was down. */
export async function playRegister(desk: Desk, clerk: Me): Promise<void> {
  const notices = all<Sent>(
    desk.store.reader.raw,
    `select document.id, document.petition, document.unit from document join petition on petition.number = document.petition
      where document.kind = 'transfer' and archived_on is null order by document.id desc limit 20`,
  )
  for (const notice of notices) if (await sentAnew(desk, clerk, notice)) break
  const series = desk.ledger.office().settings.series.urge
  const year = yearOf(today(desk))
  await desk.ledger.change(async ({ tx, append }) => {
    const from = readSeries(tx, series, year).next
    const reason = '断网当日手工编号发文1份，登记在纸质发文簿'
    const body = { series, year, from, next: from + 1, on: today(desk), reason }
    await append({ kind: 'series.continued', subject: `${series}〔${year}〕`, actor: clerk.login, body })
  })
}

async function sentAnew(desk: Desk, clerk: Me, { id, petition, unit }: Sent): Promise<boolean> {
  try {
    await desk.ledger.change(async (change) => {
      const body = { id, on: today(desk), reason: '主送单位名称有误，重新印发', replacedBy: null }
      await change.append({ kind: 'document.voided', subject: petition, actor: clerk.login, body })
      await issuePaper(change, desk, clerk, { petition, kind: 'transfer', unit })
    })
    return true
  } catch (error) {
    // This one may not be written any more; the next one may.
    if (error instanceof DeskError) return false
    throw error
  }
}
