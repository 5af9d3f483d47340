import { parseDay } from '../../domain/day.ts'
import type { CampaignPlanData, MeetingMinutesData } from '../kinds/index.ts'

export const MINUTES: MeetingMinutesData = {
  organ: '示例学院办公室',
  kind: '协调会',
  title: '食堂餐台维修协调会',
  on: parseDay('2026-11-18'),
  time: '14:30',
  place: '行政楼302会议室',
  chair: '周明远',
  leadUnit: '后勤处',
  assistUnits: ['国有资产处', '财务处'],
  attendees: '周明远、后勤处负责人、国有资产处负责人',
  absent: '财务处负责人',
  agenda: ['冬季保障安排'],
  matters: [
    { number: 'ZX-2026-00012-K', title: '食堂餐台长期损坏', reason: '维修由谁负责，两个部门意见不一' },
    { number: 'ZX-2026-00013-H', title: '西区宿舍热水供应中断', reason: '' },
  ],
  minutes: '会议听取了各单位的情况说明。\n会议认为，餐台维修应由后勤处牵头。',
  decisions: [
    {
      what: '维修东区食堂餐台，并公布今后的报修电话',
      unit: '后勤处',
      dueOn: parseDay('2026-11-27'),
      petition: 'ZX-2026-00012-K',
      level: '催办',
    },
    {
      what: '清点超过使用年限的餐台',
      unit: '国有资产处',
      dueOn: parseDay('2026-12-04'),
      petition: null,
      level: '督办',
    },
  ],
  number: '校办纪〔2026〕3号',
  issuedOn: parseDay('2026-11-19'),
}

export const PLAN: CampaignPlanData = {
  organ: '示例学院办公室',
  title: '宿舍热水供应',
  background: '入冬以来多个片区反映热水供应不足。',
  problems: [{ title: '宿舍热水供应', petitions: 12 }],
  goal: '供暖季前全部片区按时供应热水。',
  leadUnit: '后勤处',
  assistUnits: ['国有资产处'],
  fromOn: parseDay('2026-11-18'),
  toOn: parseDay('2026-12-31'),
  steps: [
    { what: '摸清各片区供水能力', unit: '后勤处', dueOn: parseDay('2026-11-25') },
    { what: '更换老旧设备', unit: '国有资产处', dueOn: parseDay('2026-12-20') },
  ],
  number: '校办字〔2026〕18号',
  issuedOn: parseDay('2026-11-18'),
}
