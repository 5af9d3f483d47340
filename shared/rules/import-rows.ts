import type { Category, Channel } from '../domain/catalogue.ts'
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from '../domain/channel-work.ts'
import { GRADES, URGENCIES } from '../domain/petition.ts'
import { IDENTITIES, type VisitForm, visitFormSchema } from '../domain/visit.ts'
import { type Cell, cellText, isBlank, readMoment, type SheetRow } from './import-cells.ts'

/** What a row is read with. */
export type ImportContext = {
  readonly mapping: ImportMapping
  /** Headings in the order of the columns. */
  readonly headings: readonly string[]
  readonly channels: readonly Channel[]
  readonly categories: readonly Category[]
  readonly file: string
  /** A row without a number of its own is known again by what stands in it. */
  readonly fingerprint: (text: string) => string
  readonly receivedBy: string
  /** An instant: when a row says nothing else. */
  readonly now: string
}

export type RowProblem = { readonly column: string; readonly reason: string }

export type ReadRow =
  | { readonly ok: true; readonly row: number; readonly visit: VisitForm; readonly reference: string }
  | { readonly ok: false; readonly row: number; readonly problems: readonly RowProblem[] }

const LONGEST_GUESSED_TITLE = 40

/** A row is a whole visit or nothing: every problem is named with its column. */
export function readRow({ row, cells }: SheetRow, context: ImportContext): ReadRow {
  const problems: RowProblem[] = []
  const cell = (field: ImportField): Cell => cellOf(field, cells, context)
  const text = (field: ImportField): string => cellText(cell(field))
  const refuse = (field: ImportField, reason: string): null => {
    problems.push({ column: headingOf(field, context), reason })
    return null
  }
  for (const field of fieldsOf(context.mapping)) {
    const found = cell(field)
    if (found?.kind === 'broken') refuse(field, found.why)
  }
  const matter = text('matter')
  const reference = text('reference') || `#${context.fingerprint(cells.map(cellText).join('\t'))}`
  if (reference.length > 100) refuse('reference', '工单编号超过 100 字')
  const named = text('name')
  const visit = {
    channel: channelCode(text('channel'), context, (reason) => refuse('channel', reason)),
    origin: { kind: 'import', file: context.file.slice(-200), reference: reference.slice(0, 100) },
    startedAt: startedAt(cell('reportedAt'), context.now, (reason) => refuse('reportedAt', reason)),
    place: '工单导入',
    receivedBy: context.receivedBy,
    anonymous: named === '',
    petitioners: [
      {
        name: named,
        phone: text('phone').replace(/\s/g, ''),
        identity: wordOf(IDENTITIES, text('identity'), 'student', (reason) => refuse('identity', reason)),
        studentNumber: text('studentNumber'),
        organisation: text('organisation'),
      },
    ],
    petitions: [
      {
        title: text('title') || matter.replace(/\s+/g, ' ').slice(0, LONGEST_GUESSED_TITLE),
        matter,
        demand: text('demand'),
        category: categoryCode(text('category'), context, (reason) => refuse('category', reason)),
        grade: wordOf(GRADES, text('grade'), null, (reason) => refuse('grade', reason)),
        urgency: wordOf(URGENCIES, text('urgency'), 'normal', (reason) => refuse('urgency', reason)),
        happenedAt: text('happenedAt'),
      },
    ],
  }
  const broken = new Set(problems.map(({ column }) => column))
  const parsed = visitFormSchema.safeParse(visit)
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const field = FIELD_OF_PATH[path.join('.')] ?? 'matter'
      // An empty title was to be taken from the matter, which has its own reason.
      if (field === 'title' && matter === '') continue
      const column = headingOf(field, context)
      if (!broken.has(column)) problems.push({ column, reason: message })
    }
  }
  return parsed.success && problems.length === 0
    ? { ok: true, row, visit: parsed.data, reference }
    : { ok: false, row, problems }
}

const FIELD_OF_PATH: Readonly<Record<string, ImportField>> = {
  channel: 'channel',
  startedAt: 'reportedAt',
  'petitioners.0.name': 'name',
  'petitioners.0.phone': 'phone',
  'petitioners.0.studentNumber': 'studentNumber',
  'petitioners.0.organisation': 'organisation',
  'petitions.0.title': 'title',
  'petitions.0.matter': 'matter',
  'petitions.0.demand': 'demand',
  'petitions.0.category': 'category',
  'petitions.0.happenedAt': 'happenedAt',
}

export function isEmptyRow({ cells }: SheetRow): boolean {
  return cells.every(isBlank)
}

function fieldsOf(mapping: ImportMapping): ImportField[] {
  return Object.keys(mapping.columns).filter((field): field is ImportField =>
    Object.hasOwn(IMPORT_FIELDS, field),
  )
}

function cellOf(field: ImportField, cells: readonly Cell[], { mapping, headings }: ImportContext): Cell {
  const heading = mapping.columns[field]
  return heading === undefined ? null : (cells[headings.indexOf(heading)] ?? null)
}

function headingOf(field: ImportField, { mapping }: ImportContext): string {
  return mapping.columns[field] ?? IMPORT_FIELDS[field].label
}

type Refuse = (reason: string) => null

