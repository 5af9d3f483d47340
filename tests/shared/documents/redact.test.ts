import { describe, expect, it } from 'vitest'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import { type Paper, plainText } from '../../../shared/documents/paper.ts'
import {
  type HiddenPerson,
  type RedactionFacts,
  type RedactionLevel,
  redactPaper,
  secretsOf,
} from '../../../shared/documents/redact.ts'
import { specimenPaper } from '../../../shared/documents/specimens/index.ts'
import { hiderOf, hideSecrets } from '../../../shared/rules/hide-secrets.ts'
import { petitionNumber } from '../../../shared/rules/numbering.ts'
import * as fc from '../../helpers/fast-check.ts'

const NUMBER = petitionNumber('ZX', 2026, 12)
const PERSON: HiddenPerson = {
  name: '张晓明',
  identity: '学生',
  organisation: '数据学院会计2301班',
  phone: '13900001234',
  idNumber: '990101200305060018',
  studentNumber: '20230101',
  address: '示例省示例市历下区经十路12号',
  email: 'xiaoming@example.edu.cn',
  bornOn: '2003-05-06',
}
const FACTS: RedactionFacts = {
  document: 'ZX-2026-D00034',
  people: [PERSON],
  headcount: 1,
  caseNumbers: [NUMBER, 'ZX-2026-L00012', 'QR4567'],
  unitsInMatter: ['后勤处'],
  openNumbers: ['0531-88880000'],
}

function saying(...lines: readonly string[]): Paper {
  return {
    format: 'letter',
    name: lines[0] ?? '',
    code: `XF/${NUMBER}/ZX-2026-D00034`,
    blocks: lines.map((text) => ({ kind: 'paragraph', line: [text] })),
  }
}

function said(paper: Paper): readonly string[] {
  return paper.blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.line) : ''))
}

const redacted = (text: string, level: RedactionLevel, facts: RedactionFacts = FACTS) =>
  said(redactPaper(saying(text), level, facts))[0]

describe('masked', () => {
  it.each([
    ['学生张晓明反映', '学生张*明反映'],
    ['张 晓　明同学', '张*明同学'],
    ['电话139 0000-1234。', '电话139****1234。'],
    ['电话１３９００００１２３４。', '电话139****1234。'],
    ['学号20230101', '学号20****01'],
    ['住经十路12号三楼', '住***三楼'],
    ['邮箱 XiaoMing@example.edu.cn', '邮箱 x***@example.edu.cn'],
    ['另一部手机 138-1234-5678', '另一部手机 138-****-5678'],
    ['联系办公室 0531-88880000', '联系办公室 0531-88880000'],
    ['联系室友 0531-66660001', '联系室友 0531-****0001'],
    ['室友 +8613812345678', '室友 +86138****5678'],
    ['室友 138.1234.5678', '室友 138.****.5678'],
    ['室友 138——1234——5678', '室友 138——****——5678'],
    ['室友微信：lisi_2003', '室友微信：li*****03'],
    ['室友的QQ号是 123456789', '室友的QQ号是 12*****89'],
    ['室友学号：２０２３０２０２', '室友学号：20****02'],
    ['张.晓明、张-晓明', '张*明、张*明'],
    [`信访编号：${NUMBER}`, `信访编号：${NUMBER}`],
  ])('%s', (text, left) => {
    expect(redacted(text, 'masked')).toBe(left)
  })
})

