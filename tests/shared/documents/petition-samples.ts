import { buildPaper, type DocumentKind, type KindData } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import type { LetterData, LetterMatter } from '../../../shared/documents/petition-letter.ts'
import { parseDay } from '../../../shared/domain/day.ts'
import { TRANSFER } from './samples.ts'

/** Synthetic facts of the petition the other samples tell of, as its later papers see them. */
const LETTER: LetterData = {
  petitionNumber: TRANSFER.petitionNumber,
  documentId: 'ZX-2026-D00040',
  organ: TRANSFER.organ,
  number: '海师办信催〔2026〕3号',
  issuedOn: parseDay('2026-01-13'),
  contact: TRANSFER.contact,
  copy: false,
}
const MATTER: LetterMatter = {
  petitioner: TRANSFER.petitioner,
  confidential: false,
  companions: [{ name: '欧阳婧怡', secrets: ['13900001111'] }],
  receivedOn: TRANSFER.receivedOn,
  channel: TRANSFER.channel,
  title: TRANSFER.title,
}
const NUMBERS = { petitionNumber: LETTER.petitionNumber, documentId: LETTER.documentId, organ: LETTER.organ }
const GIVEN = { how: '转', on: parseDay('2026-01-05'), number: '海师办信转〔2026〕12号' }
const INSTRUCTION = {
  leader: '副校长',
  on: parseDay('2026-01-06'),
  text: '请后勤管理处抓紧检修，1月底前书面报告。',
}

export const SAMPLE_KINDS = [
  'urge',
  'supervise',
  'assign',
  'submission',
  'accept',
  'whereabouts',
  'decline',
  'extend',
  'feedback',
  'reply',
  'rating',
  'service',
  'archive-list',
] as const satisfies readonly DocumentKind[]
export type PetitionKind = (typeof SAMPLE_KINDS)[number]

/** An ordinary paper of each kind. */
export const PETITION_PAPERS: Pick<KindData, PetitionKind> = {
  urge: {
    ...LETTER,
    ...MATTER,
    leadUnit: '后勤管理处',
    given: GIVEN,
    limit: TRANSFER.limit,
    standing: { kind: 'late', workingDays: 1 },
    chases: [
      { on: parseDay('2026-01-08'), medium: '电话', answer: '阀门已经订货，本周到货' },
      { on: parseDay('2026-01-13'), medium: '书面通知', answer: '' },
    ],
    requiredOn: parseDay('2026-01-15'),
    instructed: false,
    urgent: false,
    regulation: '办法',
  },
  supervise: {
    ...LETTER,
    ...MATTER,
    number: '海师办信督〔2026〕1号',
    leadUnit: '后勤管理处',
    given: GIVEN,
    limit: TRANSFER.limit,
    standing: { kind: 'late', workingDays: 4 },
    chases: 3,
    twiceDissatisfied: false,
    instruction: INSTRUCTION,
    requirement: '查明供暖不达标的原因，明确完工日期',
    requiredOn: parseDay('2026-01-23'),
  },
  assign: {
    ...TRANSFER,
    number: '海师办信交〔2026〕2号',
    instructions: [INSTRUCTION],
    countedFrom: '呈报',
  },
  submission: {
    ...MATTER,
    ...NUMBERS,
    submittedOn: parseDay('2026-01-05'),
    urgency: '紧急',
    category: '后勤保障 / 水电暖',
    summary: TRANSFER.summary,
    demand: TRANSFER.demand,
    proposal: '建议交后勤管理处牵头，学生工作处协助，1月底前完成检修并答复反映人。',
    leader: { name: '副校长', principal: false },
    instruction: null,
    leadUnit: '',
    dueOn: parseDay('2026-01-14'),
    provisional: false,
    preparedBy: '王静',
    copy: false,
  },
  accept: {
    ...LETTER,
    ...MATTER,
    number: '海师信访受〔2026〕4号',
    route: '转办',
    leadUnit: '后勤管理处',
    assistingUnits: ['学生工作处'],
    limit: TRANSFER.limit,
    queryCode: '7K3M-92QX',
    enquiryPlace: '行政楼118室',
  },
  whereabouts: {
    ...LETTER,
    ...MATTER,
    number: '',
    how: '转办',
    on: parseDay('2026-01-05'),
    leadUnit: '后勤管理处',
    unitContact: '李处长',
    unitPhone: '0531-86660011',
    unitPlace: '后勤楼205室',
    assistingUnits: ['学生工作处'],
    answerOn: parseDay('2026-01-12'),
    provisional: false,
    queryCode: '7K3M-92QX',
  },
  decline: {
    ...LETTER,
    ...MATTER,
    number: '海师信访不受〔2026〕1号',
    ground: 'litigation',
    lawfulChannel: '请依法向有管辖权的人民法院提起诉讼',
    explanation: '双方的租赁合同纠纷已由法院立案，学校不能代替法院作出判断。',
  },
  extend: {
    ...LETTER,
    ...MATTER,
    number: '海师信访延〔2026〕1号',
    leadUnit: '后勤管理处',
    from: parseDay('2026-01-12'),
    to: parseDay('2026-01-30'),
    provisional: false,
    approvedOn: parseDay('2026-01-09'),
    approver: '学校办公室主任',
    reason: '更换的阀门需要向厂家订货，预计1月下旬到货',
  },
  feedback: {
    ...MATTER,
    ...NUMBERS,
    leadUnit: '后勤管理处',
    noticeNumber: '海师办信转〔2026〕12号',
    givenOn: parseDay('2026-01-05'),
    limit: TRANSFER.limit,
    reply: {
      on: parseDay('2026-01-12'),
      handler: '李工',
      findings: '四层以上管道阀门老化，供水流量不足，张晓明等同学反映属实。',
      opinion: '更换阀门，检修期间发放取暖设备。',
      basis: '学校《学生宿舍管理办法》第十二条',
      settled: '部分',
    },
    answered: { on: parseDay('2026-01-12'), medium: '电话', text: '已告知检修安排。' },
    rating: null,
    copy: false,
  },
  reply: {
    ...LETTER,
    ...MATTER,
    organ: '海岱师范学院',
    number: '海师信访复〔2026〕1号',
    demand: '尽快检修四层以上供暖管道，并公布报修电话',
    route: '转办',
    acceptedOn: parseDay('2026-01-05'),
    leadUnit: '后勤管理处',
    findings: '四层以上管道阀门老化，供水流量不足，反映属实',
    opinion: '1月底前更换全部阀门，检修期间发放取暖设备',
    basis: '学校《学生宿舍管理办法》第十二条',
    answer: '您反映的问题已经查实，学校将按上述意见处理。',
    outcome: 'partly-supported',
    remedy: 'review',
  },
  rating: {
    ...NUMBERS,
    title: MATTER.title,
    leadUnit: '后勤管理处',
    answeredOn: parseDay('2026-01-12'),
    round: '首次答复',
    rating: null,
    copy: false,
  },
  service: {
    ...MATTER,
    ...NUMBERS,
    served: { name: '答复意见书', number: '海师信访复〔2026〕1号', issuedOn: parseDay('2026-01-12') },
    address: '济南市历城区明德路9号',
    servedBy: '王静',
    copy: false,
  },
  'archive-list': {
    organ: TRANSFER.organ,
    fonds: '0110',
    year: 2026,
    retention: '30年',
    items: Array.from({ length: 60 }, (_, at) => ({
      archiveNumber: `0110-WS·2026-D30-BGS-${String(at + 1).padStart(4, '0')}`,
      documentNumber: '海师办信转〔2026〕12号',
      author: TRANSFER.organ,
      title: MATTER.title,
      on: parseDay('2026-01-20'),
      secrecy: '',
      pages: at % 3 === 0 ? null : 12,
      remark: at % 7 === 0 ? '保密' : '',
    })),
    issuedOn: parseDay('2026-03-02'),
    preparedBy: '王静',
  },
}

