import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { foundBy, initialsOf } from '../../../renderer/ui/pinyin-initials.ts'

const defaults = new URL('../../../resources/defaults/', import.meta.url)

function namesIn(file: string): readonly string[] {
  const items: readonly { name?: string; post?: string }[] = JSON.parse(
    readFileSync(new URL(file, defaults), 'utf8'),
  )
  return items.flatMap(({ name = '', post = '' }) => [name, post])
}

const names = ['units.json', 'channels.json', 'categories.json', 'leaders.json'].flatMap(namesIn)

describe('initialsOf', () => {
  it('agrees with a pinyin dictionary on every character of every default list', () => {
    const characters = [...new Set(names.join('').split(''))].filter((each) => /\p{Script=Han}/u.test(each))
    const wrong = characters.filter((each) => {
      const readings = pinyin(each, { pattern: 'first', toneType: 'none', multiple: true, type: 'array' })
      return !readings.some((letter) => initialsOf(each).includes(letter.toUpperCase()))
    })

    expect(characters.length).toBeGreaterThan(200)
    expect(wrong).toEqual([])
  })
})

describe('foundBy', () => {
  it.each([
    ['学生工作处', 'xsgzc'],
    ['学生工作处', 'XSGZ'],
    ['学生工作处', 'gzc'],
    ['学生工作处', '工作'],
    ['校长办公室', 'xzbgs'],
    ['财务处（会计核算）', 'kjhs'],
    ['转到今日', 'jr'],
    ['学生工作处', ''],
  ])('finds %s by “%s”', (words, typed) => {
    expect(foundBy(words, typed)).toBe(true)
  })

  it.each([
    ['学生工作处', 'xgc'],
    ['学生工作处', '教务'],
    ['学生工作处', 'xs工'],
  ])('does not find %s by “%s”', (words, typed) => {
    expect(foundBy(words, typed)).toBe(false)
  })

  it('finds every default unit by the initials a dictionary gives it', () => {
    const units = namesIn('units.json').filter((name) => /^\p{Script=Han}+$/u.test(name))
    const lost = units.filter(
      (name) => !foundBy(name, pinyin(name, { pattern: 'first', toneType: 'none', separator: '' })),
    )

    expect(lost).toEqual([])
  })
})
