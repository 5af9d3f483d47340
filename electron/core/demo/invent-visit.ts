import { type Day, instantOf, weekday } from '../../../shared/domain/day.ts'
import type { Grade, PetitionNumber, Urgency } from '../../../shared/domain/petition.ts'
import {
  LEGAL_FLAGS,
  type Petitioner,
  type PetitionForm,
  type VisitForm,
  visitFormSchema,
} from '../../../shared/domain/visit.ts'
import type { Office } from '../store/office-store.ts'
import { inventName, inventPerson } from './people.ts'
import type { Random } from './random.ts'
import { ACCUSATIONS, STORIES } from './stories/index.ts'
import type { Story } from './stories/story.ts'
import { speaker } from './vocabulary.ts'
import { EARLIER_STEPS, GROUNDS, IMPACTS, MATERIALS, OPENINGS } from './wording.ts'

/** Somebody who was here before, and what about. */
export type Earlier = {
  readonly person: Petitioner
  readonly petition: PetitionNumber
  readonly form: PetitionForm
}

export type Inventing = {
  readonly random: Random
  readonly office: Office
  readonly receivedBy: string
  /** Those who may come again. */
  readonly earlier: readonly Earlier[]
  /** Texts that are taken: nothing is told twice word for word. */
  readonly told: Set<string>
  /** How many visits there were already: now and then it is the turn of a rarer channel. */
  readonly visits: number
}

/** One visit, complete and as the form would accept it. */
export function inventVisit(inventing: Inventing, day: Day, startedAt: number, endedAt: number): VisitForm {
  const { random, office } = inventing
  const again = inventing.earlier.length > 0 && random.chance(0.09) ? random.pick(inventing.earlier) : null
  const accusing = again === null && random.chance(0.04)
  const anonymous = again === null && random.chance(accusing ? 0.35 : 0.05)
  const first = accusing ? random.pick(ACCUSATIONS) : random.pick(STORIES)
  const identity = again?.person.identity ?? random.pick(first.by)
  const main = again?.person ?? inventPerson(random, identity, day, office.units)
  const crowd = !anonymous && !accusing && random.chance(0.05) ? random.between(5, 30) : 1
  const others =
    crowd === 1
      ? []
      : Array.from({ length: random.between(1, 4) }, () => inventPerson(random, identity, day, office.units))
  const channel = channelOf(inventing, day, startedAt, accusing)
  const byGrade = office.channel(channel)?.regulation === '制度'
  return visitFormSchema.parse({
    channel,
    startedAt: instantOf(startedAt),
    endedAt: instantOf(endedAt),
    place: office.settings.receptionPlace,
    receivedBy: inventing.receivedBy,
    receivingUnit: '学校办公室',
    anonymous,
    confidential: accusing ? random.chance(0.6) : random.chance(0.04),
    headcount: crowd,
    affected: crowd === 1 ? (random.chance(0.3) ? random.between(2, 120) : 1) : crowd * random.between(1, 6),
    petitioners: [anonymous ? nameless(main) : main, ...others],
    ...(random.chance(0.03) && { agentName: inventName(random), agentAuthorised: random.chance(0.7) }),
    materials: materialsOf(random),
    unusual: random.chance(0.01) ? '来访人一度情绪激动，经安抚后平静。' : '',
    petitions: petitionsOf(inventing, day, first, again, accusing).map((petition) =>
      byGrade ? { ...petition, grade: random.share(GRADES) } : petition,
    ),
  })
}

const AGAIN = '再次反映：'

const GRADES: Readonly<Record<Grade, number>> = { instant: 30, 'same-day': 35, complex: 28, 'long-term': 7 }
const URGENCIES: Readonly<Record<Urgency, number>> = { normal: 93, urgent: 6, critical: 1 }
/** Further matters in one visit. */
const FURTHER = { 0: 86, 1: 11, 2: 3 }

/** Keeps what kind of person it was, and nothing that says who. */
function nameless(person: Petitioner): Petitioner {
  return {
    ...person,
    name: '',
    studentNumber: '',
    phone: '',
    idNumber: '',
    address: '',
    email: '',
    bornOn: '',
  }
}

function materialsOf(random: Random) {
  if (!random.chance(0.35)) return []
  const first = random.between(0, MATERIALS.length - 1)
  return Array.from({ length: random.between(1, 3) }, (_, index) => ({
    name: MATERIALS[(first + index * 3) % MATERIALS.length] ?? MATERIALS[0],
    pages: random.between(1, 8),
    form: random.chance(0.8) ? ('copy' as const) : ('original' as const),
    kept: random.chance(0.8),
  }))
}

