import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConnection } from '../../../../electron/core/store/connection.ts'
import { openStore } from '../../../../electron/core/store/database.ts'
import { chainProblems, differences, rebuild } from '../../../../electron/core/store/rebuild.ts'
import { DeskError } from '../../../../shared/contract/errors.ts'
import type { PetitionNumber } from '../../../../shared/domain/petition.ts'
import { aDesk, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'
import * as fc from '../../../helpers/fast-check.ts'

const DAY_MS = 86_400_000

/** Anything a desk may be asked to do, legal or not; what is refused simply changes nothing. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      title: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
      headcount: fc.integer({ min: 1, max: 9 }),
      purpose: fc.constantFrom('request' as const, 'accusation' as const, 'suggestion' as const),
      channel: fc.constantFrom('XFJD', 'JSRX'),
      grade: fc.constantFrom(null, 'complex' as const, 'same-day' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('route' as const),
      at: fc.nat(),
      leadUnit: fc.constantFrom('HQC', 'JJS', 'XSGZC'),
      route: fc.constantFrom('direct' as const, 'transfer' as const, 'submit' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('answer' as const), at: fc.nat(), close: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      at: fc.nat(),
      matter: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('instruct' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('notice' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), at: fc.nat(), of: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rest-day' as const), ahead: fc.integer({ min: 1, max: 20 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('seal' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('next-day' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take(
  desk: TestDesk,
  one: Step,
  numbers: PetitionNumber[],
  day: { offset: number },
): Promise<void> {
  const number = 'at' in one ? numbers[one.at % Math.max(1, numbers.length)] : undefined
  switch (one.do) {
    case 'register': {
      const startedAt = new Date(Date.parse('2026-11-18T00:50:00.000Z') + day.offset * DAY_MS).toISOString()
      const { title, grade, purpose, headcount, channel } = one
      const visit = aVisit({
        startedAt,
        headcount,
        channel,
        petition: { title: `诉求${title}`, grade, purpose },
      })
      const { petitions } = await desk.ask('visits.register', { visit })
      numbers.push(...petitions.map((petition) => petition.number))
      return
    }
    case 'next-day':
      day.offset += 1
      desk.passTime(DAY_MS)
      return
    case 'seal':
      await desk.ask('archive.seal')
      return
    case 'rest-day': {
      const target = new Date(Date.parse('2026-11-18') + (day.offset + one.ahead) * DAY_MS)
        .toISOString()
        .slice(0, 10)
      await desk.ask('calendar.saveDay', { day: target, kind: 'rest', reason: '校庆' })
      return
    }
    default:
      if (number === undefined) return
  }
  switch (one.do) {
    case 'route':
      await desk.ask('petitions.route', {
        number,
        to:
          one.route === 'direct'
            ? { route: 'direct' }
            : one.route === 'transfer'
              ? { route: 'transfer', leadUnit: one.leadUnit }
              : { route: 'submit', leader: 'SJ' },
      })
      return
    case 'answer':
      await desk.ask('petitions.answer', {
        number,
        medium: 'phone',
        text: '已答复',
        outcome: 'explained',
        close: one.close,
      })
      return
    case 'correct':
      await desk.ask('petitions.correct', {
        number,
        reason: '核对后更正',
        changes: { matter: `经过${one.matter}` },
      })
      return
    case 'instruct':
      await desk.ask('review.instruct', {
        number,
        text: '请抓紧办理。',
        leadUnit: 'HQC',
        assistUnits: ['XSGZC'],
      })
      return
    case 'notice':
      await desk.ask('documents.issue', { petition: number, kind: 'transfer' })
      return
    case 'repeat':
      await desk.ask('petitions.judgeRepeat', {
        number,
        repeat: { answer: 'repeat', of: numbers[one.of % numbers.length] ?? number },
      })
      return
  }
}

async function busyDesk(steps: readonly Step[]): Promise<TestDesk> {
  const desk = await aDesk()
  await desk.ask('accounts.save', {
    login: 'all',
    name: '全岗甲',
    roles: ['admin', 'clerk', 'leader'],
    active: true,
    password: 'a-desk-password',
  })
  await desk.ask('session.signIn', { login: 'all', password: 'a-desk-password' })
  const numbers: PetitionNumber[] = []
  const day = { offset: 0 }
  for (const one of steps) {
    try {
      await take(desk, one, numbers, day)
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
    }
  }
  return desk
}

describe('a rebuild from the journal alone', () => {
  it('equals the rows after any month of work, search and counters included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const desk = await busyDesk(steps)
        try {
          const result = await desk.ask('desk.verify', { job: 'j' })
          expect(result.problems).toEqual([])
          const { store, key } = desk.app.session.desk()
          const vocabulary = () =>
            store.reader.raw.prepare('select term, doc from petition_fts_vocab order by term').all()
          const before = vocabulary()
          await rebuild(store)
          expect(vocabulary()).toEqual(before)
          expect(chainProblems(store)).toEqual([])
          expect(key).toHaveLength(64)
        } finally {
          await desk.remove()
        }
      }),
      { numRuns: 5, seed: 20261121 },
    )
  }, 240_000)
})

describe('verification', () => {
  let desk: TestDesk
  let key: Parameters<typeof openConnection>[1]
  const folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-tamper-'))
  const original = path.join(folder, 'original.db')

  beforeAll(async () => {
    desk = await aDesk()
    await signInAs(desk, 'clerk')
    for (let n = 0; n < 5; n += 1) await desk.ask('visits.register', { visit: aVisit() })
    const opened = desk.app.session.desk()
    key = opened.key
    opened.store.copyTo(original)
  })
  afterAll(async () => {
    await desk.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  async function problemsAfter(tamper: (raw: ReturnType<typeof openConnection>) => void): Promise<string[]> {
    const file = path.join(folder, 'tampered.db')
    rmSync(file, { force: true })
    cpSync(original, file)
    const raw = openConnection(file, key)
    raw.exec('drop trigger journal_no_update; drop trigger journal_no_delete')
    tamper(raw)
    raw.close()
    const store = await openStore(file, key)
    try {
      return chainProblems(store)
    } finally {
      await store.close()
      rmSync(file, { force: true })
    }
  }

  it('passes an untouched journal', async () => {
    expect(await problemsAfter(() => {})).toEqual([])
  })

  it('names the entry in which one byte was changed, whichever it is', async () => {
    const raw = openConnection(original, key, { readonly: true })
    const rows = raw.prepare('select seq, body from journal order by seq').all() as {
      seq: number
      body: string
    }[]
    raw.close()
    await fc.assert(
      fc.asyncProperty(fc.nat(rows.length - 1), fc.nat(), async (index, position) => {
        const row = rows[index]
        if (!row) return
        const at = position % row.body.length
        const changed = `${row.body.slice(0, at)}${row.body[at] === '7' ? '8' : '7'}${row.body.slice(at + 1)}`
        const problems = await problemsAfter((db) => {
          db.prepare('update journal set body = ? where seq = ?').run(changed, row.seq)
        })
        expect(
          problems.filter((problem) => problem.startsWith(`ZX 第 ${row.seq} 条：内容与哈希不符`)),
        ).toHaveLength(1)
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  it.each(['at', 'actor', 'subject', 'kind', 'hash', 'prev_hash'])(
    'names the entry whose %s was changed',
    async (column) => {
      const problems = await problemsAfter((db) => {
        db.prepare(`update journal set ${column} = ${column} || '0' where seq = 9`).run()
      })
      expect(problems.some((problem) => problem.startsWith('ZX 第 9 条'))).toBe(true)
    },
  )

  it('names the gap where an entry was taken out', async () => {
    const problems = await problemsAfter((db) => db.exec('delete from journal where seq = 9'))
    expect(problems).toContain('ZX 第 10 条：序号不连续，前面应有第 9 条')
  })

  it('names a table that was changed behind the journal', async () => {
    const { store } = desk.app.session.desk()
    const file = path.join(folder, 'other.db')
    store.copyTo(file)
    const raw = openConnection(file, key)
    raw.exec("update petition set title = '改过的标题' where rid = (select max(rid) from petition)")
    raw.close()
    expect(differences(store, { file, key })).toEqual([
      '表 petition：现有行与按日志重建的行不一致（1 行与 1 行）',
    ])
  })

  it('cannot be had by an ordinary update: the journal refuses it', () => {
    const { store } = desk.app.session.desk()
    const attempt = (sql: string) => () => store.write(async ({ raw }) => raw.exec(sql))
    return Promise.all([
      expect(attempt("update journal set actor = 'x'")()).rejects.toThrow('append-only'),
      expect(attempt('delete from journal')()).rejects.toThrow('append-only'),
    ])
  })
})
