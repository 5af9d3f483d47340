import type { Received, Sent } from '../../../shared/contract/api.ts'

/** A short record as it is being typed: nothing in it has been checked yet. */
export type ShortEntry = Omit<Received<'channels.register'>['record'], 'startedAt' | 'appeal'> & {
  readonly decision: string
  readonly decidedBy: string | null
  readonly deliveredOn: string | null
}

export function blankEntry(channel: string): ShortEntry {
  return {
    channel,
    anonymous: false,
    confidential: false,
    name: '',
    phone: '',
    identity: 'student',
    studentNumber: '',
    organisation: '',
    title: '',
    matter: '',
    category: '',
    purpose: 'request',
    grade: null,
    urgency: 'normal',
    accusedNames: '',
    accusedUnits: [],
    repeat: { answer: 'first' },
    decision: '',
    decidedBy: null,
    deliveredOn: null,
  }
}

/** What the core is sent; only an appeal says what it is against. */
export function recordOf(entry: ShortEntry, isAppeal: boolean): Sent<'channels.register'>['record'] {
  const { decision, decidedBy, deliveredOn, ...record } = entry
  return { ...record, appeal: isAppeal ? { decision, decidedBy, deliveredOn } : null }
}

/** Worth keeping: somebody has begun to tell. */
export function isBegun({ name, phone, title, matter, decision, organisation }: ShortEntry): boolean {
  return [name, phone, title, matter, decision, organisation].some((text) => text.trim() !== '')
}

/** What is kept of an unfinished record, null while nothing has been told. */
export function keptEntry(entry: ShortEntry, by: string) {
  if (!isBegun(entry)) return null
  const title = `快速登记：${entry.title.trim() || entry.name.trim() || '未写标题'}`.slice(0, 60)
  return { title, form: { short: true, by, entry } }
}

/** A draft read back; null when it is of another form or another person. */
export function readShortDraft(form: unknown, by: string): ShortEntry | null {
  if (typeof form !== 'object' || form === null || !('short' in form) || !('entry' in form)) return null
  if (!('by' in form) || form.by !== by || typeof form.entry !== 'object' || form.entry === null) return null
  const blank = blankEntry('')
  const saved: Record<string, unknown> = { ...form.entry }
  const taken = Object.entries(blank).flatMap(([key, value]) => {
    const known = saved[key]
    const same = typeof known === typeof value || value === null || known === null
    return known !== undefined && same ? [[key, known]] : []
  })
  return { ...blank, ...Object.fromEntries(taken) }
}