const LONG_NAME = '阿卜杜热合曼'.repeat(10)
const NASTY = `正\u202e文\u0000<b>&amp;"'{a}{{b}}\ttab\r\n第二段\n\n第三段`
const WALL = '学'.repeat(6_000)

/** What an office may really type, and what nobody should. */
export const EXTREME_PAPERS: { readonly [K in PetitionKind]: readonly Partial<KindData[K]>[] } = {
  urge: [
    { confidential: true, urgent: true, instructed: true, regulation: '制度', copy: true },
    { chases: [], requiredOn: null, standing: { kind: 'left', workingDays: 0 } },
    { chases: Array.from({ length: 30 }, () => ({ on: LETTER.issuedOn, medium: '电话', answer: NASTY })) },
  ],
  supervise: [
    { confidential: true, twiceDissatisfied: true, standing: { kind: 'today' }, copy: true },
    { instruction: null, requirement: WALL, limit: null, standing: null, chases: 0, requiredOn: null },
  ],
  assign: [
    { confidential: true, genre: '通知', urgency: '特急', copy: true },
    {
      ledBy: LONG_NAME,
      instructions: [{ ...INSTRUCTION, text: NASTY }],
      attachments: [],
      copiesTo: [LONG_NAME],
    },
  ],
  submission: [
    { confidential: true, instruction: INSTRUCTION, copy: true },
    { summary: WALL, proposal: NASTY, demand: '', leader: { name: LONG_NAME, principal: true } },
  ],
  accept: [
    { route: '', leadUnit: '' },
    { leadUnit: LONG_NAME, copy: true, enquiryPlace: NASTY },
  ],
  whereabouts: [{ answerOn: null, assistingUnits: [LONG_NAME, LONG_NAME], unitPlace: NASTY, copy: true }],
  decline: [
    { ground: 'unlawful', lawfulChannel: '遵守治安管理的规定', explanation: WALL, copy: true },
    { ground: 'petition', explanation: NASTY },
  ],
  extend: [{ reason: WALL, approver: NASTY, provisional: true, copy: true }, { leadUnit: '' }],
  feedback: [
    { reply: null, answered: null, limit: null, givenOn: null, noticeNumber: '' },
    { confidential: true, rating: '不满意', copy: true },
  ],
  reply: [
    {
      findings: '',
      opinion: '',
      basis: '',
      leadUnit: '',
      outcome: 'not-supported',
      remedy: 'student-appeal',
    },
    { answer: WALL, findings: NASTY, remedy: 'staff-review', outcome: 'explained', copy: true },
  ],
  rating: [
    {
      rating: { on: LETTER.issuedOn, unit: '不满意', office: '满意', how: '电话回访', reason: NASTY },
      copy: true,
    },
    { title: '供暖'.repeat(50), leadUnit: '' },
  ],
  service: [{ address: NASTY, servedBy: '', copy: true }],
  'archive-list': [{ items: [] }],
}

/** The ordinary data of a kind, changed where a test says so. */
export function petitionPaper<K extends PetitionKind>(kind: K, change?: Partial<KindData[K]>): Paper
export function petitionPaper(kind: PetitionKind, change: object = {}): Paper {
  return buildPaper<PetitionKind>(kind, { ...PETITION_PAPERS[kind], ...change })
}
