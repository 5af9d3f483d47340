import { WITH_UNIT } from '../../../shared/domain/petition.ts'
import { type ClosingGap, closingGap } from '../../../shared/rules/closing.ts'
import { stateOf } from '../../../shared/rules/petition-state.ts'
import type { Me } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import { append, type Case, drawWait, later, on, type Scene, steppedNow, type Waits } from './case.ts'
import { planArchive } from './follow-up.ts'
import { planRating } from './rating.ts'
import { ANSWERS, MEDIA } from './wording.ts'

const UNTIL_CLOSED: Waits = { 0: 45, 1: 20, 2: 15, 4: 10, 7: 5, never: 2 }

/** When the petitioner is told, and some time after that the petition is closed. */
export function planAnswer(scene: Scene, petition: Case, at: number, waits: Waits): void {
  const { random } = scene
  const wait = drawWait(random, waits)
  if (wait === null) return
  const sameDay = petition.form.grade === 'same-day' && random.chance(0.9)
  const answerAt = wait === 0 || sameDay ? at + random.between(20, 90) * 60_000 : later(scene, at, wait)
  scene.plan(answerAt, async (change, now) => {
    // Returned and not yet decided on: the answer comes when the matter has found its unit.
    if (isHeldUp(petition))
      return scene.plan(later(scene, now, 2), (next, then) => settle(scene, next, petition, then))
    return settle(scene, change, petition, now)
  })
}

function isHeldUp({ course }: Case): boolean {
  return (
    course.followUp.returned !== null || stateOf(course) === 'registered' || stateOf(course) === 'submitted'
  )
}

async function settle(scene: Scene, change: Change, petition: Case, now: number): Promise<void> {
  const { random, staff } = scene
  if (isHeldUp(petition)) return
  await answer(scene, change, petition, now, staff.clerk)
  scene.answered(petition)
  const rest = drawWait(random, UNTIL_CLOSED)
  if (rest === 0) await close(scene, change, petition, now, staff.clerk)
  else if (rest !== null) {
    scene.plan(later(scene, now, rest), (next, then) => close(scene, next, petition, then, staff.clerk))
  }
  planRating(scene, petition, now)
}

export async function answer(
  scene: Scene,
  change: Change,
  petition: Case,
  at: number,
  by: Me,
): Promise<void> {
  const { random, office } = scene
  const [text, outcome] = random.weighed(ANSWERS.map((one) => [one, one[2]]))
  const body = {
    on: on(at),
    medium: random.share(MEDIA),
    text: text.replace('{unit}', office.unit(petition.course.leadUnit ?? '')?.name ?? '学校办公室'),
    outcome,
  }
  await replied(scene, change, petition, at, by)
  await append(change, petition, 'answer', by, 'petition.answered', body)
  for (const kind of ['feedback', 'reply', 'result', 'service', 'rating'] as const) {
    await scene.issueSample(change, petition.number, kind)
  }
}

/** What a unit holds is accounted for by the unit before the petitioner is answered. */
async function replied(
  { random, office }: Scene,
  change: Change,
  petition: Case,
  at: number,
  by: Me,
): Promise<void> {
  const { leadUnit } = petition.course
  if (!WITH_UNIT.includes(stateOf(petition.course)) || leadUnit === null) return
  await append(change, petition, 'unitReply', by, 'petition.unit-replied', {
    on: on(at),
    unit: leadUnit,
    handler: '经办老师',
    findings: `${office.unit(leadUnit)?.name ?? leadUnit}已核实所反映的情况。`,
    opinion: random.pick(ANSWERS)[0].replace('{unit}', office.unit(leadUnit)?.name ?? ''),
    basis: '',
    settled: 'unknown',
  })
}

/** Whatever the rules still ask for before the end is done first. */
export async function close(scene: Scene, change: Change, petition: Case, at: number, by: Me): Promise<void> {
  if (stateOf(petition.course) !== 'answered') return
  for (let gap = gapOf(change, petition); gap !== null; gap = gapOf(change, petition)) {
    await fill(scene, change, petition, gap, at, by)
  }
  await append(change, petition, 'close', by, 'petition.closed', { on: on(at), remark: '' })
  planArchive(scene, petition, at)
}

function gapOf(change: Change, petition: Case): ClosingGap | null {
  return closingGap(steppedNow(change, petition))
}

function fill(
  scene: Scene,
  change: Change,
  petition: Case,
  gap: ClosingGap,
  at: number,
  by: Me,
): Promise<void> {
  switch (gap) {
    case 'meeting':
    case 'call':
      return append(change, petition, 'communicate', by, 'petition.communicated', {
        on: on(at),
        means: gap === 'meeting' ? 'meeting' : 'phone',
        by: by.name,
        place: gap === 'meeting' ? '信访接待室' : '',
        text: '向反映人说明了目前不能按要求解决的原因和下一步计划。',
        attitude: '表示理解',
      })
    case 'extension':
      return append(change, petition, 'inform', by, 'petition.informed', {
        on: on(at),
        kind: 'extension',
        medium: 'phone',
        text: '已说明延期的原因和新的期限。',
        stage: null,
      })
    case 'report':
      return append(change, petition, 'report', by, 'petition.reported', {
        on: on(at),
        leader: petition.course.instruction?.leader ?? scene.staff.leader.name,
        kind: 'result',
        medium: 'written',
        text: '已按批示办结，结果已答复反映人。',
        remark: '',
      })
  }
}
