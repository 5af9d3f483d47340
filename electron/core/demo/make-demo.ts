import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Answer, Method, Sent } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { ROLES } from '../../../shared/domain/account.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import { type App, createApp } from '../app.ts'
import type { Me } from '../desk.ts'
import type { Staff } from './case.ts'
import { type DemoClock, type Filled, fillDemo } from './fill-demo.ts'
import { atMinute } from './hours.ts'
import { inventName } from './people.ts'
import { randomFrom } from './random.ts'
import { lastTwoSemesters } from './semesters.ts'

export type DemoOptions = {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly visits: number
  readonly seed: string
  readonly until: Day
  /** Of every account. */
  readonly password: string
  readonly passwordCost?: number
  /** Without it nothing is delivered anywhere. */
  readonly withArchive?: boolean
  readonly onProgress?: (visits: number) => void
}

export type DemoAccount = { readonly login: string; readonly name: string; readonly role: string }

export type Demo = Filled & { readonly accounts: readonly DemoAccount[]; readonly recoveryCode: string }

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Logins that are typed in a moment; the names are invented like everything else. */
const PEOPLE = {
  admin: { login: 'admin', name: '系统管理员', roles: ['admin', 'receptionist'], unit: '', leader: '' },
  receptionist: { login: 'jiedai', name: '李静', roles: ['receptionist'], unit: '', leader: '' },
  leader: { login: 'lingdao', name: '周明远', roles: ['leader'], unit: '', leader: '' },
  clerk: { login: 'bangong', name: '孙慧', roles: ['clerk'], unit: '', leader: '' },
} as const satisfies Record<keyof Staff, Me>

/** A new store in a folder of its own, filled with invented visits over the last two semesters. */
export async function makeDemo(options: DemoOptions): Promise<Demo> {
  const random = randomFrom(`${options.seed}/codes`)
  const [{ from }] = lastTwoSemesters(options.until)
  const clock: DemoClock = { now: atMinute(addDays(from, -1), 9 * 60) }
  const app = await createApp({
    dataDir: options.dataDir,
    resourcesDir: options.resourcesDir,
    emit: () => {},
    clock: () => clock.now,
    randomCode: (length) =>
      Array.from({ length }, () => ALPHABET[random.between(0, ALPHABET.length - 1)]).join(''),
    ...(options.passwordCost !== undefined && { passwordCost: options.passwordCost }),
  })
  try {
    const recoveryCode = await foundOffice(app, options)
    const archive = options.withArchive === false ? null : await nameArchive(app, options.dataDir)
    const { visits, seed, until, onProgress } = options
    const filled = await fillDemo(app.session.desk(), {
      visits,
      seed,
      until,
      staff: PEOPLE,
      clock,
      archive,
      onProgress,
    })
    return { ...filled, accounts: accounts(), recoveryCode }
  } finally {
    await app.close()
  }
}

function accounts(): DemoAccount[] {
  return Object.values(PEOPLE).map(({ login, name, roles }) => ({
    login,
    name,
    role: roles.map((role) => ROLES[role]).join('、'),
  }))
}

async function foundOffice(app: App, options: DemoOptions): Promise<string> {
  const { admin, ...others } = PEOPLE
  const { password } = options
  const { recoveryCode } = await call(app, 'session.found', {
    school: '示例学院',
    stationCode: 'ZX',
    stationName: '主接待点',
    login: admin.login,
    name: admin.name,
    password,
  })
  for (const { login, name, roles } of Object.values(others)) {
    await call(app, 'accounts.save', { login, name, roles: [...roles], active: true, password })
  }
  await nameEverybody(app, options)
  return recoveryCode
}

/** Leaders, contacts, and two days of the school's own, which a fresh desk leaves to the office to fill in. */
async function nameEverybody(app: App, { seed, until }: DemoOptions): Promise<void> {
  const random = randomFrom(`${seed}/office`)
  const { leaders, units } = app.session.desk().ledger.office()
  for (const leader of leaders) {
    const name = leader.code === 'YZ' ? PEOPLE.leader.name : inventName(random)
    await call(app, 'catalogue.save', { list: 'leaders', item: { ...leader, name } })
  }
  for (const unit of units) {
    const item = {
      ...unit,
      contact: inventName(random),
      phone: `0539-55${random.between(10_000, 99_999)}`,
      place: `行政楼${random.between(101, 620)}`,
    }
    await call(app, 'catalogue.save', { list: 'units', item })
  }
  await call(app, 'settings.save', {
    contact: { person: PEOPLE.clerk.name, phone: '0539-5510001', place: '行政楼101' },
  })
  for (const { from } of lastTwoSemesters(until)) {
    const day = addDays(from, 52)
    await call(app, 'calendar.saveDay', { day, kind: 'rest', reason: '校运动会放假' })
  }
}

async function nameArchive(app: App, dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'demo-archive')
  mkdirSync(folder, { recursive: true })
  await call(app, 'archive.set', { url: `folder:${folder}` })
  return folder
}

async function call<M extends Method>(app: App, method: M, input: Sent<M>): Promise<Answer<M>> {
  const reply = await app.call(method, input)
  if (reply.ok) return reply.value as Answer<M>
  throw new DeskError(reply.error.code, reply.error.message, reply.error.fields)
}
