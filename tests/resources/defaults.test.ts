import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readDefaults } from '../../electron/core/defaults/read-defaults.ts'
import { bareText, REGULATION_FILES } from '../../shared/domain/clause.ts'
import { RESOURCES } from '../helpers/resources.ts'

const textOf = (name: keyof typeof REGULATION_FILES) =>
  bareText(readFileSync(path.join(RESOURCES, 'regulations', REGULATION_FILES[name]), 'utf8'))
const { channels, units, categories } = readDefaults(RESOURCES)
const unitName = (code: string | null) => units.find((unit) => unit.code === code)?.name ?? ''

it('has the eighteen channels of the older regulation, each with the lead units named there', () => {
  const named = [...textOf('办法').matchAll(/（牵头单位：([^）]+)）/g)].map(([, names]) => names ?? '')
  const own = channels.filter(({ regulation }) => regulation === '办法').toSorted((a, b) => a.order - b.order)
  expect(own).toHaveLength(18)
  const led = own.filter(({ leadUnit }) => leadUnit !== null)
  // 党委、院长办公室 is one unit with the sign that also stands between two.
  const asNamed = led.map(({ leadUnit, otherLeadUnits }) =>
    [leadUnit, ...otherLeadUnits].map(unitName).join('，'),
  )
  expect(asNamed).toEqual(named)
  expect(own.filter(({ leadUnit }) => leadUnit === null).map(({ name }) => name)).toEqual(['其他沟通渠道'])
})

it('has the three instant channels of the newer regulation', () => {
  const own = channels.filter(({ group }) => group === 'instant')
  expect(own).toHaveLength(3)
  expect(own.every(({ regulation }) => regulation === '制度')).toBe(true)
})

it('has the ten categories of the newer regulation in its order, each with a unit it goes to', () => {
  const listed = /要按照([^，]+?)分轻重缓急/.exec(textOf('制度'))?.[1]?.split('、') ?? []
  const top = categories.filter(({ parent }) => parent === null).toSorted((a, b) => a.order - b.order)
  expect(top.map(({ name }) => name).slice(0, 10)).toEqual(listed)
  expect(listed).toHaveLength(10)
  expect(top.filter(({ defaultUnit }) => unitName(defaultUnit) === '').map(({ name }) => name)).toEqual([])
})
