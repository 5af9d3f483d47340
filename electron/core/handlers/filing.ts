import type { Answer } from '../../../shared/contract/api.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { archiveNumber } from '../../../shared/rules/archive-number.ts'
import { papersOf, retentionOf } from '../../../shared/rules/archive-papers.ts'
import { stepRefusal } from '../../../shared/rules/petition-steps.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { nextSerial } from '../store/projection/serials.ts'
import { steppedOf } from '../views/petition-view.ts'
import { findWithin, takeStep } from './step-taking.ts'

/** 归档前的齐全性检查. */
export async function filedOf(
  desk: Desk,
  me: Me,
  number: PetitionNumber,
): Promise<Answer<'petitions.filed'>> {
  const row = await findWithin(desk, me, number)
  const petition = await steppedOf(desk, row)
  return {
    papers: [...papersOf(petition)],
    retention: retentionOf(
      { course: petition.course, group: row.is_group === 1 },
      desk.ledger.office().settings,
    ),
    refusal: stepRefusal('archive', petition),
  }
}

/** Takes the next 档号 of its year and retention; nothing is archived with papers missing. */
export function archivePetition(desk: Desk, me: Me, number: PetitionNumber, pages: number | null) {
  return takeStep(desk, me, number, 'archive', 'petition.archived', async ({ petition, row }, change) => {
    const { settings } = desk.ledger.office()
    const on = today(desk)
    const retention = retentionOf({ course: petition.course, group: row.is_group === 1 }, settings)
    const { series, withSerial } = archiveNumber(settings.archive, yearOf(on), retention)
    const serial = nextSerial(change.tx, `archive/${series}`)
    return {
      on,
      year: yearOf(on),
      retention,
      number: withSerial(serial),
      series,
      serial,
      items: papersOf(petition).map(({ name }) => ({ title: name, pages: null })),
      ...(pages === null ? {} : { pages }),
    }
  })
}
