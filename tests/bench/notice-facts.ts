import type { DocumentKind, KindData } from '../../shared/documents/kinds/index.ts'
import { PETITION_PAPERS } from '../../shared/documents/specimens/petition-papers.ts'
import { PETITION, RECEIPT, REGISTRATION, TRANSFER } from '../../shared/documents/specimens/visit-papers.ts'

/**
 * The five papers a desk issues most: every visit leaves the first two, most petitions the next two, and what is
 * asked for ends in the last (《来访登记表》《来访回执》《受理告知书》《转办函》《答复意见书》).
 */
export const COMMONEST = [
  'registration',
  'receipt',
  'accept',
  'transfer',
  'reply',
] as const satisfies readonly DocumentKind[]
export type Commonest = (typeof COMMONEST)[number]

/** What varies between two papers of a kind. */
type Words = {
  readonly number: string
  readonly petition: string
  readonly name: string
  readonly title: string
  readonly text: string
  readonly unit: string
}

const SURNAMES = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨')
const UNITS = ['后勤管理处', '教务处', '学生工作处', '财务处', '图书馆', '信息网络中心'] as const
const TITLES = [
  '宿舍楼供暖温度不达标',
  '食堂晚间供餐时间过短',
  '选课系统经常中断',
  '奖学金迟迟未发放',
] as const

export function wordsOf(at: number): Words {
  const pick = <T>(list: readonly T[], shift: number): T | undefined => list[(at + shift) % list.length]
  return {
    number: `海师办信〔2026〕${at + 1}号`,
    petition: `ZX-2026-${String(at).padStart(5, '0')}-K`,
    name: `${pick(SURNAMES, 0)}${pick(SURNAMES, 3 + Math.floor(at / 16))}`,
    title: `${pick(['梅园', '竹园', '东区', '西区'], at % 3)}${at}号${pick(TITLES, 1)}`,
    text: `${TRANSFER.summary}${'此后又有同学反映。'.repeat(at % 4)}（第${at}次反映）`,
    unit: pick(UNITS, 2) ?? '',
  }
}

/** The same page with tags for what varies, as an office would make a template of it. */
export const TAGS: Words = {
  number: '{number}',
  petition: '{petition}',
  name: '{name}',
  title: '{title}',
  text: '{text}',
  unit: '{unit}',
}

const FACTS: { readonly [K in Commonest]: (words: Words) => KindData[K] } = {
  registration: ({ petition, name, title, text, unit }) => ({
    ...REGISTRATION,
    petitioners: REGISTRATION.petitioners.map((person, at) => (at === 0 ? { ...person, name } : person)),
    petitions: [{ ...PETITION, number: petition, title, matter: text, leadUnit: unit }],
  }),
  receipt: ({ petition, name, title, unit }) => ({
    ...RECEIPT,
    petitionerName: name,
    petitions: RECEIPT.petitions.map((each, at) =>
      at === 0 ? { ...each, number: petition, title, unit } : each,
    ),
  }),
  accept: ({ number, petition, name, title, unit }) => ({
    ...PETITION_PAPERS.accept,
    petitioner: { ...TRANSFER.petitioner, name },
    number,
    petitionNumber: petition,
    title,
    leadUnit: unit,
  }),
  transfer: ({ number, petition, name, title, text, unit }) => ({
    ...TRANSFER,
    petitioner: { ...TRANSFER.petitioner, name },
    number,
    petitionNumber: petition,
    title,
    summary: text,
    leadUnit: unit,
  }),
  reply: ({ number, petition, name, title, text, unit }) => ({
    ...PETITION_PAPERS.reply,
    petitioner: { ...TRANSFER.petitioner, name },
    number,
    petitionNumber: petition,
    title,
    findings: text,
    leadUnit: unit,
  }),
}

export function factsOf<K extends Commonest>(kind: K, words: Words): KindData[K] {
  return FACTS[kind](words)
}
