/**
 * The two regulations told once more, as plainly as possible and without a line of the program's own rules: a petition
 * is in one phase, an act moves it to another, and a few marks remember what was owed and done. The property test lets
 * the program and this model judge the same acts.
 */

export type Phase =
  | 'new'
  | 'own'
  | 'unit'
  | 'leader'
  | 'assigned'
  | 'answered'
  | 'unhappy'
  | 'redo'
  | 'unhappy again'
  | 'supervised'
  | 'closed'
  | 'archived'
  | 'declined'

export type Petition = {
  readonly accusation: boolean
  /** 求决 or 申诉: something was asked for that may not be granted. */
  readonly asks: boolean
  readonly anonymous: boolean
  phase: Phase
  longTerm: boolean
  unit: string | null
  assists: readonly string[]
  /** What kind of route was last decided. */
  route: 'direct' | 'transfer' | 'submit' | 'decline' | null
  before: boolean
  instructed: 'no' | 'words' | 'unit'
  acknowledged: boolean
  returned: boolean
  replied: boolean
  everAnswered: boolean
  answeredLate: boolean
  granted: boolean | null
  round: 0 | 1 | 2
  ratedRound: number
  talked: 'no' | 'phone' | 'met'
  met: boolean
  extensions: number
  extension: { last: string; told: boolean } | null
  stages: { on: string; told: boolean }[]
  reported: boolean
  transferPaper: boolean
}

export function registered(of: Pick<Petition, 'accusation' | 'asks' | 'anonymous' | 'longTerm'>): Petition {
  return {
    ...of,
    phase: 'new',
    unit: null,
    assists: [],
    route: null,
    before: false,
    instructed: 'no',
    acknowledged: false,
    returned: false,
    replied: false,
    everAnswered: false,
    answeredLate: false,
    granted: null,
    round: 0,
    ratedRound: -1,
    talked: 'no',
    met: false,
    extensions: 0,
    extension: null,
    stages: [],
    reported: false,
    transferPaper: false,
  }
}

export type Act =
  | { readonly do: 'direct' }
  | { readonly do: 'keep' | 'progress' | 'acknowledge' | 'close' | 'archive' | 'chase' | 'correct' }
  | { readonly do: 'transfer'; readonly unit: string; readonly assist: string | null }
  | { readonly do: 'submit' }
  | { readonly do: 'decline' }
  | { readonly do: 'instruct'; readonly unit: string | null }
  | { readonly do: 'return'; readonly unit: string }
  | { readonly do: 'unitReply'; readonly unit: string }
  | { readonly do: 'communicate'; readonly means: 'phone' | 'meeting' }
  | { readonly do: 'plan'; readonly inDays: number }
  | { readonly do: 'extend'; readonly byDays: number }
  | { readonly do: 'inform'; readonly kind: 'progress' | 'extension' | 'stage' }
  | { readonly do: 'answer'; readonly granted: boolean }
  | { readonly do: 'report'; readonly kind: 'progress' | 'result' }
  | { readonly do: 'rate'; readonly happy: boolean }
  | { readonly do: 'redo' | 'supervise'; readonly unit: string }

export const ACCUSED = 'HQC'
export const DISCIPLINE = 'JJS'

const HANDLED_BY_UNIT: readonly Phase[] = ['unit', 'assigned', 'redo', 'supervised']
const ROUTED_AT_WILL: readonly Phase[] = ['new', 'own', 'unit', 'leader', 'assigned']
const UNHAPPY: readonly Phase[] = ['unhappy', 'unhappy again']
const ENDED: readonly Phase[] = ['answered', 'closed', 'archived', 'declined']

/** May this unit have the matter? No unit hears what is said of it; an accusation is for discipline inspection alone. */
function mayHave(petition: Petition, unit: string): boolean {
  return unit !== ACCUSED && (!petition.accusation || unit === DISCIPLINE)
}

function owesTalk(petition: Petition): boolean {
  if (petition.anonymous) return false
  if (petition.asks && petition.granted === false && !petition.met) return true
  const long = petition.longTerm || petition.extensions > 0 || petition.answeredLate
  return long && petition.talked === 'no' && !petition.met
}