describe('for the accused', () => {
  it.each([
    ['数据学院会计2301班学生张晓明通过信访接待反映', '一名学生通过信访接待反映'],
    ['关于转办张晓明同学反映事项的函', '关于转办一名学生反映事项的函'],
    ['张晓明称食堂', '反映人称食堂'],
    ['他是数据学院会计2301班的', '他是（略）的'],
    ['出生于2003年5月6日', '出生于（略）'],
    [`信访编号：${NUMBER}，重复 ZX-2025-00007-P`, '信访编号：（略），重复 （略）'],
    ['查询码：QR4567', '查询码：（略）'],
    ['请致电13812345678', '请致电（略）'],
    ['请加微信 lisi_2003', '请加微信 （略）'],
    ['生于2003.5.6、2003/05/06、2003年05月06日、20030506', '生于（略）、（略）、（略）、（略）'],
    ['2003年5月出生', '（略）出生'],
  ])('%s', (text, left) => {
    expect(redacted(text, 'accused')).toBe(left)
  })

  it('says how many came as a number of people without a name', () => {
    const facts = { ...FACTS, headcount: 6 }
    expect(redacted('关于转办张晓明同学等6人反映事项的函', 'accused', facts)).toBe(
      '关于转办6名学生反映事项的函',
    )
  })

  it('keeps a unit that has a part in the matter, even when the petitioner belongs to it', () => {
    const facts = { ...FACTS, people: [{ ...PERSON, organisation: '后勤处' }] }
    expect(redacted('后勤处张晓明反映后勤处食堂', 'accused', facts)).toBe('一名学生反映后勤处食堂')
  })

  it('has a code that opens no case', () => {
    expect(redactPaper(saying(''), 'accused', FACTS).code).toBe('XF/-/ZX-2026-D00034')
    expect(redactPaper(saying(''), 'masked', FACTS).code).toBe(`XF/${NUMBER}/ZX-2026-D00034`)
  })

  it('leaves the fields about the person blank on a form, and what the matter is untouched', () => {
    const form = specimenPaper('registration')
    const text = JSON.stringify(
      redactPaper(form, 'accused', { ...FACTS, people: [], caseNumbers: [] }).blocks,
    )
    const whole = JSON.stringify(form.blocks)
    for (const gone of ['"女"', '2004-03']) if (whole.includes(gone)) expect(text).not.toContain(gone)
    expect(text).toMatch(/姓　　名"\]\],"align":"center"\},\{"role":"value","lines":\[\["（略）"\]\]/u)
    expect(text).toContain('接 谈 人')
  })
})

describe('a name of several parts', () => {
  const facts = { ...FACTS, people: [{ ...PERSON, name: '买买提·艾力' }] }

  it.each(['买买提.艾力', '买买提•艾力', '买买提⋅艾力', '买买提－艾力', '买买提艾力', '买买提', '艾力'])(
    'is found as %s',
    (text) => {
      expect(redacted(`${text}反映`, 'accused', facts)).toBe('反映人反映')
      expect(redacted(`${text}反映`, 'masked', facts)).not.toContain(text)
    },
  )

  it('is found by a long Latin part, not by a short one', () => {
    const named = (name: string) => ({ ...FACTS, people: [{ ...PERSON, name }] })
    expect(redacted('Johnson 反映', 'accused', named('Li Johnson'))).toBe('反映人 反映')
    expect(redacted('English, Li', 'accused', named('Li Johnson'))).toBe('English, Li')
  })
})

it('a form for the accused leaves blank who came along and where a paper was brought', () => {
  const cells = ['随行人员', '送达地点'].flatMap((text) => [
    { role: 'label', lines: [[text]] } as const,
    { role: 'value', lines: [['室友李四，3号楼412']] } as const,
  ])
  const form: Paper = { ...saying(), blocks: [{ kind: 'table', columns: [1, 1, 1, 1], rows: [{ cells }] }] }
  expect(JSON.stringify(redactPaper(form, 'accused', FACTS))).not.toContain('李四')
})

it('finds what runs from one piece of a line into the next', () => {
  const hide = hiderOf([
    { text: '13900001234', by: '139****1234', number: true },
    { text: '张晓明', by: '反映人' },
  ])
  expect(hide(['电话139', '0000', '1234；张', '晓明'])).toEqual(['电话139****1234', '', '；反映人', ''])
})

it('breaks a title anew when a name went out of it', () => {
  const title = { kind: 'title', lines: ['关于转办张晓', '明同学反映事项的函'] } as const
  const { blocks } = redactPaper({ ...saying(), blocks: [title] }, 'accused', FACTS)
  expect(blocks[0]).toMatchObject({ lines: ['关于转办一名学生反映事项的函'] })
})

/** Not the engine’s own eye: letters as a reader sees them, in one row. */
function plainly(text: string, number: boolean): string {
  const narrow = text.normalize('NFKC').toLowerCase()
  return Array.from(narrow)
    .filter(
      (char) =>
        !(number ? /[\s\p{Cf}\p{M}\p{Pd}·•‧・∙⋅᛫⸱●.()+_]/u : /[\s\p{Cf}\p{M}·•‧・∙⋅᛫⸱●.‐‑-]/u).test(char),
    )
    .join('')
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 2, maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('反映人一名学生略（）*赵小满张')),
    minLength: 2,
    maxLength: 4,
  }),
)
const anyNumber = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789X')),
  minLength: 4,
  maxLength: 18,
})

