import type { Unit } from '../domain/catalogue.ts'
import type { Purpose } from '../domain/petition.ts'
import type { Decision } from '../domain/reception.ts'
import { groundRefusal, leaderRefusal, unitRefusal } from './petition-steps.ts'

/** As much of a matter as decides what may become of it in a conversation. */
export type HeardMatter = {
  readonly purpose: Purpose
  readonly accusedUnits: readonly string[]
  readonly accusedNames: string
}

export type Hearer = { readonly post: string; readonly name: string }

/**
 * Why this cannot be decided on the matter, or null. `hearer` is the leader who received, null during a duty shift
 * without one; `units` are the lead and assisting units the decision names.
 */
export function decisionRefusal(
  matter: HeardMatter,
  decision: Decision,
  units: readonly (Unit | undefined)[],
  hearer: Hearer | null,
): string | null {
  const leader = hearer === null ? withoutLeader(decision) : leaderRefusal(matter, hearer)
  // Handing it to discipline inspection is no decision of the leader who is complained about.
  if (leader !== null && decision.kind !== 'transfer') return leader
  switch (decision.kind) {
    case 'answer':
      return matter.purpose === 'accusation'
        ? '检举控告事项不能当场答复了结，只能转纪检监察部门或由校领导批示（《信访工作条例》第三十条）。'
        : null
    case 'transfer':
    case 'assign':
      return unitRefusal(matter, units)
    case 'decline':
      return groundRefusal(matter, decision.ground)
    case 'later':
      return null
  }
}

function withoutLeader({ kind }: Decision): string | null {
  return kind === 'assign' ? '这次值班没有校领导带班，不能批示交办，请转单位办理或登记后呈办。' : null
}

/** Codes of the units a decision gives the matter to, the lead unit first. */
export function unitsOf(decision: Decision): readonly string[] {
  return decision.kind === 'transfer' || decision.kind === 'assign'
    ? [decision.leadUnit, ...decision.assistUnits]
    : []
}
