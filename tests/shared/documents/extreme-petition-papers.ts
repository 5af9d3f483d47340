import { buildPaper, type KindData } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import {
  INSTRUCTION,
  LETTER,
  PETITION_PAPERS,
  type PetitionKind,
} from '../../../shared/documents/specimens/petition-papers.ts'

const LONG_NAME = '阿卜杜热合曼'.repeat(10)
const NASTY = `正\u202e文\u0000<b>&amp;"'{a}{{b}}\ttab\r\n第二段\n\n第三段`
const WALL = '学'.repeat(6_000)

/** What an office may really type, and what nobody should. */
export const EXTREME_PAPERS: { readonly [K in PetitionKind]: readonly Partial<KindData[K]>[] } = {
  urge: [
    { confidential: true, urgent: true, instructed: true, regulation: '制度' },
    { chases: [], requiredOn: null, standing: { kind: 'left', workingDays: 0 } },
    { chases: Array.from({ length: 30 }, () => ({ on: LETTER.issuedOn, medium: '电话', answer: NASTY })) },
  ],
  supervise: [
    { confidential: true, twiceDissatisfied: true, standing: { kind: 'today' } },
    { instruction: null, requirement: WALL, limit: null, standing: null, chases: 0, requiredOn: null },
  ],
  assign: [
    { confidential: true, genre: '通知', urgency: '特急' },
    {
      ledBy: LONG_NAME,
      instructions: [{ ...INSTRUCTION, text: NASTY }],
      attachments: [],
      copiesTo: [LONG_NAME],
    },
  ],
  submission: [
    { confidential: true, instruction: INSTRUCTION },
    { summary: WALL, proposal: NASTY, demand: '', leader: { name: LONG_NAME, principal: true } },
  ],
  accept: [
    { route: '', leadUnit: '' },
    { leadUnit: LONG_NAME, enquiryPlace: NASTY },
  ],
  whereabouts: [{ answerOn: null, assistingUnits: [LONG_NAME, LONG_NAME], unitPlace: NASTY }],
  decline: [
    { ground: 'unlawful', lawfulChannel: '遵守治安管理的规定', explanation: WALL },
    { ground: 'petition', explanation: NASTY },
  ],
  extend: [{ reason: WALL, approver: NASTY, provisional: true }, { leadUnit: '' }],
  feedback: [
    { reply: null, answered: null, limit: null, givenOn: null, noticeNumber: '' },
    { confidential: true, rating: '不满意' },
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
    { answer: WALL, findings: NASTY, remedy: 'staff-review', outcome: 'explained' },
  ],
  result: [
    { suggestion: false, outcome: 'explained', leadUnit: '', answer: WALL },
    { answer: NASTY, outcome: 'not-adopted', leadUnit: LONG_NAME },
  ],
  rating: [
    {
      rating: {
        on: LETTER.issuedOn,
        unit: '不满意',
        office: '满意',
        how: '电话回访',
        by: NASTY,
        reason: NASTY,
      },
    },
    { title: '供暖'.repeat(50), leadUnit: '' },
  ],
  service: [{ address: NASTY }],
  'archive-list': [{ items: [] }],
}

/** The ordinary data of a kind, changed where a test says so. */
export function petitionPaper<K extends PetitionKind>(kind: K, change?: Partial<KindData[K]>): Paper
export function petitionPaper(kind: PetitionKind, change: object = {}): Paper {
  return buildPaper<PetitionKind>(kind, { ...PETITION_PAPERS[kind], ...change })
}
