import { describe, expect, it } from 'vitest'
import { PLACES, placesFor } from '../../../renderer/app/places.ts'
import { api, type Method, mayCall } from '../../../shared/contract/api.ts'
import { ROLES, type Role } from '../../../shared/domain/account.ts'

const methods = Object.keys(api) as Method[]
const roles = Object.keys(ROLES) as Role[]
/** What somebody may call because of this role, beyond what everybody may who is signed in. */
const ownOf = (role: Role) =>
  methods.filter((method) => mayCall(method, [role]) && !mayCall(method, [])).sort()

describe('a role', () => {
  it('of the head of a unit looks at what is theirs, and explains what it has not finished in a semester', () => {
    expect(ownOf('unit')).toEqual([
      'channels.ofUnit',
      'channels.overview',
      'petitions.count',
      'petitions.list',
      'petitions.open',
      'petitions.today',
      'reports.excel',
      'reports.explain',
      'reports.preview',
      'reports.semester',
      'reports.semesters',
    ])
  })

  it('of the leader decides what nobody else may', () => {
    const alone = ownOf('leader').filter((method) =>
      roles.every((role) => role === 'leader' || !mayCall(method, [role])),
    )
    expect(alone).toEqual([
      'reception.decide',
      'review.day',
      'review.instruct',
      'review.read',
      'review.signOff',
    ])
  })

  it('of the administrator keeps accounts, lists, calendar and settings, and handles no petition', () => {
    const alone = ownOf('admin').filter((method) =>
      roles.every((role) => role === 'admin' || !mayCall(method, [role])),
    )
    expect(alone).toEqual([
      'accounts.list',
      'accounts.save',
      'archive.set',
      'calendar.preview',
      'calendar.saveDay',
      'calendar.saveYear',
      'catalogue.save',
      'desk.verify',
      'reception.saveSchedule',
      'settings.save',
      'templates.check',
      'templates.choose',
      'templates.export',
      'templates.list',
      'templates.save',
      'templates.show',
      'templates.try',
    ])
    for (const method of [
      'petitions.route',
      'petitions.answer',
      'petitions.close',
      'visits.register',
    ] as const)
      expect(mayCall(method, ['admin'])).toBe(false)
  })

  it('of the office arranges meetings, groups and campaigns; the reception desk may look and collect', () => {
    for (const method of methods.filter((name) => /^(meetings|groups|campaigns|research)\./.test(name))) {
      const looks = /\.(list|open|preview)$/.test(method)
      expect([method, mayCall(method, ['clerk']), mayCall(method, ['receptionist'])]).toEqual([
        method,
        true,
        looks,
      ])
      for (const role of ['leader', 'admin', 'unit'] as const) expect(mayCall(method, [role])).toBe(false)
    }
    expect(mayCall('basket.add', ['receptionist'])).toBe(true)
  })

  it.each(roles)('of a %s has a place to begin at', (role) => {
    expect(placesFor([role]).length).toBeGreaterThan(0)
    expect(PLACES.map(({ path }) => path)).toEqual([...new Set(PLACES.map(({ path }) => path))])
  })
})
