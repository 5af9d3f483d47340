import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, dayOf, instantOf } from '../../shared/domain/day.ts'
import type { PetitionNumber } from '../../shared/domain/petition.ts'
import { PASSWORD, type TestDesk } from '../helpers/a-desk.ts'
import { aVisit } from '../helpers/a-visit.ts'
import { type OpenDesk, openDesk } from './helpers/open-desk.ts'

let desk: OpenDesk
const numbers: PetitionNumber[] = []

beforeAll(async () => {
  desk = await openDesk(async (earlier) => {
    await earlier.ask('accounts.save', {
      login: 'admin',
      name: '管理员甲',
      roles: ['admin', 'clerk'],
      active: true,
      password: null,
    })
    await earlier.ask('session.signIn', { login: 'admin', password: PASSWORD })
    await aMorningsWork(earlier)
  })
})

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => desk.window.shootFailure())
})

afterAll(async () => {
  await desk?.close()
})

/** Three alike, one a group visit, one returned by its unit. */
async function aMorningsWork(earlier: TestDesk): Promise<void> {
  const titles = ['东区宿舍热水供应不足', '宿舍热水供应时间太短', '西区宿舍热水供应中断', '食堂餐台长期损坏']
  for (const [index, title] of titles.entries()) {
    const visit = aVisit({
      startedAt: new Date(Date.now() - 1_800_000).toISOString(),
      headcount: index === 0 ? 8 : 1,
      petition: { title },
      person: {
        name: ['赵小满', '钱多多', '孙文远', '李知秋'][index] ?? '',
        phone: `1390000000${index + 1}`,
      },
    })
    const { petitions } = await earlier.ask('visits.register', { visit })
    const number = petitions[0]?.number
    if (number === undefined) throw new Error('nothing was registered')
    numbers.push(number)
    await earlier.ask('petitions.route', { number, to: { route: 'transfer', leadUnit: 'HQC' } })
  }
  await earlier.ask('petitions.return', {
    number: numbers[3] ?? '',
    unit: 'HQC',
    reason: '餐台属于国有资产',
    suggestedUnit: 'GZC',
  })
}

const inDays = (count: number) => addDays(dayOf(instantOf(Date.now())), count)

test('a hot matter is collected, discussed, decided on, and chased', async () => {
  const { press, sees, fill, choose, tabTo, look, focused, page } = desk.window
  await goTo('/coordination')
  await sees('还没有召开过调度会')
  await sees('建议会商')
  await sees('集体访')
  await look('61-meetings')

  await tabTo('列入会商')
  await press('Enter')
  await fill('列入原因', '餐台由谁维修，两个部门意见不一')
  await look('62-collect')
  await press('Control+Enter')
  await sees('难点：餐台由谁维修，两个部门意见不一')

  await press('n')
  await press('Control+Enter')
  await sees('请填写会议名称')
  expect(await focused()).toBe('会议名称')
  await fill('会议名称', '食堂餐台维修协调会')
  await fill('日期', inDays(0))
  await fill('地点', '行政楼 302')
  await fill('主持人', '周明远')
  await choose('牵头单位', 'hqc')
  await look('63-plan')
  await press('Control+Enter')
  await page.getByRole('heading', { name: '食堂餐台维修协调会' }).waitFor()
  await sees('协调会，待召开')
  await look('64-meeting')

  await press('h')
  await fill('出席', '周明远、后勤处负责人')
  await fill('会议情况', '后勤处说明了使用情况，国有资产处说明了维修计划。')
  await fill('完成日期', inDays(5))
  await fill('做什么', '维修东区食堂餐台')
  await look('65-hold')
  await press('Control+Enter')
  await sees('协调会，已召开')
  await sees('维修东区食堂餐台')
  await look('66-held')

  await press('y')
  await sees('还没有印发')
  await sees('协调会纪要')
  await look('67-minutes')
  await press('Control+Enter')
  await sees('尚未取用')
  await press('Escape')
  await sees('已印发的纪要')

  await tabTo('记录落实情况')
  await press('Enter')
  await fill('怎样落实的', '餐台已修好')
  await press('Control+Enter')
  await sees('：餐台已修好')

  await goTo(`/petitions/${numbers[3] ?? ''}`)
  await sees('催办督办')
  await sees('会议议定：维修东区食堂餐台')
  await page.getByRole('region', { name: '协调治理' }).scrollIntoViewIfNeeded()
  await look('80-petition-after-meeting')
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

test('what is alike becomes a common problem, and a campaign goes from plan to result', async () => {
  const { press, sees, fill, choose, tabTo, look, page } = desk.window
  await goTo('/coordination/disputes')
  await sees('餐台属于国有资产')
  await sees('待认定')
  await look('68-disputes')

  await goTo('/coordination/problems')
  await sees('3 件')
  await look('69-problems')
  await tabTo('建立共性问题')
  await press('Enter')
  await sees('保存后归入 3 件信访事项。')
  await fill('问题名称', '宿舍热水供应')
  await fill('研判意见', '入冬后供水能力不足。')
  await look('70-group-form')
  await press('Control+Enter')
  await page.getByRole('heading', { name: '宿舍热水供应' }).waitFor()
  await sees('3 件，在办 3')
  await look('71-group')

  await tabTo('开展专项治理')
  await press('Enter')
  await fill('治理目标', '供暖季前全部片区按时供应热水')
  await fill('开始日期', inDays(0))
  await fill('结束日期', inDays(30))
  await fill('第 1 步', '更换老旧设备')
  await choose('责任单位', 'hqc')
  await fill('完成日期', inDays(20))
  await look('72-campaign-form')
  await press('Control+Enter')
  await sees('专项治理，进行中')
  await look('73-campaign')

  await tabTo('记录完成情况')
  await press('Enter')
  await fill('完成情况', '已更换')
  await press('Control+Enter')
  await sees('完成 1／1')
  await press('y')
  await sees('还没有印发')
  await look('74-campaign-plan')
  await press('Escape')
  await tabTo('总结成效')
  await press('Enter')
  await fill('治理成效', '热水按时供应')
  await press('Control+Enter')
  await sees('专项治理，已总结')

  await goTo('/coordination/campaigns')
  await sees('已总结')
  await look('75-campaigns')
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

test('what was found on the spot is kept, and the units not visited are named', async () => {
  const { press, sees, fill, choose, look } = desk.window
  await goTo('/coordination/research')
  await sees('近一年还没有走访的职能部门')
  await press('n')
  await choose('走访的单位', 'hqc')
  await press('Escape')
  await fill('了解的情况', '两台锅炉老化。')
  await fill('解决方案和建议', '分批更换。')
  await look('76-research-form')
  await press('Control+Enter')
  await sees('两台锅炉老化。')
  await look('77-research')
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

test('every sentence of the regulations leads to the page that carries it', async () => {
  const { press, sees, type, tabTo, look, page } = desk.window
  await press('F1')
  await tabTo('条款对照表')
  await press('Enter')
  await page.getByRole('heading', { name: '条款对照表' }).waitFor()
  await sees('办法-一（一）1-a')
  await look('78-clauses')
  await type('协调会')
  await sees('办法-三2-b')
  expect(await page.getByText('办法-一（一）1-a').count()).toBe(0)
  await tabTo('协调会')
  await look('79-clauses-found')
  await press('Enter')
  await page.getByRole('heading', { name: '协调治理' }).waitFor()
  expect(await desk.window.complaints()).toEqual([])
}, 300_000)

async function goTo(path: string): Promise<void> {
  await desk.window.page.evaluate((address) => {
    location.hash = address
  }, path)
}
