import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, deskHere } from './run-desk.ts'

type Report = { title: string; file: string; rows?: number; document?: string }

describe('reports at the terminal', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-report-'))
  const data = path.join(folder, 'desk')
  const file = (name: string) => path.join(folder, name)
  const report = (what: string, period: string, out: string, ...more: string[]) => [
    'report',
    what,
    '--data',
    data,
    '--period',
    period,
    '--out',
    file(out),
    ...more,
  ]

  beforeAll(async () => {
    const made = ['demo', '--data', data, '--visits', '60', '--seed', '5', '--until', '2026-11-20']
    expect(await deskHere(made)).toMatchObject({ code: 0 })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['semester', '2025-2026-2', '问题办理情况汇总表（示例学院，2025—2026学年第二学期）'],
    ['semester', '2026-2027-1', '问题办理情况汇总表（示例学院，2026—2027学年第一学期）'],
    ['week', '2026-W47', '信访事项周汇总 2026年第47周（11月16日至11月22日）'],
    ['month', '2026-11', '信访事项月总结 2026年11月'],
    ['day', '2026-11-20', '信访事项当日汇总 2026年11月20日'],
    ['units', '2026-11', '承办单位办理情况考核表 2026年11月'],
    ['operation', '2026-2027-1', '示例学院信息沟通机制运行情况报告 2026—2027学年第一学期'],
    ['dispatch', '2026-W47', '接诉即办调度会清单 2026年第47周（11月16日至11月22日）'],
    ['bulletin', '2026-W47', '信访办理情况通报 2026年第47周（11月16日至11月22日）'],
  ])('writes the %s of %s as Word and as Excel', async (what, period, title) => {
    const word = await answerOf<Report>(report(what, period, `${what}.docx`))
    expect(word).toMatchObject({ title, file: file(`${what}.docx`) })
    const parts = unzipSync(readFileSync(word.file))
    const words = title.split(/[（ ]/)[0]?.replace(/^示例学院|报告$/gu, '') ?? title
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array()).includes(words)).toBe(true)
    const excel = await answerOf<Report>(report(what, period, `${what}.xlsx`))
    expect(excel).toMatchObject({ title, rows: expect.any(Number) })
    expect(Object.keys(unzipSync(readFileSync(excel.file)))).toContain('xl/worksheets/sheet1.xml')
  })

  it('gives a unit its own summary and assessment', async () => {
    const summary = await answerOf<Report>(report('semester', '2026-2027-1', 'jjs.docx', '--unit', '纪监审'))
    expect(summary.title).toBe('问题办理情况汇总表（纪监审，2026—2027学年第一学期）')
    const units = await answerOf<Report>(report('units', '2026-2027-1', 'one.xlsx', '--unit', 'JWC'))
    expect(units.rows).toBe(1)
  })

  it('issues the papers that are about no single petition', async () => {
    const paper = (kind: string, ...more: string[]) => [
      'paper',
      '--data',
      data,
      '--kind',
      kind,
      '--out',
      file('paper.docx'),
      ...more,
    ]
    const made = await answerOf<{ document: string }>(paper('archive-list', '--about', '2026/30年'))
    expect(made.document).toMatch(/-D\d+$/)
    expect(Object.keys(unzipSync(readFileSync(file('paper.docx'))))).toContain('word/document.xml')
    expect(await deskHere(paper('reception-announcement'))).toMatchObject({ code: 0 })
    expect(await deskHere(paper('meeting-minutes'))).toMatchObject({ code: 2, stdout: '' })
    expect(await deskHere(paper('reception-record', '--about', 'ZX-2026-J99999'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('没有这条接待记录'),
    })
    expect(await deskHere(paper('archive-list', '--about', '2026'))).toMatchObject({ code: 2 })
    expect(await deskHere(paper('transfer'))).toMatchObject({ code: 2 })
  })

  it.each([
    [['week', '2026-11', 'a.docx'], 2, '--period 应是一个周'],
    [['week', '2027-W53', 'a.docx'], 1, '时间应写成'],
    [['month', '2026-13', 'a.docx'], 1, '时间应写成'],
    [['month', '2026-11', 'a.pdf'], 2, '只能是 .docx、.xlsx'],
    [['semester', '2026-2027-1', 'a.docx', '--unit', '没有的处'], 1, '没有名为“没有的处”的单位'],
    [['month', '2026-11', 'a.docx', '--unit', 'JWC'], 1, '按全校汇总'],
    [['day', '2026-11-20', 'none/a.docx'], 1, '不存在'],
  ] as const)('refuses %j', async ([what, period, out, ...more], code, sentence) => {
    const ran = await deskHere(report(what, period, out, ...more))
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr).toContain(sentence)
    expect(existsSync(file('a.docx'))).toBe(false)
  })

  describe('export', () => {
    type Exported = { title: string; rows: number; withheld: number; revealed: boolean; file: string }
    const take = (list: string, ...more: string[]) => [
      'export',
      '--data',
      data,
      '--list',
      list,
      '--out',
      file('list.xlsx'),
      ...more,
    ]
    const sheet = () =>
      strFromU8(unzipSync(readFileSync(file('list.xlsx')))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

    it('writes a list as Excel, filtered as on its page, masked unless a reason is given', async () => {
      const all = await answerOf<Exported>(take('petitions'))
      expect(all).toMatchObject({ title: '信访事项', revealed: false, file: file('list.xlsx') })
      const masked = sheet()
      const some = await answerOf<Exported>(take('petitions', '--filter', 'unit=纪监审;from=2026-09-01'))
      expect(some.rows).toBeLessThan(all.rows)
      const named = await answerOf<Exported>(take('petitions', '--reveal', '--reason', '核对名单'))
      expect(named).toMatchObject({ rows: all.rows, revealed: true })
      const stars = (xml: string) => xml.match(/>\p{Script=Han}\*/gu)?.length ?? 0
      expect(stars(sheet())).toBeLessThan(stars(masked) / 2)
    })

    it.each([
      [['nothing'], 2, '只能是 petitions、today'],
      [
        ['petitions', '--filter', 'colour=red'],
        2,
        '“colour=red”不是“信访事项”的筛选条件；可以用的有：states',
      ],
      [['petitions', '--filter', 'unit=没有的处'], 1, '没有名为“没有的处”的单位'],
      [['petitions', '--filter', 'from=昨天'], 1, '日期不存在'],
      [['petitions', '--reveal'], 2, '--reveal 须同时用 --reason'],
      [['review', '--filter', 'day=2026-11-20'], 1, '您的角色不能导出“领导批阅单”'],
    ] as const)('refuses %j', async ([list, ...more], code, sentence) => {
      const ran = await deskHere(take(list, ...more))
      expect(ran).toMatchObject({ code, stdout: '' })
      expect(ran.stderr).toContain(sentence)
    })
  })
})
