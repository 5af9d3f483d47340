import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDesk, type TestDesk } from '../../helpers/a-desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.remove())

const catalogue = () => desk.ask('catalogue.read')

it('keeps the head, the resident contact and the deputies of every unit', async () => {
  const unit = (await catalogue()).units.find(({ code }) => code === 'HQC')
  if (!unit) throw new Error('no such unit')
  const people = { head: '周处长', resident: '李联络', deputies: '王副处长、孙科长' }
  await desk.ask('catalogue.save', { list: 'units', item: { ...unit, ...people } })
  expect((await catalogue()).units.find(({ code }) => code === 'HQC')).toMatchObject(people)
})

it('names the person a category goes to directly, beside its unit', async () => {
  const category = (await catalogue()).categories.find(({ code }) => code === 'HQ')
  if (!category) throw new Error('no such category')
  const item = { ...category, defaultUnit: 'HQC', responsible: '李联络' }
  await desk.ask('catalogue.save', { list: 'categories', item })
  expect((await catalogue()).categories.find(({ code }) => code === 'HQ')).toMatchObject({
    defaultUnit: 'HQC',
    responsible: '李联络',
  })
})
