// A desk that registers visits until it is killed. A line on its output is an acknowledgement: whoever has read it may
// tell the visitor that everything is written down.
import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createApp } from '../../electron/core/app.ts'
import { type Answer, api } from '../../shared/contract/api.ts'
import type { VisitFormInput } from '../../shared/domain/visit.ts'
import { aVisit } from '../helpers/a-visit.ts'
import { RESOURCES } from '../helpers/resources.ts'
import { type Acknowledged, LOGIN, PASSWORD } from './killed-desk.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    /** Told apart from the other runs' visits by it. */
    run: { type: 'string', default: '0' },
    /** Dies by itself after that many commits of a visit, before anybody is told of the last. */
    'die-after': { type: 'string', default: '0' },
  },
})

const app = await createApp({ dataDir: values.data, resourcesDir: RESOURCES, emit: () => {} })
await ask('session.signIn', { login: LOGIN, password: PASSWORD })

const dieAfter = Number(values['die-after'])
let commits = 0
app.session.desk().ledger.onCommit((kinds) => {
  if (!kinds.includes('visit.registered')) return
  commits += 1
  if (commits === dieAfter) process.kill(process.pid, 'SIGKILL')
})

for (let count = 1; ; count += 1) {
  const token = String(700_000_000 + Number(values.run) * 1000 + count)
  const visit = aVisit({
    startedAt: new Date().toISOString(),
    person: { name: `赵小满${count}`, phone: `139${token.slice(1)}` },
    petition: { title: `第 ${token} 次反映食堂供餐时间` },
  })
  const { visit: number, petitions } = await register(visit)
  const line: Acknowledged = { visit: number, petitions: petitions.map((petition) => petition.number), token }
  writeSync(1, `${JSON.stringify(line)}\n`)
}

async function register(visit: VisitFormInput): Promise<Answer<'visits.register'>> {
  return z.parse(api['visits.register'].output, await ask('visits.register', { visit }))
}

async function ask(method: string, input: unknown): Promise<unknown> {
  const reply = await app.call(method, input)
  if (reply.ok) return reply.value
  throw new Error(reply.error.message)
}
