import { BATCH_STATES } from '../../../../shared/domain/batch.ts'
import type { Category, Unit } from '../../../../shared/domain/catalogue.ts'
import { byParents } from '../../../../shared/domain/category-order.ts'
import { type Day, weekday } from '../../../../shared/domain/day.ts'
import {
  type CalendarYear,
  compileCalendar,
  type SchoolDay,
} from '../../../../shared/domain/office-calendar.ts'
import { allBatches } from '../../handlers/archive-handlers.ts'
import { unitName } from '../../issuing/gather.ts'
import type { Asked, Gathered, Gathering } from '../gathering.ts'
import { day, listTable, long, moment, text, whole } from '../list-table.ts'
import { yes } from './petition-columns.ts'

/** 工作日历: what the State Council and the school arranged, and what that leaves of each month. */
export async function calendarList(_: Asked<'calendar'>, { office }: Gathering): Promise<Gathered> {
  const { years, schoolDays } = office.calendar
  return {
    filter: years.length === 0 ? '没有导入的年份' : `${years.map(({ year }) => year).join('、')}年`,
    tables: [
      listTable('放假和调休', ARRANGED, years.flatMap(arrangedIn)),
      listTable('学校自定的日子', SCHOOL, schoolDays),
      listTable('每月工作日', MONTHS, years.flatMap(monthsOf(office.calendar))),
    ],
  }
}

type Arranged = {
  readonly day: Day
  readonly name: string
  readonly worked: boolean
  readonly year: CalendarYear
}

function arrangedIn(year: CalendarYear): Arranged[] {
  return [
    ...year.holidays.map((each) => ({ ...each, worked: false, year })),
    ...year.workdays.map((each) => ({ ...each, worked: true, year })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}

const ARRANGED = [
  whole('年度', ({ year }: Arranged) => year.year),
  day('日期', (each: Arranged) => each.day),
  text('星期', (each: Arranged) => weekdayName(each.day)),
  text('安排', ({ worked }: Arranged) => (worked ? '调休上班' : '放假')),
  text('名称', ({ name }: Arranged) => name),
  text('暂定', ({ year }: Arranged) => yes(year.provisional)),
  long('依据', ({ year }: Arranged) => year.source),
]

const SCHOOL = [
  day('日期', (each: SchoolDay) => each.day),
  text('星期', (each: SchoolDay) => weekdayName(each.day)),
  text('安排', ({ kind }: SchoolDay) => (kind === 'rest' ? '休息' : '上班')),
  long('原因', ({ reason }: SchoolDay) => reason),
]

type Month = { readonly year: number; readonly month: number; readonly days: number; readonly worked: number }

function monthsOf(calendar: Gathering['office']['calendar']): (year: CalendarYear) => Month[] {
  const compiled = compileCalendar(calendar)
  return ({ year }) =>
    Array.from({ length: 12 }, (__, at) => {
      const first = Date.UTC(year, at, 1) / 86_400_000
      const days = Date.UTC(year, at + 1, 1) / 86_400_000 - first
      const worked = Array.from({ length: days }, (___, on) => first + on).filter((each) =>
        compiled.isWorking(each),
      ).length
      return { year, month: at + 1, days, worked }
    })
}

const MONTHS = [
  whole('年度', ({ year }: Month) => year),
  whole('月份', ({ month }: Month) => month),
  whole('日历天数', ({ days }: Month) => days),
  whole('工作日', ({ worked }: Month) => worked),
  whole('休息日', ({ days, worked }: Month) => days - worked),
]

function weekdayName(on: Day): string {
  return `星期${'日一二三四五六'.charAt(weekday(on))}`
}

export async function unitList(_: Asked<'units'>, { office }: Gathering): Promise<Gathered> {
  const units = office.units.toSorted((a, b) => a.order - b.order)
  const columns = [
    text('代码', ({ code }: Unit) => code),
    text('名称', ({ name }: Unit) => name, 36),
    text('类别', ({ kind }: Unit) => kind),
    text('主要负责人', ({ head }: Unit) => head),
    text('其他负责人', ({ deputies }: Unit) => deputies),
    text('入驻专人', ({ resident }: Unit) => resident),
    text('联系人', ({ contact }: Unit) => contact),
    text('电话', ({ phone }: Unit) => phone),
    text('地点', ({ place }: Unit) => place),
    text('受理检举控告', ({ takesAccusations }: Unit) => yes(takesAccusations)),
    text('状态', inUse),
  ]
  return { filter: '全部，含已停用的', tables: [listTable('单位', columns, units)] }
}

export async function categoryList(_: Asked<'categories'>, { office }: Gathering): Promise<Gathered> {
  const nameOf = (code: string | null) => (code === null ? '' : (office.category(code)?.name ?? code))
  const columns = [
    text('代码', ({ code }: Category) => code),
    text('一级分类', ({ parent, name }: Category) => (parent === null ? name : nameOf(parent)), 30),
    text('二级分类', ({ parent, name }: Category) => (parent === null ? '' : name), 30),
    text('归口单位', ({ defaultUnit }: Category) => unitName(office, defaultUnit), 30),
    text('具体责任人', ({ responsible }: Category) => responsible),
    text('状态', inUse),
  ]
  return { filter: '全部，含已停用的', tables: [listTable('分类', columns, byParents(office.categories))] }
}

function inUse({ active }: { readonly active: boolean }): string {
  return active ? '启用' : '停用'
}

type Batch = ReturnType<typeof allBatches>[number]

/** 归档批次 with their receipts, the newest first. */
export async function batchList(_: Asked<'batches'>, { context }: Gathering): Promise<Gathered> {
  const columns = [
    whole('批次', ({ number }: Batch) => number),
    text('状态', ({ state }: Batch) => BATCH_STATES[state]),
    whole('记录', ({ entries }: Batch) => entries),
    whole('文书', ({ documents }: Batch) => documents),
    whole('起始日志序号', ({ fromSeq }: Batch) => fromSeq),
    whole('截止日志序号', ({ toSeq }: Batch) => toSeq),
    moment('封装时间', ({ sealedAt }: Batch) => sealedAt),
    text('归档中心', ({ archive }: Batch) => archive, 40),
    moment('签收时间', ({ receivedAt }: Batch) => receivedAt),
    long('说明', ({ reason }: Batch) => reason),
  ]
  return { filter: '全部', tables: [listTable('归档批次', columns, allBatches(context.desk))] }
}
