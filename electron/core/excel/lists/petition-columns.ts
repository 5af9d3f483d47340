import { chineseDate } from '../../../../shared/documents/wording.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { GRADES, ROUTES, STATES, URGENCIES } from '../../../../shared/domain/petition.ts'
import { categoryName, unitName } from '../../issuing/gather.ts'
import type { Office } from '../../store/office-store.ts'
import type { PetitionLine } from '../../views/petition-line.ts'
import { day, type ListColumn, long, text, whole } from '../list-table.ts'

/** A petition as every list of petitions says it, with the petitioner as the row names them; `lineOf` finds it in the row. */
export function petitionColumns<Row>(office: Office, lineOf: (row: Row) => PetitionLine): ListColumn<Row>[] {
  const of =
    <T>(said: (line: PetitionLine) => T) =>
    (row: Row) =>
      said(lineOf(row))
  return [
    text(
      '信访编号',
      of(({ number }) => number),
    ),
    day(
      '登记日期',
      of(({ receivedOn }) => receivedOn),
    ),
    long(
      '标题',
      of(({ title }) => title),
    ),
    text(
      '信访人',
      of(({ petitioner }) => petitioner),
      20,
    ),
    text(
      '反映渠道',
      of(({ channel }) => office.channel(channel)?.name ?? channel),
    ),
    text(
      '内容分类',
      of(({ category }) => categoryName(office, category)),
      30,
    ),
    text(
      '分级',
      of(({ grade }) => (grade === null ? '' : GRADES[grade])),
    ),
    text(
      '紧急程度',
      of(({ urgency }) => URGENCIES[urgency]),
    ),
    text(
      '办理方式',
      of(({ route }) => (route === null ? '' : ROUTES[route])),
    ),
    text(
      '承办单位',
      of(({ leadUnit }) => unitName(office, leadUnit)),
    ),
    text(
      '状态',
      of(({ state }) => STATES[state]),
    ),
    day(
      '到期日',
      of(({ dueOn }) => dueOn),
    ),
    whole('剩余工作日', of(daysLeft)),
  ]
}

/** Below nought the days it is late; nothing where no clock runs. */
export function daysLeft({ lateness }: Pick<PetitionLine, 'lateness'>): number | null {
  switch (lateness.kind) {
    case 'none':
      return null
    case 'running':
      return lateness.daysLeft
    case 'dueTomorrow':
      return 1
    case 'dueToday':
      return 0
    case 'overdue':
      return -lateness.daysLate
  }
}

export function periodWords({ from, until }: { readonly from: Day; readonly until: Day }): string {
  return `${chineseDate(from)}至${chineseDate(until)}`
}

/** 是, or nothing: a column of 否 hides the few that matter. */
export function yes(is: boolean): string {
  return is ? '是' : ''
}
