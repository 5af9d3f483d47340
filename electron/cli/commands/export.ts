import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { LISTS, type ListName, listAsked } from '../../../shared/contract/api/exports-api.ts'
import { namesOf } from '../../../shared/domain/names.ts'
import { defineCommand, oneOf, UsageError } from '../command.ts'
import { onFile, requireWritable } from '../file-problems.ts'
import { findUnit } from '../find-unit.ts'
import { type OpenedDesk, STORE_OPTIONS, withDesk } from '../open-desk.ts'

const NAMES = namesOf<ListName>(LISTS)

export const exportList = defineCommand({
  name: 'export',
  summary: '把一个列表或台账导出为 Excel，默认姓名遮盖',
  options: {
    ...STORE_OPTIONS,
    list: { type: 'string', value: 'NAME', required: true, help: '哪个列表，名称见下' },
    filter: {
      type: 'string',
      value: 'K=V;K=V',
      help: '筛选条件，与页面上的相同，例如 "unit=后勤处;from=2026-09-01;states=transferred,assigned"',
    },
    out: { type: 'string', value: 'F.xlsx', required: true, help: '写到哪个 .xlsx 文件，已有的会被替换' },
    reveal: { type: 'boolean', help: '带完整姓名（要求保密的仍作遮盖），须同时用 --reason 写明原因' },
    reason: { type: 'string', value: 'TEXT', help: '导出完整姓名的原因，记入日志' },
  },
  notes: [
    `列表：${NAMES.map((name) => `${name}（${LISTS[name].title}）`).join('、')}。`,
    `各列表的筛选条件：${NAMES.map((name) => [name, keysOf(name)] as const)
      .filter(([, keys]) => keys.length > 0)
      .map(([name, keys]) => `${name}：${keys.join('、')}`)
      .join('；')}。`,
    '每次导出都记入日志：谁、哪个列表、多少条、是否带完整姓名和原因。',
  ],
  examples: [
    'export --list petitions --data ./desk --out 信访事项.xlsx --filter "unit=后勤处;from=2026-09-01"',
    'export --list meeting --data ./desk --out 会议.xlsx --filter id=ZX-2026-HY0003 --account clerk',
  ],
  async work({ data, account, list: named, filter, out, reveal, reason }, terminal) {
    const list = oneOf(named, 'list', NAMES)
    const file = path.resolve(out)
    oneOf(path.extname(file).toLowerCase(), 'out 的扩展名', ['.xlsx'])
    requireWritable(file)
    if (reveal && reason === undefined) throw new UsageError('--reveal 须同时用 --reason 写明原因。')
    if (!reveal && reason !== undefined) throw new UsageError('--reason 只与 --reveal 一起使用。')
    const given = readFilter(list, filter)
    return withDesk({ data, account }, terminal, async (opened) => {
      const { bytes, rows, withheld } = await opened.send('lists.export', {
        asked: { list, ...namedUnit(opened, given) },
        reveal: reason === undefined ? null : { reason },
        job: 'export',
      })
      onFile(file, () => writeFileSync(file, Buffer.from(bytes, 'base64'), { flush: true }))
      const left = withheld === 0 ? '' : `；另有 ${withheld} 件反映的就是该单位，未列入`
      return {
        json: { list, title: LISTS[list].title, rows, withheld, revealed: reveal, file },
        text: `已写入 ${file}：${LISTS[list].title} ${rows} 条${left}`,
      }
    })
  },
})

/** What the list can be filtered by, in the words of the contract. */
function keysOf(list: ListName): string[] {
  const shape = shapeOf(list)
  return Object.keys(shape).filter((key) => key !== 'list')
}

function shapeOf(list: ListName): Readonly<Record<string, unknown>> {
  for (const { shape } of listAsked.options) if (shape.list.value === list) return shape
  throw new Error(`no list ${list}`)
}

/** Written as people write them at a terminal; whether the values make sense is the core's to say. */
function readFilter(list: ListName, filter: string | undefined): Record<string, unknown> {
  const known = keysOf(list)
  const given: Record<string, unknown> = {}
  for (const part of (filter ?? '').split(/[;；]/u).filter((each) => each.trim() !== '')) {
    const at = part.indexOf('=')
    const key = part.slice(0, at).trim()
    if (at < 0 || !known.includes(key)) {
      const may = known.length === 0 ? '这个列表没有筛选条件' : `可以用的有：${known.join('、')}`
      throw new UsageError(`--filter 中的“${part.trim()}”不是“${LISTS[list].title}”的筛选条件；${may}。`)
    }
    given[key] = valueOf(key, part.slice(at + 1).trim())
  }
  return given
}

function valueOf(key: string, text: string): unknown {
  if (key === 'states') return text.split(/[,，、]/u).map((state) => state.trim())
  if (text === 'true' || text === 'false') return text === 'true'
  return key === 'year' ? Number(text) : text
}

/** A unit may be written by its name. */
function namedUnit(opened: OpenedDesk, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { unit } = given
  return typeof unit === 'string' ? { ...given, unit: findUnit(opened, unit).code } : { ...given }
}
