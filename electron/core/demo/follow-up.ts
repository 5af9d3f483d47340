import { yearOf } from '../../../shared/domain/day.ts'
import { archiveNumber } from '../../../shared/rules/archive-number.ts'
import { papersOf, retentionOf } from '../../../shared/rules/archive-papers.ts'
import { unitRefusal } from '../../../shared/rules/petition-steps.ts'
import { findRow } from '../store/projection/petitions.ts'
import { nextSerial } from '../store/projection/serials.ts'
import { append, type Case, can, later, on, type Scene, stepped, steppedNow } from './case.ts'

/** 不属本单位职责: a few transfers come back, and are given to another unit or stay with the first receiver. */
export function planReturn(scene: Scene, petition: Case, at: number): void {
  const { random, staff, office } = scene
  if (!random.chance(0.07)) return
  scene.plan(later(scene, at, 1), async (change, now) => {
    const { leadUnit } = petition.course
    if (leadUnit === null || !can(change, petition, 'return')) return
    const others = office.units.filter(
      (unit) => unit.code !== leadUnit && unitRefusal(stepped(petition), [unit]) === null,
    )
    const suggestedUnit = others.length > 0 && random.chance(0.7) ? random.pick(others).code : null
    await append(change, petition, 'return', staff.clerk, 'petition.returned', {
      on: on(now),
      unit: leadUnit,
      reason: '经核对，所反映事项不属于本单位职责范围。',
      suggestedUnit,
    })
    if (random.chance(0.15)) return
    scene.plan(later(scene, now, 1), (next, then) => decide(scene, next, petition, then, suggestedUnit))
  })
}

async function decide(
  { random, staff }: Scene,
  change: Parameters<Parameters<Scene['plan']>[1]>[0],
  petition: Case,
  at: number,
  suggested: string | null,
): Promise<void> {
  if (petition.course.followUp.returned === null) return
  if (suggested === null || random.chance(0.4) || !can(change, petition, 'transfer')) {
    const reason = '职责有交叉，按首办负责的原则由首次接单的单位继续办理。'
    return append(change, petition, 'keep', staff.clerk, 'petition.kept', { on: on(at), reason })
  }
  return append(change, petition, 'transfer', staff.clerk, 'petition.routed', {
    route: 'transfer',
    on: on(at),
    leadUnit: suggested,
    assistUnits: [],
    remark: '原承办单位退回后改派。',
  })
}

/** What is said and done while a matter is on its way: told it is accepted, progress, a timetable, an extension. */
export function planFollowUp(scene: Scene, petition: Case, at: number): void {
  const { random, staff } = scene
  if (random.chance(0.12) && !petition.visit.anonymous) {
    scene.plan(at + random.between(1, 10) * 60_000, async (change, now) => {
      if (!can(change, petition, 'acknowledge')) return
      const body = { on: on(now), medium: 'phone', text: '已告知受理和预计办理期限。' } as const
      await append(change, petition, 'acknowledge', staff.receptionist, 'petition.acknowledged', body)
      await scene.issueSample(change, petition.number, 'accept')
    })
  }
  if (random.chance(0.15)) {
    scene.plan(later(scene, at, 1), async (change, now) => {
      if (!can(change, petition, 'progress')) return
      const body = { on: on(now), unit: petition.course.leadUnit, text: '已到现场核实，正在研究解决办法。' }
      await append(change, petition, 'progress', staff.clerk, 'petition.progressed', body)
      if (petition.visit.anonymous || !random.chance(0.4)) return
      const told = {
        on: on(now),
        kind: 'progress',
        medium: 'phone',
        text: '已告知办理进度。',
        stage: null,
      } as const
      await append(change, petition, 'inform', staff.clerk, 'petition.informed', told)
    })
  }
  if (petition.form.grade === 'long-term') planTimetable(scene, petition, at)
  else if (random.chance(0.06)) planExtension(scene, petition, at)
}

function planTimetable(scene: Scene, petition: Case, at: number): void {
  const { staff, workDays } = scene
  scene.plan(at + 30 * 60_000, async (change, now) => {
    if (!can(change, petition, 'plan')) return
    const stages = [
      { on: workDays.after(on(now), 10), what: '完成现场勘查和方案比选' },
      { on: workDays.after(on(now), 40), what: '完成采购和施工' },
    ]
    await append(change, petition, 'plan', staff.clerk, 'petition.planned', { on: on(now), stages })
    scene.plan(later(scene, now, 9), async (next, then) => {
      if (!can(next, petition, 'inform')) return
      const text = '第一阶段已完成，已向反映人反馈。'
      const body = { on: on(then), kind: 'stage', medium: 'phone', text, stage: 0 } as const
      await append(next, petition, 'inform', staff.clerk, 'petition.informed', body)
    })
  })
}

function planExtension(scene: Scene, petition: Case, at: number): void {
  const { staff, workDays, random } = scene
  scene.plan(later(scene, at, 2), async (change, now) => {
    const { dueOn } = steppedNow(change, petition)
    if (dueOn === null || on(now) > dueOn || !can(change, petition, 'extend')) return
    const to = workDays.after(dueOn, 5)
    if (to <= dueOn) return
    await append(change, petition, 'extend', staff.clerk, 'petition.extended', {
      on: on(now),
      from: dueOn,
      to,
      reason: '需要等待设备到货后才能完成整改。',
      approver: '承办单位负责人',
    })
    await scene.issueSample(change, petition.number, 'extend')
    if (random.chance(0.15)) return
    const text = '已说明延期原因和新的期限。'
    const body = { on: on(now), kind: 'extension', medium: 'phone', text, stage: null } as const
    await append(change, petition, 'inform', staff.clerk, 'petition.informed', body)
  })
}

/** 归档: only what has all its papers, some time after it was closed. */
export function planArchive(scene: Scene, petition: Case, at: number): void {
  const { random, office, staff } = scene
  if (!random.chance(0.6)) return
  scene.plan(later(scene, at, 8), async (change, now) => {
    if (!can(change, petition, 'archive')) return
    const day = on(now)
    const whole = steppedNow(change, petition)
    const group = findRow(change.tx, petition.number).is_group === 1
    const retention = retentionOf({ course: petition.course, group }, office.settings)
    const { series, withSerial } = archiveNumber(office.settings.archive, yearOf(day), retention)
    const serial = nextSerial(change.tx, `archive/${series}`)
    await append(change, petition, 'archive', staff.clerk, 'petition.archived', {
      on: day,
      year: yearOf(day),
      retention,
      number: withSerial(serial),
      series,
      serial,
      items: papersOf(whole).map(({ name }) => ({ title: name, pages: null })),
      pages: papersOf(whole).length * 2 + (serial % 4),
    })
  })
}
