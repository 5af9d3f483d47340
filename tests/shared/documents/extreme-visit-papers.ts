import type {
  RegistrationFormData,
  TransferNoticeData,
  VisitReceiptData,
} from '../../../shared/documents/kinds/index.ts'
import {
  PERSON,
  PETITION,
  RECEIPT,
  REGISTRATION,
  TRANSFER,
} from '../../../shared/documents/specimens/visit-papers.ts'
import { parseDay } from '../../../shared/domain/day.ts'

const LONG_NAME = '阿卜杜热合曼'.repeat(10)
const RARE = '㛃㑇䶮𠮷𬭚𫖯喆堃赟翀玥垚犇骉葛\u{e0100}👩\u200d🎓'
const NASTY = `正\u202e文\u0000\u0008\ufffe\uffff\ud800\u200b<b>&amp;"'{a}{{b}}\ttab\r\n第二段\n\n第三段\u2028第四段`
const WALL = '学'.repeat(20_000)

/** What an office may really type, and what nobody should: every one of them must still give a correct paper. */
export const EXTREME_TRANSFERS: Readonly<Record<string, TransferNoticeData>> = {
  confidential: { ...TRANSFER, confidential: true },
  anonymous: { ...TRANSFER, petitioner: { name: null, identity: '校外人员', people: 1 } },
  'reprint of an urgent notice': { ...TRANSFER, urgency: '特急', genre: '通知' },
  'nothing optional': {
    ...TRANSFER,
    assistingUnits: [],
    attachments: [],
    petitioner: { name: '张', identity: '', people: 1 },
  },
  'everything optional': {
    ...TRANSFER,
    copiesTo: ['党委办公室', '纪委办公室、监察专员办公室'],
    instructions: [
      { leader: '分管校领导', on: parseDay('2026-01-05'), text: '请后勤管理处抓紧整改，1月底前书面报告。' },
      { leader: '校长', on: parseDay('2026-01-05'), text: '同意。' },
    ],
    limit: { ...TRANSFER.limit, days: null, provisional: true, dueOn: parseDay('2027-01-12') },
  },
  'names of 60 characters': {
    ...TRANSFER,
    organ: '海岱师范学院党委办公室院长办公室学校信访工作联席会议办公室接诉即办工作办公室',
    leadUnit: LONG_NAME,
    assistingUnits: [LONG_NAME, LONG_NAME],
    petitioner: {
      name: LONG_NAME,
      identity: '教职工',
      affiliation: LONG_NAME,
      phone: '0531-88117897',
      people: 200,
    },
    attachments: Array.from({ length: 12 }, (_, at) => ({ name: `${LONG_NAME}（${at + 1}）`, pages: 1 })),
  },
  'rare characters': {
    ...TRANSFER,
    petitioner: { ...TRANSFER.petitioner, name: RARE },
    summary: RARE,
    title: RARE,
  },
  'nasty text': {
    ...TRANSFER,
    organ: NASTY,
    title: NASTY,
    summary: NASTY,
    demand: NASTY,
    leadUnit: NASTY,
  },
  'twenty thousand characters': { ...TRANSFER, summary: WALL },
}

export const EXTREME_REGISTRATIONS: Readonly<Record<string, RegistrationFormData>> = {
  'masked for a unit': { ...REGISTRATION, copyFor: 'unit' },
  'confidential for a unit': { ...REGISTRATION, copyFor: 'unit', confidential: true },
  reprint: { ...REGISTRATION },
  'anonymous with nothing told': {
    ...REGISTRATION,
    anonymous: true,
    petitioners: [{ ...PERSON, name: '', phone: '', organisation: '', idNumber: '', address: '', email: '' }],
    materials: [],
    endedAt: null,
  },
  'two hundred petitioners and ten petitions': {
    ...REGISTRATION,
    group: true,
    headcount: 200,
    petitioners: Array.from({ length: 200 }, (_, at) => ({ ...PERSON, name: `张${at}` })),
    petitions: Array.from({ length: 10 }, (_, at) => ({
      ...PETITION,
      number: `ZX-2026-${String(at).padStart(5, '0')}-K`,
      accused: '某某单位',
      legalFlags: ['法院已受理', '仲裁已受理'],
    })),
  },
  'nasty and long text': {
    ...REGISTRATION,
    organ: NASTY,
    unusual: NASTY,
    remark: RARE,
    petitions: [{ ...PETITION, matter: WALL, grounds: NASTY, demand: RARE }],
  },
}

export const EXTREME_RECEIPTS: Readonly<Record<string, VisitReceiptData>> = {
  reprint: { ...RECEIPT },
  'anonymous, nothing accepted': { ...RECEIPT, petitionerName: null, petitions: [] },
  'ten petitions with long titles': {
    ...RECEIPT,
    petitionerName: LONG_NAME,
    petitions: Array.from({ length: 10 }, (_, at) => ({
      number: `ZX-2026-${String(at).padStart(5, '0')}-K`,
      title: '供暖'.repeat(50),
      route: '不予受理',
      unit: LONG_NAME,
      answerOn: at % 2 === 0 ? null : parseDay('2027-01-12'),
      provisional: true,
    })),
  },
  'nasty text': { ...RECEIPT, place: NASTY, receivedBy: RARE, enquiry: { phone: NASTY, place: NASTY } },
}
