import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type App, createApp } from '../../electron/core/app.ts'
import type { Desk } from '../../electron/core/desk.ts'
import { appendVisit } from '../../electron/core/handlers/visit-handlers.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import { type VisitForm, visitFormSchema } from '../../shared/domain/visit.ts'
import { aVisit } from '../helpers/a-visit.ts'
import { RESOURCES } from '../helpers/resources.ts'

export const BENCH_PASSWORD = 'bench-password'
const PER_TRANSACTION = 500
const FIRST_DAY = '2022-11-21' as Day
const LAST_DAY_OFFSET = 1458

export type FilledDesk = { readonly dataDir: string; readonly app: App; readonly desk: Desk }

/** A small generator with a seed: the same store every time. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** `petitions` visits over four years, written through the journal like real ones. */
export async function filledDesk(
  petitions: number,
  onProgress: (done: number) => void = () => {},
): Promise<FilledDesk> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-bench-'))
  const app = await createApp({ dataDir, resourcesDir: RESOURCES, emit: () => {}, passwordCost: 10 })
  const reply = await app.call('session.found', {
    school: '示例学院',
    stationCode: 'ZX',
    stationName: '接待点',
    login: 'admin',
    name: '管理员甲',
    password: BENCH_PASSWORD,
  })
  if (!reply.ok) throw new Error(reply.error.message)
  const desk = app.session.desk()
  const random = randomFrom(petitions)
  for (let done = 0; done < petitions; done += PER_TRANSACTION) {
    const count = Math.min(PER_TRANSACTION, petitions - done)
    await desk.ledger.change(async (change) => {
      for (let n = 0; n < count; n += 1) {
        const day = addDays(FIRST_DAY, Math.floor(((done + n) / petitions) * LAST_DAY_OFFSET))
        await appendVisit(change, desk, syntheticVisit(random), 'admin', day)
      }
    })
    onProgress(done + count)
  }
  return { dataDir, app, desk }
}

const SURNAMES = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜')
const GIVEN = Array.from('子涵雨泽思远欣怡浩然梓萱宇轩佳琪明哲晓彤博文若曦俊杰诗涵嘉懿云帆')
const WORDS =
  '宿舍 食堂 热水 停电 空调 选课 成绩 补考 奖学金 助学贷款 学费 退费 课程 教材 网络 班车 快递 图书馆 自习室 门禁 噪声 维修 实习 就业 档案 学位 论文 导师 请假 处分 申诉 工资 职称 报销 公寓 绿化 停车 消防 电动车 心理咨询 体检 饮用水 卫生 排队 价格 服务态度 通知 公示 名额 评选 转专业 休学 复学'.split(
    ' ',
  )
const LINKS =
  '反映 由于 一直 多次 希望 尽快 没有 得到 解决 影响 正常 学习 生活 同学 老师 部门 联系 答复 说明 要求 认为 不合理 时间 情况 问题 有关'.split(
    ' ',
  )
const CATEGORIES = ['JX01', 'JX03', 'HQ01', 'HQ02', 'HQ03', 'AQ01', 'XJ03', 'JY02', 'JC01', 'CW02', 'TS01']
const CHANNELS = ['XFJD', 'XFJD', 'XFJD', 'JDR', 'XZXX', 'JSRX']

export function syntheticVisit(random: () => number): VisitForm {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const words = (count: number) =>
    Array.from({ length: count }, (_, n) => (n % 3 === 1 ? pick(LINKS) : pick(WORDS))).join('')
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  return visitFormSchema.parse(
    aVisit({
      channel: pick(CHANNELS),
      person: {
        name: pick(SURNAMES) + pick(GIVEN) + (random() < 0.7 ? pick(GIVEN) : ''),
        phone: `139${digits(8)}`,
        studentNumber: `20${digits(8)}`,
      },
      petition: { title: words(5), matter: words(45), demand: words(10), category: pick(CATEGORIES) },
    }),
  )
}
