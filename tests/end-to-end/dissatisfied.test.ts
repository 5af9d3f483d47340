import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { PASSWORD } from '../helpers/a-desk.ts'
import { type DeskWindow, openWindow } from './helpers/desk-window.ts'
import { type SeededDesk, startSeededDesk } from './helpers/seeded-desk.ts'

let desk: SeededDesk
let window: DeskWindow

beforeAll(async () => {
  desk = await startSeededDesk()
  window = await openWindow(desk.url)
})

afterAll(async () => {
  await window?.close()
  await desk?.stop()
})

test('a petitioner who is dissatisfied twice gets a redo and then a supervision, by keyboard to the archive', async () => {
  onTestFailed(() => window.shootFailure())
  await signIn('王接待')
  await goTo(desk.numbers[0] ?? '')
  await refuseAnAnswerBeforeTheUnitReplied()
  await recordTheUnitsAccount('延长供餐需增加人手，暂不能解决。')
  await answer('后勤处已答复：本学期暂不延长。')
  await rateAtTheCounter()
  await sendItBack()
  await recordTheUnitsAccount('已与餐饮公司协商，延长半小时。')
  await answer('延长至七点半。')
  await rateByTelephone('下课时仍然赶不上')
  await superviseAsTheLeader()
  await recordTheUnitsAccount('已安排专窗供餐至八点半。')
  await answer('自下周一起供餐至八点半。')
  await reportToTheLeader()
  await closeAndArchive()

  expect(await window.complaints()).toEqual([])
}, 300_000)

async function signIn(name: string) {
  await window.choose('姓名', name)
  await window.fill('密码', PASSWORD)
  await window.press('Enter')
  await window.page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

async function goTo(number: string) {
  await window.press('Control+k')
  await window.fill('查找、跳转、执行', number)
  await window.press('Enter')
  await window.page.getByRole('heading', { name: number }).waitFor()
}

async function refuseAnAnswerBeforeTheUnitReplied() {
  const { press, sees, tabTo, look } = window
  await tabTo('现在不能做的')
  await press('Enter')
  await sees('承办单位还没有反馈办理情况，请先登记单位反馈')
  await look('dissatisfied-petition-transferred')
  await press('Escape')
}

async function recordTheUnitsAccount(opinion: string) {
  const { press, fill, sees, noLongerSees, look, page } = window
  await press('f')
  await press('Control+Enter')
  await sees('还有 3 处需要补充或更正')
  await fill('单位经办人', '刘主任')
  await fill('调查核实情况', '经核实，晚课学生确有就餐需求。')
  await fill('处理意见', opinion)
  await look('dissatisfied-unit-reply')
  await press('Control+Enter')
  await noLongerSees('调查核实情况')
  await page.getByText(opinion).first().waitFor()
}

async function answer(text: string) {
  const { press, fill, choose, sees, noLongerSees } = window
  await press('a')
  await fill('答复内容', text)
  await choose('处理结论', '支持')
  await press('Control+Enter')
  await noLongerSees('答复方式')
  await sees('已答复反映人')
}

async function rateAtTheCounter() {
  const { press, type, sees, noLongerSees, look, focused, page } = window
  await press('m')
  await sees('请本人在屏幕上评价')
  await look('dissatisfied-rate')
  await press('F4')
  await sees('请您评价')
  // Nothing of the frame is there, and its keys lead nowhere.
  expect(await page.getByRole('navigation').count()).toBe(0)
  await press('Control+k')
  await press('Alt+1')
  await press('F2')
  await look('dissatisfied-rating-page')
  await press('Control+Enter')
  await sees('请按一个表情')
  await press('3')
  await sees('哪里不满意')
  await press('Control+Enter')
  await sees('请写明不满意的原因')
  expect(await focused()).toContain('哪里不满意')
  await type('没有说明什么时候能解决')
  await look('dissatisfied-rating-dissatisfied')
  await press('Control+Enter')
  await sees('谢谢您的评价')
  await look('dissatisfied-rating-thanks')
  await press('Escape')
  await noLongerSees('谢谢您的评价')
  await sees('首次办理：不满意')
}

async function sendItBack() {
  const { press, fill, sees, noLongerSees, look } = window
  await look('dissatisfied-petition-dissatisfied')
  await press('x')
  await fill('重办要求', '请提出明确的解决时间。')
  await look('dissatisfied-redo')
  await press('Control+Enter')
  await noLongerSees('重办单位')
  await sees('重办要求：请提出明确的解决时间。')
  await press('Escape')
  await noLongerSees('印发时取得发文字号')
  await sees('当前轮次')
}

async function rateByTelephone(reason: string) {
  const { press, fill, tabTo, sees, noLongerSees } = window
  await press('m')
  await sees('请本人在屏幕上评价')
  await tabTo('满意')
  await press('Space')
  await press('ArrowLeft')
  await fill('不满意的原因', reason)
  await press('Control+Enter')
  await noLongerSees('不满意的原因')
  await sees('重办：不满意')
}

/** The leader meets it among the day's petitions; the instruction itself takes it into supervision. */
async function superviseAsTheLeader() {
  const { press, sees, tabTo, fill, look } = window
  await press('F9')
  await sees('已锁定')
  await tabTo('换人登录')
  await press('Enter')
  await signIn('李值班')
  await window.goTo('ldpy')
  await sees('第 1 件，共 3 件（未阅）')
  await sees('重办后反映人仍不满意，等待校领导批示督办')
  await look('dissatisfied-review')
  await press('i')
  await fill('批示意见', '请后勤处分管负责人牵头，一周内解决并报我。')
  await press('Control+Enter')
  await sees('第 2 件，共 3 件')
  await press('ArrowLeft')
  await sees('第 1 件，共 3 件（已批示）')
  await press('o')
  await sees('已纳入督办')
  await look('dissatisfied-petition-supervised')

  await press('F9')
  await sees('已锁定')
  await tabTo('换人登录')
  await press('Enter')
  await signIn('王接待')
  await goTo(desk.numbers[0] ?? '')
}

/** What a leader decided on is not closed before the leader has heard of it. */
async function reportToTheLeader() {
  const { press, fill, choose, sees, noLongerSees, tabTo, look } = window
  await tabTo('现在不能做的')
  await press('Enter')
  await sees('校领导批示件还没有向校领导反馈办理结果')
  await press('Escape')
  await press('h')
  await fill('反馈内容', '已安排专窗供餐，反映人已知晓。')
  await choose('校领导', 'fyz')
  await look('dissatisfied-report')
  await press('Control+Enter')
  await noLongerSees('反馈方式')
  await sees('反馈校领导')
}

async function closeAndArchive() {
  const { press, sees, noLongerSees, look } = window
  await press('m')
  await sees('请本人在屏幕上评价')
  await press('F4')
  await sees('请您评价')
  await press('2')
  await press('1')
  await press('Enter')
  await sees('谢谢您的评价')
  await press('Enter')
  await sees('督办：基本满意')
  await press('j')
  await press('Control+Enter')
  await noLongerSees('办结说明')
  await sees('已办结')
  await press('y')
  await sees('材料齐全')
  await look('dissatisfied-archive-check')
  await press('Control+Enter')
  await sees('0110-WS·')
  await look('dissatisfied-archived')
  await press('Control+Enter')
  await noLongerSees('请把档号写在卷内文件首页')
  await look('dissatisfied-petition-archived')
}
