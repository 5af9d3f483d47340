import type { Day } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Decision } from '../../../shared/domain/reception.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { petitionRow } from '../issuing/gather.ts'
import type { Change } from '../store/ledger.ts'

/** Turns the decision into the petition's own steps, so that its state, limit and chasing follow. */
export async function appendDecision(
  change: Change,
  desk: Desk,
  me: Me,
  petition: PetitionNumber,
  decision: Decision,
  leader: string | null,
): Promise<void> {
  const on = today(desk)
  const about = { subject: petition, actor: me.login }
  const { append } = change
  const instruct = async (
    text: string,
    given: { leadUnit: string; assistUnits: string[] } | null,
    limitOn: Day | null,
  ) => {
    if (leader === null) return
    const to = given ?? { leadUnit: null, assistUnits: [] }
    const body = { on, leader: signatureOf(desk, leader), text, ...to, limitOn }
    await append({ ...about, kind: 'petition.instructed', body })
  }
  switch (decision.kind) {
    case 'answer': {
      const { text, outcome } = decision
      // Answered face to face it needs no instruction; one that was put off had gone to the leader.
      const { route, channel } = await petitionRow(change.tx, petition)
      const direct = { route: 'direct', on, unit: ownUnit(desk, channel) } as const
      if (route === 'submit') await instruct(text, null, null)
      else await append({ ...about, kind: 'petition.routed', body: direct })
      await append({ ...about, kind: 'petition.answered', body: { on, medium: 'in-person', text, outcome } })
      return
    }
    case 'transfer': {
      const { leadUnit, assistUnits, text } = decision
      const route = 'transfer' as const
      const body = { route, on, leadUnit, assistUnits: [...assistUnits], remark: text }
      await append({ ...about, kind: 'petition.routed', body })
      // The unit answers within the days of 转办; that a leader asked for it is noted beside it.
      await instruct(text === '' ? USUAL_WORDS : text, null, null)
      return
    }
    case 'assign': {
      const { leadUnit, assistUnits, text, limitOn } = decision
      await submit(change, petition, me, on, leader)
      await instruct(text, { leadUnit, assistUnits: [...assistUnits] }, limitOn)
      return
    }
    case 'decline': {
      const { ground, lawfulChannel, explanation } = decision
      await append({
        ...about,
        kind: 'petition.routed',
        body: { route: 'decline', on, ground, lawfulChannel, explanation },
      })
      return
    }
    case 'later':
      return submit(change, petition, me, on, leader)
  }
}

/** As every instruction is signed: by name, by post until the office has filled the name in. */
function signatureOf(desk: Desk, code: string): string {
  const leader = desk.ledger.office().leader(code)
  return leader?.name || (leader?.post ?? code)
}

const USUAL_WORDS = '请按规定办理，并反馈结果。'

/** Without a leader the matter stays registered, for the office to find its route. */
async function submit(
  { append, tx }: Change,
  petition: PetitionNumber,
  me: Me,
  on: Day,
  leader: string | null,
): Promise<void> {
  if (leader === null) return
  const { route } = await petitionRow(tx, petition)
  if (route === 'submit') return
  const body = { route: 'submit', on, leader, proposal: '接待时当面反映。' } as const
  await append({ kind: 'petition.routed', subject: petition, actor: me.login, body })
}

/** 当场答复 is given by the unit that leads the channel. */
function ownUnit(desk: Desk, channel: string): string {
  const office = desk.ledger.office()
  return office.channel(channel)?.leadUnit ?? office.units[0]?.code ?? ''
}
