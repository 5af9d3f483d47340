import { GROWTH } from './growth.ts'
import { LOGISTICS } from './logistics.ts'
import { ACCUSATIONS, MONEY } from './money.ts'
import { ORDER } from './order.ts'
import { TEACHING } from './teaching.ts'

export const STORIES = [...TEACHING, ...LOGISTICS, ...ORDER, ...GROWTH, ...MONEY]
export { ACCUSATIONS }
