import { rmSync } from 'node:fs'
import type { Received } from '../../shared/contract/api.ts'
import type { Defaults } from './defaults/read-defaults.ts'
import { asJson } from './store/as-json.ts'
import type { Change } from './store/ledger.ts'

/** The first entries of a station's journal: who it is, its first administrator, and everything it starts with. */
export async function foundStation(
  { append }: Change,
  station: { code: string; name: string; school: string },
  publicKey: string,
  input: Received<'session.found'>,
  defaults: Defaults,
): Promise<void> {
  const common = { subject: station.code, actor: 'system' }
  await append({ ...common, kind: 'station.founded', body: { ...station, publicKey } })
  await append({
    ...common,
    kind: 'account.saved',
    subject: input.login,
    body: {
      login: input.login,
      name: input.name,
      roles: ['admin', 'receptionist'],
      active: true,
      unit: '',
      leader: '',
    },
  })
  for (const year of defaults.calendar.years) {
    await append({ ...common, kind: 'calendar.year-saved', subject: String(year.year), body: asJson(year) })
  }
  for (const list of ['units', 'channels', 'categories', 'leaders'] as const) {
    for (const item of defaults[list]) {
      await append({
        ...common,
        kind: 'catalogue.saved',
        subject: item.code,
        body: { list, item: asJson(item) },
      })
    }
  }
  for (const [key, value] of Object.entries(defaults.settings)) {
    await append({ ...common, kind: 'setting.saved', subject: key, body: { key, value: asJson(value) } })
  }
}

/** What a first run that was cut off left behind. Without a keyring nobody could ever open it. */
export function discardUnkeyedStore(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}
