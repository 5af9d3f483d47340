import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { BLANK_MATTER, type Matter, MatterFields } from './MatterFields.tsx'

type Row = { readonly key: number; readonly matter: Matter }
type Props = { readonly id: string; readonly onClose: () => void }

/** A list of matters from one meeting, registered in one go: proposals of the congress, wishes of a lunch. */
export function MattersDialog({ id, onClose }: Props) {
  const [rows, setRows] = useState<readonly Row[]>([{ key: 0, matter: BLANK_MATTER }])
  const call = useCheckedCall('activities.raise')

  async function save() {
    const answer = await call.send({ id, matters: rows.map(({ matter }) => matter) })
    if (answer !== null) onClose()
  }

  return (
    <FormDialog
      title="登记反映的事项"
      submitLabel={`登记 ${rows.length} 个事项`}
      onSubmit={() => void save()}
      onClose={onClose}
      call={call}
      size={1080}
    >
      <Rows rows={rows} setRows={setRows} errorAt={call.errorAt} />
    </FormDialog>
  )
}

type RowsProps = {
  readonly rows: readonly Row[]
  readonly setRows: (rows: readonly Row[]) => void
  readonly errorAt: (path: string) => string | undefined
}

function Rows({ rows, setRows, errorAt }: RowsProps) {
  const last = rows.at(-1)?.key ?? 0
  const add = () => setRows([...rows, { key: last + 1, matter: BLANK_MATTER }])
  useShortcut('Ctrl+M', '再加一个事项', add)
  return (
    <div>
      {rows.map(({ key, matter }, index) => (
        <MatterFields
          key={key}
          legend={`事项 ${index + 1}`}
          matter={matter}
          focused={key === last}
          onChange={(next) => setRows(rows.map((row) => (row.key === key ? { key, matter: next } : row)))}
          errorAt={(field) => errorAt(`matters.${index}.${field}`)}
          onRemove={rows.length > 1 ? () => setRows(rows.filter((row) => row.key !== key)) : null}
        />
      ))}
      <Group justify="space-between">
        <Button variant="default" onClick={add} title="Ctrl+M">
          再加一个事项 Ctrl+M
        </Button>
        <Text c="dimmed" size="sm">
          全部登记或全部不登记；提出人不填的按匿名登记。
        </Text>
      </Group>
    </div>
  )
}
