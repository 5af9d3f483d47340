import type { Table } from '../../../shared/documents/paper.ts'
import { Molds } from '../documents/molds.ts'
import { table } from '../documents/typeset-tables.ts'
import { guarded } from './braces.ts'

const molds = new Molds(1)

/** A table within running text, ruled and set as in our own papers. */
export function tableXml(block: Table): string {
  return guarded(molds.fill(table(block)))
}
