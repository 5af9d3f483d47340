import { describe, expect, it } from 'vitest'
import { isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { specimenPaper } from '../../../shared/documents/specimens/index.ts'
import {
  cellsOf,
  chineseDate,
  chineseMoment,
  chineseSpan,
  chineseWeekday,
  cited,
  clauseOf,
  courteousName,
  ourselves,
  petitionerInText,
  petitionerInTitle,
  sentence,
  termText,
  withHexagonalBrackets,
} from '../../../shared/documents/wording.ts'
import { type Instant, instantOf, parseDay } from '../../../shared/domain/day.ts'

const at = (text: string): Instant => instantOf(Date.parse(text))

describe('a clause in brackets', () => {
  it('stands in 〔〕 where it has round ones of its own', () => {
    expect(cited('《信访工作条例》第三十条')).toBe('（《信访工作条例》第三十条）')
    expect(cited('《信息沟通实施办法》二（四）')).toBe('〔《信息沟通实施办法》二（四）〕')
  })

  it('no specimen sets round brackets within round ones', () => {
    for (const kind of Object.keys(KINDS).filter(isDocumentKind)) {
      const said = JSON.stringify(specimenPaper(kind).blocks)
      expect(said.match(/（[^（）]*（/u)?.[0], kind).toBeUndefined()
    }
  })
})

describe('days and times', () => {
  it('have Arabic figures, the whole year and no leading zeros', () => {
    expect(chineseDate(parseDay('2026-01-05'))).toBe('2026年1月5日')
    expect(chineseDate(parseDay('2026-11-21'))).toBe('2026年11月21日')
    expect(chineseWeekday(parseDay('2026-01-05'))).toBe('周一')
  })

  it('are told in Shanghai, and the day of one visit only once', () => {
    expect(chineseMoment(at('2026-01-04T16:30:00Z'))).toBe('2026年1月5日00:30')
    expect(chineseSpan(at('2026-01-05T01:00:00Z'), at('2026-01-05T01:40:00Z'))).toBe(
      '2026年1月5日09:00—09:40',
    )
    expect(chineseSpan(at('2026-01-05T15:00:00Z'), at('2026-01-05T16:10:00Z'))).toBe(
      '2026年1月5日23:00—2026年1月6日00:10',
    )
    expect(chineseSpan(at('2026-01-05T01:00:00Z'), null)).toBe('2026年1月5日09:00')
  })

  it('count terms without spaces', () => {
    expect(termText(5, 'working')).toBe('5个工作日')
    expect(termText(15, 'calendar')).toBe('15日')
  })
})

it('cites the clause without what the clause asks for', () => {
  expect(clauseOf('《信息沟通实施办法》二（二）2：一般应在5个工作日内予以答复')).toBe(
    '《信息沟通实施办法》二（二）2',
  )
  expect(clauseOf('《信访工作条例》第三十四条')).toBe('《信访工作条例》第三十四条')
})

describe('the petitioner', () => {
  const student = { name: '张三', identity: '学生', affiliation: '经济管理学院', people: 1 }

  it('is called as one speaks to students and teachers', () => {
    expect(courteousName('张三', '学生')).toBe('张三同学')
    expect(courteousName('李四', '教职工')).toBe('李四老师')
    expect(courteousName('王五', '校外人员')).toBe('王五')
    expect(petitionerInTitle({ ...student, people: 6 }, false)).toBe('张三同学等6人')
    expect(petitionerInText(student, false)).toBe('经济管理学院学生张三')
  })

  it('is not named when hidden or anonymous', () => {
    expect(petitionerInTitle(student, true)).toBe('一名学生')
    expect(petitionerInText(student, true)).toBe('一名学生')
    expect(petitionerInTitle({ ...student, name: null }, false)).toBe('匿名人员')
    expect(petitionerInText({ ...student, name: null }, false)).toBe('一名未留姓名的来访人')
  })
})

it('ends typed text with exactly one full stop', () => {
  expect(sentence('室温低')).toBe('室温低。')
  expect(sentence('室温低。 ')).toBe('室温低。')
  expect(sentence('室温低；')).toBe('室温低。')
  expect(sentence('何时修好？')).toBe('何时修好？')
  expect(sentence('他说“何时修好？”')).toBe('他说“何时修好？”')
})

it('puts hexagonal brackets around the year of a document number', () => {
  for (const typed of [
    '院办字[2023]18号',
    '院办字［2023］18号',
    '院办字(2023)18号',
    '院办字【2023】18号',
    '院办字〔2023〕18号',
  ]) {
    expect(withHexagonalBrackets(typed)).toBe('院办字〔2023〕18号')
  }
})

it('speaks of itself as its name suggests', () => {
  expect(
    ['海岱师范学院学校办公室', '党政办', '学生工作处', '组织部', '海岱师范学院', '监察组'].map(ourselves),
  ).toEqual(['我办', '我办', '我处', '我部', '我校', '我单位'])
})

it('measures Chinese signs as one cell and Latin ones as half', () => {
  expect(cellsOf('2026年1月5日')).toBe(6)
  expect(cellsOf('“〔𠮷〕”')).toBe(5)
})
