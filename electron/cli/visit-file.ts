import { readFileSync } from 'node:fs'
import { DeskError, type FieldProblem } from '../../shared/contract/errors.ts'
import type { Instant } from '../../shared/domain/day.ts'
import {
  materialSchema,
  petitionerSchema,
  petitionFormSchema,
  type VisitFormInput,
  visitFormSchema,
} from '../../shared/domain/visit.ts'
import { onFile } from './file-problems.ts'

/** Printed by `register --example`; the people are invented. Nobody can come tomorrow, so the time is handed in. */
export const visitExample = (startedAt: Instant): VisitFormInput => ({
  channel: 'XFJD',
  startedAt,
  place: '信访接待室',
  receivedBy: '李接待',
  anonymous: false,
  confidential: false,
  headcount: 1,
  affected: 40,
  petitioners: [
    {
      name: '赵小满',
      gender: 'female',
      identity: 'student',
      studentNumber: '2026010101',
      organisation: '信息工程学院',
      phone: '13900000001',
    },
  ],
  materials: [{ name: '宿舍照片', pages: 3, form: 'copy', kept: true }],
  petitions: [
    {
      title: '三号宿舍楼热水供应时断时续',
      matter: '自11月初起，三号宿舍楼晚间热水经常在九点半前后中断，同学多次报修未见好转。',
      grounds: '住宿协议写明热水供应至晚上十点半。',
      demand: '尽快检修热水管路，并公布供应时间。',
      purpose: 'request',
      category: 'HQ03',
      urgency: 'normal',
    },
  ],
})

/** What the form fills in by itself in the window. */
export type VisitDefaults = Pick<VisitFormInput, 'channel' | 'startedAt' | 'place' | 'receivedBy'>

/** The visit as the file has it, for the core to check; `-` reads standard input. */
export function readVisitFile(file: string, defaults: VisitDefaults): unknown {
  const text = onFile(file, () => readFileSync(file === '-' ? 0 : file, 'utf8')).replace(/^\ufeff/, '')
  const visit = parseJson(text, file)
  if (!isRecord(visit)) {
    throw new DeskError('badRequest', `${file} 的内容不是一次来访，格式见 register --example。`)
  }
  const unknown = unknownFields(visit)
  if (unknown.length > 0) {
    const [first] = unknown
    const message = `${file} 中有 ${unknown.length} 个不认识的字段（${first?.path}${unknown.length > 1 ? ' 等' : ''}），为免遗漏内容没有登记；字段名见 register --example。`
    throw new DeskError('badRequest', message, unknown)
  }
  return { ...defaults, ...visit }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
    const line = at === undefined ? undefined : text.slice(0, Number(at)).split('\n').length
    throw new DeskError(
      'badRequest',
      `${file} 不是有效的 JSON${line === undefined ? '' : `（第 ${line} 行附近）`}，请核对；格式见 register --example。`,
    )
  }
}

/** A misspelt optional field would otherwise be left out without a word. */
function unknownFields(visit: Record<string, unknown>): FieldProblem[] {
  return [
    ...strangeKeys(visit, visitFormSchema.shape, ''),
    ...inList(visit['petitioners'], petitionerSchema.shape, 'petitioners'),
    ...inList(visit['petitions'], petitionFormSchema.shape, 'petitions'),
    ...inList(visit['materials'], materialSchema.shape, 'materials'),
  ]
}

function inList(list: unknown, shape: object, name: string): FieldProblem[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown, index) =>
    isRecord(item) ? strangeKeys(item, shape, `${name}.${index}.`) : [],
  )
}

function strangeKeys(item: Record<string, unknown>, shape: object, prefix: string): FieldProblem[] {
  return Object.keys(item)
    .filter((key) => !Object.hasOwn(shape, key))
    .map((key) => ({ path: `${prefix}${key}`, message: '没有这个字段，请核对拼写' }))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
