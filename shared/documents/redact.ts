import { cutOut, type Hider, hiderOf, type Secret } from '../rules/hide-secrets.ts'
import {
  hiddenPetitioner,
  maskAddress,
  maskCode,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
  partsOfAddress,
  partsOfName,
} from '../rules/masks.ts'
import { scanText } from '../rules/numbering.ts'
import { cleanPaper } from './clean-text.ts'
import type { Cell, Paper, Row } from './paper.ts'
import { numberCuts } from './redact-numbers.ts'
import { titleLines } from './title-lines.ts'

/**
 * `masked` 张*明, 138****5678: for readers whom the person does not concern. `accused`: for whom the matter complains
 * about, nothing that leads to who brought it (《信访工作条例》第三十条、第四十六条).
 */
export type RedactionLevel = 'masked' | 'accused'

export const REDACTION_STAMP = '遮盖件'

/** Somebody a paper is not to give away. */
export type HiddenPerson = {
  readonly name: string
  /** 学生, 教职工 …; 代理人. */
  readonly identity: string
  readonly organisation: string
  readonly phone: string
  readonly idNumber: string
  readonly studentNumber: string
  readonly address: string
  readonly email: string
  readonly bornOn: string
}

export type RedactionFacts = {
  /** Internal number of the paper, which its code keeps. */
  readonly document: string
  readonly people: readonly HiddenPerson[]
  /** 来访人数, as titles say 张三等6人. */
  readonly headcount: number
  /** 信访编号, 登记编号, 查询码: what opens the case. */
  readonly caseNumbers: readonly string[]
  /** Units that are named because of what they do in the matter, even when the petitioner belongs to one. */
  readonly unitsInMatter: readonly string[]
  /** Telephones of the office and of units. */
  readonly openNumbers: readonly string[]
}

/** The same paper without what the level leaves out, stamped 遮盖件. */
export function redactPaper(paper: Paper, level: RedactionLevel, facts: RedactionFacts): Paper {
  // What nobody sees between two letters would be gone only when the paper is drawn.
  const { fields: _, ...kept } = cleanPaper(paper)
  const hide = hiderFor(level, facts)
  const blocks = level === 'accused' ? kept.blocks.map((block) => withoutPersonCells(block)) : kept.blocks
  return {
    ...kept,
    name: hide([kept.name])[0] ?? '',
    code: paper.code === null ? null : level === 'accused' ? scanText(null, facts.document) : paper.code,
    stamp: REDACTION_STAMP,
    blocks: blocks.map((block) => walk(block, hide)),
  }
}

function hiderFor(level: RedactionLevel, facts: RedactionFacts): Hider {
  const hide = hiderOf(secretsOf(level, facts))
  const open = new Set(facts.openNumbers.flatMap((text) => text.split(/[、，,;；/或]+/u)).map(figures))
  return (pieces) => {
    const hidden = hide(pieces)
    const text = hidden.join('')
    const cuts = numberCuts(text, level).filter(({ from, to }) => !open.has(figures(text.slice(from, to))))
    return cuts.length === 0 ? hidden : hide(cutOut(hidden, cuts))
  }
}

function figures(text: string): string {
  return text.normalize('NFKC').replace(/\D/gu, '')
}

const LEFT_OUT = '（略）'

/** Everything to be taken out with what stands in its place. */
export function secretsOf(level: RedactionLevel, facts: RedactionFacts): readonly Secret[] {
  const secrets = facts.people.flatMap((person, at) =>
    level === 'masked' ? maskedSecrets(person) : accusedSecrets(person, at, facts),
  )
  const codes =
    level === 'masked' ? [] : facts.caseNumbers.map((text) => ({ text, by: LEFT_OUT, number: true }))
  return [...secrets, ...codes].filter(({ text }) => text.trim() !== '')
}

