import { buildPaper } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import {
  ANNOUNCEMENT,
  BOOKING,
  MINUTES,
  RECORD,
} from '../../../shared/documents/specimens/reception-papers.ts'

const LONG = '图书馆、食堂和宿舍的开放时间与课程安排不一致，'.repeat(60)

/** What an office may really type. */
export const EXTREME_RECEPTION_PAPERS: Readonly<Record<string, Paper>> = {
  'reception-announcement: a whole year': buildPaper('reception-announcement', {
    ...ANNOUNCEMENT,
    days: Array.from({ length: 40 }, () => ANNOUNCEMENT.days).flat(),
    contact: '',
    departmentFirst: false,
  }),
  'reception-booking: long texts': buildPaper('reception-booking', {
    ...BOOKING,
    matter: LONG,
    department: LONG,
  }),
  'reception-record: long texts and nobody named': buildPaper('reception-record', {
    ...RECORD,
    matter: LONG,
    decided: '',
    person: { name: '', identity: '', studentNumber: '', organisation: '', phone: '' },
    dueOn: null,
    leadUnit: '',
  }),
  'reception-minutes: nobody came': buildPaper('reception-minutes', {
    ...MINUTES,
    talks: [],
    accusations: 0,
    people: 0,
    note: '',
  }),
  'reception-minutes: many came': buildPaper('reception-minutes', {
    ...MINUTES,
    talks: Array.from({ length: 30 }, () => MINUTES.talks).flat(),
  }),
}
