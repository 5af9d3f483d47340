import type { Answer } from '../../shared/contract/api.ts'
import type { Day, Instant } from '../../shared/domain/day.ts'
import { instantText } from '../ui/day-text.ts'

type Status = Answer<'desk.status'>

export type StatusFact = {
  readonly about: 'backup' | 'archive' | 'calendar'
  readonly text: string
  /** Something is late or broken: said in words, not only shown in red. */
  readonly late: boolean
  /** What it means and what to do. */
  readonly explanation: string
}

const HOUR_MS = 3_600_000
const BACKUP_LATE_MS = 26 * HOUR_MS
const UNSENT_LATE_MS = 72 * HOUR_MS

/** The truth about backup, archive and calendar, for the bar at the bottom. */
export function statusFacts(status: Status, today: Day, nowMs: number): readonly StatusFact[] {
  return [
    backupFact(status.backup, today, nowMs),
    archiveFact(status.archive, nowMs),
    calendarFact(status.calendar),
  ]
}

function ageMs(at: Instant, nowMs: number): number {
  return nowMs - Date.parse(at)
}

function backupFact({ lastAt, problem }: Status['backup'], today: Day, nowMs: number): StatusFact {
  const explanation = problem ?? '每个工作日结束和每次关闭程序时自动备份，也可以现在备份一次。'
  if (lastAt === null) return { about: 'backup', text: '备份 还没有做过', late: false, explanation }
  const old = ageMs(lastAt, nowMs) > BACKUP_LATE_MS
  const text = `备份 ${instantText(lastAt, today)}${old ? '，已超过一天' : problem === null ? '' : '，有问题'}`
  return { about: 'backup', text, late: old || problem !== null, explanation }
}

function archiveFact(archive: Status['archive'], nowMs: number): StatusFact {
  const { lastAcknowledged, unsent, oldestUnsentAt, configured, problem } = archive
  if (!configured) {
    return {
      about: 'archive',
      text: '归档 还没有设置去向',
      late: false,
      explanation: '记录只保存在本机。请管理员设置归档去向，例如一个共享文件夹。',
    }
  }
  const done = lastAcknowledged === null ? '还没有签收的批次' : `已签收至 第 ${lastAcknowledged} 批`
  const rest = unsent === 0 ? '全部送出' : `未送出 ${unsent} 条`
  const days = oldestUnsentAt === null ? 0 : Math.floor(ageMs(oldestUnsentAt, nowMs) / (24 * HOUR_MS))
  const late = problem !== null || days * 24 * HOUR_MS >= UNSENT_LATE_MS
  const waiting = late && problem === null ? `，最早一条已等 ${days} 天` : ''
  return {
    about: 'archive',
    text: problem === null ? `归档 ${done}，${rest}${waiting}` : `归档 没有送到，${rest}`,
    late,
    explanation: problem ?? '在“归档同步”可以立即送出，并查看每一批的签收情况。',
  }
}

function calendarFact({ knownYears, missingYear }: Status['calendar']): StatusFact {
  const newest = Math.max(...knownYears)
  const known = knownYears.length === 0 ? '日历 未导入' : `日历 到 ${newest} 年`
  return {
    about: 'calendar',
    text: missingYear === null ? known : `${known}（${missingYear} 年未导入）`,
    late: knownYears.length === 0,
    explanation:
      missingYear === null
        ? '期限按国务院放假安排和学校自定的日子计算。'
        : `${missingYear} 年的放假安排还没有导入，落在那一年的期限标为“暂定”。放假通知公布后请管理员导入。`,
  }
}
