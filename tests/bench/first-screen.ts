// Opens the store given as the argument, signs in and asks for the first screen; timed from outside.
import { createApp } from '../../electron/core/app.ts'
import { RESOURCES } from '../helpers/resources.ts'

const app = await createApp({ dataDir: process.argv[2] ?? '', resourcesDir: RESOURCES, emit: () => {} })
for (const [method, input] of [
  ['session.state', undefined],
  ['session.signIn', { login: 'admin', password: process.env['DESK_PASSWORD'] }],
  ['petitions.today', undefined],
  ['desk.status', undefined],
] as const) {
  const reply = await app.call(method, input)
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
}
// Not closed: closing makes a backup, which is no part of starting.
process.exit(0)
