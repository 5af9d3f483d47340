import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayOf, instantOf } from '../../shared/domain/day.ts'
import { semesterName, semesterOf } from '../../shared/rules/semesters.ts'
import type { TestDesk } from '../helpers/a-desk.ts'
import { aVisit } from '../helpers/a-visit.ts'
import { type OpenDesk, openDesk } from './helpers/open-desk.ts'

const USUAL = { first: { from: '09-01', to: '01-15' }, second: { from: '03-01', to: '07-10' } }
const SEMESTER = semesterName(semesterOf(dayOf(instantOf(Date.now())), [], USUAL).id)

let opened: OpenDesk
const numbers: string[] = []

beforeAll(async () => {
  opened = await openDesk(aSemestersWork)
})

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => opened.window.shootFailure())
})

afterAll(() => opened?.close())

/** One closed, two answered but not closed, one just transferred. */
async function aSemestersWork(desk: TestDesk): Promise<void> {
  const titles = ['食堂晚间供餐时间过短', '宿舍楼电梯长期停运', '图书馆座位长期被占', '热水供应不足']
  for (const [index, title] of titles.entries()) {
    const person = { name: `钱多${index}`, phone: `1390000001${index}`, studentNumber: `2026010${index}` }
    const { petitions } = await desk.ask('visits.register', {
      visit: aVisit({
        startedAt: new Date(Date.now() - 120_000).toISOString(),
        person,
        petition: { title, matter: `${title}，请学校解决。` },
      }),
    })
    const number = petitions[0]?.number ?? ''
    numbers.push(number)
    if (index === 3) {
      await desk.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
      continue
    }
    await desk.ask('petitions.route', { number, to: { route: 'direct' } })
    const answer = { medium: 'in-person', text: '已经安排解决。', outcome: 'supported' } as const
    await desk.ask('petitions.answer', { number, ...answer, close: index === 0 })
  }
}

test('the figures of the semester, as chart and as table, lead to their petitions', async () => {
  const { window } = opened
  const { press, sees, look, tabTo, noLongerSees } = window
  await tabTo('统计报表')
  await press('Enter')
  await sees('登记 4 件')
  await sees('未办结 3 件')
  await look('71-figures-chart')
  await tabTo('汇总')
  await press('t')
  await sees('合计')
  await look('72-figures-table')
  await tabTo('信访接待 · 未办结：3 件，查看')
  await press('Enter')
  await sees('共 3 件')
  await sees(numbers[3] ?? '')
  await look('73-figure-lines')
  await press('Escape')
  await noLongerSees('↑↓ 移动，回车打开')
  expect(await window.complaints()).toEqual([])
}, 300_000)

test('a semester is closed line by line, and issued as Word and as Excel only then', async () => {
  const { window } = opened
  const { press, sees, look, tabTo, type, focused, page } = window
  await tabTo('汇总')
  await press('ArrowRight')
  await press('ArrowRight')
  await sees(`示例学院 · ${SEMESTER}`)
  await sees('还有 2 件没有注明原因，补齐后才能印发')
  await look('74-semester-lacking')

  await tabTo(`${numbers[1]} 的未办结原因`)
  await type('需列入下一年度维修计划')
  await press('Enter')
  expect(await focused()).toBe(`${numbers[2]} 的未办结原因`)
  await press('ArrowDown')
  await press('Enter')
  await press('Enter')
  await sees('原因已注明，可以印发')
  await look('75-semester-complete')

  await page.keyboard.press('Home')
  const download = page.waitForEvent('download')
  await press('Control+Shift+E')
  expect((await download).suggestedFilename()).toBe(`问题办理情况汇总表（示例学院，${SEMESTER}）.xlsx`)
  await sees('已记录')

  await tabTo('印发 Word')
  await press('Enter')
  await sees('备注：办理情况填写“已办结”或“未办结”')
  await sees('需列入下一年度维修计划')
  await look('76-semester-issued')
  await press('Escape')
  expect(await window.complaints()).toEqual([])
}, 300_000)

test('the report, the dispatch list, the assessment and the bulletin are made on their own tabs', async () => {
  const { window } = opened
  const { press, sees, look, tabTo, noLongerSees } = window
  await tabTo('学期汇总表')
  await press('ArrowLeft')
  await sees('按期答复率 = 按期答复')
  await look('77-assessment')
  await press('ArrowRight')
  await press('ArrowRight')
  await sees('这里写开头和结尾')
  await look('78-operation')
  await press('Control+P')
  await sees('六、未办结和需要协调的事项')
  await look('79-operation-preview')
  await press('Escape')
  await noLongerSees('六、未办结和需要协调的事项')
  await tabTo('运行情况报告')
  await press('ArrowRight')
  await sees('疑难问题')
  await look('80-dispatch')
  await press('ArrowRight')
  await sees('只写编号、分类和单位')
  await look('81-bulletin')
  await press('ArrowRight')
  await sees('假期里登记的归入随后的学期')
  await look('82-semester-dates')
  expect(await window.complaints()).toEqual([])
}, 300_000)