function maskedSecrets(person: HiddenPerson): readonly Secret[] {
  return [
    ...[person.name, ...partsOfName(person.name)].map((text) => ({ text, by: maskName(text) })),
    ...phonesOf(person).map((text) => ({ text, by: maskPhone(text), number: true })),
    ...long(person.idNumber).map((text) => ({ text, by: maskIdNumber(text), number: true })),
    ...long(person.studentNumber).map((text) => ({ text, by: maskCode(text), number: true })),
    { text: person.address, by: maskAddress(person.address) },
    ...partsOfAddress(person.address).map((text) => ({ text, by: '***' })),
    ...(person.email === '' ? [] : [{ text: person.email, by: maskEmail(person.email) }]),
  ]
}

function accusedSecrets(person: HiddenPerson, at: number, facts: RedactionFacts): readonly Secret[] {
  const { organisation, bornOn } = person
  const belongs = facts.unitsInMatter.includes(organisation) ? [] : [organisation]
  const left = [
    ...phonesOf(person),
    ...long(person.idNumber),
    ...long(person.studentNumber),
    person.email,
  ].map((text) => ({ text, by: LEFT_OUT, number: true }))
  return [
    ...namingsOf(person, at, facts.headcount),
    ...left,
    ...[person.address, ...partsOfAddress(person.address), ...belongs, ...birthdaysOf(bornOn)].map(
      (text) => ({
        text,
        by: LEFT_OUT,
      }),
    ),
  ]
}

/** A paper names people with what they are: 数据学院学生张三等6人, 张三同学. All of it goes at once. */
function namingsOf(
  { name, identity, organisation }: HiddenPerson,
  at: number,
  headcount: number,
): readonly Secret[] {
  if (name.trim() === '') return []
  const one = hiddenPetitioner(identity)
  const all = headcount > 1 ? hiddenPetitioner(identity, headcount) : one
  const before = [`${organisation}${identity}`, organisation, identity, '']
  const after = ['同学', '老师', '']
  const several = headcount > 1 && at === 0 ? [`等${headcount}人`, ''] : ['']
  const whole = before.flatMap((front) =>
    after.flatMap((honour) =>
      several.map((more) => ({
        text: `${front}${name}${honour}${more}`,
        by: more !== '' ? all : front === '' && honour === '' ? '反映人' : one,
      })),
    ),
  )
  return [...whole, ...partsOfName(name).map((text) => ({ text, by: '反映人' }))]
}

function phonesOf({ phone }: HiddenPerson): readonly string[] {
  return phone.split(/[、，,;；/或\s]+/u).flatMap(long)
}

/** Two or three figures are everywhere. */
function long(text: string): readonly string[] {
  return Array.from(text.trim()).length >= 4 ? [text.trim()] : []
}

/** 2003-05-06 is also written 2003年5月6日, 2003/05/06 and 20030506; dots and dashes do not count. */
function birthdaysOf(bornOn: string): readonly string[] {
  const [year, month, day] = bornOn.split('-').map(Number)
  if (year === undefined || month === undefined || Number.isNaN(year) || Number.isNaN(month)) return [bornOn]
  const months = writtenWays(month)
  const ofMonth = months.map((text) => `${year}年${text}月`)
  if (day === undefined) return [bornOn, ...ofMonth]
  const days = writtenWays(day)
  const whole = months.flatMap((m) =>
    days.flatMap((d) => [`${year}年${m}月${d}日`, `${year}/${m}/${d}`, `${year}.${m}.${d}`]),
  )
  return [bornOn, ...whole, ...ofMonth]
}

/** 5, 05 */
function writtenWays(number: number): readonly string[] {
  return [...new Set([String(number), String(number).padStart(2, '0')])]
}

/** Words of the model, not of the paper. */
const NO_TEXT: ReadonlySet<string> = new Set(['kind', 'format', 'face', 'role', 'align', 'of'])

/** Every text of whatever blocks there are: a kind of block that comes later is redacted too. */
function walk<T>(value: T, hide: Hider): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- texts become texts, all else stays what it is
  return walkValue(value, '', hide) as T
}

