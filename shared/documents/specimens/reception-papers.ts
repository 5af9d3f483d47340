import { instantOf, parseDay } from '../../domain/day.ts'
import type { KindData } from '../kinds/index.ts'

const DAY = { day: parseDay('2026-11-25'), start: '14:00', end: '16:30', place: '行政楼201会议室' }

/** Synthetic facts of one reception day. */
export const ANNOUNCEMENT: KindData['reception-announcement'] = {
  organ: '海岱师范学院办公室',
  school: '海岱师范学院',
  days: [
    {
      ...DAY,
      cutOff: { day: parseDay('2026-11-24'), time: '16:00' },
      leader: '院长周明远',
      companions: ['党委、院长办公室'],
    },
    {
      ...DAY,
      day: parseDay('2026-12-02'),
      cutOff: { day: parseDay('2026-12-01'), time: '16:00' },
      leader: '副院长（教学、科研）孔令仪',
      companions: [],
    },
  ],
  groupCap: 3,
  departmentFirst: true,
  contact: '电话0531-80000001',
  number: '校办字〔2026〕17号',
  issuedOn: parseDay('2026-11-18'),
}

export const BOOKING: KindData['reception-booking'] = {
  ...DAY,
  school: '海岱师范学院',
  guest: 'ZX-2026-G00012',
  person: {
    name: '钱小桥',
    identity: '学生',
    studentNumber: '20260202',
    organisation: '外国语学院',
    phone: '13900000022',
    email: 'qian@example.edu.cn',
  },
  headcount: 2,
  companions: '孙同学',
  title: '图书馆闭馆时间过早',
  matter: '考试周图书馆仍在晚上九点闭馆。',
  demand: '考试周延长到晚上十一点。',
  materials: '闭馆时间照片2张',
  department: '已向图书馆反映，答复人手不足。',
  means: '电话',
  registeredOn: parseDay('2026-11-20'),
  registeredBy: '王接待',
  leader: '院长周明远',
  appointedAt: '14:30',
  toldOn: null,
}

export const RECORD: KindData['reception-record'] = {
  documentId: 'ZX-2026-D00034',
  school: '海岱师范学院',
  shift: false,
  conversation: 'ZX-2026-J00005',
  petition: 'ZX-2026-00012-K',
  startedAt: instantOf(Date.parse('2026-11-25T06:30:00.000Z')),
  endedAt: null,
  place: DAY.place,
  leader: '院长周明远',
  companions: '办公室主任',
  person: BOOKING.person,
  headcount: 1,
  title: BOOKING.title,
  matter: BOOKING.matter,
  demand: '考试周延长到晚上十一点。',
  decided: '批示交办图书馆，2026年12月4日前办结：请会同后勤处研究。',
  leadUnit: '图书馆',
  dueOn: parseDay('2026-12-04'),
  provisional: false,
  recordedBy: '王接待',
  followed: { handedOn: parseDay('2026-11-25'), answer: null, reportedOn: null },
}

export const MINUTES: KindData['reception-minutes'] = {
  ...DAY,
  organ: '海岱师范学院办公室',
  school: '海岱师范学院',
  leader: '院长周明远',
  companions: ['党委、院长办公室'],
  note: '请各单位按期反馈',
  talks: [
    {
      petition: 'ZX-2026-00012-K',
      who: '钱*桥（学生，外国语学院）',
      title: BOOKING.title,
      matter: BOOKING.matter,
      decided: RECORD.decided,
      leadUnit: '图书馆',
      dueOn: RECORD.dueOn,
    },
    {
      petition: 'ZX-2026-00013-I',
      who: '一名教职工',
      title: '班车时间',
      matter: '末班车过早。',
      decided: '当场答复（支持）：下周起增加一班。',
      leadUnit: '',
      dueOn: null,
    },
  ],
  accusations: 1,
  people: 4,
  number: '校办纪〔2026〕4号',
  issuedOn: parseDay('2026-11-26'),
}
