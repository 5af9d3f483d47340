import { describe, expect, it } from 'vitest'
import { FORM } from '../../../../shared/documents/gbt9704.ts'
import { KINDS } from '../../../../shared/documents/kinds/index.ts'
import { isPetitionKind, PETITION_KINDS } from '../../../../shared/documents/kinds/petition-kinds.ts'
import { type Paper, plainText } from '../../../../shared/documents/paper.ts'
import {
  PETITION_PAPERS,
  type PetitionKind,
  SAMPLE_KINDS,
} from '../../../../shared/documents/specimens/petition-papers.ts'
import { DECLINE_GROUNDS, declineGroundSchema } from '../../../../shared/domain/petition.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { petitionPaper } from '../extreme-petition-papers.ts'

/** Everything a reader sees, one line per paragraph or cell. */
function wordsOf(paper: Paper): string {
  return paper.blocks
    .flatMap((block) => {
      switch (block.kind) {
        case 'paragraph':
          return [plainText(block.line)]
        case 'title':
          return block.lines
        case 'table':
          return block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(plainText)))
        case 'tearOff':
          return [block.title, ...block.lines.map(plainText)]
        case 'remarks':
          return block.items
        case 'caption':
          return [block.left, block.right]
        case 'attachments':
          return block.names
        case 'signature':
          return [block.organ, block.date]
        case 'copiesTo':
          return block.units
        default:
          return 'text' in block ? [block.text] : []
      }
    })
    .join('\n')
}

/** The clause a reader may ask for. */
const CLAUSES: Readonly<Record<PetitionKind, string>> = {
  urge: '《信息沟通实施办法》二（三）',
  supervise: '《信访工作条例》第四十条',
  assign: '《信访工作条例》第二十二条',
  submission: '《信息沟通实施办法》二（二）3',
  accept: '《信访工作条例》第二十三条',
  whereabouts: '《信访工作条例》第二十三条',
  decline: '《接诉即办工作制度》二（一）',
  extend: '《信访工作条例》第三十四条',
  feedback: '《信访工作条例》第三十二条',
  reply: '《信访工作条例》第三十五条',
  result: '《信访工作条例》第二十九条',
  rating: '《接诉即办工作制度》三（一）5',
  service: '《信访工作条例》第三十五条',
  'archive-list': '《信息沟通实施办法》二（五）',
}