function walkValue(value: unknown, key: string, hide: Hider): unknown {
  if (typeof value === 'string') return NO_TEXT.has(key) ? value : hide([value])[0]
  if (Array.isArray(value)) return walkArray(value, key, hide)
  if (typeof value !== 'object' || value === null) return value
  const { kind } = value as { kind?: unknown }
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => {
      const brokenTitle = (kind === 'title' && name === 'lines') || (kind === 'annex' && name === 'title')
      return [name, brokenTitle ? retitled(held, hide) : walkValue(held, name, hide)]
    }),
  )
}

function walkArray(values: readonly unknown[], key: string, hide: Hider): unknown {
  if (key === 'line') return spans(values, hide)
  return values.map((value) =>
    key === 'lines' && Array.isArray(value) ? spans(value, hide) : walkValue(value, '', hide),
  )
}

/** A name may run from one typeface into another. */
function spans(line: readonly unknown[], hide: Hider): readonly unknown[] {
  const texts = line.map((span) => (typeof span === 'string' ? span : hasText(span) ? span.text : ''))
  const hidden = hide(texts)
  return line.map((span, at) =>
    typeof span === 'string' ? hidden[at] : hasText(span) ? { ...span, text: hidden[at] } : span,
  )
}

function hasText(span: unknown): span is { readonly text: string } {
  return typeof span === 'object' && span !== null && 'text' in span && typeof span.text === 'string'
}

/** Broken anew where something was taken out: a line may have become much shorter. */
function retitled(held: unknown, hide: Hider): unknown {
  const title = Array.isArray(held) ? held.map(String).join('') : ''
  const hidden = hide([title])[0] ?? ''
  return hidden === title ? held : titleLines(hidden)
}

/** Fields of a form that say who somebody is; blanks within a label do not count. */
const PERSONAL =
  /^(?:姓名|性别|出生年月|出生日期|年龄|民族|身份|身份类别|学号\/工号|学号|工号|联系电话|联系方式|电话|手机|所在单位|院系|班级|证件号码|身份证号|通讯地址|通信地址|住址|地址|送达地址|电子邮箱|邮箱|代表|代理人|委托代理人|来访人|反映人|信访人|受送达人|预约人|随行人员|送达地点|代收人及关系|查询码|登记编号|信访编号)$/u

function withoutPersonCells<B extends Paper['blocks'][number]>(block: B): B {
  if (block.kind !== 'table') return block
  let heads: ReadonlyMap<number, string> = new Map()
  const rows = block.rows.map((row) => {
    if (isHead(row)) heads = new Map(placed(row).map(({ cell, at }) => [at, labelOf(cell)]))
    return { ...row, cells: cellsWithout(row, heads) }
  })
  return { ...block, rows }
}

function isHead({ cells }: Row): boolean {
  return cells.length > 1 && cells.every(({ role }) => role === 'label')
}

function cellsWithout(row: Row, heads: ReadonlyMap<number, string>): readonly Cell[] {
  let label: string | null = null
  return placed(row).map(({ cell, at }) => {
    if (cell.role !== 'value') {
      label = labelOf(cell)
      return cell
    }
    const named = label ?? heads.get(at) ?? ''
    const empty = cell.lines.every((line) =>
      line.every((span) => !(typeof span === 'string' ? span.trim() : hasText(span))),
    )
    return PERSONAL.test(named) && !empty ? { ...cell, lines: [[LEFT_OUT]] } : cell
  })
}

function placed({ cells }: Row): readonly { readonly cell: Cell; readonly at: number }[] {
  let at = 0
  return cells.map((cell) => {
    const here = { cell, at }
    at += cell.span ?? 1
    return here
  })
}

function labelOf({ lines }: Cell): string {
  return lines
    .map((line) =>
      line.map((span) => (typeof span === 'string' ? span : hasText(span) ? span.text : '')).join(''),
    )
    .join('')
    .replaceAll(/[\s　]/gu, '')
}