function startedAt(cell: Cell, now: string, refuse: Refuse): string {
  if (isBlank(cell)) return now
  if (cell?.kind === 'broken') return now
  const moment = readMoment(cell)
  if ('problem' in moment) return refuse(moment.problem) ?? now
  const at = new Date(`${moment.day}T${moment.time}:00+08:00`).toISOString()
  return at > now ? (refuse(`反映时间${moment.day}晚于今天`) ?? now) : at
}

function channelCode(text: string, { mapping, channels }: ImportContext, refuse: Refuse): string {
  if (text === '') return mapping.channel
  const found = channels.find(({ name, code, active }) => active && (name === text || code === text))
  return found?.code ?? refuse(`没有“${text}”这一反映渠道，或已停用`) ?? mapping.channel
}

/** By code, by its own name, or as 后勤保障/食堂餐饮. */
function categoryCode(text: string, { mapping, categories }: ImportContext, refuse: Refuse): string {
  if (text === '') return mapping.category ?? refuse('没有填写分类，也没有为空白的分类选定一个') ?? ''
  const names = text.split(/[/／\\>—-]/u).map((part) => part.trim())
  const own = names.at(-1)
  const parent = names.length > 1 ? names.at(-2) : undefined
  const found = categories.filter(
    ({ code, name, active, parent: above }) =>
      active &&
      (code === text ||
        (name === own &&
          (parent === undefined || categories.some((each) => each.code === above && each.name === parent)))),
  )
  if (found.length === 1 && found[0] !== undefined) return found[0].code
  return (
    refuse(
      found.length === 0
        ? `没有“${text}”这一分类，请按本系统的分类填写`
        : `“${text}”在几个一级分类下都有，请写成“一级/二级”`,
    ) ?? ''
  )
}

function keysOf<K extends string>(words: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(words).filter((key): key is K => Object.hasOwn(words, key))
}

function wordOf<K extends string, N>(
  words: Readonly<Record<K, string>>,
  text: string,
  none: N,
  refuse: Refuse,
): K | N {
  if (text === '') return none
  const key = keysOf(words).find((each) => words[each] === text || each === text)
  if (key !== undefined) return key
  refuse(`“${text}”不在可选的词中：${Object.values<string>(words).join('、')}`)
  return none
}

/** Words a heading of each field often is or contains, the most telling first. */
const GUESSES: Readonly<Record<ImportField, readonly string[]>> = {
  reference: ['工单编号', '工单号', '诉求编号', '受理编号', '流水号', '编号'],
  reportedAt: [
    '反映时间',
    '来电时间',
    '提交时间',
    '诉求时间',
    '受理时间',
    '创建时间',
    '登记时间',
    '时间',
    '日期',
  ],
  channel: ['反映渠道', '诉求渠道', '来源渠道', '渠道', '来源'],
  name: ['诉求人姓名', '反映人姓名', '来电人', '诉求人', '反映人', '姓名', '联系人'],
  phone: ['联系电话', '手机号码', '手机号', '来电号码', '联系方式', '电话', '手机'],
  identity: ['身份类别', '人员类别', '身份'],
  studentNumber: ['学号/工号', '学工号', '学号', '工号'],
  organisation: ['所在单位', '所在学院', '学院', '院系', '单位'],
  title: ['诉求标题', '工单标题', '标题', '主题', '事由'],
  matter: ['诉求内容', '工单内容', '反映内容', '问题描述', '内容', '描述', '详情'],
  demand: ['具体诉求', '诉求目的', '期望'],
  category: ['诉求分类', '问题分类', '诉求类别', '问题类型', '分类', '类别', '类型'],
  grade: ['分级', '等级', '难易程度'],
  urgency: ['紧急程度', '紧急', '缓急'],
  happenedAt: ['发生地点', '地点', '位置'],
}

/** The last word says what a heading is about: 诉求人电话 is a telephone, not a person. */
const FITS: readonly ((heading: string, word: string) => boolean)[] = [
  (heading, word) => heading === word,
  (heading, word) => heading.endsWith(word),
  (heading, word) => heading.includes(word),
]

/** Which column is probably which field; no column serves two. */
export function guessColumns(headings: readonly string[]): ImportMapping['columns'] {
  const taken = new Set<string>()
  const columns: Partial<Record<ImportField, string>> = {}
  for (const fits of FITS) {
    for (const field of keysOf(GUESSES)) {
      if (columns[field] !== undefined) continue
      const free = headings.filter((heading) => !taken.has(heading))
      const heading = GUESSES[field]
        .map((word) => free.find((each) => fits(each, word)))
        .find((each) => each !== undefined)
      if (heading === undefined) continue
      columns[field] = heading
      taken.add(heading)
    }
  }
  return columns
}

/** Why a file with these headings cannot be read with the mapping, as one sentence, or null. */
export function mappingProblem(mapping: ImportMapping, headings: readonly string[]): string | null {
  const missing = Object.values(mapping.columns).filter((heading) => !headings.includes(heading))
  if (missing.length > 0) {
    const known = headings.slice(0, 20).join('、')
    return `文件里没有${missing.map((heading) => `“${heading}”`).join('、')}这一列；现有的列是：${known}。请改选对应的列。`
  }
  if (mapping.columns.matter === undefined) return '还没有指明哪一列是诉求内容，请选择后再检查。'
  const twice = Object.values(mapping.columns).find((heading, index, all) => all.indexOf(heading) !== index)
  return twice === undefined ? null : `“${twice}”列被选作了两个字段，请各选一列。`
}
