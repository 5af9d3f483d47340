import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Answer, Received } from '../../shared/contract/api.ts'
import { DeskError } from '../../shared/contract/errors.ts'
import { roleSchema } from '../../shared/domain/account.ts'
import { generateStationKey } from './archive/keys.ts'
import { type Defaults, readDefaults } from './defaults/read-defaults.ts'
import { type Desk, type Me, type Surroundings, todayAt } from './desk.ts'
import { discardUnkeyedStore, foundStation } from './founding.ts'
import { createJobs } from './jobs.ts'
import { tidySearchIndex } from './search/search-index.ts'
import { type Tidying, tidyWhileIdle } from './search/tidy-while-idle.ts'
import type { StoreKey } from './store/connection.ts'
import { openStore, type Store } from './store/database.ts'
import {
  accountsOf,
  type Keyring,
  newKeyring,
  newRecoveryCode,
  newStoreKey,
  RECOVERY_LOGIN,
  readKeyring,
  unwrapByRecovery,
  unwrapKey,
  waitBeforeNextTry,
  withAccount,
  withFailure,
  withoutAccount,
  withoutFailures,
  withRecovery,
  writeKeyring,
} from './store/keyring.ts'
import { openLedger } from './store/ledger.ts'

/** Who is at the desk, and whether the station is opened at all. One per data folder. */
export type Session = {
  state(): Answer<'session.state'>
  currentMe(): Me | null
  me(): Me
  desk(): Desk
  found(input: Received<'session.found'>): Promise<{ recoveryCode: string }>
  signIn(login: string, password: string): Promise<Me>
  recover(code: string, login: string, password: string): Promise<Me>
  signOut(): void
  /** Wraps the store's key for the account, which must exist. */
  setPassword(login: string, name: string, password: string): Promise<void>
  checkPassword(login: string, password: string): Promise<boolean>
  /** Takes the account's wrap away: it can no longer open the store. */
  forgetPassword(login: string): void
  onOpen(listener: (desk: Desk) => void): void
  close(): Promise<void>
}

const WRONG = '登录名或密码不对，请重新输入；忘记密码可请管理员重设，或使用恢复码。'

