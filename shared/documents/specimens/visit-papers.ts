import { type Instant, instantOf, parseDay } from '../../domain/day.ts'
import type { RegistrationFormData, TransferNoticeData, VisitReceiptData } from '../kinds/index.ts'

const at = (text: string): Instant => instantOf(Date.parse(text))

/** Synthetic facts only: no such person, number or matter exists. */
export const TRANSFER: TransferNoticeData = {
  petitionNumber: 'ZX-2026-00012-K',
  documentId: 'ZX-2026-D00034',
  organ: '海岱师范学院办公室',
  number: '海师办信转〔2026〕12号',
  genre: '函',
  issuedOn: parseDay('2026-01-05'),
  urgency: null,
  leadUnit: '后勤管理处',
  assistingUnits: ['学生工作处', '经济管理学院'],
  copiesTo: [],
  petitioner: {
    name: '张晓明',
    identity: '学生',
    affiliation: '经济管理学院',
    phone: '13800005678',
    people: 1,
  },
  confidential: false,
  receivedOn: parseDay('2026-01-04'),
  channel: '信访接待',
  title: '梅园3号宿舍楼供暖温度不达标',
  summary:
    '2025年12月下旬以来，梅园3号宿舍楼四层以上房间夜间室温长期低于16℃，同学多次向宿舍管理员报修，维修人员两次到场检查后仍未好转，部分同学因此感冒，影响期末复习。',
  demand:
    '一是尽快检修四层以上供暖管道，使室温达到规定标准；二是检修期间为受影响的房间提供临时取暖措施；三是公布报修后的处理时限和联系电话。',
  instructions: [],
  limit: {
    days: 5,
    counts: 'working',
    dueOn: parseDay('2026-01-12'),
    provisional: false,
    basis: '《信息沟通实施办法》二（二）2：一般应在5个工作日内予以答复',
  },
  returnWithin: 5,
  attachments: [{ name: '来访登记表' }, { name: '反映材料', pages: 3 }],
  contact: { name: '王老师', phone: '0531-86660001' },
}

export const PERSON: RegistrationFormData['petitioners'][number] = {
  name: '张晓明',
  gender: '男',
  bornOn: '2004年6月',
  identity: '学生',
  studentNumber: '202301020304',
  organisation: '经济管理学院2023级会计2班',
  idType: '居民身份证',
  idNumber: '370102200406011234',
  phone: '13800005678',
  address: '山东省济南市历城区明德路9号梅园3号楼412室',
  email: 'zhangxm@example.edu.cn',
}

export const PETITION: RegistrationFormData['petitions'][number] = {
  number: 'ZX-2026-00012-K',
  title: '梅园3号宿舍楼供暖温度不达标',
  matter:
    '2025年12月下旬以来，梅园3号宿舍楼四层以上房间夜间室温长期低于16℃。同学于12月23日、12月28日两次通过宿舍管理员报修，维修人员到场检查后表示需要更换阀门，此后未再施工，室温没有好转。',
  grounds: '学校公布的供暖标准为室内温度不低于18℃。现附12月24日至1月3日每晚22时的室温记录和照片。',
  demand: '尽快检修四层以上供暖管道，使室温达到规定标准；检修期间提供临时取暖措施。',
  purpose: '求决',
  category: '后勤保障',
  urgency: '紧急',
  accused: '',
  happenedOn: '2025年12月下旬至今',
  happenedAt: '梅园3号宿舍楼四层以上',
  repeat: { of: 'ZX-2025-00871-3', visits: 2, lastOn: parseDay('2025-12-28') },
  previousHandling: '12月28日向宿舍管理中心反映，答复“已报修，等待配件”。',
  legalFlags: [],
  route: '转办',
  grade: '复杂',
  leadUnit: '后勤管理处',
  dueOn: parseDay('2026-01-12'),
  provisional: false,
  opinion: '转后勤管理处牵头办理，学生工作处、经济管理学院协助。',
}

export const REGISTRATION: RegistrationFormData = {
  documentId: 'ZX-2026-D00033',
  visitNumber: 'ZX-2026-L00009',
  organ: '海岱师范学院',
  startedAt: at('2026-01-04T01:10:00.000Z'),
  endedAt: at('2026-01-04T01:45:00.000Z'),
  place: '信访接待室',
  channel: '信访接待',
  anonymous: false,
  confidential: false,
  headcount: 3,
  affected: 86,
  group: false,
  petitioners: [
    PERSON,

    {
      name: '欧阳婧怡',
      gender: '女',
      bornOn: '',
      identity: '学生',
      studentNumber: '202301020311',
      organisation: '经济管理学院',
      idType: '居民身份证',
      idNumber: '',
      phone: '13900001111',
      address: '',
      email: '',
    },
  ],
  agent: null,
  petitions: [PETITION],
  materials: [
    { name: '室温记录表', pages: 2, form: '原件', kept: true },
    { name: '报修单照片', pages: 1, form: '复印件', kept: true },
  ],
  unusual: '',
  receivedBy: '王静',
  receivingUnit: '信访接待室',
  registeredBy: '王静',
  registeredAt: at('2026-01-04T01:48:00.000Z'),
  queryCode: '7K3M-92QX',
  remark: '',
  copyFor: 'file',
}

export const RECEIPT: VisitReceiptData = {
  documentId: 'ZX-2026-D00035',
  visitNumber: 'ZX-2026-L00009',
  organ: '海岱师范学院学校办公室',
  receivedAt: at('2026-01-04T01:10:00.000Z'),
  place: '信访接待室（行政楼118室）',
  petitionerName: '张晓明',
  petitions: [
    {
      number: 'ZX-2026-00012-K',
      title: '梅园3号宿舍楼供暖温度不达标',
      route: '转办',
      unit: '后勤管理处',
      answerOn: parseDay('2026-01-12'),
      provisional: false,
    },
    {
      number: 'ZX-2026-00013-H',
      title: '期末考试期间自习室开放时间偏短',
      route: '直接办理',
      answerOn: parseDay('2026-01-07'),
      provisional: false,
    },
  ],
  queryCode: '7K3M-92QX',
  enquiry: { phone: '0531-86660001', place: '行政楼118室', hours: '工作日8:30—11:30，14:00—17:00' },
  receivedBy: '王静',
}
