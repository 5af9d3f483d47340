import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Method } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { PetitionState } from '../../../shared/domain/petition.ts'
import { aDesk, type TestDesk } from '../../helpers/a-desk.ts'
import { aVisit } from '../../helpers/a-visit.ts'
import * as fc from '../../helpers/fast-check.ts'
import {
  ACCUSED,
  type Act,
  DISCIPLINE,
  isLegal,
  type Petition,
  type Phase,
  plusDays,
  registered,
  take,
} from '../../helpers/regulation-model.ts'

/** `RUNS=2000 SEED=7` makes a long proof of it. */
const RUNS = Number(process.env['RUNS'] ?? 60)
const HOUR = 3_600_000

const STATE_OF: Readonly<Record<Phase, PetitionState>> = {
  new: 'registered',
  own: 'handling',
  unit: 'transferred',
  leader: 'submitted',
  assigned: 'assigned',
  answered: 'answered',
  unhappy: 'dissatisfied',
  redo: 'redoing',
  'unhappy again': 'to-supervise',
  supervised: 'supervising',
  closed: 'closed',
  archived: 'archived',
  declined: 'declined',
}

const unit = fc.constantFrom('XSGZC', 'JWC', ACCUSED, DISCIPLINE)
const plain = fc.constantFrom(
  'direct',
  'keep',
  'progress',
  'acknowledge',
  'close',
  'archive',
  'chase',
  'correct',
  'submit',
  'decline',
)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: plain.map((what): Act => ({ do: what })) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      unit,
      assist: fc.option(unit, { freq: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('instruct' as const), unit: fc.option(unit) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const), unit }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('unitReply' as const), unit }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('communicate' as const),
      means: fc.constantFrom('phone' as const, 'meeting' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('plan' as const), inDays: fc.integer({ min: 1, max: 90 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('extend' as const), byDays: fc.integer({ min: 0, max: 40 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('inform' as const),
      kind: fc.constantFrom('progress' as const, 'extension' as const, 'stage' as const),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), granted: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      kind: fc.constantFrom('progress' as const, 'result' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('rate' as const), happy: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('redo' as const, 'supervise' as const), unit }) },
)

const matter = fc.record({
  purpose: fc.constantFrom('request', 'appeal', 'consultation', 'suggestion', 'accusation'),
  anonymous: fc.boolean(),
  grade: fc.constantFrom('complex', 'long-term', null),
  // What was handed in and what time passes before each act.
  acts: fc.array(fc.tuple(act, fc.integer({ min: 0, max: 60 })), { minLength: 5, maxLength: 35 }),
})

type PetitionView = Answer<'petitions.open'>

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk({ seed: 1 })
})
afterAll(() => desk.remove())

describe('the two regulations', () => {
  it(
    'allow what the desk accepts and nothing else, and never leave a petition without a next step',
    async () => {
      let accepted = 0
      let refused = 0
      await fc.assert(
        fc.asyncProperty(matter, async ({ purpose, anonymous, grade, acts }) => {
          const model = registered({
            accusation: purpose === 'accusation',
            asks: purpose === 'request' || purpose === 'appeal',
            anonymous,
            longTerm: grade === 'long-term',
          })
          let view = await register(purpose, anonymous, grade)
          expectSound(view, model)
          for (const [what, hours] of acts) {
            desk.passTime(hours * HOUR)
            const { today } = await desk.ask('session.state')
            const due = view.dueOn
            const legal = isLegal(model, what, today, due)
            const problem = await attempt(view, what, today)
            const told = `${JSON.stringify(what)} in phase ${model.phase}: ${problem ?? 'accepted'}`
            expect(problem === null, told).toBe(legal)
            if (problem === null) {
              take(model, what, today, due)
              accepted += 1
            } else refused += 1
            if (problem === null && hasPaper(model)) await issuePaper(view, model)
            view = await desk.ask('petitions.open', { number: view.number })
            expectSound(view, model)
          }
        }),
        { numRuns: RUNS },
      )
      // Both kinds were really tried.
      expect(accepted).toBeGreaterThan(RUNS)
      expect(refused).toBeGreaterThan(RUNS)
    },
    60_000 + RUNS * 500,
  )

  it(
    'leave rows that the journal alone gives back',
    async () => {
      const { entries, problems } = await desk.ask('desk.verify', { job: 'verify' })
      expect(entries).toBeGreaterThan(RUNS)
      expect(problems).toEqual([])
    },
    60_000 + RUNS * 100,
  )
})

async function register(purpose: string, anonymous: boolean, grade: string | null): Promise<PetitionView> {
  const visit = aVisit({
    anonymous,
    startedAt: new Date(
      Date.parse((await desk.ask('drafts.save', { id: 'now', title: '', form: {} })).savedAt),
    ).toISOString(),
    petition: { purpose, grade, accusedUnits: [ACCUSED] } as never,
  })
  const { petitions } = await desk.ask('visits.register', { visit })
  const number = petitions[0]?.number
  if (number === undefined) throw new Error('nothing was registered')
  return desk.ask('petitions.open', { number })
}

