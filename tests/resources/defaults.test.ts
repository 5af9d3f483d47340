import { describe, expect, it } from 'vitest'
import { compileCalendar } from '../../shared/domain/office-calendar.ts'
import { DEFAULTS } from '../helpers/resources.ts'

const { units, channels, categories, leaders, settings } = DEFAULTS
const unitNames = new Map(units.map(({ code, name }) => [code, name]))
const leadOf = (name: string) => {
  const channel = channels.find((known) => known.name === name)
  return [channel?.leadUnit, ...(channel?.otherLeadUnits ?? [])].map(
    (code) => unitNames.get(code ?? '') ?? null,
  )
}

describe('the default catalogue', () => {
  it.each([
    ['units', units],
    ['channels', channels],
    ['categories', categories],
    ['leaders', leaders],
  ])('has no code and no place twice among its %s', (_, items) => {
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
    expect(new Set(items.map(({ order }) => order)).size).toBe(items.length)
    expect(items.every(({ active }) => active)).toBe(true)
  })

  it('names only units, parents and channels that exist', () => {
    const named = [
      ...channels.flatMap(({ leadUnit, otherLeadUnits }) => [leadUnit, ...otherLeadUnits]),
      ...categories.map(({ defaultUnit }) => defaultUnit),
    ].filter((code) => code !== null)
    const firstLevel = categories.filter(({ parent }) => parent === null).map(({ code }) => code)

    expect(named.filter((code) => !unitNames.has(code))).toEqual([])
    expect(categories.filter(({ parent }) => parent !== null && !firstLevel.includes(parent))).toEqual([])
    expect(channels.map(({ code }) => code)).toContain(settings.defaultChannel)
  })

  it('gives no unit and no category of one parent the same name twice', () => {
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length)
    expect(new Set(categories.map(({ parent, name }) => `${parent}/${name}`)).size).toBe(categories.length)
  })
})

describe('the default channels', () => {
  it('are the eighteen of 《办法》 and the three of 《制度》', () => {
    const groups = channels.map(({ group, regulation }) => `${group} ${regulation}`)
    const count = (group: string) => groups.filter((known) => known === group).length

    expect(['student 办法', 'staff 办法', 'general 办法', 'instant 制度'].map(count)).toEqual([6, 7, 5, 3])
    expect(channels).toHaveLength(21)
  })

  it.each([
    ['处级以上领导干部联系学生班级', ['党委组织部']],
    ['大学生成长指导与服务中心', ['学生工作处']],
    ['午餐会', ['团委']],
    ['处级以上领导干部联系困难学生', ['党委组织部']],
    ['我与校领导面对面', ['团委']],
    ['学生申诉', ['团委']],
    ['教代会提案', ['工会']],
    ['与民主党派和党外代表人士的沟通', ['党委宣传统战部']],
    ['与退休老同志的沟通', ['人事处']],
    ['党委领导班子成员联系专家', ['党委组织部']],
    ['教职工在线咨询', ['党委、院长办公室']],
    ['领导干部谈话制度', ['党委组织部']],
    ['教职工复核', ['工会']],
    ['校长信箱', ['党委、院长办公室']],
    ['校领导接待日', ['党委、院长办公室']],
    ['信访接待', ['纪监审']],
    ['校领导专题调研', ['党委、院长办公室', '发展规划处']],
    ['其他沟通渠道', [null]],
  ])('have the lead unit that 《办法》 names: %s', (name, leads) => {
    expect(leadOf(name)).toEqual(leads)
  })

  it('open the counter with 信访接待 and keep a form of its own for the reception day', () => {
    expect(channels.find(({ code }) => code === settings.defaultChannel)).toMatchObject({
      name: '信访接待',
      entry: 'counter',
    })
    expect(channels.find(({ name }) => name === '校领导接待日')?.entry).toBe('reception-day')
  })
})

describe('the other defaults', () => {
  it('are the ten categories of 《制度》, each with its own second level', () => {
    const firstLevel = categories.filter(({ parent }) => parent === null)

    expect(firstLevel.map(({ name }) => name)).toEqual([
      '教育教学',
      '后勤保障',
      '安全管理',
      '学籍管理',
      '就业创业',
      '学团建设',
      '奖惩管理',
      '财务管理',
      '特殊关爱',
      '疫情防控',
    ])
    for (const { code } of firstLevel) {
      expect(categories.filter(({ parent }) => parent === code).length).toBeGreaterThan(3)
    }
  })

  it('let accusations go to discipline inspection alone', () => {
    expect(units.filter(({ takesAccusations }) => takesAccusations).map(({ name }) => name)).toEqual([
      '纪监审',
    ])
  })

  it('name posts and no person', () => {
    expect(leaders.every(({ name, post }) => name === '' && post !== '')).toBe(true)
    expect(units.every(({ contact, phone }) => contact === '' && phone === '')).toBe(true)
  })

  it('are the settings the design settles', () => {
    expect(settings).toMatchObject({
      groupVisitThreshold: 5,
      maxRepresentatives: 5,
      idleMinutes: 10,
      warnings: { halfGone: true, daysBefore: 1, severeAfter: 3 },
      issuingOrgan: '学校办公室',
      noticeKind: '函',
      retention: { leaderOrGroup: '30年', withOutcome: '30年', other: '10年' },
    })
  })

  it('come with a calendar that can be asked', () => {
    expect(compileCalendar(DEFAULTS.calendar).years.size).toBe(8)
  })
})