export function createSession(surroundings: Surroundings): Session {
  const { dataDir, resourcesDir, clock, passwordCost, emit, log } = surroundings
  const keyringFile = path.join(dataDir, 'keyring.json')
  const storeFile = path.join(dataDir, 'desk.db')
  const listeners: ((desk: Desk) => void)[] = []
  let keyring: Keyring | null = readKeyring(keyringFile)
  let desk: Desk | null = null
  let me: Me | null = null
  let names = new Map<string, string>()
  let tidying: Tidying | null = null

  function saveKeyring(next: Keyring): void {
    writeKeyring(keyringFile, next)
    keyring = next
  }

  function knownKeyring(): Keyring {
    if (keyring === null) throw new DeskError('refused', '本接待点还没有启用，请先完成首次设置。')
    return keyring
  }

  function opened(): Desk {
    if (desk === null) throw new DeskError('notSignedIn', '还没有登录，请先登录。')
    return desk
  }

  async function open(key: StoreKey): Promise<Desk> {
    if (desk !== null) return desk
    const store = await openStore(storeFile, key)
    try {
      const station = await store.reader.db.selectFrom('station').selectAll().executeTakeFirstOrThrow()
      desk = await assemble(store, key, station.code, {
        code: station.code,
        name: station.name,
        school: station.school,
        publicKey: station.public_key,
      })
    } catch (error) {
      await store.close()
      throw error
    }
    await refreshNames(desk)
    for (const listener of listeners) listener(desk)
    return desk
  }

  async function assemble(
    store: Store,
    key: StoreKey,
    code: string,
    station: Desk['station'],
  ): Promise<Desk> {
    const ledger = await openLedger(store, code, clock)
    const built: Desk = {
      surroundings,
      store,
      key,
      ledger,
      station,
      jobs: createJobs(emit),
      nameOf: (login) => (login === 'system' ? '系统' : (names.get(login) ?? login)),
    }
    tidying = tidyWhileIdle(
      () => store.write(async ({ raw }) => tidySearchIndex(raw)),
      (error) => log('tidying the search index failed', error),
    )
    ledger.onCommit((kinds) => {
      tidying?.changed()
      if (kinds.includes('account.saved')) void refreshNames(built)
      emit({ type: 'changed', topics: [...new Set(kinds.map((kind) => kind.split('.')[0] ?? kind))] })
    })
    return built
  }

  async function refreshNames(of: Desk): Promise<void> {
    const rows = await of.store.reader.db.selectFrom('account').select(['login', 'name']).execute()
    names = new Map(rows.map((row) => [row.login, row.name]))
  }

  async function foundStore(
    input: Received<'session.found'>,
    station: { code: string; name: string; school: string },
    key: StoreKey,
    defaults: Defaults,
  ): Promise<Desk> {
    const store = await openStore(storeFile, key)
    try {
      const stationKey = generateStationKey()
      const { publicKey } = stationKey
      const built = await assemble(store, key, station.code, { ...station, publicKey })
      await built.ledger.change(async (change) => {
        await change.tx.db
          .insertInto('secret')
          .values({ name: 'station-private-key', value: stationKey.privateKey })
          .execute()
        await foundStation(change, station, publicKey, input, defaults)
      })
      return built
    } catch (error) {
      await store.close()
      throw error
    }
  }

  async function enter(key: StoreKey, login: string, recovered: boolean): Promise<Me> {
    const at = await open(key)
    const row = await at.store.reader.db
      .selectFrom('account')
      .selectAll()
      .where('login', '=', login)
      .executeTakeFirst()
    if (!row || row.active === 0) throw new DeskError('notAllowed', '这个账户已停用，请联系管理员。')
    const { keyring: cleared, failures } = withoutFailures(knownKeyring(), login)
    if (failures > 0) saveKeyring(cleared)
    await at.ledger.change(({ append }) =>
      append({
        kind: 'account.signed-in',
        subject: login,
        actor: login,
        body: { failedBefore: failures, recovered },
      }),
    )
    me = {
      login,
      name: row.name,
      roles: roleSchema.array().parse(JSON.parse(row.roles)),
      unit: row.unit,
      leader: row.leader,
    }
    return me
  }

  function refuseHaste(login: string): void {
    const wait = waitBeforeNextTry(knownKeyring(), login, clock())
    if (wait > 0) {
      throw new DeskError('refused', `密码连续输错多次，请等 ${Math.ceil(wait / 1000)} 秒后再试。`)
    }
  }

  return {
    state: () => ({
      phase: keyring === null ? 'first-run' : me === null ? 'sign-in' : 'open',
      today: todayAt(clock),
      dataDir,
      school: keyring?.school ?? '',
      station: keyring?.station ?? null,
      accounts: keyring === null ? [] : accountsOf(keyring),
      me: me === null ? null : { ...me, roles: [...me.roles] },
      idleMinutes: desk?.ledger.office().settings.idleMinutes ?? 10,
    }),
    currentMe: () => me,
    me: () => {
      if (me === null) throw new DeskError('notSignedIn', '还没有登录，请先登录。')
      return me
    },
    desk: opened,
    found: async (input) => {
      if (keyring !== null) throw new DeskError('refused', '本接待点已经启用，不能重复设置。')
      mkdirSync(dataDir, { recursive: true })
      const defaults = readDefaults(resourcesDir)
      const key = newStoreKey()
      const recoveryCode = newRecoveryCode()
      const station = { code: input.stationCode, name: input.stationName, school: input.school }
      // The keyring is written last: until then nothing tells of the half-made store, and the next try starts anew.
      discardUnkeyedStore(storeFile)
      const built = await foundStore(input, station, key, defaults)
      let made = await withAccount(
        newKeyring(input.school, { code: station.code, name: station.name }),
        { login: input.login, name: input.name },
        input.password,
        key,
        passwordCost,
      )
      made = await withRecovery(made, recoveryCode, key, passwordCost)
      saveKeyring(made)
      desk = built
      await refreshNames(built)
      for (const listener of listeners) listener(built)
      await enter(key, input.login, false)
      return { recoveryCode }
    },
    signIn: async (login, password) => {
      refuseHaste(login)
      const key = await unwrapKey(knownKeyring(), login, password)
      if (key === null) {
        saveKeyring(withFailure(knownKeyring(), login, clock()))
        throw new DeskError('refused', WRONG, [{ path: 'password', message: WRONG }])
      }
      return enter(key, login, false)
    },
    recover: async (code, login, password) => {
      refuseHaste(RECOVERY_LOGIN)
      const key = await unwrapByRecovery(knownKeyring(), code)
      if (key === null) {
        saveKeyring(withFailure(knownKeyring(), RECOVERY_LOGIN, clock()))
        throw new DeskError('refused', '恢复码不对，请逐位核对打印件上的恢复码。', [
          { path: 'recoveryCode', message: '恢复码不对，请逐位核对' },
        ])
      }
      const at = await open(key)
      const row = await at.store.reader.db
        .selectFrom('account')
        .selectAll()
        .where('login', '=', login)
        .executeTakeFirst()
      if (!row)
        throw new DeskError('notFound', '没有这个登录名，请核对。', [
          { path: 'login', message: '没有这个登录名' },
        ])
      saveKeyring(await withAccount(knownKeyring(), { login, name: row.name }, password, key, passwordCost))
      return enter(key, login, true)
    },
    signOut: () => {
      me = null
    },
    setPassword: async (login, name, password) => {
      saveKeyring(await withAccount(knownKeyring(), { login, name }, password, opened().key, passwordCost))
    },
    checkPassword: async (login, password) => (await unwrapKey(knownKeyring(), login, password)) !== null,
    forgetPassword: (login) => saveKeyring(withoutAccount(knownKeyring(), login)),
    onOpen: (listener) => listeners.push(listener),
    close: async () => {
      me = null
      desk?.jobs.cancelAll()
      tidying?.stop()
      await desk?.store.close()
      desk = null
    },
  }
}
