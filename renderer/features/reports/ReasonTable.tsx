import { Anchor, Autocomplete } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import type { SemesterId } from '../../../shared/domain/semester.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { dateText } from '../../ui/day-text.ts'
import { Failure } from '../../ui/Failure.tsx'
import classes from './reports.module.css'

export type ReasonLine = Answer<'reports.semester'>['lines'][number]

type Props = { readonly semester: SemesterId; readonly lines: readonly ReasonLine[] }

/** One line for each unfinished petition. Enter saves the reason and goes to the next line. */
export function ReasonTable({ semester, lines }: Props) {
  const table = useRef<HTMLTableElement>(null)
  const explaining = useDeskMutation('reports.explain')
  // The order somebody works in stays, though what has its reason would come later when asked again.
  const [order] = useState(() => lines.map(({ number }) => number))
  const rank = (line: ReasonLine) => {
    const at = order.indexOf(line.number)
    return at === -1 ? order.length : at
  }
  const shown = lines.toSorted((a, b) => rank(a) - rank(b))

  function next(from: string) {
    const fields = [...(table.current?.querySelectorAll<HTMLInputElement>('input[data-number]') ?? [])]
    const at = fields.findIndex((field) => field.dataset['number'] === from)
    fields[at + 1]?.focus()
    fields[at + 1]?.select()
  }

  async function save(line: ReasonLine, reason: string) {
    if (reason.trim() === '' || reason.trim() === line.reason) return
    try {
      await explaining.mutateAsync({ petition: line.number, semester, reason })
    } catch {
      // Shown below from `error`.
    }
  }

  return (
    <>
      <Failure error={explaining.error} listFields />
      <table ref={table} className={`${classes['table']} ${classes['reasons']}`}>
        <thead>
          <tr>
            <th scope="col">信访编号</th>
            <th scope="col">登记</th>
            <th scope="col">反映问题</th>
            <th scope="col">反映渠道</th>
            <th scope="col" className={classes['reasonCell']}>
              未办结原因（回车保存并到下一件，↓ 选常用语）
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <ReasonRow
              key={line.number}
              line={line}
              onSave={(reason) => void save(line, reason)}
              onNext={() => next(line.number)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

type RowProps = {
  readonly line: ReasonLine
  readonly onSave: (reason: string) => void
  readonly onNext: () => void
}

function ReasonRow({ line, onSave, onNext }: RowProps) {
  const today = useToday()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(line.reason)
  const { number, receivedOn, problem, channel, carried, reason, written, suggestions } = line

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    // A list that is open takes this Enter for its own choice.
    if (event.currentTarget.getAttribute('aria-activedescendant')) return
    event.preventDefault()
    onSave(typed)
    onNext()
  }

  return (
    <tr>
      <td>
        <Anchor
          component="button"
          type="button"
          tabIndex={-1}
          onClick={() => navigate(`/petitions/${number}`)}
        >
          {number}
        </Anchor>
        {carried && <div>以前学期</div>}
      </td>
      <td>{dateText(receivedOn, today)}</td>
      <td>{problem}</td>
      <td>{channel}</td>
      <td>
        <Autocomplete
          aria-label={`${number} 的未办结原因`}
          data-number={number}
          data={[...suggestions]}
          value={typed}
          onChange={setTyped}
          onBlur={() => onSave(typed)}
          onKeyDown={keyDown}
          placeholder="请注明原因"
          error={reason === '' && typed.trim() === ''}
          description={reason !== '' && !written ? '按办理记录写明，可以修改' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={500}
        />
      </td>
    </tr>
  )
}
