import { DeskError } from '../../shared/contract/errors.ts'
import type { Unit } from '../../shared/domain/catalogue.ts'
import type { OpenedDesk } from './open-desk.ts'

/** By full name or code; else says which names are near. */
export function findUnit({ desk }: OpenedDesk, wanted: string): Unit {
  const { units } = desk.ledger.office()
  const name = wanted.trim()
  const found =
    units.find((unit) => unit.name === name) ?? units.find((unit) => unit.code === name.toUpperCase())
  if (found) return found
  const near = units.filter((unit) => unit.active && unit.name.includes(name)).map((unit) => unit.name)
  const hint = near.length > 0 ? `名称相近的有：${near.slice(0, 5).join('、')}。` : '请用单位全称或代码。'
  throw new DeskError('notFound', `没有名为“${wanted}”的单位，${hint}`)
}
