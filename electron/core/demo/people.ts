import type { Unit } from '../../../shared/domain/catalogue.ts'
import { type Day, yearOf } from '../../../shared/domain/day.ts'
import type { Identity, Petitioner } from '../../../shared/domain/visit.ts'
import type { Random } from './random.ts'

/** Nobody here exists: names are drawn from lists, numbers from ranges that belong to nobody. */
const SURNAMES = characters(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
)
const GIVEN = characters(
  '伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂文辉玲鹏宇欣佳雨晨思嘉浩子涵梓轩若彤一诺语桐俊熙沐阳可馨书瑶景行知远安然清源乐怡亦凡星河望舒予宁云舟南乔新月小满立春青禾晓岚念慈怀瑾',
)
const OUTSIDE = [
  '个体经营',
  '某物业公司',
  '某建筑公司',
  '某街道居民',
  '自由职业',
  '某中学教师',
  '某企业职工',
  '务农',
]

export function inventName(random: Random): string {
  const given = random.pick(GIVEN)
  const second = random.chance(0.72) ? random.pick(GIVEN) : ''
  return `${random.pick(SURNAMES)}${given}${second === given ? '' : second}`
}

function characters(text: string): readonly string[] {
  return text.split('')
}

/** 139 0000 – the first numbers of a block, given to nobody. */
export function inventPhone(random: Random): string {
  return `13900${String(random.between(0, 999_999)).padStart(6, '0')}`
}

/** Region 990101 does not exist, so no card can bear the number; the check digit is right (GB 11643-1999). */
export function inventIdNumber(random: Random, bornOn: string, female: boolean): string {
  const order = String(random.between(0, 499) * 2 + (female ? 0 : 1)).padStart(3, '0')
  const stem = `990101${bornOn.replaceAll('-', '')}${order}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(stem[index]), 0)
  return `${stem}${'10X98765432'[sum % 11]}`
}

export function inventPerson(
  random: Random,
  identity: Identity,
  day: Day,
  units: readonly Unit[],
): Petitioner {
  const female = random.chance(0.5)
  const age = AGES[identity]
  const bornOn = `${yearOf(day) - random.between(...age)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
  const withId = random.chance(0.2)
  const colleges = units.filter((unit) => unit.kind === '学院')
  return {
    name: inventName(random),
    gender: female ? 'female' : 'male',
    bornOn: random.chance(0.4) ? bornOn.slice(0, 7) : '',
    identity,
    studentNumber: numberOf(random, identity, day),
    organisation: organisationOf(random, identity, day, colleges, units),
    idType: 'resident-id',
    idNumber: withId ? inventIdNumber(random, bornOn, female) : '',
    phone: inventPhone(random),
    address: random.chance(0.3) ? addressOf(random, identity) : '',
    email: random.chance(0.15) ? `visitor${random.between(1000, 99_999)}@example.com` : '',
  }
}

const AGES: Readonly<Record<Identity, readonly [number, number]>> = {
  student: [18, 26],
  staff: [26, 59],
  retired: [60, 84],
  alumnus: [23, 45],
  parent: [40, 58],
  outsider: [25, 65],
}

function numberOf(random: Random, identity: Identity, day: Day): string {
  if (identity === 'staff')
    return String(random.between(1990, yearOf(day) - 1)) + three(random.between(1, 180))
  if (identity !== 'student') return ''
  return `${yearOf(day) - random.between(0, 3)}${two(random.between(1, 8))}${two(random.between(1, 12))}${two(random.between(1, 45))}`
}

function organisationOf(
  random: Random,
  identity: Identity,
  day: Day,
  colleges: readonly Unit[],
  units: readonly Unit[],
): string {
  switch (identity) {
    case 'student':
      return random.pick(colleges).name
    case 'staff':
      return random.pick(units).name
    case 'retired':
      return `${random.pick(units).name}（退休）`
    case 'alumnus':
      return `${yearOf(day) - random.between(1, 12)}届毕业生`
    case 'parent':
      return random.pick(OUTSIDE)
    case 'outsider':
      return random.pick(OUTSIDE)
  }
}

function addressOf(random: Random, identity: Identity): string {
  return identity === 'student'
    ? `${random.between(1, 14)}号宿舍楼${random.between(1, 6)}${two(random.between(1, 36))}室`
    : `示例市示范路${random.between(1, 200)}号${random.between(1, 30)}号楼`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function three(value: number): string {
  return String(value).padStart(3, '0')
}
