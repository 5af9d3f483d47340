import type { VisitFormInput } from '../../shared/domain/visit.ts'

type Changes = Partial<Omit<VisitFormInput, 'petitions'>> & {
  readonly petition?: Partial<VisitFormInput['petitions'][number]>
  readonly person?: Partial<VisitFormInput['petitioners'][number]>
}

/** A student who comes about the canteen; synthetic, complete, and different where a test says so. */
export function aVisit({ petition, person, ...visit }: Changes = {}): VisitFormInput {
  return {
    channel: 'XFJD',
    startedAt: '2026-11-18T00:50:00.000Z',
    place: '信访接待室',
    receivedBy: '王接待',
    petitioners: [
      {
        name: '赵小满',
        identity: 'student',
        studentNumber: '20260101',
        organisation: '数据学院',
        phone: '13900000001',
        ...person,
      },
    ],
    petitions: [
      {
        title: '食堂晚间供餐时间过短',
        matter: '东区食堂晚上七点即停止供餐，晚课学生下课后无法就餐。',
        demand: '延长东区食堂晚间供餐时间至八点半。',
        category: 'HQ',
        ...petition,
      },
    ],
    ...visit,
  }
}
