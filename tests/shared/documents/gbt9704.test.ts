import { expect, it } from 'vitest'
import {
  CHARACTER_TWIPS,
  eighths,
  GRID,
  HEAD,
  IMPRINT,
  LETTER,
  PAGE,
  SIZES,
  twips,
} from '../../../shared/documents/gbt9704.ts'

it('holds the page of clauses 5.1 and 5.2 in the twips Word uses', () => {
  expect([twips(PAGE.width), twips(PAGE.height)]).toEqual([11906, 16838])
  expect([PAGE.top, PAGE.left, PAGE.right, PAGE.bottom].map(twips)).toEqual([2098, 1587, 1474, 1984])
  expect(PAGE.width - PAGE.left - PAGE.right).toBe(156)
  expect(PAGE.height - PAGE.top - PAGE.bottom).toBe(225)
})

it('fits 28 characters into the line and 22 lines into the page', () => {
  const [width, height] = [twips(PAGE.textWidth), twips(PAGE.textHeight)]
  expect(GRID.characters * CHARACTER_TWIPS).toBeLessThanOrEqual(width)
  expect((GRID.characters + 1) * CHARACTER_TWIPS).toBeGreaterThan(width)
  expect(GRID.lines * GRID.lineTwips).toBeLessThanOrEqual(height)
  expect((GRID.lines + 1) * GRID.lineTwips).toBeGreaterThan(height)
  expect(GRID.indentTwips).toBe(2 * CHARACTER_TWIPS)
})

it('holds the letter of clause 10.1', () => {
  expect([LETTER.organTop, LETTER.ruleGap, LETTER.ruleLength, LETTER.footRule]).toEqual([30, 4, 170, 20])
  expect(LETTER.itemGap).toBe(14)
  expect([SIZES.三号, SIZES.二号, SIZES.四号]).toEqual([16, 22, 14])
})

it('holds the heads of clauses 7.2 and 10.3', () => {
  expect([HEAD.organTop, HEAD.numberGapLines, HEAD.ruleGap, HEAD.upwardIndent]).toEqual([35, 2, 4, 1])
  // Marks end above the organ's name.
  expect(HEAD.markLines * GRID.lineTwips).toBeLessThan(twips(HEAD.organTop))
})

it('holds 版记 of clause 7.4: rules of 0.35 and 0.25 mm, 四号, one character in', () => {
  expect([IMPRINT.edge, IMPRINT.inner, IMPRINT.indentCharacters, IMPRINT.size]).toEqual([0.35, 0.25, 1, 14])
  // Word counts a rule in eighths of a point: 1 pt and ¾ pt.
  expect([IMPRINT.edge, IMPRINT.inner].map(eighths)).toEqual([8, 6])
})
