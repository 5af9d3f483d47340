import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { changedSettings } from '../../../../renderer/features/settings/settings-form.ts'
import { categorySchema, settingsSchema } from '../../../../shared/domain/catalogue.ts'
import { byParents } from '../../../../shared/domain/category-order.ts'

const defaults = (name: string): unknown =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../../resources/defaults', name), 'utf8'))

it('sends only the settings that differ', () => {
  const settings = settingsSchema.parse(defaults('settings.json'))

  expect(changedSettings(settings, { ...settings })).toEqual({})
  expect(
    changedSettings(settings, { ...settings, idleMinutes: 3, warnings: { ...settings.warnings } }),
  ).toEqual({
    idleMinutes: 3,
  })
})

it('puts every second-level category behind its first level and loses none', () => {
  const categories = categorySchema.array().parse(defaults('categories.json'))
  const ordered = byParents(categories.toReversed())

  expect(ordered.map(({ code }) => code).toSorted()).toEqual(categories.map(({ code }) => code).toSorted())
  for (const [place, { parent }] of ordered.entries()) {
    if (parent === null) continue
    const top = ordered.slice(0, place).findLast((each) => each.parent === null)
    expect(top?.code).toBe(parent)
  }
})

it('keeps a category whose first level is missing', () => {
  const lost = {
    code: 'ZZ01',
    name: '失散',
    parent: 'ZZ',
    defaultUnit: null,
    responsible: '',
    active: true,
    order: 1,
  }

  expect(byParents([lost])).toEqual([lost])
})
