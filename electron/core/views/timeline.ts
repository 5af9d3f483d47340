import type { z } from 'zod'
import type { timelineItem } from '../../../shared/contract/views.ts'
import { COLLECTED_AS } from '../../../shared/domain/coordination.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { ENTRY_KINDS, type KnownEntry, readEntry } from '../../../shared/domain/entries.ts'
import type { Entry } from '../../../shared/domain/entry.ts'
import {
  DECLINE_GROUNDS,
  GRADES,
  MEDIA,
  OUTCOMES,
  type PetitionNumber,
  PURPOSES,
  ROUTES,
  URGENCIES,
} from '../../../shared/domain/petition.ts'
import { type Correction, correctionSchema, type Origin } from '../../../shared/domain/visit.ts'
import { dayInWords } from '../../../shared/rules/deadline-state.ts'
import type { Office } from '../store/office-store.ts'
import type { DocumentTable } from '../store/schema.ts'
import { appealLines } from './timeline-appeal.ts'
import { followUpLines } from './timeline-follow-up.ts'
import { paperTimeline } from './timeline-papers.ts'

type TimelineItem = z.output<typeof timelineItem>

export type TimelineContext = {
  readonly office: Office
  readonly today: Day
  readonly number: PetitionNumber
  readonly nameOf: (login: string) => string
  /** Of the petition and its visit. */
  readonly papers: readonly DocumentTable[]
}

/** Everything that happened to a petition, oldest first, in words. Corrections show what stood there before. */
export function timelineOf(entries: readonly Entry[], context: TimelineContext): TimelineItem[] {
  const facts: Facts = { form: {}, paperLines: paperTimeline(context.papers) }
  return entries.map((stored) => {
    const entry = readEntry(stored)
    const { lines, struck } = describe(entry, context, facts)
    return {
      seq: entry.seq,
      at: entry.at,
      who: context.nameOf(entry.actor),
      label: ENTRY_KINDS[entry.kind].label,
      lines: lines.filter((line) => line !== ''),
      struck,
    }
  })
}

/** What earlier entries said, for those that refer to it. */
type Facts = { form: Correction; readonly paperLines: ReturnType<typeof paperTimeline> }

type Described = { readonly lines: string[]; readonly struck: string[] }

function describe(entry: KnownEntry, context: TimelineContext, facts: Facts): Described {
  const { office } = context
  const unit = (code: string | null) => (code === null ? '' : (office.unit(code)?.name ?? code))
  const day = (on: Day) => dayInWords(on, context.today)
  const plain = (...lines: string[]): Described => ({ lines, struck: [] })
  switch (entry.kind) {
    case 'visit.registered': {
      const form = entry.body.visit.petitions[entry.body.numbers.indexOf(context.number)]
      if (form) facts.form = form
      return plain(
        `${office.channel(entry.body.visit.channel)?.name ?? ''}，接谈人${entry.body.visit.receivedBy}`,
        form?.title ?? '',
        originLine(entry.body.visit.origin),
      )
    }
    case 'petition.corrected':
      return corrected(entry.body, facts, context)
    case 'petition.repeat-judged':
      return plain(
        entry.body.answer === 'repeat'
          ? `认定为重复件，前件 ${entry.body.of}`
          : entry.body.answer === 'first'
            ? '认定为初次反映'
            : '认定不是重复件',
      )
    case 'petition.routed':
      return plain(...routed(entry.body, unit, office))
    case 'petition.instructed': {
      const { leader, text, leadUnit, assistUnits, limitOn } = entry.body
      return plain(
        `${leader}：${text}`,
        leadUnit === null
          ? ''
          : `交${unit(leadUnit)}办理${assistUnits.length > 0 ? `，${assistUnits.map(unit).join('、')}协办` : ''}`,
        limitOn === null ? '' : `办结时限 ${day(limitOn)}`,
      )
    }
    case 'petition.read':
      return plain('已阅')
    case 'petition.answered':
      return plain(`${MEDIA[entry.body.medium]}答复，结论：${OUTCOMES[entry.body.outcome]}`, entry.body.text)
    case 'petition.closed':
      return plain(entry.body.remark)
    case 'petition.acknowledged':
    case 'petition.returned':
    case 'petition.kept':
    case 'petition.chased':
    case 'petition.progressed':
    case 'petition.unit-replied':
    case 'petition.informed':
    case 'petition.reported':
    case 'petition.extended':
    case 'petition.communicated':
    case 'petition.planned':
    case 'petition.rated':
    case 'petition.redone':
    case 'petition.supervised':
    case 'petition.unfinished-explained':
    case 'petition.archived':
      return plain(...followUpLines(entry, { unit, day }))
    case 'appeal.filed':
    case 'appeal.decided':
    case 'appeal.told':
      return plain(...appealLines(entry, unit, day))
    case 'petition.remarked':
      return plain(entry.body.text)
    case 'coordination.collected':
      return plain(`${COLLECTED_AS[entry.body.as]}：${entry.body.reason}`)
    case 'coordination.released':
      return plain(entry.body.reason)
    case 'petition.revealed':
      return plain(entry.body.why)
    case 'document.issued':
    case 'document.reprinted':
    case 'document.voided':
      return plain(...facts.paperLines(entry))
    default:
      return plain()
  }
}

