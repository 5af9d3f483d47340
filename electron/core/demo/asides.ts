import { append, type Case, can, later, on, type Scene } from './case.ts'
import { CHASES, CORRECTION_REASONS, REVEAL_REASONS } from './wording.ts'

/** What happens beside the course: a slip corrected, a name looked up. */
export function planAsides(scene: Scene, petition: Case, at: number): void {
  const { random, staff } = scene
  if (random.chance(0.03)) {
    const changes = random.chance(0.5)
      ? { title: `${petition.form.title}（更正）` }
      : { urgency: 'urgent' as const, demand: `${petition.form.demand}请尽快答复。` }
    scene.plan(at + random.between(3, 15) * 60_000, async (change) => {
      const reason = random.pick(CORRECTION_REASONS)
      await append(change, petition, 'correct', staff.receptionist, 'petition.corrected', { reason, changes })
    })
  }
  if (random.chance(0.03)) {
    scene.plan(later(scene, at, 1), async (change) => {
      const why = random.pick(REVEAL_REASONS)
      await append(change, petition, 'remark', staff.clerk, 'petition.revealed', { why })
    })
  }
}

/** A unit that takes its time is called; a call now and then leads to a note. */
export function planChase(scene: Scene, petition: Case, at: number): void {
  const { random, staff } = scene
  if (random.chance(0.02)) {
    scene.plan(later(scene, at, 1), async (change) => {
      const text = random.pick(CHASES).replace('{unit}', nameOfUnit(scene, petition))
      await append(change, petition, 'remark', staff.clerk, 'petition.remarked', { text })
    })
  }
  if (!random.chance(0.12)) return
  scene.plan(later(scene, at, 3), async (change, now) => {
    if (!can(change, petition, 'chase')) return
    const level = random.chance(0.7) ? 'chase' : 'supervise'
    await append(change, petition, 'chase', staff.clerk, 'petition.chased', {
      on: on(now),
      level,
      medium: random.share({ phone: 70, network: 20, written: 10 }),
      unit: petition.course.leadUnit,
      counterpart: '经办老师',
      answer: random.pick(CHASES).replace('{unit}', nameOfUnit(scene, petition)),
      requiredOn: null,
    })
    await scene.issueSample(change, petition.number, level === 'chase' ? 'urge' : 'supervise')
  })
}

function nameOfUnit({ office }: Scene, { course }: Case): string {
  return office.unit(course.leadUnit ?? '')?.name ?? ''
}
