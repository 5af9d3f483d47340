import type { Answer } from '../../shared/contract/api.ts'
import type { Role } from '../../shared/domain/account.ts'

export type Place = {
  readonly path: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Which count of `desk.status` waits there. */
  readonly waiting?: keyof Answer<'desk.status'>['waiting']
  readonly key?: string
}

const EVERYBODY: readonly Role[] = ['receptionist', 'leader', 'clerk', 'admin']
/** And heads of units, who only look at what is theirs. */
const ONLOOKERS: readonly Role[] = [...EVERYBODY, 'unit']

export const PLACES: readonly Place[] = [
  { path: '/today', name: '今日', roles: ONLOOKERS, waiting: 'today' },
  { path: '/register', name: '来访登记', roles: ['receptionist', 'clerk'], key: 'F2' },
  { path: '/petitions', name: '信访事项', roles: ONLOOKERS },
  { path: '/reception', name: '接待日', roles: EVERYBODY, waiting: 'reception' },
  { path: '/review', name: '领导批阅', roles: ['leader'], waiting: 'review' },
  { path: '/chasing', name: '催办督办', roles: EVERYBODY, waiting: 'chase' },
  { path: '/coordination', name: '协调治理', roles: ['receptionist', 'clerk'] },
  { path: '/channels', name: '沟通渠道', roles: [...EVERYBODY, 'unit'] },
  { path: '/documents', name: '文书', roles: EVERYBODY },
  { path: '/reports', name: '统计报表', roles: ONLOOKERS },
  { path: '/archive', name: '归档同步', roles: EVERYBODY, waiting: 'archive' },
  { path: '/settings', name: '设置', roles: ['admin'] },
]

export function placesFor(roles: readonly Role[]): readonly Place[] {
  return PLACES.filter((place) => place.roles.some((role) => roles.includes(role)))
}

/** Where somebody starts: the leader with what waits for a decision, everybody else with the day. */
export function homeOf(roles: readonly Role[]): string {
  return roles.includes('leader') && !roles.includes('receptionist') && !roles.includes('clerk')
    ? '/review'
    : '/today'
}
