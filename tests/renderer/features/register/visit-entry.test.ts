import { describe, expect, it } from 'vitest'
import {
  checkEntry,
  inEntryPaths,
  problemOfField,
} from '../../../../renderer/features/register/check-entry.ts'
import { readDraft } from '../../../../renderer/features/register/draft-form.ts'
import { filledFrom, isAnswered } from '../../../../renderer/features/register/earlier.ts'
import {
  BLANK_PERSON,
  BLANK_PETITION,
  blankVisit,
  draftTitle,
  isBegun,
  type VisitEntry,
} from '../../../../renderer/features/register/visit-entry.ts'
import { petitionNumber } from '../../../../shared/rules/numbering.ts'
import * as fc from '../../../helpers/fast-check.ts'

const blank = blankVisit({
  startedAt: '2026-11-21T01:30:00.000Z',
  receivedBy: '王老师',
  receivingUnit: '',
  place: '信访接待室',
  channel: 'XFJD',
})

const person = {
  ...BLANK_PERSON,
  name: '张晓明',
  phone: '13812345678',
  studentNumber: '2023010203',
  organisation: '计算机学院',
}
const petition = {
  ...BLANK_PETITION,
  title: '供暖不足',
  matter: '四层以上偏冷',
  demand: '检修',
  category: 'HQ02',
}
const complete: VisitEntry = { ...blank, petitioners: [person], petitions: [petition] }

describe('an unfinished visit', () => {
  it('is not a draft before anything was told', () => {
    expect(isBegun(blank)).toBe(false)
    expect(isBegun({ ...blank, headcount: 3, confidential: true })).toBe(false)
    expect(isBegun({ ...blank, petitions: [{ ...BLANK_PETITION, matter: '漏' }] })).toBe(true)
  })

  it('is called by its person and its first title', () => {
    expect(draftTitle(complete)).toBe('张晓明　供暖不足')
    expect(draftTitle(blank)).toBe('未填姓名　未填事由')
    expect(draftTitle({ ...complete, anonymous: true })).toBe('匿名　供暖不足')
  })

  it('comes back from its draft as it was typed', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 40 })
    const visits = fc.record({
      name: typed,
      phone: typed,
      matter: typed,
      remark: typed,
      headcount: fc.integer({ min: 1, max: 5000 }),
      anonymous: fc.boolean(),
      gender: fc.constantFrom('male', 'female', null),
      plan: fc.constantFrom('direct', 'transfer', 'submit', 'decline', null),
      grade: fc.constantFrom('instant', 'complex', null),
      endedAt: fc.option(typed, { nil: null }),
      accusedUnits: fc.array(typed, { maxLength: 3 }),
      materials: fc.array(fc.record({ name: typed, pages: fc.nat(), kept: fc.boolean() }), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(visits, (sample) => {
        const visit: VisitEntry = {
          ...blank,
          headcount: sample.headcount,
          anonymous: sample.anonymous,
          endedAt: sample.endedAt,
          remark: sample.remark,
          materials: sample.materials.map((material) => ({ ...material, form: 'original' })),
          petitioners: [{ ...BLANK_PERSON, name: sample.name, phone: sample.phone, gender: sample.gender }],
          petitions: [
            {
              ...BLANK_PETITION,
              matter: sample.matter,
              plan: sample.plan,
              grade: sample.grade,
              accusedUnits: sample.accusedUnits,
              legalFlags: ['arbitration'],
              repeat: { answer: 'not-repeat', offered: [petitionNumber('ZX', 2026, 1)] },
            },
          ],
        }
        const saved: unknown = JSON.parse(JSON.stringify({ visit, parked: true, by: 'wang' }))
        expect(readDraft(saved, blank)).toEqual({ visit, parked: true, by: 'wang' })
      }),
    )
  })

  it('loses only what cannot be understood when another version wrote the draft', () => {
    const saved = {
      visit: {
        remark: '旧版',
        headcount: '三',
        petitions: [{ title: '供暖', grade: 'huge', extra: 1 }],
        petitioners: 7,
      },
    }
    const read = readDraft(saved, blank)

    expect(read?.visit.remark).toBe('旧版')
    expect(read?.visit.headcount).toBe(1)
    expect(read?.visit.petitioners).toEqual(blank.petitioners)
    expect(read?.visit.petitions).toEqual([{ ...BLANK_PETITION, title: '供暖' }])
  })

  it.each([null, 1, 'x', {}, { visit: [] }])('is nothing when the draft is %o', (saved) => {
    expect(readDraft(saved, blank)).toBeNull()
  })
})

describe('checking what was typed', () => {
  it('passes a complete visit on as the core wants it', () => {
    const checked = checkEntry(complete)

    expect(checked.ok && checked.visit.petitions[0]?.title).toBe('供暖不足')
  })

  it('says what is missing in the order of the form', () => {
    const checked = checkEntry(blank)

    expect(checked.ok ? [] : checked.problems.map(({ path }) => path)).toEqual([
      'petitioners.0.name',
      'petitioners.0.phone',
      'petitioners.0.studentNumber',
      'petitioners.0.organisation',
      'petitions.0.title',
      'petitions.0.matter',
      'petitions.0.demand',
      'petitions.0.category',
    ])
  })

  it('says nothing at a field that is merely empty, but at once when a number is wrong', () => {
    expect(problemOfField(blank, 'petitioners.0.phone')).toBeNull()
    const wrong = {
      ...complete,
      petitioners: [{ ...person, phone: '1381234567', idNumber: '11010119900307001X' }],
    }

    expect(problemOfField(wrong, 'petitioners.0.phone')).toMatch(/电话号码不对/)
    expect(problemOfField(wrong, 'petitioners.0.idNumber')).toMatch(/身份证号码/)
  })

  it('finds the field the core speaks of', () => {
    expect(
      inEntryPaths([
        { path: 'visit.petitions.0.title', message: '请填写' },
        { path: 'startedAt', message: '晚' },
      ]),
    ).toEqual([
      { path: 'petitions.0.title', message: '请填写' },
      { path: 'startedAt', message: '晚' },
    ])
  })
})

describe('earlier visits', () => {
  const offered = [petitionNumber('ZX', 2026, 1), petitionNumber('ZX', 2026, 2)].map((number) => ({
    line: { number },
  }))

  it('fill the person in without touching what was typed', () => {
    const filled = filledFrom({ ...BLANK_PERSON, phone: '13900000000' }, person)

    expect(filled).toEqual({ ...person, phone: '13900000000' })
  })

  it('need an answer as long as one of them was not looked at', () => {
    expect(isAnswered({ answer: 'first' }, [])).toBe(true)
    expect(isAnswered({ answer: 'first' }, offered)).toBe(false)
    expect(isAnswered({ answer: 'repeat', of: petitionNumber('ZX', 2026, 1) }, offered)).toBe(true)
    expect(isAnswered({ answer: 'not-repeat', offered: [petitionNumber('ZX', 2026, 1)] }, offered)).toBe(
      false,
    )
    expect(
      isAnswered({ answer: 'not-repeat', offered: offered.map(({ line }) => line.number) }, offered),
    ).toBe(true)
  })
})
