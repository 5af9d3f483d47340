import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, signInAs, type TestDesk } from '../../../helpers/a-desk.ts'
import { aVisit } from '../../../helpers/a-visit.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
  await signInAs(desk, 'clerk')
})
afterAll(() => desk.remove())

/** As they were given, and as they were typed into the matter: with blanks, in full-width figures, in parts. */
const GIVEN = [
  '冯保密',
  '13900006666',
  '20269988',
  '数据学院',
  '陈同行',
  '13900007777',
  '卫代理',
  'feng@example.edu.cn',
]
const TYPED = ['冯　保密', '139 0000 6666', '２０２６９９８８', '文化东路8号2单元', '990101200305060018']
const TOLD = `冯　保密（电话139 0000 6666，学号２０２６９９８８）与陈同行是数据学院学生，住文化东路8号2单元，证件990101200305060018，邮箱feng@example.edu.cn`

function aSecretVisit(confidential: boolean): Parameters<typeof aVisit>[0] {
  return {
    confidential,
    headcount: 6,
    affected: 6,
    agentName: '卫代理',
    agentAuthorised: true,
    unusual: TOLD,
    remark: TOLD,
    materials: [{ name: `冯保密的缴费单`, pages: 1, form: 'copy', kept: true }],
    petitioners: [
      {
        name: '冯保密',
        identity: 'student',
        studentNumber: '20269988',
        organisation: '数据学院',
        phone: '13900006666',
        address: '示例市历下区文化东路8号2单元',
        email: 'feng@example.edu.cn',
        bornOn: '2003-05-06',
        gender: 'male',
      },
      { name: '陈同行', identity: 'student', phone: '13900007777' },
    ],
    petition: {
      title: '冯保密反映宿舍热水',
      matter: TOLD,
      grounds: TOLD,
      demand: `请联系卫代理或冯保密`,
      previousHandling: TOLD,
      happenedAt: '冯保密宿舍',
    },
  }
}

async function secretPetition(confidential: boolean): Promise<string> {
  const { petitions } = await desk.ask('visits.register', { visit: aVisit(aSecretVisit(confidential)) })
  return petitions[0]?.number ?? ''
}

/** Every word of every part of the file, read in one row; what only the markup says is left out. */
function wordsOf(bytes: string): string {
  return Object.entries(unzipSync(Buffer.from(bytes, 'base64')))
    .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
    .map(([, part]) => strFromU8(part).replaceAll(/<w:fonts[\s\S]*?<\/w:fonts>/gu, ''))
    .map(
      (part) =>
        `${part.replaceAll(/<[^>]*>/gu, '')}${[...part.matchAll(/(?:descr|title|name)="([^"]*)"/gu)].map(([, text]) => text).join('|')}`,
    )
    .join('\n')
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
}

const tight = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '')
const readIn = (text: string, words: readonly string[]) =>
  words.filter((word) => tight(text).includes(tight(word)))

describe('a petitioner who asked for confidence', () => {
  const units = ['transfer', 'urge', 'supervise', 'feedback', 'registration'] as const
  let petition = ''
  beforeAll(async () => {
    petition = await secretPetition(true)
    await desk.ask('petitions.route', { number: petition, to: { route: 'transfer', leadUnit: 'HQC' } })
    const chase = { number: petition, counterpart: '李工', answer: `已联系冯保密 139-0000-6666` } as const
    await desk.ask('petitions.chase', { ...chase, medium: 'phone' })
    await desk.ask('petitions.chase', {
      ...chase,
      medium: 'phone',
      level: 'supervise',
      requiredOn: '2026-11-23',
    })
  })

  it.each(units)('is given away by no part of %s, nor by its title or the name of its file', async (kind) => {
    const paper = await desk.ask('documents.issue', { petition, kind, unit: 'HQC' })
    const taken = await desk.ask('documents.take', { id: paper.id, how: 'save' })
    const told = [wordsOf(taken.bytes), paper.title, taken.fileName].join('\n')
    expect(readIn(told, [...GIVEN, ...TYPED])).toEqual([])
  })

  it.each(['submission', 'assign'] as const)('nor by %s', async (kind) => {
    const number = await secretPetition(true)
    await desk.ask('petitions.route', {
      number,
      to: { route: 'submit', leader: 'FYZ1', proposal: `冯保密要求面谈` },
    })
    if (kind === 'assign')
      await desk.ask('petitions.recordInstruction', {
        number,
        leader: 'FYZ1',
        text: '请办理',
        leadUnit: 'HQC',
      })
    const paper = await desk.ask('documents.issue', { petition: number, kind })
    const taken = await desk.ask('documents.take', { id: paper.id, how: 'save' })
    expect(
      readIn([wordsOf(taken.bytes), paper.title, taken.fileName].join('\n'), [...GIVEN, ...TYPED]),
    ).toEqual([])
  })
})

