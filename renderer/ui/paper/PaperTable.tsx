import { FORM } from '../../../shared/documents/gbt9704.ts'
import type { Cell, Row, Table } from '../../../shared/documents/paper.ts'
import { PaperLine } from './PaperLine.tsx'
import classes from './paper.module.css'
import { mm } from './paper-measures.ts'

export function PaperTable({ table }: { readonly table: Table }) {
  const rowHeight = table.dense === true ? FORM.denseRowHeight : FORM.rowHeight
  const width = table.columns.reduce((sum, column) => sum + column, 0)
  const head = table.rows.filter((row) => row.head === true)
  const body = table.rows.filter((row) => row.head !== true)
  return (
    <table
      className={[classes['table'], table.dense === true && classes['dense']].filter(Boolean).join(' ')}
      style={{ width: mm(width) }}
    >
      <colgroup>
        {table.columns.map((column, index) => (
          <col key={index} style={{ width: mm(column) }} />
        ))}
      </colgroup>
      {head.length > 0 && (
        <thead>
          {head.map((row, index) => (
            <PaperRow key={index} row={row} rowHeight={rowHeight} />
          ))}
        </thead>
      )}
      <tbody>
        {body.map((row, index) => (
          <PaperRow key={index} row={row} rowHeight={rowHeight} />
        ))}
      </tbody>
    </table>
  )
}

function PaperRow({ row, rowHeight }: { readonly row: Row; readonly rowHeight: number }) {
  const section = row.cells.some(({ role }) => role === 'section')
  const className = [
    classes['row'],
    row.divisible === true && classes['divisible'],
    section && classes['sectionRow'],
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <tr className={className} style={{ height: mm(row.height ?? rowHeight) }}>
      {row.cells.map((cell, index) => (
        <PaperCell key={index} cell={cell} head={row.head === true} />
      ))}
    </tr>
  )
}

function PaperCell({ cell, head }: { readonly cell: Cell; readonly head: boolean }) {
  const className = [classes['cell'], cell.role !== 'value' && classes[cell.role]].filter(Boolean).join(' ')
  const lines = cell.lines.map((line, index) => (
    <p key={index} className={classes['cellLine']}>
      <PaperLine line={line} />
    </p>
  ))
  const textAlign = cell.align ?? (cell.role === 'label' ? 'center' : 'left')
  const shared = { className, colSpan: cell.span ?? 1, style: { textAlign } }
  if (head) {
    return (
      <th scope="col" {...shared}>
        {lines}
      </th>
    )
  }
  return <td {...shared}>{lines}</td>
}