/** The state the model expects; a way on, or an end; a limit with its reasons wherever one runs. */
function expectSound(view: PetitionView, model: Petition): void {
  expect(view.state).toBe(STATE_OF[model.phase])
  const ended = ['closed', 'archived', 'declined'].includes(view.state)
  const main = view.steps.find((step) => step.main)
  if (!ended) expect(main?.refusal, `the next step of ${view.state}`).toBeNull()
  for (const { refusal } of view.steps) if (refusal !== null) expect(refusal).toMatch(/。$/)
  if (ended || view.state === 'answered') return
  expect(view.due?.dueOn).toBe(view.dueOn)
  expect(view.due?.days.length).toBeGreaterThan(0)
  expect(view.due?.basis).toMatch(/《.+》/)
  for (const day of view.due?.days ?? []) expect(day.why.length && day.source.length).toBeGreaterThan(0)
}

/** Null when it was accepted, else the sentence. Anything but a refusal in words is a bug of the program. */
async function attempt(view: PetitionView, what: Act, today: string): Promise<string | null> {
  try {
    await call(view, what, today)
    return null
  } catch (error) {
    if (error instanceof DeskError && /[\u4e00-\u9fff]/.test(error.message)) return error.message
    throw error
  }
}

async function call(view: PetitionView, what: Act, today: string): Promise<unknown> {
  const { number } = view
  const ask = (method: Method, input: object) => answerOf(method, { number, ...input })
  switch (what.do) {
    case 'direct':
    case 'submit':
    case 'decline':
    case 'transfer':
      return ask('petitions.route', { to: routeOf(what) })
    case 'acknowledge':
      return ask('petitions.acknowledge', { medium: 'phone', text: '' })
    case 'instruct': {
      const said = { leader: 'FYZ1', text: '请抓紧办理。', leadUnit: what.unit }
      return ask('petitions.recordInstruction', said)
    }
    case 'return':
      return ask('petitions.return', { unit: what.unit, reason: '不属本单位职责', suggestedUnit: null })
    case 'keep':
      return ask('petitions.keep', { reason: '首办负责' })
    case 'chase':
      return ask('petitions.chase', { medium: 'phone', counterpart: '钱老师', answer: '正在办理' })
    case 'progress':
      return ask('petitions.progress', { text: '已到现场核实' })
    case 'unitReply': {
      const reply = { handler: '钱老师', findings: '情况属实', opinion: '已整改' }
      return ask('petitions.unitReply', { unit: what.unit, ...reply })
    }
    case 'communicate':
      return ask('petitions.communicate', {
        means: what.means,
        by: '王老师',
        place: '接待室',
        text: '讲清原因',
      })
    case 'plan':
      return ask('petitions.plan', { stages: [{ on: plusDays(today, what.inDays), what: '完成改造' }] })
    case 'extend': {
      const to = plusDays(view.dueOn ?? today, what.byDays)
      return ask('petitions.extend', { to, reason: '需要招标', approver: '张主任' })
    }
    case 'inform':
      return ask('petitions.inform', { kind: what.kind, medium: 'phone', text: '告知进度' })
    case 'answer': {
      const outcome = what.granted ? 'supported' : 'not-supported'
      return ask('petitions.answer', { medium: 'written', text: '答复如下', outcome })
    }
    case 'report':
      return ask('petitions.report', { leader: 'FYZ1', kind: what.kind, medium: 'written', text: '办理情况' })
    case 'rate':
      return ask('petitions.rate', {
        how: 'phone',
        score: what.happy ? 'satisfied' : 'dissatisfied',
        reason: '没有解决',
      })
    case 'redo':
      return ask('petitions.redo', { unit: what.unit, requirement: '重新核实' })
    case 'supervise':
      return ask('petitions.supervise', { leader: 'FYZ1', unit: what.unit, text: '限期办结' })
    case 'close':
      return ask('petitions.close', {})
    case 'archive':
      return ask('petitions.archive', {})
    case 'correct': {
      const grade = view.grade === 'long-term' ? 'complex' : 'long-term'
      return ask('petitions.correct', { reason: '分级有误', changes: { grade } })
    }
  }
}

/** What is sent is parsed at the door like everything else, so a wrong shape shows as a refusal of the model's. */
async function answerOf(method: Method, input: object): Promise<unknown> {
  const reply = await desk.app.call(method, input)
  if (reply.ok) return reply.value
  const { code, message, fields } = reply.error
  throw code === 'unexpected' ? desk.bugs.at(-1) : new DeskError(code, message, fields)
}

function routeOf(what: Extract<Act, { do: 'direct' | 'submit' | 'decline' | 'transfer' }>): object {
  switch (what.do) {
    case 'direct':
      return { route: 'direct' }
    case 'transfer':
      return {
        route: 'transfer',
        leadUnit: what.unit,
        assistUnits: what.assist === null ? [] : [what.assist],
      }
    case 'submit':
      return { route: 'submit', leader: 'FYZ1', proposal: '拟请批示' }
    case 'decline':
      return { route: 'decline', ground: 'litigation', lawfulChannel: '人民法院', explanation: '已进入诉讼' }
  }
}

function hasPaper(model: Petition): boolean {
  return !model.transferPaper && (model.phase === 'unit' || model.phase === 'assigned')
}

async function issuePaper(view: PetitionView, model: Petition): Promise<void> {
  const kind = model.phase === 'assigned' ? 'assign' : 'transfer'
  await desk.ask('documents.issue', { petition: view.number, kind })
  model.transferPaper = true
}
