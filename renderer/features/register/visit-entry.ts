import type { Route } from '../../../shared/domain/petition.ts'
import {
  type Material,
  type Petitioner,
  type PetitionForm,
  petitionerSchema,
  type VisitForm,
} from '../../../shared/domain/visit.ts'

/** One petition as it is being typed, with what the receptionist means to do with it once it is saved. */
export type PetitionEntry = PetitionForm & { readonly plan: Route | null }

/** A visit as it is being typed: nothing in it has been checked yet. */
export type VisitEntry = Omit<VisitForm, 'startedAt' | 'endedAt' | 'petitions'> & {
  /** An instant, or what was typed as long as it is none. */
  readonly startedAt: string
  readonly endedAt: string | null
  readonly petitions: readonly PetitionEntry[]
}

export const BLANK_PERSON: Petitioner = petitionerSchema.parse({})

export const BLANK_MATERIAL: Material = { name: '', pages: 1, form: 'copy', kept: true }

export const BLANK_PETITION: PetitionEntry = {
  title: '',
  matter: '',
  grounds: '',
  demand: '',
  purpose: 'request',
  category: '',
  accusedNames: '',
  accusedUnits: [],
  happenedOn: '',
  happenedAt: '',
  repeat: { answer: 'first' },
  previousHandling: '',
  legalFlags: [],
  urgency: 'normal',
  grade: null,
  opinion: '',
  plan: null,
}

/** What a new visit starts with. */
export type Defaults = {
  readonly startedAt: string
  readonly receivedBy: string
  readonly receivingUnit: string
  readonly place: string
  readonly channel: string
}

export function blankVisit(defaults: Defaults): VisitEntry {
  return {
    ...defaults,
    origin: { kind: 'counter' },
    endedAt: null,
    anonymous: false,
    confidential: false,
    headcount: 1,
    affected: 1,
    petitioners: [BLANK_PERSON],
    agentName: '',
    agentAuthorised: false,
    materials: [],
    unusual: '',
    remark: '',
    petitions: [BLANK_PETITION],
  }
}

function typed(values: object): boolean {
  return Object.values(values).some((value) => typeof value === 'string' && value.trim() !== '')
}

/** A visit whose telling has begun: worth keeping as a draft. */
export function isBegun({ petitioners, petitions, materials, unusual, remark }: VisitEntry): boolean {
  const begunPetition = ({
    title,
    matter,
    grounds,
    demand,
    category,
    opinion,
    accusedNames,
  }: PetitionEntry) => typed({ title, matter, grounds, demand, category, opinion, accusedNames })
  const begunPerson = ({ name, phone, studentNumber, organisation, idNumber, address, email }: Petitioner) =>
    typed({ name, phone, studentNumber, organisation, idNumber, address, email })
  return (
    petitioners.some(begunPerson) ||
    petitions.some(begunPetition) ||
    materials.length > 0 ||
    typed({ unusual, remark })
  )
}

/** How a draft is called in the list of the unfinished. */
export function draftTitle({ petitioners, petitions, anonymous }: VisitEntry): string {
  const name = petitioners[0]?.name.trim() ?? ''
  const who = anonymous ? '匿名' : name === '' ? '未填姓名' : name
  const title = petitions.map((petition) => petition.title.trim()).find((text) => text !== '')
  return `${who}　${title ?? '未填事由'}`.slice(0, 200)
}