/** Most come to the reception room; Wednesday afternoons to the leader; the rest by the other channels in turn. */
function channelOf(
  { office, random, visits }: Inventing,
  day: Day,
  startedAt: number,
  accusing: boolean,
): string {
  const usual = office.settings.defaultChannel
  if (accusing) return usual
  if (visits % 8 === 5) return office.channels[Math.floor(visits / 8) % office.channels.length]?.code ?? usual
  const afternoon = new Date(startedAt).getUTCHours() >= 5
  if (weekday(day) === 3 && afternoon && random.chance(0.5)) return 'JDR'
  const growthDay = weekday(day) === 2 || weekday(day) === 4
  return random.share({ [usual]: 62, CZZX: growthDay ? 14 : 2, XZXX: 10, JSRX: 6, JSWX: 6, JSAPP: 3 })
}

function petitionsOf(
  inventing: Inventing,
  day: Day,
  first: Story,
  again: Earlier | null,
  accusing: boolean,
): PetitionForm[] {
  const { random } = inventing
  const more = accusing ? 0 : Number(random.share(FURTHER))
  const fitting = STORIES.filter((story) => story.by.some((identity) => first.by.includes(identity)))
  const stories = [first, ...Array.from({ length: more }, () => random.pick(fitting))]
  return stories.map((story, index) =>
    index === 0 && again !== null ? repeated(inventing, day, again) : tell(inventing, day, story),
  )
}

function tell({ random, office, told }: Inventing, day: Day, story: Story): PetitionForm {
  const defaultUnit = office.category(story.category)?.defaultUnit ?? ''
  const unit = office.unit(defaultUnit)?.name ?? '有关部门'
  const accusing = story.purpose === 'accusation'
  const where = random.pick(office.units.filter(({ takesAccusations }) => !takesAccusations))
  const accused = accusing ? `${where.name}${inventName(random)}` : ''
  for (;;) {
    const say = speaker(random, day, { unit, accused })
    const which = random.between(0, story.told.length - 1)
    const title = say(story.titles[which % story.titles.length] ?? '')
    const body = say(story.told[which] ?? '')
    const matter = `${random.pick(OPENINGS)}${body}${say(random.pick(EARLIER_STEPS))}${say(random.pick(IMPACTS))}`
    if (told.has(matter)) continue
    told.add(matter)
    return {
      title,
      matter,
      grounds: random.chance(0.4) ? say(random.pick(GROUNDS)) : '',
      demand: say(story.wishes[which % story.wishes.length] ?? ''),
      purpose: story.purpose,
      category: story.category,
      accusedNames: accused,
      accusedUnits: accusedUnits(random, accusing, where.code, defaultUnit),
      happenedOn: random.chance(0.3) ? say('{when}') : '',
      happenedAt: random.chance(0.25) ? say(random.pick(['{hall}', '{dorm}', '{canteen}'])) : '',
      repeat: { answer: 'first' },
      previousHandling: random.chance(0.2) ? say('曾向{unit}反映，未有结果。') : '',
      legalFlags: random.chance(0.02)
        ? [random.pick(Object.keys(LEGAL_FLAGS) as (keyof typeof LEGAL_FLAGS)[])]
        : [],
      urgency: random.share(URGENCIES),
      grade: null,
      opinion: '',
    }
  }
}

/** Of an accusation the unit of the accused; now and then also the unit that would have handled an ordinary matter. */
function accusedUnits(random: Random, accusing: boolean, where: string, defaultUnit: string): string[] {
  if (accusing) return random.chance(0.5) ? [where] : []
  return defaultUnit !== '' && random.chance(0.03) ? [defaultUnit] : []
}

function repeated({ random, told }: Inventing, day: Day, { petition, form }: Earlier): PetitionForm {
  const say = speaker(random, day)
  const isRepeat = random.chance(0.75)
  const matter = `来访人再次来访：此前反映的“${form.title}”（${petition}）${say(
    random.pick(['仍未解决，', '解决后{when}又出现，', '收到的答复不够具体，']),
  )}${say(random.pick(['希望明确时间。', '同宿舍{few}人情况相同。', '要求书面答复。', '已等待{n}天。']))}`
  told.add(matter)
  return {
    ...form,
    title: form.title.startsWith(AGAIN) ? form.title : `${AGAIN}${form.title}`,
    matter,
    repeat: isRepeat ? { answer: 'repeat', of: petition } : { answer: 'not-repeat', offered: [petition] },
    previousHandling: `前件编号 ${petition}。`,
    legalFlags: [],
    grade: null,
  }
}