function mayClose(petition: Petition): boolean {
  const { phase, anonymous, replied } = petition
  const told =
    phase === 'answered' || (anonymous && (phase === 'own' || (HANDLED_BY_UNIT.includes(phase) && replied)))
  const untold = !anonymous && petition.extension !== null && !petition.extension.told
  return told && !owesTalk(petition) && !untold && (petition.instructed === 'no' || petition.reported)
}

/** Does the regulation allow the act on this day? `due` is the day the limit runs out, if one runs. */
export function isLegal(petition: Petition, act: Act, today: string, due: string | null): boolean {
  const { phase } = petition
  const withUnit = HANDLED_BY_UNIT.includes(phase)
  const open = !ENDED.includes(phase)
  switch (act.do) {
    case 'direct':
      return ROUTED_AT_WILL.includes(phase) && !petition.accusation && petition.instructed !== 'unit'
    case 'transfer':
      return (
        ROUTED_AT_WILL.includes(phase) &&
        petition.instructed !== 'unit' &&
        mayHave(petition, act.unit) &&
        (act.assist === null || (mayHave(petition, act.assist) && act.assist !== act.unit))
      )
    case 'submit':
      return ROUTED_AT_WILL.includes(phase)
    case 'decline':
      return ROUTED_AT_WILL.includes(phase) && petition.instructed === 'no'
    case 'acknowledge':
      return open && !petition.acknowledged
    case 'instruct':
      return (
        (ROUTED_AT_WILL.includes(phase) || phase === 'redo' || phase === 'supervised') &&
        (act.unit === null || mayHave(petition, act.unit))
      )
    case 'return':
      return withUnit && !petition.returned && !petition.replied && has(petition, act.unit)
    case 'keep':
      return petition.returned && open
    case 'chase':
      return (withUnit && !petition.replied) || phase === 'leader' || phase === 'unhappy again'
    case 'progress':
      return open && phase !== 'new'
    case 'unitReply':
      return withUnit && !petition.returned && has(petition, act.unit)
    case 'communicate':
      return phase !== 'archived' && phase !== 'declined'
    case 'plan':
      return open && phase !== 'new' && petition.longTerm
    case 'extend':
      return mayExtend(petition, act.byDays, today, due)
    case 'inform':
      if (!open && phase !== 'answered') return false
      if (act.kind === 'extension') return petition.extension !== null
      return act.kind === 'progress' || petition.stages.some(({ told }) => !told)
    case 'answer':
      return phase === 'own' || phase === 'answered' || (withUnit && petition.replied)
    case 'report':
      if (phase === 'archived' || phase === 'declined') return false
      if (!petition.before && petition.instructed === 'no') return false
      return act.kind === 'progress' || petition.replied || hasAnswer(petition) || phase === 'closed'
    case 'rate':
      return (phase === 'answered' || phase === 'closed') && petition.ratedRound !== petition.round
    case 'redo':
      return phase === 'unhappy' && mayHave(petition, act.unit)
    case 'supervise':
      return phase === 'unhappy again' && mayHave(petition, act.unit)
    case 'close':
      return mayClose(petition)
    case 'archive':
      return phase === 'closed' && fileIsWhole(petition)
    case 'correct':
      return phase !== 'archived'
  }
}

function has(petition: Petition, unit: string): boolean {
  return petition.unit === unit || petition.assists.includes(unit)
}

function hasAnswer({ phase }: Petition): boolean {
  return phase === 'answered' || UNHAPPY.includes(phase)
}

/** Before the limit, for a reason told to the petitioner, and never beyond thirty days after the first limit. */
function mayExtend(petition: Petition, byDays: number, today: string, due: string | null): boolean {
  const { phase, extension } = petition
  if (due === null || ENDED.includes(phase) || UNHAPPY.includes(phase) || phase === 'new') return false
  if (today > due || byDays < 1 || (extension !== null && !extension.told)) return false
  return plusDays(due, byDays) <= (extension?.last ?? plusDays(due, 30))
}

