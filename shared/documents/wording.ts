import { type Day, dayOf, type Instant, timeOf, weekday } from '../domain/day.ts'
import { hiddenPetitioner } from '../rules/masks.ts'

/** 7.3.5.4: Arabic figures, full year, no leading zeros: `2026年1月5日`. */
export function chineseDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

export function chineseWeekday(day: Day): string {
  return `周${'日一二三四五六'.charAt(weekday(day))}`
}

/** 一, 十, 二十一: how chapters are numbered (7.3.3); beyond ninety-nine in figures. */
export function chineseOrdinal(number: number): string {
  if (number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const digit = (value: number) => '一二三四五六七八九'.charAt(value - 1)
  if (tens === 0) return digit(ones)
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`
}

/** `2026年1月5日14:05`, in Shanghai. */
export function chineseMoment(at: Instant): string {
  return `${chineseDate(dayOf(at))}${timeOf(at)}`
}

/** A span of time within one visit; the day is not said twice. */
export function chineseSpan(from: Instant, to: Instant | null): string {
  if (to === null) return chineseMoment(from)
  return dayOf(from) === dayOf(to)
    ? `${chineseMoment(from)}—${timeOf(to)}`
    : `${chineseMoment(from)}—${chineseMoment(to)}`
}

/** `5个工作日`, `15日`; in papers figures stand without spaces. */
export function termText(days: number, counts: 'working' | 'calendar'): string {
  return counts === 'working' ? `${days}个工作日` : `${days}日`
}

/** The clause alone, when the basis goes on to say what the clause asks for. */
export function clauseOf(basis: string): string {
  return basis.split('：')[0] ?? basis
}

/** A clause in brackets: around one that has round brackets of its own they are 〔〕 (GB/T 15834, 4.9). */
export function cited(clause: string): string {
  return /[（）]/u.test(clause) ? `〔${clause}〕` : `（${clause}）`
}

/** How a document is to be called: 张三同学, 李四老师, 王五. */
export function courteousName(name: string, identity: string): string {
  return `${name}${HONORIFICS[identity] ?? ''}`
}

const HONORIFICS: Readonly<Record<string, string>> = {
  学生: '同学',
  教职工: '老师',
  离退休人员: '老师',
}

export type PersonWords = {
  readonly name: string | null
  readonly identity: string
  readonly affiliation?: string
  readonly people: number
}

/** Who came, for a title: `张三同学`, `张三同学等6人`, `一名学生`, `匿名人员`. */
export function petitionerInTitle(person: PersonWords, hidden: boolean): string {
  if (hidden) return hiddenPetitioner(person.identity, person.people)
  if (person.name === null) return '匿名人员'
  const name = courteousName(person.name, person.identity)
  return person.people > 1 ? `${name}等${person.people}人` : name
}

/** Who came, for running text: `经济管理学院学生张三`. A hidden person's department would give them away. */
export function petitionerInText(person: PersonWords, hidden: boolean): string {
  if (hidden) return hiddenPetitioner(person.identity, person.people)
  if (person.name === null) return '一名未留姓名的来访人'
  const who = `${person.affiliation ?? ''}${person.identity}${person.name}`
  return person.people > 1 ? `${who}等${person.people}人` : who
}

/** Ends with exactly one full stop, whatever was typed. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/[。．.；;，,、\s]+$/u, '')
  return /[！？!?…”’）】》]$/u.test(trimmed) && /[！？!?…]/u.test(trimmed.slice(-2))
    ? trimmed
    : `${trimmed}。`
}

/** Square and tortoise-shell look-alikes typed around the year of a 发文字号 become 〔〕 (7.2.5). */
export function withHexagonalBrackets(number: string): string {
  return number.replace(/[[［【（(﹝{]\s*(\d{4})\s*[\]］】）)﹞}]/gu, '〔$1〕')
}

/**
 * Full-width cells a text takes: half of one for Latin letters and figures, none for marks upon another character. The
 * fonts of the standard draw every other sign full width, also the few of Latin-1 that Chinese type knows.
 */
export function cellsOf(text: string): number {
  let cells = 0
  for (const char of text) {
    if (/[\p{M}\p{Cf}]/u.test(char)) continue
    cells += (char.codePointAt(0) ?? 0) < 0x2b0 && !/[§¨°±·×÷]/u.test(char) ? 0.5 : 1
  }
  return cells
}

/** How an organ speaks of itself in a letter: 我办, 我处, 我部, 我校. */
export function ourselves(organ: string): string {
  if (/办公室$|办$/u.test(organ)) return '我办'
  const last = organ.trim().slice(-1)
  if (last === '处' || last === '部' || last === '委') return `我${last}`
  return /(?:大学|学院|学校)$/u.test(organ) ? '我校' : '我单位'
}
