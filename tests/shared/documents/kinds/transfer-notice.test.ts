import { describe, expect, it } from 'vitest'
import { buildPaper, type TransferNoticeData } from '../../../../shared/documents/kinds/index.ts'
import { type Block, type Paper, plainText } from '../../../../shared/documents/paper.ts'
import { TRANSFER } from '../../../../shared/documents/specimens/visit-papers.ts'
import { parseDay } from '../../../../shared/domain/day.ts'
import * as fc from '../../../helpers/fast-check.ts'

const paperOf = (change: Partial<TransferNoticeData> = {}): Paper =>
  buildPaper('transfer', { ...TRANSFER, ...change })
const textOf = (paper: Paper): string =>
  paper.blocks.map((block) => (block.kind === 'paragraph' ? plainText(block.line) : '')).join('\n')
const blockOf = (paper: Paper, kind: Block['kind']): Block | undefined =>
  paper.blocks.find((block) => block.kind === kind)

describe('a transfer notice', () => {
  it('is a letter in the order of GB/T 9704', () => {
    expect(paperOf().format).toBe('letter')
    expect([...new Set(paperOf({ copiesTo: ['党委办公室'] }).blocks.map(({ kind }) => kind))]).toEqual([
      'letterhead',
      'documentNumber',
      'title',
      'addressee',
      'paragraph',
      'attachments',
      'signature',
      'note',
      'copiesTo',
      'tearOff',
    ])
  })

  it('says who brought what, when and through which channel', () => {
    expect(textOf(paperOf())).toContain(
      '2026年1月4日，经济管理学院学生张晓明通过信访接待渠道反映“梅园3号宿舍楼供暖温度不达标”有关问题（信访编号：ZX-2026-00012-K，联系电话：13800005678）。',
    )
  })

  it('says by which day to answer, how the day was counted and on which clause', () => {
    const text = textOf(paperOf())
    expect(text).toContain(
      '按照《信息沟通实施办法》二（二）2的规定，现将该事项转你单位办理，由你单位牵头，学生工作处、经济管理学院协办。',
    )
    expect(text).toContain(
      '于2026年1月12日周一前（自转办次日起5个工作日内）答复反映人，并将办理结果书面报我办。',
    )
    expect(text).toContain('请自收到本函之日起5个工作日内书面说明理由')
  })

  it('says that a day is provisional, and gives a leader’s own day without counting', () => {
    const limit = { ...TRANSFER.limit, days: null, dueOn: parseDay('2027-01-12'), provisional: true }
    const text = textOf(paperOf({ limit }))
    expect(text).toContain('于2027年1月12日周二前答复反映人')
    expect(text).toContain('期限暂定')
  })

  it('has the slip of receipt with the number of the notice and of its enclosures', () => {
    expect(blockOf(paperOf(), 'tearOff')).toMatchObject({
      title: '签收回执',
      lines: [['今收到海师办信转〔2026〕12号转办函及附件2件。']],
    })
    expect(blockOf(paperOf({ attachments: [] }), 'tearOff')).toMatchObject({
      lines: [['今收到海师办信转〔2026〕12号转办函。']],
    })
  })

  it('carries the code a scanner types', () => {
    expect(paperOf().code).toBe('XF/ZX-2026-00012-K/ZX-2026-D00034')
  })

  it('is marked when urgent', () => {
    const marks = paperOf({ urgency: '加急' }).blocks.filter(({ kind }) => kind === 'mark')
    expect(marks).toMatchObject([{ text: '加急' }])
    expect(paperOf().blocks.some(({ kind }) => kind === 'mark')).toBe(false)
  })

  it('quotes the leader', () => {
    const instructions = [{ leader: '分管校领导', on: parseDay('2026-01-05'), text: '请抓紧整改' }]
    expect(textOf(paperOf({ instructions }))).toContain(
      '领导批示：分管校领导于2026年1月5日批示：“请抓紧整改。”',
    )
  })

  it('is a 通知 with other last words when the office says so', () => {
    const text = textOf(paperOf({ genre: '通知' }))
    expect(text).toContain('特此通知。')
    expect(text).toContain('自收到本通知之日起')
    expect(blockOf(paperOf({ genre: '通知' }), 'title')).toMatchObject({
      lines: ['关于转办张晓明同学反映事项的通知'],
    })
  })

  it('asks a unit that only assists to send its opinion to the one that leads', () => {
    const text = textOf(paperOf({ leadUnit: '学生工作处', ledBy: '后勤管理处', assistingUnits: [] }))
    expect(text).toContain('转请你单位协助办理，由后勤管理处牵头。')
    expect(text).toContain('将协办意见送后勤管理处，并书面报我办。')
    expect(text).not.toContain('由你单位牵头')
  })

  it('asks for the result instead of an answer when nobody can be answered', () => {
    const anonymous = textOf(paperOf({ petitioner: { name: null, identity: '学生', people: 1 } }))
    expect(anonymous).toContain('反映人未留姓名')
    expect(anonymous).not.toContain('答复反映人')
  })
})

describe('a confidential transfer notice', () => {
  it('says 一名学生 and that the office answers', () => {
    const paper = paperOf({ confidential: true })
    expect(textOf(paper)).toContain('2026年1月4日，一名学生通过信访接待渠道反映')
    expect(textOf(paper)).toContain('反映人要求保密，由我办负责答复')
    expect(paper.name).toContain('关于转办一名学生反映事项的函')
  })

  it('does not give away a companion either', () => {
    const companions = [{ name: '欧阳婧怡', secrets: ['13900001111'] }]
    const paper = paperOf({ confidential: true, companions, summary: '与欧阳婧怡（13900001111）一同反映' })
    expect(JSON.stringify(paper)).not.toMatch(/欧阳婧怡|13900001111/)
  })

  it('names the petitioner nowhere, whatever was typed where', () => {
    const name = fc.stringMatching(/^[赵钱孙欧阳𠮷][甲乙丙丁戊己庚辛]{1,4}$/u)
    const around = fc.constantFrom('反映称', '与同寝室同学', '。', '')
    fc.assert(
      fc.property(name, fc.stringMatching(/^1[3-9]\d{9}$/), around, (who, phone, words) => {
        const typed = `${words}${who}${words}电话${phone}`
        const paper = paperOf({
          confidential: true,
          petitioner: { name: who, identity: '学生', affiliation: `${who}研究院`, phone, people: 1 },
          title: typed,
          summary: typed,
          demand: typed,
          instructions: [{ leader: '校长', on: parseDay('2026-01-05'), text: typed }],
          attachments: [{ name: `${who}的来信` }],
        })
        const everything = JSON.stringify(paper)
        expect(everything).not.toContain(who)
        expect(everything).not.toContain(phone)
      }),
    )
  })
})