function fileIsWhole(petition: Petition): boolean {
  const { route, instructed, anonymous } = petition
  const throughUnit = route === 'transfer' || instructed === 'unit'
  if (throughUnit && !petition.transferPaper) return false
  return anonymous || ((!throughUnit || petition.replied) && petition.everAnswered)
}

/** What the act changes; only ever called for a legal one. */
export function take(petition: Petition, act: Act, today: string, due: string | null): void {
  switch (act.do) {
    case 'direct':
      return void Object.assign(petition, routed, { phase: 'own', route: 'direct', unit: 'JJS', assists: [] })
    case 'transfer':
      return void Object.assign(petition, routed, {
        phase: 'unit',
        route: 'transfer',
        unit: act.unit,
        assists: act.assist === null ? [] : [act.assist],
      })
    case 'submit':
      return void Object.assign(petition, routed, {
        phase: 'leader',
        route: 'submit',
        before: true,
        instructed: 'no',
        unit: null,
        assists: [],
      })
    case 'decline':
      return void Object.assign(petition, routed, { phase: 'declined', route: 'decline', unit: null })
    case 'acknowledge':
      petition.acknowledged = true
      return
    case 'instruct':
      return instruct(petition, act.unit)
    case 'return':
      petition.returned = true
      return
    case 'keep':
      petition.returned = false
      return
    case 'unitReply':
      petition.replied = true
      return
    case 'communicate':
      if (act.means === 'meeting') petition.met = true
      else petition.talked = 'phone'
      return
    case 'plan':
      petition.stages = [{ on: plusDays(today, act.inDays), told: false }]
      return
    case 'extend':
      petition.extensions += 1
      petition.extension = { last: petition.extension?.last ?? plusDays(due ?? today, 30), told: false }
      return
    case 'inform':
      return inform(petition, act.kind)
    case 'answer':
      petition.phase = 'answered'
      petition.everAnswered = true
      petition.answeredLate = due !== null && today > due
      petition.granted = act.granted
      return
    case 'report':
      if (act.kind === 'result') petition.reported = true
      return
    case 'rate':
      petition.ratedRound = petition.round
      if (!act.happy && petition.round === 0) petition.phase = 'unhappy'
      if (!act.happy && petition.round === 1) petition.phase = 'unhappy again'
      return
    case 'redo':
      return void Object.assign(petition, anew, { phase: 'redo', round: 1, unit: act.unit })
    case 'supervise':
      return void Object.assign(petition, anew, {
        phase: 'supervised',
        round: 2,
        unit: act.unit,
        assists: [],
        instructed: 'unit',
      })
    case 'close':
      petition.phase = 'closed'
      return
    case 'archive':
      petition.phase = 'archived'
      return
    case 'correct':
      petition.longTerm = !petition.longTerm
      return
    case 'chase':
    case 'progress':
      return
  }
}

const routed = { before: false, returned: false, replied: false }
const anew = {
  returned: false,
  replied: false,
  answeredLate: false,
  extension: null,
  talked: 'no',
  met: false,
  reported: false,
}

function instruct(petition: Petition, unit: string | null): void {
  petition.instructed = unit === null ? 'words' : 'unit'
  if (unit === null) {
    if (petition.phase === 'leader') petition.phase = 'own'
    // The word of the leader without a unit leaves an assigned matter to nobody but the route it had.
    if (petition.phase === 'assigned') petition.phase = phaseOfRoute(petition)
    return
  }
  if (unit !== petition.unit) petition.replied = false
  petition.returned = false
  petition.unit = unit
  petition.assists = []
  if (petition.phase !== 'redo' && petition.phase !== 'supervised') petition.phase = 'assigned'
}

function phaseOfRoute({ route }: Petition): Phase {
  if (route === null) return 'new'
  return route === 'transfer' ? 'unit' : 'own'
}

function inform(petition: Petition, kind: 'progress' | 'extension' | 'stage'): void {
  if (kind === 'extension' && petition.extension !== null) petition.extension.told = true
  if (kind !== 'stage') return
  petition.extension = null
  const stage = petition.stages.find(({ told }) => !told)
  if (stage) stage.told = true
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