describe('遮盖件', () => {
  it.each(['transfer', 'registration', 'receipt', 'accept'] as const)(
    'of %s holds no secret in any part',
    async (kind) => {
      const petition = await secretPetition(false)
      await desk.ask('petitions.route', { number: petition, to: { route: 'transfer', leadUnit: 'HQC' } })
      const { id } = await desk.ask('documents.issue', { petition, kind })
      const asked = { id, how: 'save', reason: '提供给法律顾问' } as const
      const masked = await desk.ask('register.takeRedacted', { ...asked, level: 'masked' })
      expect(
        readIn(
          wordsOf(masked.bytes),
          [...GIVEN, ...TYPED].filter((word) => word !== '数据学院'),
        ),
      ).toEqual([])
      const accused = await desk.ask('register.takeRedacted', { ...asked, level: 'accused' })
      const told = `${wordsOf(accused.bytes)}${accused.fileName}`
      expect(readIn(told, [...GIVEN, ...TYPED, petition, '2003', petition.slice(0, -2)])).toEqual([])
      for (const taken of [masked, accused]) {
        expect(taken).toMatchObject({ copy: true, stamp: '遮盖件' })
        expect(taken.fileName).toContain('（遮盖件）')
        expect(wordsOf(taken.bytes)).toContain('遮盖件')
      }
      const { paper } = await desk.ask('register.previewRedacted', { id, level: 'accused' })
      expect(paper).toMatchObject({ stamp: '遮盖件', code: `XF/-/${id}` })
      const { takings } = await desk.ask('register.record', { id })
      expect(takings.map(({ form, reason }) => [form, reason])).toEqual([
        ['遮盖件（被反映人用）', '提供给法律顾问'],
        ['遮盖件', '提供给法律顾问'],
      ])
      // The original has still not left the office.
      expect(await desk.ask('documents.take', { id, how: 'save' })).toMatchObject({ copy: false })
    },
  )

  it('of a paper about no single petition hides everybody who is known, agents and names in quotes among them', async () => {
    await secretPetition(false)
    const person = { ...aVisit().petitioners[0], identity: 'alumnus', name: 'O"Neil·艾力' } as const
    await desk.ask('visits.register', { visit: aVisit({ petitioners: [person] }) })
    const opening = '冯　保密、卫代理和O"Neil·艾力多次反映，艾力另有补充。'
    const asked = { report: 'operation-report', period: '2026-11', opening, job: 'o' } as const
    const { id } = await desk.ask('reports.issue', asked)
    for (const level of ['masked', 'accused'] as const) {
      const taken = await desk.ask('register.takeRedacted', { id, level, how: 'save', reason: '公开' })
      expect(wordsOf(taken.bytes)).toContain('多次反映')
      expect(readIn(wordsOf(taken.bytes), ['冯保密', '卫代理', 'Neil', '艾力'])).toEqual([])
    }
  })

  it('says that the petitioner asked for confidence, so that the accused’s form comes first', async () => {
    const petition = await secretPetition(true)
    const [form] = (await desk.ask('petitions.open', { number: petition })).documents
    expect((await desk.ask('register.record', { id: form?.id ?? '' })).confidential).toBe(true)
  })

  it('is not for leaders or heads of units', async () => {
    const { lines } = await desk.ask('register.list', { limit: 1 })
    const asked = { id: lines[0]?.id ?? '', level: 'masked' }
    await signInAs(desk, 'leader')
    expect((await desk.refusal('register.previewRedacted', asked)).code).toBe('notAllowed')
    await signInAs(desk, 'clerk')
  })
})

describe('a scanned code', () => {
  it('means the petition, with the paper it stood on and what became of it', async () => {
    const petition = await secretPetition(false)
    await desk.ask('petitions.route', { number: petition, to: { route: 'transfer', leadUnit: 'HQC' } })
    const paper = await desk.ask('documents.issue', { petition, kind: 'transfer' })
    const scan = (text: string) => desk.ask('register.scan', { text })
    expect(await scan(`XF/${petition}/${paper.id}`)).toEqual({
      petition,
      document: paper.id,
      says: `这是转办函 ${paper.number}，还没有登记签收回执。`,
    })
    expect(await scan(petition.toLowerCase())).toMatchObject({ petition, says: '' })
    expect(await scan(`XF/-/${paper.id}`)).toMatchObject({ petition: null, document: paper.id })
    await desk.ask('petitions.acknowledge', { number: petition, medium: 'phone' })
    expect((await scan(`XF/${petition}/${paper.id}`)).says).toContain('2026-11-18 已签收')
    await desk.ask('register.void', { id: paper.id, number: paper.number, reason: '有误' })
    expect((await scan(paper.id)).says).toBe(`这是转办函 ${paper.number}，已作废（有误）。`)
  })

  it('of another station, or of nothing, is answered with one sentence', async () => {
    const refused = async (text: string) => (await desk.refusal('register.scan', { text })).message
    expect(await refused('XF/-/NX-2026-D00007')).toBe(
      'NX-2026-D00007 是接待点 NX 的编号，本站（ZX）没有它的记录，请到该接待点查询。',
    )
    expect(await refused('XF/-/ZX-2026-D99999')).toContain('本站没有编号为 ZX-2026-D99999')
    expect(await refused('https://example.org')).toContain('没有认出这个编码')
  })

  it('tells nobody of a petition that is not theirs', async () => {
    const { petitions } = await desk.ask('visits.register', { visit: aVisit() })
    const number = petitions[0]?.number ?? ''
    const { documents } = await desk.ask('petitions.open', { number })
    await signInAs(desk, 'unit')
    const asked = { text: `XF/${number}/${documents[0]?.id ?? ''}` }
    expect((await desk.refusal('register.scan', asked)).code).toBe('notAllowed')
    await signInAs(desk, 'clerk')
  })
})
