import { Anchor, Checkbox } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import table from '../../ui/table.module.css'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import classes from './documents.module.css'
import { addresseeWord } from './register-filters.ts'
import type { RowSelection } from './use-row-selection.ts'

type DocumentLine = Answer<'documents.list'>['lines'][number]

type Props = {
  readonly lines: readonly DocumentLine[]
  readonly selection: RowSelection
  /** The paper shown last: Tab and ↓ come back to its row. */
  readonly last: string | null
  readonly onShow: (id: string) => void
  readonly onPetition: (number: string) => void
}

/** Issued documents, one line each; one stop of Tab, ↑↓ Home End move between them, Enter opens the preview. */
export function DocumentTable({ lines, selection, last, onShow, onPetition }: Props) {
  const body = useRef<HTMLTableElement>(null)
  const [stood, setStood] = useState<string | null>(null)
  const [lastBefore, setLastBefore] = useState(last)
  if (last !== lastBefore) {
    setLastBefore(last)
    setStood(last)
  }
  const current = lines.some(({ id }) => id === stood) ? stood : (lines[0]?.id ?? null)
  const { units } = useCatalogue()

  useShortcut('ArrowDown', '到文书列表', () =>
    body.current?.querySelector<HTMLElement>('[data-open][tabindex="0"]')?.focus(),
  )

  function move(event: KeyboardEvent) {
    const names = [...(body.current?.querySelectorAll<HTMLElement>('[data-open]') ?? [])]
    const active = document.activeElement
    const at = names.findIndex((name) => name.closest('tr')?.contains(active))
    const ids = lines.map(({ id }) => id)
    if (names[at] === active) selection.onKey(event, ids, at)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key]
    if (to === undefined) return
    names[Math.max(0, Math.min(names.length - 1, to))]?.focus()
    event.preventDefault()
  }

  return (
    <table ref={body} className={`${table['fixed']} ${classes['table']}`} onKeyDown={move}>
      <thead>
        <tr>
          <td className={classes['chosen']} />
          <th scope="col">文书</th>
          <th scope="col">发文字号</th>
          <th scope="col">标题</th>
          <th scope="col">信访编号</th>
          <th scope="col">主送</th>
          <th scope="col">印发日期</th>
          <th scope="col">印发人</th>
          <th scope="col">取用次数</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} data-void={line.voided !== null} onFocus={() => setStood(line.id)}>
            <td className={classes['chosen']}>
              <Checkbox
                size="xs"
                tabIndex={-1}
                aria-label={`选中 ${line.kindName} ${line.number || line.id}`}
                checked={selection.has(line.id)}
                onChange={() => selection.toggle(line.id)}
              />
            </td>
            <td>
              <Anchor
                component="button"
                type="button"
                data-open
                tabIndex={line.id === current ? 0 : -1}
                title={line.kindName}
                onClick={() => onShow(line.id)}
              >
                {line.kindName}
              </Anchor>
            </td>
            <td>{line.number === '' ? '—' : line.number}</td>
            <td title={line.title}>
              {line.title}
              <Instead line={line} />
            </td>
            <td>
              <PetitionLink line={line} reached={line.id === current} onPetition={onPetition} />
            </td>
            <td>{addresseeWord(line.kind, line.unit === null ? null : nameOfCode(units, line.unit))}</td>
            <td>
              <DayText day={line.issuedOn} />
            </td>
            <td>{line.issuedBy}</td>
            <td>{line.taken === 0 ? '未取用' : line.taken}</td>
            <td title={line.voided?.reason}>{line.voided === null ? '有效' : '已作废'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Which paper stands in the place of a void one, or of which this one took the place. */
function Instead({ line: { voided, replaces } }: { readonly line: DocumentLine }) {
  const says = [
    voided !== null && voided.replacedBy !== null ? `由${voided.replacedBy.name}代替` : '',
    replaces.length === 0 ? '' : `代替${replaces.map(({ name }) => name).join('、')}`,
  ].filter((word) => word !== '')
  return says.length === 0 ? null : <div className={classes['instead']}>{says.join('；')}</div>
}

function PetitionLink({
  line,
  reached,
  onPetition,
}: {
  readonly line: DocumentLine
  /** By Tab, from the row the hand is on. */
  readonly reached: boolean
  readonly onPetition: (number: string) => void
}) {
  const { petition } = line
  if (petition === null) return '—'
  return (
    <Anchor component="button" type="button" tabIndex={reached ? 0 : -1} onClick={() => onPetition(petition)}>
      {petition}
    </Anchor>
  )
}
