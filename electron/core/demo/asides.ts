import { append, type Case, later, type Scene } from './case.ts'
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

/** A unit that takes its time is called. */
export function planChase(scene: Scene, petition: Case, at: number): void {
  const { random, office, staff } = scene
  if (!random.chance(0.08)) return
  const text = random.pick(CHASES).replace('{unit}', office.unit(petition.course.leadUnit ?? '')?.name ?? '')
  scene.plan(later(scene, at, 3), async (change) => {
    await append(change, petition, 'remark', staff.clerk, 'petition.remarked', { text })
  })
}
