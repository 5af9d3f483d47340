import type { Element, GridRow, Para } from './typeset.ts'

/** The same elements, the last of them never parted from what follows: no page may hold only what closes a paper. */
export function keptWithNext(elements: readonly Element[]): readonly Element[] {
  return elements.map((element, at) => (at === elements.length - 1 ? keptElement(element) : element))
}

function keptElement(element: Element): Element {
  if (element.type === 'para') return keptPara(element)
  const { rows } = element
  return { ...element, rows: rows.map((row, at) => (at === rows.length - 1 ? keptRow(row) : row)) }
}

/** Word keeps a row with what follows when all of its paragraphs ask for it. */
export function keptRow(row: GridRow): GridRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, paras: cell.paras.map(keptPara) })) }
}

function keptPara(para: Para): Para {
  return { ...para, look: { ...para.look, keepNext: true } }
}