describe.each(SAMPLE_KINDS)('%s', (kind) => {
  it('is of the format its row says, and its tables fill the type area', () => {
    const paper = petitionPaper(kind)
    expect(paper.format).toBe(KINDS[kind].format)
    for (const block of paper.blocks) {
      if (block.kind !== 'table') continue
      expect(block.columns.reduce((sum, width) => sum + width, 0)).toBe(FORM.textWidth)
      for (const row of block.rows)
        expect(row.cells.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(block.columns.length)
    }
  })

  it('cites its clause', () => {
    expect(wordsOf(petitionPaper(kind))).toContain(CLAUSES[kind])
  })

  it('carries the petition and itself as a code, unless it is about no single one', () => {
    const { code } = petitionPaper(kind)
    if (kind === 'archive-list') expect(code).toBeNull()
    else expect(code).toMatch(/^XF\/ZX-2026-00012-K\/ZX-2026-D0/u)
  })

  it('says nothing twice and leaves nothing undefined', () => {
    const words = wordsOf(petitionPaper(kind))
    expect(words).not.toMatch(/undefined|null|NaN|。。|，，|（）|、、/u)
  })
})

describe('what goes to a unit', () => {
  it.each(['urge', 'supervise', 'assign', 'feedback', 'submission'] as const)(
    '%s names no confidential petitioner and nobody who came along',
    (kind) => {
      const words = JSON.stringify(petitionPaper(kind, { confidential: true }))
      for (const secret of ['张晓明', '13800005678', '欧阳婧怡', '13900001111', '会计2班'])
        expect(words).not.toContain(secret)
      expect(words).toContain('一名学生')
    },
  )
})

it('whatever was typed about a confidential petitioner leaves the office without the name and the number', () => {
  const name = fc
    .array(fc.constantFrom(...Array.from('赵钱孙李冯褚卫蒋沈韩杨朱秦尤许何吕施')), {
      minLength: 2,
      maxLength: 4,
    })
    .map((characters) => characters.join(''))
  const phone = fc.integer({ min: 0, max: 99_999_999 }).map((end) => `139${String(end).padStart(8, '0')}`)
  fc.assert(
    fc.property(name, phone, fc.string({ maxLength: 20 }), (who, number, around) => {
      const typed = `${around}${who}（${number}）${around}`
      const petitioner = {
        name: who,
        identity: '学生',
        affiliation: `${who}所在班`,
        phone: number,
        people: 1,
      }
      const matter = { confidential: true, petitioner, companions: [], title: typed }
      const said = { leader: '院长', on: PETITION_PAPERS.urge.issuedOn, text: typed }
      const { reply } = PETITION_PAPERS.feedback
      if (reply === null) throw new Error('the sample is filled in')
      const papers = [
        petitionPaper('urge', {
          ...matter,
          chases: [said, said].map(({ on }) => ({ on, medium: '电话', answer: typed })),
        }),
        petitionPaper('supervise', { ...matter, instruction: said, requirement: typed }),
        petitionPaper('assign', { ...matter, summary: typed, demand: typed, instructions: [said] }),
        petitionPaper('submission', {
          ...matter,
          summary: typed,
          demand: typed,
          proposal: typed,
          instruction: said,
        }),
        petitionPaper('feedback', {
          ...matter,
          reply: { ...reply, findings: typed, opinion: typed, basis: typed },
          answered: { on: said.on, medium: '电话', by: '李工', text: typed },
        }),
      ]
      for (const paper of papers) {
        expect(JSON.stringify(paper)).not.toContain(who)
        expect(JSON.stringify(paper)).not.toContain(number)
      }
    }),
    { numRuns: fc.runs(60) },
  )
})

describe('a chase notice', () => {
  it('counts the chases before it and quotes the last answer', () => {
    const words = wordsOf(petitionPaper('urge'))
    expect(words).toContain('此前已催办1次（2026年1月8日电话），这是第2次催办。')
    expect(words).toContain('你单位上次答复：“阀门已经订货，本周到货。”')
  })

  it('tells days left from days late, and grants no extension once late', () => {
    expect(wordsOf(petitionPaper('urge'))).toContain('已逾期1个工作日')
    expect(wordsOf(petitionPaper('urge'))).toContain('期限已过，不再办理延期')
    const early = wordsOf(petitionPaper('urge', { standing: { kind: 'left', workingDays: 2 } }))
    expect(early).toContain('距办理期限还有2个工作日')
    expect(early).toContain('确需延期的，请在期满前')
  })

  it('asks by the limit when no day was named, and at once when that is past', () => {
    const left = { standing: { kind: 'left', workingDays: 2 }, requiredOn: null } as const
    expect(wordsOf(petitionPaper('urge', left))).toContain('于2026年1月12日周一前将办理情况')
    expect(wordsOf(petitionPaper('urge', { requiredOn: null }))).toContain('收到本通知后立即将办理情况')
  })

  it('says what makes it a priority, and rests on the text its channel falls under', () => {
    expect(wordsOf(petitionPaper('urge', { instructed: true }))).toContain('列为重点催办')
    expect(wordsOf(petitionPaper('urge', { urgent: true }))).toContain('列为跟踪催办')
    expect(wordsOf(petitionPaper('urge', { regulation: '制度' }))).toContain('《接诉即办工作制度》三（三）')
  })
})

describe('a refusal to accept', () => {
  const lawful = declineGroundSchema.options.filter((ground) => ground !== 'unlawful')

  it.each(lawful)('for %s ticks exactly that ground and prints the others', (ground) => {
    const words = wordsOf(petitionPaper('decline', { ground }))
    expect(words.match(/■\d\..*/gu)).toHaveLength(1)
    expect(words.match(/□\d\..*/gu)).toHaveLength(lawful.length - 1)
    expect(words.match(/■\d\.(.*)/u)?.[1]).toContain(
      ground === 'petition' ? '已经进入信访渠道' : DECLINE_GROUNDS[ground],
    )
  })

  it('sends nobody to a further channel behind a 复核, and says 不再受理', () => {
    const said = { ground: 'concluded', lawfulChannel: '请按复核意见办理' } as const
    const words = wordsOf(petitionPaper('decline', said))
    for (const part of ['不再受理告知书', '我办不再受理', '第三十六条', '请按复核意见办理。'])
      expect(words).toContain(part)
    for (const part of ['请您依法', '通过法定途径提出的', '不予受理']) expect(words).not.toContain(part)
  })

  it('says the lawful channel once, however it was typed', () => {
    for (const lawfulChannel of ['请依法向法院起诉', '向法院起诉', '您可以依法向法院起诉。'])
      expect(wordsOf(petitionPaper('decline', { lawfulChannel }))).toContain('请您依法向法院起诉。')
  })

  it('persuades instead when the demand is unlawful: the rules, and what follows from breaking them', () => {
    const words = wordsOf(petitionPaper('decline', { ground: 'unlawful', lawfulChannel: '遵守校园管理规定' }))
    for (const said of ['劝导', '遵守校园管理规定', '法律后果', '《接诉即办工作制度》二（二）', '第四十七条'])
      expect(words).toContain(said)
    expect(words).not.toContain('■')
  })
})

describe('a reply', () => {
  it('names the body that takes it further, by whose procedure it was', () => {
    expect(wordsOf(petitionPaper('reply'))).toContain('请求复查')
    expect(wordsOf(petitionPaper('reply', { remedy: 'student-appeal' }))).toContain('省级教育行政部门')
    expect(wordsOf(petitionPaper('reply', { remedy: 'staff-review' }))).toContain('第三十八条')
  })
})

describe('呈批笺', () => {
  it('leaves both boxes to the leaders, and fills the right one once the instruction is known', () => {
    const instruction = { leader: '院长', on: PETITION_PAPERS.submission.submittedOn, text: '同意' }
    expect(wordsOf(petitionPaper('submission'))).not.toContain('同意')
    const rowsOf = (principal: boolean): readonly string[] =>
      petitionPaper('submission', { instruction, leader: { name: '院长', principal } }).blocks.flatMap(
        (block) =>
          block.kind === 'table'
            ? block.rows.map(({ cells }) => cells.flatMap(({ lines }) => lines.map(plainText)).join(' '))
            : [],
      )
    expect(rowsOf(true).find((row) => row.startsWith('主要领导'))).toContain('同意。（院长')
    expect(rowsOf(false).find((row) => row.startsWith('分管校领导'))).toContain('同意。（院长')
  })
})

describe('the volume list', () => {
  it('repeats its head on every page and numbers its rows', () => {
    const table = petitionPaper('archive-list').blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.rows[0]?.head).toBe(true)
    expect(table?.kind === 'table' && table.rows).toHaveLength(61)
    expect(wordsOf(petitionPaper('archive-list'))).toContain('本目录共60件，合计585页')
  })
})

it('every kind about one petition is known to the page that offers it', () => {
  expect(new Set(PETITION_KINDS).size).toBe(PETITION_KINDS.length)
  for (const kind of SAMPLE_KINDS) expect(isPetitionKind(kind)).toBe(kind !== 'archive-list')
})
