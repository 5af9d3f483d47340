import { addDays, type Day, dayOf, instantOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { PetitionForm, VisitForm } from '../../../shared/domain/visit.ts'
import { registerOne } from '../channels/short-record.ts'
import type { Desk } from '../desk.ts'
import { decideAppeal, tellAppeal } from '../handlers/appeal-handlers.ts'
import { registerShort } from '../handlers/channel-handlers.ts'
import { runImport } from '../imports/run-import.ts'
import { openFile } from '../imports/uploads.ts'
import type { Change } from '../store/ledger.ts'
import type { Office } from '../store/office-store.ts'
import type { Staff } from './case.ts'
import { atMinute, inDay } from './hours.ts'
import { inventVisit } from './invent-visit.ts'
import { planLinks } from './links-demo.ts'
import { planMeetings } from './meetings-demo.ts'
import { inventName, inventPhone } from './people.ts'
import type { Random } from './random.ts'
import type { WorkDays } from './semesters.ts'

export type ChannelStage = {
  readonly desk: Desk
  readonly staff: Staff
  readonly office: Office
  readonly until: Day
  readonly workDays: WorkDays
  readonly random: Random
  /** What lies beyond the end of the data never happens. */
  readonly plan: (at: number, run: () => Promise<void>) => void
  /** The leader reads it like any other of that day, and it takes its course. */
  readonly registered: (number: PetitionNumber, day: Day, visit: VisitForm, form: PetitionForm) => void
}

/** Somebody's matter, told in the words of the channel it came by. */
export type Teller = { readonly tell: (day: Day, by: string) => { visit: VisitForm; form: PetitionForm } }

/** Boxes, platforms and talks: what is written down with the short form. Meetings have a file of their own. */
const SHORT = ['JSRX', 'JSWX', 'JSAPP', 'XZXX', 'ZXZX', 'THZD', 'LDBJ', 'KNXS', 'LXZJ', 'QTQD'] as const
const INSTANT: readonly string[] = ['JSRX', 'JSWX', 'JSAPP']
const RECORDS = 3
/** Working days back within which they came in. */
const BACK = 70
const ORDERS = 12

/** Matters of every channel, meetings, links, appeals and one imported list of work orders. */
export function planChannels(stage: ChannelStage): void {
  const teller = tellerOf(stage)
  const { days } = stage.workDays
  const random = stage.random.fork('short')
  for (const [index, channel] of SHORT.entries()) {
    for (let record = 0; record < RECORDS; record += 1) {
      const day = days.at(-random.between(2, BACK))
      if (day !== undefined) planShort(stage, teller, channel, inDay(day, random), index + record)
    }
  }
  planAppeals(stage, teller)
  planImport(stage, teller)
  planMeetings(stage, teller)
  planLinks(stage, teller)
}

/** People and matters of their own, told apart from those at the counter by how their telling begins. */
function tellerOf({ office, staff, random }: ChannelStage): Teller {
  const inventing = {
    random: random.fork('tellers'),
    office,
    receivedBy: staff.clerk.name,
    earlier: [],
    told: new Set<string>(),
    visits: 0,
  }
  return {
    tell: (day, by) => {
      for (;;) {
        const at = atMinute(day, 9 * 60)
        const visit = inventVisit(inventing, day, at, at + 600_000)
        const [form] = visit.petitions
        if (form === undefined || form.purpose === 'accusation' || visit.headcount > 1) continue
        return { visit, form: { ...form, matter: `${by}：${form.matter}` } }
      }
    },
  }
}

const GRADES_TOLD = ['same-day', 'complex', 'complex', 'same-day'] as const

function planShort(stage: ChannelStage, teller: Teller, channel: string, at: number, turn: number): void {
  const { desk, staff, office } = stage
  stage.plan(at, async () => {
    const name = office.channel(channel)?.name ?? channel
    const day = dayOf(instantOf(at))
    const told = teller.tell(day, `${name}来件`)
    const grade = INSTANT.includes(channel) ? (GRADES_TOLD[turn % GRADES_TOLD.length] ?? null) : null
    const form: PetitionForm = { ...told.form, grade, repeat: { answer: 'first' } }
    const visit: VisitForm = {
      ...told.visit,
      channel,
      origin: { kind: 'short' },
      place: name,
      receivedBy: staff.clerk.name,
      startedAt: instantOf(at),
      endedAt: null,
      materials: [],
      petitions: [form],
    }
    await desk.ledger.change((change) => keep(stage, change, visit, form, day))
  })
}

export async function keep(
  stage: ChannelStage,
  change: Change,
  visit: VisitForm,
  form: PetitionForm,
  day: Day,
): Promise<void> {
  const { petition } = await registerOne(change, stage.desk, stage.staff.clerk, visit, day)
  stage.registered(petition, day, visit, form)
}

const APPEALS = [
  { channel: 'XSSS', category: 'JC04', back: 40, decision: '学处〔2026〕6号记过处分决定', by: 'XSGZC' },
  { channel: 'XSSS', category: 'JC04', back: 4, decision: '学处〔2026〕11号严重警告处分决定', by: 'XSGZC' },
  { channel: 'JZGFH', category: 'JC06', back: 12, decision: '年度考核结果的处理意见', by: 'RSC' },
] as const

/** One concluded and told, one new, and one of staff under way. */
function planAppeals(stage: ChannelStage, teller: Teller): void {
  const { desk, staff, workDays } = stage
  const me = staff.clerk
  for (const [index, { channel, category, back, decision, by }] of APPEALS.entries()) {
    const day = workDays.days.at(-back)
    if (day === undefined) continue
    let number: PetitionNumber | null = null
    stage.plan(atMinute(day, 9 * 60 + 5 + index), async () => {
      const { visit } = teller.tell(day, '申诉')
      const [person] = visit.petitioners
      if (person === undefined) return
      const { name, phone, studentNumber, organisation } = person
      const made = await desk.ledger.change((change) =>
        registerShort(change, desk, me, {
          channel,
          startedAt: null,
          anonymous: false,
          confidential: false,
          name: name || inventName(stage.random),
          phone,
          identity: channel === 'XSSS' ? 'student' : 'staff',
          studentNumber,
          organisation,
          title: channel === 'XSSS' ? '不服纪律处分提出申诉' : '不服处理意见申请复核',
          matter: `对${decision}不服，认为认定的事实与实际情况有出入，请求重新审查。`,
          category,
          purpose: 'appeal',
          grade: null,
          urgency: 'normal',
          accusedNames: '',
          accusedUnits: [],
          repeat: { answer: 'first' },
          appeal: { decision, decidedBy: by, decidedOn: addDays(day, -9), deliveredOn: addDays(day, -6) },
        }),
      )
      number = made.petition
    })
    if (index > 0) continue
    const decidedOn = workDays.after(day, 7)
    stage.plan(atMinute(decidedOn, 10 * 60), async () => {
      if (number === null) return
      const text = '经复查，原处分认定事实清楚，但量度偏重，建议变更为警告处分。'
      await decideAppeal(desk, me, { number, on: decidedOn, result: 'changed', text })
    })
    const toldOn = workDays.after(day, 8)
    stage.plan(atMinute(toldOn, 10 * 60), async () => {
      if (number !== null) await tellAppeal(desk, me, { number, on: toldOn, medium: 'written' })
    })
  }
}

/** A list of the hotline as its centre sends it, with two rows nobody can register. */
function planImport(stage: ChannelStage, teller: Teller): void {
  const { desk, staff, office, workDays, random } = stage
  const day = workDays.days.at(-6)
  if (day === undefined) return
  stage.plan(atMinute(day, 15 * 60), async () => {
    const phones = random.fork('orders')
    const rows = Array.from({ length: ORDERS }, (_, index) => {
      const { form } = teller.tell(day, '热线工单')
      const category = office.category(form.category)
      const broken = index % 6 === 5
      return [
        `RX${day.replaceAll('-', '')}${String(index + 1).padStart(3, '0')}`,
        `${day} ${String(8 + (index % 6)).padStart(2, '0')}:20`,
        inventName(phones),
        inventPhone(phones),
        broken ? '未分类' : (office.category(category?.parent ?? '')?.name ?? category?.name ?? ''),
        form.title,
        form.matter,
        '复杂',
      ]
    })
    const head = ['工单编号', '来电时间', '诉求人', '联系电话', '问题类型', '标题', '诉求内容', '分级']
    const csv = [head, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')
    const file = await openFile('热线工单.csv', Buffer.from(csv, 'utf8'))
    const columns = {
      reference: '工单编号',
      reportedAt: '来电时间',
      name: '诉求人',
      phone: '联系电话',
      category: '问题类型',
      title: '标题',
      matter: '诉求内容',
      grade: '分级',
    } as const
    const mapping = { columns, channel: 'JSRX', category: null, dispatch: true }
    await desk.jobs.run('demo', (running) =>
      runImport(desk, staff.clerk, file, { mapping, duplicates: 'skip', exceptions: [] }, running),
    )
  })
}
