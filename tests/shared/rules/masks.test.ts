import { describe, expect, it } from 'vitest'
import {
  hiddenPetitioner,
  hidePetitioner,
  maskAddress,
  maskCode,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
} from '../../../shared/rules/masks.ts'
import * as fc from '../../helpers/fast-check.ts'

describe('names', () => {
  it.each([
    ['张小明', '张*明'],
    ['张三', '张*'],
    ['李', '*'],
    ['欧阳小明', '欧**明'],
    ['', ''],
    ['  王芳 ', '王*'],
    // Beyond the BMP, and with a variation selector: one character each.
    ['𠮷野家', '𠮷*家'],
    ['王𬭚', '王*'],
    ['葛\u{e0100}小明', '葛\u{e0100}*明'],
    ['迪丽热巴·迪力木拉提', '迪***·****提'],
    ['古丽·买买提', '古*·**提'],
    ['Anna Maria Müller', 'A*** ***** *****r'],
    ['Li Na', 'L* *a'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('never shows more than two characters of any name, and is as long as the name', () => {
    const hanzi = fc.string({
      unit: fc.constantFrom(...Array.from('张王李赵𠮷𬭚堃欧阳明丽华')),
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(hanzi, (name) => {
        const masked = Array.from(maskName(name))
        expect(masked.filter((char) => char !== '*').length).toBeLessThanOrEqual(2)
        expect(masked).toHaveLength(Array.from(name).length)
      }),
    )
  })
})

describe('numbers', () => {
  it.each([
    ['370102200406011234', '370102********1234'],
    ['37010220040601123X', '370102********123X'],
    ['370102040601123', '370102*****1123'],
    ['E12345678', 'E1*****78'],
    ['H1234567', 'H1****67'],
    ['1234567', '*******'],
    ['', ''],
  ])('of papers: %s becomes %s', (number, masked) => {
    expect(maskIdNumber(number)).toBe(masked)
  })

  it.each([
    ['13812345678', '138****5678'],
    ['+86 13812345678', '+86 138****5678'],
    ['138 1234 5678', '138 **** 5678'],
    ['0531-88117897', '0531-****7897'],
    ['8811789', '***1789'],
    ['61234', '*****'],
    ['13812345678、13900001111', '138****5678、139****1111'],
    ['13812345678/0531-88117897', '138****5678/0531-****7897'],
    ['', ''],
  ])('of phones: %s becomes %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  it('never show half of a paper or all of a phone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,30}$/), (number) => {
        const shown = Array.from(maskIdNumber(number)).filter((char) => char !== '*').length
        expect(shown).toBeLessThanOrEqual(number.length * (2 / 3))
        expect(maskPhone(number.replace(/\D/g, '7'))).toContain('*')
      }),
    )
  })

  it('of students keep two at either end, short ones one or none', () => {
    expect(maskCode('202301020304')).toBe('20********04')
    expect(maskCode('12345')).toBe('1***5')
    expect(maskCode('123')).toBe('***')
  })
})

it('shows an address to its street and an e-mail to its first letter', () => {
  expect(maskAddress('山东省济南市历城区明德路9号梅园3号楼412室')).toBe('山东省济南市历城区明德路***')
  expect(maskAddress('某某村')).toBe('某某村***')
  expect(maskAddress('')).toBe('')
  expect(maskEmail('zhang@example.com')).toBe('z***@example.com')
  expect(maskEmail('@x')).toBe('**')
  expect(maskEmail('nonsense')).toBe('******')
})

it('speaks of a hidden petitioner by identity and number alone', () => {
  expect(hiddenPetitioner('学生')).toBe('一名学生')
  expect(hiddenPetitioner('教职工', 6)).toBe('6名教职工')
  expect(hiddenPetitioner('')).toBe('一名来访人')
})

it('takes the name and the numbers of a person out of typed text, but no single character', () => {
  const person = { name: '张三', secrets: ['13812345678', '12'] }
  expect(hidePetitioner('张三（13812345678）住12号楼，张三说', person)).toBe(
    '反映人（（略））住12号楼，反映人说',
  )
  expect(hidePetitioner('王家的事', { name: '王', secrets: [] })).toBe('王家的事')
})