describe('whatever the secrets are', () => {
  it('none of them can be read in the text any more', () => {
    const secret = fc.oneof(
      fc.record({ text: anyText, by: fc.oneof(anyText, fc.constantFrom('反映人', '（略）', '***')) }),
      fc.record({ text: anyNumber, by: fc.constantFrom('（略）', '****'), number: fc.constant(true) }),
    )
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 5 }),
        fc.array(anyText),
        fc.infiniteStream(fc.nat()),
        (secrets, around, draws) => {
          const parts = [
            ...around,
            ...secrets.map(({ text }) => text),
            ...secrets.map(({ text }) => Array.from(text).join(' ')),
          ]
          const text = parts.toSorted(() => ((draws.next().value ?? 0) % 2 === 0 ? -1 : 1)).join('')
          const left = hideSecrets(text, secrets)
          for (const { text: gone, number } of secrets.map((each) => ({ number: false, ...each }))) {
            const sought = plainly(gone, number)
            if (Array.from(sought).length >= 2 && !sought.includes('*'))
              expect(plainly(left, number)).not.toContain(sought)
          }
        },
      ),
      { numRuns: fc.runs(500) },
    )
  })
})

it('a name with marks that a text puts in another order is found, and the search ends', () => {
  const name = 'a\u{302E}\u{1D165}b'
  expect(hideSecrets(`x${name}y`, [{ text: name, by: '*' }])).toBe('x*y')
})

describe('every kind of paper', () => {
  const surnames = Array.from('赵钱孙周吴郑冯褚卫蒋沈韩杨秦尤许何吕施曹严')
  const person = fc.record({
    name: fc.string({ unit: fc.constantFrom(...surnames, '·', '𠮷'), minLength: 2, maxLength: 6 }),
    identity: fc.constantFrom('学生', '教职工', ''),
    organisation: fc.constantFrom('数据学院', '后勤处', ''),
    phone: fc.constantFrom('13900006666', '0531-88881234、13900007777', '8888', ''),
    idNumber: fc.constantFrom('990101200305060018', 'G1234567', ''),
    studentNumber: fc.constantFrom('20260101', 'S-77', ''),
    address: fc.constantFrom('示例市历下区文化东路8号', '北村', ''),
    email: fc.constantFrom('a.b@example.org', ''),
    bornOn: fc.constantFrom('2003-05-06', ''),
  })

  it.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('%s holds no secret in either form', (kind) => {
    const paper = specimenPaper(kind)
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 2 }),
        fc.constantFrom<RedactionLevel>('masked', 'accused'),
        (people, level) => {
          const facts = { ...FACTS, people }
          const secrets = secretsOf(level, facts)
          const planted = secrets.map(({ text }) => text)
          const sought = secrets
            .map(({ text, number }) => ({ number: number === true, text: plainly(text, number === true) }))
            .filter(({ text }) => Array.from(text).length >= 2)
          const told = JSON.stringify(plant(redactable(paper), planted))
          const hidden = redactPaper(JSON.parse(told) as Paper, level, facts)
          for (const text of textsOf(hidden)) {
            const [names, numbers] = [plainly(text, false), plainly(text, true)]
            const left = sought.filter((secret) => (secret.number ? numbers : names).includes(secret.text))
            expect(left, text).toEqual([])
          }
        },
      ),
      { numRuns: fc.runs(5) },
    )
  })
})

function redactable(paper: Paper): Paper {
  return { ...paper, code: null }
}

/** One of the secrets into the middle of every text of the paper. */
function plant(value: unknown, secrets: readonly string[], key = ''): unknown {
  if (typeof value === 'string') {
    if (['kind', 'format', 'face', 'role', 'align', 'of'].includes(key) || secrets.length === 0) return value
    const secret = secrets[value.length % secrets.length] ?? ''
    return `${value.slice(0, 2)}${value.length % 2 === 0 ? secret : Array.from(secret).join(' ')}${value.slice(2)}`
  }
  if (Array.isArray(value)) return value.map((each) => plant(each, secrets, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, plant(held, secrets, name)]))
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
