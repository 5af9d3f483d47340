import type { Me } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import { append, type Case, drawWait, later, on, type Scene, type Waits } from './case.ts'
import { ANSWERS, MEDIA } from './wording.ts'

const UNTIL_CLOSED: Waits = { 0: 45, 1: 20, 2: 15, 4: 10, 7: 5, never: 2 }

/** When the petitioner is told, and some time after that the petition is closed. */
export function planAnswer(scene: Scene, petition: Case, at: number, waits: Waits): void {
  const { random, staff } = scene
  const wait = drawWait(random, waits)
  if (wait === null) return
  const sameDay = petition.form.grade === 'same-day' && random.chance(0.9)
  const answerAt = wait === 0 || sameDay ? at + random.between(20, 90) * 60_000 : later(scene, at, wait)
  scene.plan(answerAt, async (change, now) => {
    const answered = await answer(scene, change, petition, now, staff.clerk)
    const rest = drawWait(random, UNTIL_CLOSED)
    if (rest === 0) await close(change, answered, now, staff.clerk)
    else if (rest !== null) {
      scene.plan(later(scene, now, rest), (next, then) => close(next, answered, then, staff.clerk))
    }
  })
}

export async function answer(
  scene: Scene,
  change: Change,
  petition: Case,
  at: number,
  by: Me,
): Promise<Case> {
  const { random, office } = scene
  const [text, outcome] = random.weighed(ANSWERS.map((one) => [one, one[2]]))
  const body = {
    on: on(at),
    medium: random.share(MEDIA),
    text: text.replace('{unit}', office.unit(petition.unit ?? '')?.name ?? '学校办公室'),
    outcome,
  }
  await append(change, petition, 'answer', by, 'petition.answered', body)
  return { ...petition, facts: { ...petition.facts, answeredOn: on(at) } }
}

export async function close(change: Change, petition: Case, at: number, by: Me): Promise<void> {
  await append(change, petition, 'close', by, 'petition.closed', { on: on(at), remark: '' })
}
