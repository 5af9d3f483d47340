import { DeskError } from '../../../shared/contract/errors.ts'
import type { ProblemGroup } from '../../../shared/domain/coordination.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { coordinationNumber } from '../../../shared/rules/coordination.ts'
import { type Desk, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { nextSerial } from '../store/projection/serials.ts'
import { findGroup, listGroups, viewGroup } from '../views/group-view.ts'
import { findPetition } from '../views/petition-view.ts'

type GroupMethod = Extract<keyof Handlers, `groups.${string}`>

/** 共性问题 and 季节性问题: what belongs together is offered by the program and said by a person. */
export const groupHandlers: Pick<Handlers, GroupMethod> = {
  'groups.list': (_, { desk }) => listGroups(desk),
  'groups.open': ({ id }, { desk }) => viewGroup(desk, id),
  'groups.save': async ({ id, group, petitions }, { desk, me }) => {
    checkGroup(desk, group)
    const saved = await desk.ledger.change(async (change) => {
      if (id !== null) await findGroup(desk, id)
      const year = yearOf(today(desk))
      const subject =
        id ?? coordinationNumber(desk.station.code, 'group', year, nextSerial(change.tx, `group/${year}`))
      await change.append({ kind: 'group.saved', subject, actor: me.login, body: group })
      if (petitions.length > 0) {
        await checkMembers(desk, petitions)
        const body = { petitions, how: 'suggested' } as const
        await change.append({ kind: 'group.members-added', subject, actor: me.login, body })
      }
      return subject
    })
    return viewGroup(desk, saved)
  },
  'groups.add': async ({ id, petitions, how }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      await findGroup(desk, id)
      await checkMembers(desk, petitions)
      const body = { petitions, how }
      await change.append({ kind: 'group.members-added', subject: id, actor: me.login, body })
    })
    return viewGroup(desk, id)
  },
  'groups.refuse': async ({ id, petitions }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      await findGroup(desk, id)
      for (const number of petitions) await findPetition(desk, number)
      await change.append({
        kind: 'group.members-refused',
        subject: id,
        actor: me.login,
        body: { petitions },
      })
    })
    return viewGroup(desk, id)
  },
  'groups.remove': async ({ id, number, reason }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      await findGroup(desk, id)
      const member = await desk.store.reader.db
        .selectFrom('problem_group_member')
        .select('answer')
        .where('group_id', '=', id)
        .where('petition', '=', number)
        .executeTakeFirst()
      if (member?.answer !== 'in') throw new DeskError('refused', '这件信访事项不在这个共性问题中。')
      const body = { petition: number, reason }
      await change.append({ kind: 'group.member-removed', subject: id, actor: me.login, body })
    })
    return viewGroup(desk, id)
  },
}

function checkGroup(desk: Desk, { kind, category, unit, months }: ProblemGroup): void {
  const office = desk.ledger.office()
  const fail = (field: string, message: string): never => {
    throw new DeskError('badRequest', message, [{ path: `group.${field}`, message }])
  }
  if (category !== null && !office.category(category)) fail('category', '所选内容分类不存在，请重新选择。')
  if (unit !== null && !office.unit(unit)) fail('unit', '所选单位不存在，请重新选择。')
  if (kind === 'seasonal' && months.length === 0)
    fail('months', '季节性问题请选择出现的月份（《接诉即办工作制度》三（二）2）。')
}

/** What is grouped is discussed with units, so no accusation may be among it. */
async function checkMembers(desk: Desk, petitions: readonly PetitionNumber[]): Promise<void> {
  for (const number of petitions) {
    const { purpose } = await findPetition(desk, number)
    if (purpose !== 'accusation') continue
    throw new DeskError(
      'refused',
      `${number} 是检举控告，材料不得透露给其他单位，不能归入共性问题（《信访工作条例》第三十条）。`,
    )
  }
}