/** Where it came from, when that was neither the counter nor a short record. */
function originLine(origin: Origin): string {
  switch (origin.kind) {
    case 'counter':
    case 'short':
      return ''
    case 'reception':
      return `接待记录 ${origin.conversation}`
    case 'activity':
      return `沟通活动 ${origin.activity}`
    case 'import':
      return `工单 ${origin.reference}（${origin.file}）`
  }
}

function routed(
  body: Extract<KnownEntry, { kind: 'petition.routed' }>['body'],
  unit: (code: string) => string,
  office: Office,
): string[] {
  switch (body.route) {
    case 'direct':
      return [`${ROUTES.direct}：${unit(body.unit)}`]
    case 'transfer':
      return [
        `${ROUTES.transfer}${unit(body.leadUnit)}（承办）`,
        body.assistUnits.length > 0 ? `协办单位：${body.assistUnits.map(unit).join('、')}` : '',
        body.remark,
      ]
    case 'submit': {
      const leader = office.leader(body.leader)
      return [`${ROUTES.submit}${leader ? `${leader.post}${leader.name}` : body.leader}`, body.proposal]
    }
    case 'decline':
      return [`${ROUTES.decline}：${DECLINE_GROUNDS[body.ground]}`, body.lawfulChannel, body.explanation]
  }
}

const FIELD_WORDS: Readonly<Record<keyof Correction, string>> = {
  title: '标题',
  matter: '反映问题概况',
  grounds: '事实与理由',
  demand: '具体诉求',
  purpose: '信访目的',
  category: '内容分类',
  accusedNames: '被反映人',
  accusedUnits: '被反映单位',
  urgency: '紧急程度',
  grade: '分级',
}

function corrected(
  body: Extract<KnownEntry, { kind: 'petition.corrected' }>['body'],
  facts: Facts,
  { office }: TimelineContext,
): Described {
  const lines = [`更正原因：${body.reason}`]
  const struck: string[] = []
  const after = { ...facts.form, ...body.changes }
  for (const key of correctionSchema.keyof().options) {
    if (body.changes[key] === undefined) continue
    const word = FIELD_WORDS[key]
    struck.push(`${word}：${inWords(key, facts.form, office)}`)
    lines.push(`${word}：${inWords(key, after, office)}`)
  }
  // The next correction strikes out what this one put in.
  facts.form = after
  return { lines, struck }
}

function inWords(field: keyof Correction, form: Correction, office: Office): string {
  const text = textOf(field, form, office)
  return text === '' ? '（空）' : text
}

function textOf(field: keyof Correction, form: Correction, office: Office): string {
  switch (field) {
    case 'purpose':
      return form.purpose === undefined ? '' : PURPOSES[form.purpose]
    case 'urgency':
      return form.urgency === undefined ? '' : URGENCIES[form.urgency]
    case 'grade':
      return form.grade ? GRADES[form.grade] : ''
    case 'category':
      return form.category === undefined ? '' : (office.category(form.category)?.name ?? form.category)
    case 'accusedUnits':
      return (form.accusedUnits ?? []).map((code) => office.unit(code)?.name ?? code).join('、')
    default:
      return form[field] ?? ''
  }
}
