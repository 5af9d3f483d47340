import { DeskError } from '../../../shared/contract/errors.ts'
import type { EntryBody, EntryKind } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import {
  type Step,
  type SteppedPetition,
  stepRefusal,
  unitRefusal,
} from '../../../shared/rules/petition-steps.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { ensureWithin, scopeOf } from '../scope.ts'
import type { Change } from '../store/ledger.ts'
import { findRow } from '../store/projection/petitions.ts'
import type { PetitionRow } from '../store/schema.ts'
import { findPetition, steppedOf, viewPetition } from '../views/petition-view.ts'

export type PetitionKind = Extract<EntryKind, `petition.${string}`>

/** A petition about to move on: what the rules see, and the row they see it in. */
export type Taken = { readonly petition: SteppedPetition; readonly row: PetitionRow }

/** Changes come one at a time, so what the rule was asked about cannot change before the entry is written. */
export async function takeStep<K extends PetitionKind>(
  desk: Desk,
  me: Me,
  number: PetitionNumber,
  step: Step,
  kind: K,
  bodyOf: (taken: Taken, change: Change) => EntryBody<K> | Promise<EntryBody<K>>,
) {
  return takeSteps(desk, me, number, step, async (change, found) => {
    await change.append({ kind, subject: number, actor: me.login, body: await bodyOf(found, change) })
  })
}

/** The same for a step that says more than one thing. */
export async function takeSteps(
  desk: Desk,
  me: Me,
  number: PetitionNumber,
  step: Step,
  work: (change: Change, taken: Taken) => Promise<void>,
) {
  await desk.ledger.change(async (change) => work(change, await taken(desk, me, number, step)))
  return viewPetition(desk, number, false)
}

/** The petition, when it is this person's to see. */
export async function findWithin(desk: Desk, me: Me, number: PetitionNumber): Promise<PetitionRow> {
  const row = await findPetition(desk, number)
  ensureWithin(scopeOf(me), row, desk.ledger.office(), today(desk))
  return row
}

/** The petition as the rules see it, when they allow the step. Within a change, as that change has left it so far. */
export async function taken(
  desk: Desk,
  me: Me,
  number: PetitionNumber,
  step: Step,
  change?: Change,
): Promise<Taken> {
  const row = change ? findRow(change.tx, number) : await findWithin(desk, me, number)
  const petition = await steppedOf(desk, row)
  refuse(stepRefusal(step, petition))
  return { petition, row }
}

export function refuse(problem: string | null): void {
  if (problem !== null) throw new DeskError('refused', problem)
}

export function refuseField(path: string, message: string): never {
  throw new DeskError('badRequest', message, [{ path, message }])
}

/** Refuses units that may not have the matter. */
export function refuseUnits(desk: Desk, petition: SteppedPetition, codes: readonly string[]): void {
  const office = desk.ledger.office()
  refuse(
    unitRefusal(
      petition,
      codes.map((code) => office.unit(code)),
    ),
  )
}
