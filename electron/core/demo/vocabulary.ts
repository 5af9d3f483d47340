import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { Random } from './random.ts'

/** What the slots of a story may be filled with. */
type Slot = readonly string[] | ((random: Random, day: Day) => string)

const count = (from: number, to: number) => (random: Random) => String(random.between(from, to))

const VOCABULARY: Readonly<Record<string, Slot>> = {
  course: [
    '高等数学',
    '线性代数',
    '大学物理',
    '概率论与数理统计',
    '程序设计基础',
    '数据结构',
    '操作系统',
    '数据库原理',
    '电路分析',
    '工程制图',
    '有机化学',
    '普通心理学',
    '教育学原理',
    '西方经济学',
    '会计学原理',
    '管理学',
    '财务管理',
    '国际贸易实务',
    '民法学',
    '社会调查方法',
    '大学英语',
    '综合日语',
    '英汉翻译',
    '现代汉语',
    '中国古代文学',
    '新闻采访与写作',
    '广告设计',
    '色彩构成',
    '钢琴基础',
    '形势与政策',
    '马克思主义基本原理',
    '体育（羽毛球）',
  ],
  major: [
    '软件工程',
    '计算机科学与技术',
    '数据科学与大数据技术',
    '电子信息工程',
    '物联网工程',
    '会计学',
    '工商管理',
    '国际经济与贸易',
    '电子商务',
    '小学教育',
    '学前教育',
    '应用心理学',
    '汉语言文学',
    '新闻学',
    '广告学',
    '英语',
    '日语',
    '商务英语',
    '法学',
    '社会工作',
    '视觉传达设计',
    '环境设计',
    '音乐学',
    '思想政治教育',
  ],
  dorm: (random) =>
    `${random.pick(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'])}号宿舍楼`,
  room: (random) => `${random.between(1, 6)}${String(random.between(1, 36)).padStart(2, '0')}室`,
  canteen: ['第一食堂', '第二食堂', '第三食堂', '东区食堂', '西区食堂', '清真食堂', '教工餐厅'],
  dish: ['红烧肉盖饭', '番茄鸡蛋面', '麻辣香锅', '水饺', '土豆牛肉', '清炒时蔬', '米线', '早餐包子'],
  hall: [
    '明德楼',
    '格物楼',
    '求实楼',
    '弘文楼',
    '第一教学楼',
    '第二教学楼',
    '第三教学楼',
    '实验楼',
    '逸夫楼',
    '艺术楼',
  ],
  classroom: (random) => `${random.between(1, 5)}${String(random.between(1, 24)).padStart(2, '0')}教室`,
  lab: [
    '化学实验室',
    '物理实验中心',
    '电子电工实验室',
    '网络工程实验室',
    '生物实验室',
    '材料分析室',
    '语音实验室',
  ],
  firm: [
    '文印店',
    '水果店',
    '校园超市',
    '奶茶店',
    '理发店',
    '眼镜店',
    '驾校代办点',
    '培训机构',
    '物流公司',
    '电子厂',
  ],
  clock: ['八点半', '九点', '九点半', '十点', '十点半', '十一点'],
  weekday: ['一', '二', '三', '四', '五'],
  few: count(2, 6),
  n: count(7, 40),
  many: count(60, 400),
  cool: count(12, 16),
  low: count(40, 59),
  score: count(70, 95),
  money: (random) => String(random.between(8, 680) * 10),
  when: (random, day) => inWords(addDays(day, -random.between(3, 45))),
  since: (random, day) =>
    random.pick([
      '近一周来',
      '近两周来',
      '近一个月来',
      '本学期以来',
      '开学以来',
      `自${inWords(addDays(day, -random.between(8, 60)))}起`,
    ]),
}

function inWords(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** Fills the slots of templates; a slot that appears again, also in another template, says the same again. */
export function speaker(random: Random, day: Day, given: Readonly<Record<string, string>> = {}) {
  const said = new Map(Object.entries(given))
  return (template: string): string =>
    template.replaceAll(/\{([a-z]+)\d?\}/g, (whole, name: string) => {
      const known = said.get(whole) ?? said.get(name)
      if (known !== undefined) return known
      const word = draw(name, random, day)
      said.set(whole, word)
      return word
    })
}

function draw(name: string, random: Random, day: Day): string {
  const slot = VOCABULARY[name]
  if (slot === undefined) throw new RangeError(`no words for {${name}}`)
  return typeof slot === 'function' ? slot(random, day) : random.pick(slot)
}
