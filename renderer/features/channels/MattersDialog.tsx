import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useDesk, useSession } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { BLANK_MATTER, type Matter, MatterFields } from './MatterFields.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

type Row = { readonly key: number; readonly matter: Matter }
type Props = { readonly id: string; readonly onClose: () => void }

const text = z.string().catch('')
const draftSchema = z.object({
  by: z.string(),
  matters: z
    .array(
      z.object({
        proposer: text,
        organisation: text,
        seconders: text,
        title: text,
        matter: text,
        category: text,
      }),
    )
    .min(1),
})

/** A list of matters from one meeting, registered in one go. It goes on where it was left. */
export function MattersDialog({ id, onClose }: Props) {
  const { login } = useSession().me
  const drafts = useDeskQuery('drafts.list', undefined, { fresh: true })
  const draft = `matters-${login}-${id}`
  if (!drafts.isFetchedAfterMount && drafts.error === null) return null
  const saved = draftSchema.safeParse(drafts.data?.find((each) => each.id === draft)?.form)
  const start = saved.success && saved.data.by === login ? saved.data.matters : [BLANK_MATTER]
  return <MattersForm id={id} draft={draft} start={start} onClose={onClose} />
}

type FormProps = Props & { readonly draft: string; readonly start: readonly Matter[] }

function MattersForm({ id, draft, start, onClose }: FormProps) {
  const desk = useDesk()
  const { login } = useSession().me
  const [rows, setRows] = useState<readonly Row[]>(() => start.map((matter, key) => ({ key, matter })))
  const call = useCheckedCall('activities.raise')
  const { saver } = useKeptDraft(draft, rows, (typed) => {
    const matters = typed.map(({ matter }) => matter)
    const begun = matters.some((matter) => Object.values(matter).some((each) => each.trim() !== ''))
    return begun ? { title: `沟通活动 ${id} 的事项`, form: { by: login, matters } } : null
  })

  async function save() {
    await saver.pause()
    const answer = await call.send({ id, matters: rows.map(({ matter }) => matter) })
    if (answer === null) return saver.resume()
    await desk('drafts.discard', { id: draft })
    onClose()
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
          全部登记或全部不登记；提出人不填的按匿名登记。没有登记完的会自动留着。
        </Text>
      </Group>
    </div>
  )
}
