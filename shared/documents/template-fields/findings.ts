import type { Catalogue } from './catalogue.ts'
import { CODE_FIELD, SIGNS, type TemplateField } from './field.ts'
import { nearest } from './nearest.ts'
import { type Found, scanParagraph } from './scan.ts'

/** One paragraph of a template with the place a clerk finds it at. */
export type TemplateParagraph = {
  /** `正文第3段`, `正文第1个表格第2行第1格`, `页脚第1段`, `文本框内第1段` */
  readonly place: string
  readonly text: string
  /** The table cell, text box or part it is in, and the table: what a repetition may not leave. */
  readonly cell: string
  readonly table: string
  /** The alternative text of a picture, where only an image may be named. */
  readonly picture?: boolean
}

export type Finding = {
  readonly problem: 'unknown' | 'split' | 'wide' | 'unclosed' | 'misplaced' | 'missing'
  readonly place: string
  /** The words around it. */
  readonly near: string
  readonly says: string
  /** The known name it may have been meant to be. */
  readonly meant: string | null
}

/** Everything that keeps a template of a kind from being used, with its place. */
export function findingsIn(
  paragraphs: readonly TemplateParagraph[],
  catalogue: Pick<Catalogue, 'fields'>,
): readonly Finding[] {
  const scanned = paragraphs.map((paragraph) => ({ paragraph, found: scanParagraph(paragraph.text) }))
  const used = scanned.flatMap(({ paragraph, found }) =>
    found.flatMap((each) => (each.as === 'name' ? [{ ...each, paragraph }] : [])),
  )
  return [
    ...brokenIn(scanned, catalogue.fields),
    ...misusedIn(used, catalogue.fields),
    ...missingIn(used, catalogue.fields),
  ]
}

type Scanned = { readonly paragraph: TemplateParagraph; readonly found: readonly Found[] }
type Used = Extract<Found, { as: 'name' }> & { readonly paragraph: TemplateParagraph }

function brokenIn(scanned: readonly Scanned[], fields: readonly TemplateField[]): readonly Finding[] {
  return scanned.flatMap(({ paragraph, found }, at) =>
    found.flatMap((each): readonly Finding[] => {
      if (each.as === 'name') return []
      const here = { place: paragraph.place, near: each.near }
      if (each.as === 'wide') {
        const meant = nearest(each.name, allNames(fields))
        if (meant === null && each.whole) return []
        return [
          {
            ...here,
            problem: 'wide',
            meant,
            says: `“${each.text}”用了全角花括号，占位符要用半角花括号 { 和 }`,
          },
        ]
      }
      if (each.as === 'empty')
        return [{ ...here, problem: 'unknown', meant: null, says: '花括号里没有写名称' }]
      const next = scanned[at + 1]
      const goesOn = each.as === 'unclosed' && next?.found[0]?.as === 'unopened'
      const says = goesOn
        ? '占位符被分到了两个段落，请写在同一段里'
        : each.as === 'unclosed'
          ? '花括号“{”没有对应的“}”'
          : '花括号“}”前面没有对应的“{”'
      return [{ ...here, problem: 'split', meant: null, says }]
    }),
  )
}

/** Names nobody knows, and repetitions that do not fit. */
function misusedIn(used: readonly Used[], fields: readonly TemplateField[]): readonly Finding[] {
  const findings: Finding[] = []
  const open: Used[] = []
  for (const each of used) {
    const here = { place: each.paragraph.place, near: each.near }
    const scope = inScope(fields, open)
    if (each.sign === SIGNS.close) {
      const begun = open.at(-1)
      if (begun?.name === each.name) {
        open.pop()
        const problem = containerProblem(begun.paragraph, each.paragraph)
        if (problem !== null)
          findings.push({ ...here, problem: 'misplaced', meant: null, says: `“${each.name}”${problem}` })
      } else {
        const says = `“{/${each.name}}”前面没有对应的“{#${each.name}}”`
        findings.push({ ...here, problem: 'unclosed', meant: null, says })
      }
      continue
    }
    const field = scope.find(({ name }) => name === each.name)
    if (field === undefined) {
      findings.push({ ...here, problem: 'unknown', ...unknown(each.name, fields, scope) })
      if (each.sign === SIGNS.open) open.push(each)
      continue
    }
    if (each.sign === SIGNS.open) open.push(each)
    const says = shapeProblem(field, each)
    if (says !== null) findings.push({ ...here, problem: 'misplaced', meant: null, says })
  }
  for (const each of open) {
    const says = `“{#${each.name}}”后面没有对应的“{/${each.name}}”`
    findings.push({ problem: 'unclosed', place: each.paragraph.place, near: each.near, meant: null, says })
  }
  return findings
}

/** Names of the kind, and those of the rows one stands in. */
function inScope(fields: readonly TemplateField[], open: readonly Used[]): readonly TemplateField[] {
  const columns = open.flatMap(({ name }) => fields.find((field) => field.name === name)?.columns ?? [])
  return [...columns, ...fields]
}

function unknown(
  name: string,
  fields: readonly TemplateField[],
  scope: readonly TemplateField[],
): { readonly meant: string | null; readonly says: string } {
  const owner = fields.find(({ columns }) => columns.some((column) => column.name === name))
  if (owner !== undefined)
    return {
      meant: null,
      says: `“${name}”是“${owner.name}”每一行的内容，要写在 {#${owner.name}} 和 {/${owner.name}} 之间`,
    }
  return {
    meant: nearest(
      name,
      scope.map((field) => field.name),
    ),
    says: `没有“${name}”这个占位符`,
  }
}

function shapeProblem(field: TemplateField, { sign, paragraph }: Used): string | null {
  const { name, shape } = field
  if (shape === 'rows' && sign === '')
    return `“${name}”有多行，要用 {#${name}} 和 {/${name}} 括住要重复的内容`
  if (paragraph.picture === true && name !== CODE_FIELD) return `图片的替换文字里只能写“{${CODE_FIELD}}”`
  return null
}

function containerProblem(begun: TemplateParagraph, ended: TemplateParagraph): string | null {
  if (begun.cell === ended.cell) return null
  if (begun.table !== '' && begun.table === ended.table) return null
  return '的开头和结尾不在同一个表格、同一个单元格或同一部分里'
}

function missingIn(used: readonly Used[], fields: readonly TemplateField[]): readonly Finding[] {
  const names = new Set(used.filter(({ sign }) => sign !== SIGNS.close).map(({ name }) => name))
  const groups = new Map(
    fields
      .filter(({ requiredWith }) => requiredWith.length > 0)
      .map((field) => [field.requiredWith.join(), field.requiredWith]),
  )
  return [...groups.values()]
    .filter((group) => !group.some((name) => names.has(name)))
    .map((group) => ({
      problem: 'missing',
      place: '',
      near: '',
      meant: null,
      says:
        group.length === 1
          ? `缺少必须有的占位符“{${group[0]}}”`
          : `缺少必须有的占位符，${group.map((name) => `“{${name}}”`).join('、')}至少要有一个`,
    }))
}

function allNames(fields: readonly TemplateField[]): readonly string[] {
  return fields.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)])
}
